import Corpus

/// Finds for every provision those of other laws that share most wording with it.
///
/// Candidates come from the rarest grams first, and only so many postings are read for one provision: the cost grows
/// with the number of provisions, however often a phrase is repeated. Candidates are then compared exactly.
struct NeighbourSearch: Sendable {
  let finder: RunFinder
  /// By regulation.
  let families: [UInt32]

  /// Five are shown; the others serve to measure how near two regulations are.
  private static let candidates = 24
  private static let kept = 8
  /// A provision of 200 characters whose every phrase stands in 20 others has as many.
  private static let postingLimit = 4000

  /// By provision number.
  func all() -> [[SharedWording.Neighbour]] {
    let count = finder.text.provisions.count
    let chunks = stride(from: 0, to: count, by: 256).map { $0..<min($0 + 256, count) }
    return concurrentMap(chunks) { chunk in
      var scores = [Float](repeating: 0, count: count)
      return chunk.map { neighbours(of: $0, &scores) }
    }.flatMap { $0 }
  }

  /// `scores` holds a zero for every provision, before and after.
  private func neighbours(of provision: Int, _ scores: inout [Float]) -> [SharedWording.Neighbour] {
    candidates(of: provision, &scores).map { other in
      let runs = finder.runs(here: provision, there: other)
      return SharedWording.Neighbour(provision: other, weight: runs.reduce(0) { $0 + $1.weight }, runs: runs)
    }
    .filter { !$0.runs.isEmpty }
    .sorted { ($1.weight, $0.provision) < ($0.weight, $1.provision) }
    .prefix(Self.kept).map { $0 }
  }

  private func candidates(of provision: Int, _ scores: inout [Float]) -> [Int] {
    let index = finder.index
    let family = families[finder.text.provisions[provision].regulation]
    var grams: [UInt32] = []
    for start in index.sortedStarts[provision] {
      let gram = index.grams[Int(start)]
      if grams.last != gram { grams.append(gram) }
    }
    grams.sort { (index.provisionCounts[Int($0)], $0) < (index.provisionCounts[Int($1)], $1) }
    var touched: [Int] = []
    var read = 0
    for gram in grams {
      let postings = index.provisions(of: gram)
      let gain = finder.rarity(UInt32(postings.count))
      for posting in postings.prefix(Self.postingLimit - read) {
        let other = Int(posting)
        guard families[finder.text.provisions[other].regulation] != family else { continue }
        if scores[other] == 0 { touched.append(other) }
        scores[other] += gain
      }
      read += postings.count
      if read >= Self.postingLimit { break }
    }
    let best = touched.sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(Self.candidates)
    for other in touched { scores[other] = 0 }
    return Array(best)
  }
}
