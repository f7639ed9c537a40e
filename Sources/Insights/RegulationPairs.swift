import Corpus

/// Two regulations that a page compares; of two versions of one law the earlier comes first.
public struct RegulationPair: Hashable, Sendable {
  public let first: Int
  public let second: Int
  /// Whether the second follows the first as a version of the same law.
  public let isVersion: Bool

  public init(first: Int, second: Int, isVersion: Bool) {
    (self.first, self.second, self.isVersion) = (first, second, isVersion)
  }
}

/// Which regulations are set side by side: all pairs of up to twelve, beyond that each one with its five nearest by
/// shared wording; versions of one law always.
public struct RegulationPairs: Sendable {
  public let all: [RegulationPair]
  private let index: [Int: [Int: Int]]

  /// Beyond this number of regulations pairs are chosen. 12 give 66 pairs, 5 of each of 600 give at most 3,000.
  static let limit = 12

  init(_ corpus: Corpus, wording: SharedWording) {
    let count = corpus.regulations.count
    var pairs: Set<RegulationPair> = []
    func add(_ a: Int, _ b: Int) { pairs.insert(RegulationPair(first: min(a, b), second: max(a, b), isVersion: false)) }
    if count <= Self.limit {
      for a in 0..<count { for b in a + 1..<max(count, a + 1) { add(a, b) } }
    } else {
      for a in 0..<count { for b in wording.nearestRegulations(to: a).prefix(5) { add(a, b) } }
    }
    let ids = Dictionary(zip(corpus.regulations.map(\.id), corpus.regulations.indices), uniquingKeysWith: { first, _ in first })
    for (later, regulation) in corpus.regulations.enumerated() {
      guard let earlier = regulation.facts.succeeds.flatMap({ ids[$0.value] }), earlier != later else { continue }
      pairs.remove(RegulationPair(first: min(earlier, later), second: max(earlier, later), isVersion: false))
      // Two texts that each claim to succeed the other are a finding of the checker; here one page is enough.
      guard !pairs.contains(RegulationPair(first: later, second: earlier, isVersion: true)) else { continue }
      pairs.insert(RegulationPair(first: earlier, second: later, isVersion: true))
    }
    all = pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    var index: [Int: [Int: Int]] = [:]
    for (place, pair) in all.enumerated() {
      index[pair.first, default: [:]][pair.second] = place
      index[pair.second, default: [:]][pair.first] = place
    }
    self.index = index
  }

  /// The pair of two regulations, in whichever order; nil when no page compares them.
  public func pair(_ a: Int, _ b: Int) -> RegulationPair? { index[a]?[b].map { all[$0] } }
}
