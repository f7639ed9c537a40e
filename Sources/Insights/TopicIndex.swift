import Corpus
import Legislation

/// A provision of the corpus by position: regulation, then provision within it.
public struct ProvisionPosition: Hashable, Comparable, Sendable {
  public let regulation: Int
  public let provision: Int

  public init(regulation: Int, provision: Int) {
    self.regulation = regulation
    self.provision = provision
  }

  public static func < (a: Self, b: Self) -> Bool { (a.regulation, a.provision) < (b.regulation, b.provision) }
}

extension Corpus {
  public subscript(position: ProvisionPosition) -> (regulation: Regulation, provision: AnnotatedProvision) {
    let regulation = regulations[position.regulation]
    return (regulation, regulation.provisions[position.provision])
  }
}

/// Which provisions belong to each topic; read off the notes.
public struct TopicIndex: Sendable {
  /// By slug, in reading order.
  private let members: [String: [ProvisionPosition]]
  /// Positions of the compared regulations.
  private let compared: [Int]

  init(_ corpus: Corpus) {
    var members: [String: [ProvisionPosition]] = [:]
    for (r, regulation) in corpus.regulations.enumerated() {
      for (p, provision) in regulation.provisions.enumerated() {
        for topic in provision.noteZh?.topics ?? [] {
          members[topic.value, default: []].append(ProvisionPosition(regulation: r, provision: p))
        }
      }
    }
    self.members = members
    let ids = Set(corpus.compared.map(\.id))
    compared = corpus.regulations.indices.filter { ids.contains(corpus.regulations[$0].id) }
  }

  public func provisions(of topic: String) -> [ProvisionPosition] { members[topic] ?? [] }

  /// One cell of the matrix.
  public func provisions(of topic: String, regulation: Int) -> [ProvisionPosition] {
    let all = provisions(of: topic)
    // Members are sorted by regulation, so a cell is one run of them.
    let start = partition(all) { $0.regulation >= regulation }
    let end = partition(all) { $0.regulation > regulation }
    return Array(all[start..<end])
  }

  /// Provisions of other compared regulations that share topics with this one: those with the rarest shared topics
  /// first, at most `perRegulation` of a regulation. To share chief quality officers, which few provisions speak of,
  /// says more than to share the duties of government.
  public func neighbours(
    of position: ProvisionPosition, topics: [String], perRegulation: Int = 3
  ) -> [(provision: ProvisionPosition, topics: [String])] {
    var shared: [ProvisionPosition: [String]] = [:]
    var weights: [ProvisionPosition: Double] = [:]
    for topic in topics {
      let weight = 1 / Double(max(1, provisions(of: topic).count))
      for regulation in compared where regulation != position.regulation {
        for other in provisions(of: topic, regulation: regulation) {
          shared[other, default: []].append(topic)
          weights[other, default: 0] += weight
        }
      }
    }
    var found: [(provision: ProvisionPosition, topics: [String])] = []
    for regulation in compared {
      let ours = shared.filter { $0.key.regulation == regulation }
        .sorted { (weights[$1.key] ?? 0, $0.key) < (weights[$0.key] ?? 0, $1.key) }
      found += ours.prefix(perRegulation).map { ($0.key, $0.value) }
    }
    return found
  }

  /// The first position at which the predicate holds; it must not fail after it held.
  private func partition(_ all: [ProvisionPosition], _ predicate: (ProvisionPosition) -> Bool) -> Int {
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if predicate(all[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
