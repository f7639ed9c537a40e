/// Which stretches of eight symbols stand in more than one law, and where. Built in one pass with a hash table, so its
/// cost grows with the length of the texts and not with the number of pairs.
struct GramIndex: Sendable {
  /// The shortest run that counts as shared.
  static let length = 8
  /// Not shared, or no eight symbols left in the element.
  static let none = UInt32.max

  /// The gram that begins at each symbol.
  let grams: [UInt32]
  /// In how many provisions each gram stands.
  let provisionCounts: [UInt32]
  /// The compared regulations in which each gram stands, a bit each.
  let masks: [UInt64]
  /// Of each provision the symbols at which shared grams begin, by gram.
  let sortedStarts: [[UInt32]]
  private let postingStarts: [Int]
  private let postings: [UInt32]

  /// The provisions in which a gram stands, ascending.
  func provisions(of gram: UInt32) -> ArraySlice<UInt32> {
    postings[postingStarts[Int(gram)]..<postingStarts[Int(gram) + 1]]
  }

  /// `families` names for each provision the law it belongs to: versions of one law are one family. `bits` names for
  /// each provision the bit of its regulation, 0 for none.
  init(_ text: ComparableText, families: [UInt32], bits: [UInt64]) {
    var table = GramTable(capacity: text.symbols.count)
    var numbers = [UInt32](repeating: Self.none, count: text.symbols.count)
    var uses: [Use] = []
    for provision in text.provisions.indices {
      var hash = RollingHash()
      let range = text.range(provision)
      for index in range {
        guard let key = hash.push(text.symbols[index]) else { continue }
        let number = table.number(of: key)
        if Int(number) == uses.count { uses.append(Use()) }
        uses[Int(number)].note(provision: UInt32(provision), family: families[provision], bit: bits[provision])
        numbers[index + 1 - Self.length] = number
      }
    }
    // Phrases that most laws have are set phrases, whatever they say.
    let limit = UInt32(max(3, Set(families).count / 2))
    var renumbered = [UInt32](repeating: Self.none, count: uses.count)
    var counts: [UInt32] = []
    var masks: [UInt64] = []
    for (number, use) in uses.enumerated() where use.families > 1 && use.families <= limit {
      renumbered[number] = UInt32(counts.count)
      counts.append(use.provisions)
      masks.append(use.mask)
    }
    for index in numbers.indices where numbers[index] != Self.none { numbers[index] = renumbered[Int(numbers[index])] }
    (grams, provisionCounts, self.masks) = (numbers, counts, masks)
    (postingStarts, postings) = Self.postings(numbers, counts, text)
    sortedStarts = text.provisions.indices.map { provision in
      text.range(provision).filter { numbers[$0] != Self.none }.sorted { (numbers[$0], $0) < (numbers[$1], $1) }.map { UInt32($0) }
    }
  }

  private static func postings(
    _ grams: [UInt32], _ counts: [UInt32], _ text: ComparableText
  ) -> (starts: [Int], postings: [UInt32]) {
    var starts = [0]
    starts.reserveCapacity(counts.count + 1)
    for count in counts { starts.append(starts[starts.count - 1] + Int(count)) }
    var next = starts
    var postings = [UInt32](repeating: none, count: starts[counts.count])
    for provision in text.provisions.indices {
      for index in text.range(provision) where grams[index] != none {
        let gram = Int(grams[index])
        // Provisions come in order, so a repeat within one is the entry before.
        if next[gram] > starts[gram], postings[next[gram] - 1] == UInt32(provision) { continue }
        postings[next[gram]] = UInt32(provision)
        next[gram] += 1
      }
    }
    return (starts, postings)
  }

  /// In how many provisions and laws a gram has been met.
  private struct Use {
    var provisions: UInt32 = 0
    var families: UInt32 = 0
    var mask: UInt64 = 0
    private var lastProvision = GramIndex.none
    private var lastFamily = GramIndex.none

    mutating func note(provision: UInt32, family: UInt32, bit: UInt64) {
      mask |= bit
      if provision != lastProvision { provisions += 1 }
      // Versions of one law that stand apart count twice; that only makes a common phrase look a little commoner.
      if family != lastFamily { families += 1 }
      (lastProvision, lastFamily) = (provision, family)
    }
  }
}

/// A polynomial hash of the last eight symbols.
struct RollingHash {
  private static let base: UInt64 = 0x9e37_79b9_7f4a_7c15
  private static let leaving: UInt64 = (0..<GramIndex.length).reduce(1) { power, _ in power &* base }
  private var window = [UInt32](repeating: 0, count: GramIndex.length)
  private var filled = 0
  private var hash: UInt64 = 0

  /// The hash of eight symbols that end with this one; nil while there are fewer since the last separator.
  mutating func push(_ symbol: UInt32) -> UInt64? {
    guard symbol != 0 else {
      (filled, hash) = (0, 0)
      return nil
    }
    let slot = filled % GramIndex.length
    hash = hash &* Self.base &+ UInt64(symbol)
    if filled >= GramIndex.length { hash = hash &- UInt64(window[slot]) &* Self.leaving }
    window[slot] = symbol
    filled += 1
    return filled >= GramIndex.length ? max(1, hash) : nil
  }
}

/// Numbers keys as they come, by open addressing. Two grams with one 64-bit hash would be taken for one; the runs are
/// compared symbol by symbol afterwards, so this costs a look and shows nothing false.
struct GramTable {
  private var keys: [UInt64]
  private var numbers: [UInt32]
  private var count: UInt32 = 0
  private let shift: Int

  init(capacity: Int) {
    var bits = 4
    while 1 << bits < capacity * 2 { bits += 1 }
    keys = [UInt64](repeating: 0, count: 1 << bits)
    numbers = [UInt32](repeating: 0, count: 1 << bits)
    shift = 64 - bits
  }

  mutating func number(of key: UInt64) -> UInt32 {
    // Multiplying spreads the low bits, where a polynomial hash is weak, into the high ones.
    var slot = Int(((key ^ (key >> 32)) &* 0xff51_afd7_ed55_8ccd) >> shift)
    while keys[slot] != 0 {
      if keys[slot] == key { return numbers[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    keys[slot] = key
    numbers[slot] = count
    count += 1
    return count - 1
  }
}
