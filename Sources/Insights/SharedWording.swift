import Corpus
import Legislation

/// A run of text that two provisions share, and where it stands in each.
public struct SharedRun: Hashable, Sendable {
  public let here: TextStretch
  public let there: TextStretch
}

/// A provision of another law that shares wording with this one. Shared, not borrowed: many phrases come from
/// national documents.
public struct CloseProvision: Hashable, Sendable {
  public let position: ProvisionPosition
  /// In the order of this provision.
  public let runs: [SharedRun]
}

/// The passages that laws have in common, character by character.
///
/// A run is at least eight Han characters long, punctuation and white space aside, and stands in one paragraph or item.
/// Set phrases of law-making do not count, nor does what stands in most laws. Provisions are close when they share many
/// such characters in rare phrases.
public struct SharedWording: Sendable {
  private let finder: RunFinder
  private let closest: [[Neighbour]]
  /// Weight of all wording shared by two regulations, both ways alike.
  private let affinities: [[Int: Float]]

  struct Neighbour: Sendable {
    let provision: Int
    let weight: Float
    let runs: [SymbolRun]
  }

  public init(_ corpus: Corpus) {
    let text = ComparableText(corpus)
    let families = corpus.families
    let compared = corpus.comparedIndices
    let bits = Dictionary(zip(compared, (0..<64).map { UInt64(1) << $0 }), uniquingKeysWith: { first, _ in first })
    let index = GramIndex(
      text, families: text.provisions.map { families[$0.regulation] }, bits: text.provisions.map { bits[$0.regulation] ?? 0 })
    finder = RunFinder(text: text, index: index)
    closest = NeighbourSearch(finder: finder, families: families).all()
    var affinities = [[Int: Float]](repeating: [:], count: corpus.regulations.count)
    for (number, neighbours) in closest.enumerated() {
      let here = text.provisions[number].regulation
      for neighbour in neighbours {
        let there = text.provisions[neighbour.provision].regulation
        affinities[here][there, default: 0] += neighbour.weight
        affinities[there][here, default: 0] += neighbour.weight
      }
    }
    self.affinities = affinities
    overlaps = Overlaps(text, index, compared: compared)
  }

  /// How much of each compared regulation's text stands in each other one.
  public let overlaps: Overlaps

  /// The provisions of other laws that share most wording with this one, closest first, at most `limit`.
  public func closest(to position: ProvisionPosition, limit: Int = 5) -> [CloseProvision] {
    closest[finder.text.number(position)].prefix(limit).map { neighbour in
      CloseProvision(position: finder.text.provisions[neighbour.provision], runs: neighbour.runs.map(shared))
    }
  }

  /// What two provisions share, in the order of the first.
  public func runs(from here: ProvisionPosition, to there: ProvisionPosition) -> [SharedRun] {
    finder.runs(here: finder.text.number(here), there: finder.text.number(there)).map(shared)
  }

  /// Regulations by the weight of the wording they share with this one, most first; those that share none are left out.
  public func nearestRegulations(to regulation: Int) -> [Int] {
    affinities[regulation].sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  private func shared(_ run: SymbolRun) -> SharedRun {
    SharedRun(here: finder.text.stretch(run.hereRange), there: finder.text.stretch(run.thereRange))
  }
}

extension Corpus {
  /// For each regulation a number that all versions of the same law share.
  var families: [UInt32] {
    let index = Dictionary(zip(regulations.map(\.id), regulations.indices), uniquingKeysWith: { first, _ in first })
    return regulations.indices.map { start in
      var current = start
      // A chain that goes round is a finding of the checker; here it must only end.
      for _ in regulations.indices {
        guard let earlier = regulations[current].facts.succeeds.flatMap({ index[$0.value] }), earlier != current else { break }
        current = earlier
      }
      return UInt32(current)
    }
  }

  /// Positions of the compared regulations in `regulations`, in the order of `site.yml`.
  var comparedIndices: [Int] {
    settings.compared.compactMap { id in regulations.firstIndex { $0.id == id.value } }
  }
}
