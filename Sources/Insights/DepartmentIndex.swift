import Corpus
import Legislation

/// Which measures of plans name which department as responsible.
public struct DepartmentIndex: Sendable {
  public struct Entry: Sendable {
    public let regulation: Int
    public let department: RegulationFacts.Department
    /// The measures that name it, in reading order.
    public let measures: [ProvisionPosition]
  }

  /// In the order of `regulation.yml`.
  public let entries: [Entry]
  /// Names in a measure that `regulation.yml` does not list.
  public let unknown: [(position: ProvisionPosition, name: String)]

  public init(_ corpus: Corpus) {
    var entries: [Entry] = []
    var unknown: [(ProvisionPosition, String)] = []
    for (r, regulation) in corpus.regulations.enumerated() where !regulation.facts.departments.isEmpty {
      var measures: [String: [ProvisionPosition]] = [:]
      let known = Set(regulation.facts.departments.map(\.name.zh))
      for (p, provision) in regulation.provisions.enumerated() {
        let position = ProvisionPosition(regulation: r, provision: p)
        for name in responsibleDepartments(in: provision.original) {
          measures[name, default: []].append(position)
          if !known.contains(name) { unknown.append((position, name)) }
        }
      }
      entries += regulation.facts.departments.map { Entry(regulation: r, department: $0, measures: measures[$0.name.zh] ?? []) }
    }
    self.entries = entries
    self.unknown = unknown
  }
}
