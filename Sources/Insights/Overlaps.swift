/// How many characters of each compared regulation stand in runs that another one has too; at most 64 regulations.
public struct Overlaps: Sendable {
  /// Positions of the compared regulations in the corpus.
  public let regulations: [Int]
  /// Han characters of each compared regulation, set phrases not counted.
  public let characters: [Int]
  private let shared: [[Int]]

  /// Characters of one compared regulation that stand in another as well, by their places in `regulations`.
  public func characters(of here: Int, in there: Int) -> Int { shared[here][there] }

  init(_ text: ComparableText, _ index: GramIndex, compared: [Int]) {
    let regulations = Array(compared.prefix(64))
    self.regulations = regulations
    var characters = [Int](repeating: 0, count: regulations.count)
    var shared = [[Int]](repeating: [Int](repeating: 0, count: regulations.count), count: regulations.count)
    let places = Dictionary(zip(regulations, regulations.indices), uniquingKeysWith: { first, _ in first })
    for (number, position) in text.provisions.enumerated() {
      guard let here = places[position.regulation] else { continue }
      let range = text.range(number)
      characters[here] += range.count { text.counts[$0] }
      for there in regulations.indices where there != here {
        shared[here][there] += Self.characters(in: range, also: UInt64(1) << there, text, index)
      }
    }
    self.characters = characters
    self.shared = shared
  }

  private static func characters(
    in range: Range<Int>, also bit: UInt64, _ text: ComparableText, _ index: GramIndex
  ) -> Int {
    var total = 0
    var run = 0
    var end = 0
    for position in range {
      let gram = index.grams[position]
      if gram != GramIndex.none, index.masks[Int(gram)] & bit != 0 { end = position + GramIndex.length }
      if position < end {
        if text.counts[position] { run += 1 }
      } else {
        if run >= GramIndex.length { total += run }
        run = 0
      }
    }
    return run >= GramIndex.length ? total + run : total
  }
}
