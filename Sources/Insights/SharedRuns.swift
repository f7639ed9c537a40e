#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A run of symbols that two provisions share, by where it begins in each.
struct SymbolRun: Hashable, Sendable {
  var here: UInt32
  var there: UInt32
  var length: UInt32
  /// How much it says that two texts share it: characters beyond seven, times rarity.
  var weight: Float

  var hereRange: Range<Int> { Int(here)..<Int(here + length) }
  var thereRange: Range<Int> { Int(there)..<Int(there + length) }
}

/// Finds the maximal runs that two provisions share.
struct RunFinder: Sendable {
  let text: ComparableText
  let index: GramIndex

  /// A phrase that stands many times in one provision is looked at so often, no more: keeps the search linear.
  private static let repeatLimit = 4

  /// The runs in the order of `here`, formulas aside at least eight Han characters long.
  func runs(here: Int, there: Int) -> [SymbolRun] {
    let range = text.range(here)
    let starts = index.sortedStarts[there]
    guard !starts.isEmpty else { return [] }
    var found: [SymbolRun] = []
    var lowest = range.lowerBound
    var position = range.lowerBound
    while position < range.upperBound {
      let gram = index.grams[position]
      guard gram != GramIndex.none, let run = longest(at: position, gram, starts, from: lowest) else {
        position += 1
        continue
      }
      position = max(position + 1, run.hereRange.upperBound - GramIndex.length + 1)
      lowest = Int(run.here) + 1
      guard run.weight > 0 else { continue }
      if let last = found.last, last.hereRange.upperBound >= Int(run.here) + GramIndex.length {
        if run.length > last.length { found[found.count - 1] = run }
      } else {
        found.append(run)
      }
    }
    return found
  }

  private func longest(at position: Int, _ gram: UInt32, _ starts: [UInt32], from lowest: Int) -> SymbolRun? {
    var low = starts.startIndex
    var high = starts.endIndex
    while low < high {
      let middle = (low + high) / 2
      if index.grams[Int(starts[middle])] < gram { low = middle + 1 } else { high = middle }
    }
    var best: (start: Int, other: Int, length: Int)?
    for slot in starts[low...].prefix(Self.repeatLimit) {
      let other = Int(slot)
      guard index.grams[other] == gram else { break }
      var before = 0
      while position - before > lowest, text.symbols[position - before - 1] != 0,
        text.symbols[position - before - 1] == text.symbols[other - before - 1]
      {
        before += 1
      }
      var after = 0
      while text.symbols[position + after] != 0, text.symbols[position + after] == text.symbols[other + after] { after += 1 }
      let length = before + after
      if after >= GramIndex.length, length > best?.length ?? 0 { best = (position - before, other - before, length) }
    }
    return best.map {
      SymbolRun(
        here: UInt32($0.start), there: UInt32($0.other), length: UInt32($0.length),
        weight: weight($0.start..<$0.start + $0.length))
    }
  }

  /// Length beyond seven Han characters, formulas not counted, times rarity; 0 for a run that is too short.
  private func weight(_ range: Range<Int>) -> Float {
    var characters = 0
    var rarest = UInt32.max
    for position in range {
      if text.counts[position] { characters += 1 }
      let gram = index.grams[position]
      if position + GramIndex.length <= range.upperBound, gram != GramIndex.none {
        rarest = min(rarest, index.provisionCounts[Int(gram)])
      }
    }
    guard characters >= GramIndex.length else { return 0 }
    return Float(characters - GramIndex.length + 1) * rarity(rarest)
  }

  /// From 1 for a phrase in a single provision down towards 0 for one in all.
  func rarity(_ provisions: UInt32) -> Float {
    let all = Float(max(2, text.provisions.count))
    return max(0.05, log(all / Float(max(1, min(provisions, UInt32(text.provisions.count))))) / log(all))
  }
}
