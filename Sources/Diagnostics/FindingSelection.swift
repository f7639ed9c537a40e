/// The findings worth showing at once: at most so many of a kind in a file, and of a kind in all, with a count of the rest.
public struct FindingSelection: Sendable {
  /// Findings of one kind that were left out.
  public struct Rest: Hashable, Sendable {
    public let rule: Rule
    /// Empty when the rest lies in several files.
    public let file: String
    public let count: Int
  }
  public private(set) var shown: [Diagnostic] = []
  /// By code, then file.
  public private(set) var rest: [Rest] = []

  /// A kind may have this many times the limit of one file in all files together.
  private static let filesOfAKind = 4

  /// `limit` 0 shows everything. The order is kept.
  public init(_ diagnostics: [Diagnostic], limit: Int) {
    guard limit > 0 else {
      shown = diagnostics
      return
    }
    struct Kind: Hashable {
      let code: String
      let file: String
    }
    var inFile: [Kind: Int] = [:]
    var inAll: [String: Int] = [:]
    var left: [Kind: (rule: Rule, count: Int)] = [:]
    for diagnostic in diagnostics {
      let kind = Kind(code: diagnostic.rule.code, file: diagnostic.range?.file ?? "")
      if inFile[kind, default: 0] < limit, inAll[kind.code, default: 0] < limit * Self.filesOfAKind {
        inFile[kind, default: 0] += 1
        inAll[kind.code, default: 0] += 1
        shown.append(diagnostic)
      } else {
        left[kind] = (diagnostic.rule, (left[kind]?.count ?? 0) + 1)
      }
    }
    let byCode = Dictionary(grouping: left, by: \.key.code)
    rest = byCode.sorted { $0.key < $1.key }.compactMap { _, kinds in
      guard let first = kinds.first else { return nil }
      return Rest(
        rule: first.value.rule, file: kinds.count == 1 ? first.key.file : "", count: kinds.reduce(0) { $0 + $1.value.count })
    }
  }
}
