import Diagnostics

/// Parts and provisions of a text in reading order, under names that are the same in every language.
struct Outline {
  enum Key: Hashable {
    /// Kinds and numbers from the outermost part down.
    case part([Label])
    case provision(ProvisionID)
  }
  struct Entry {
    var key: Key
    var label: String
    var line: Int
    /// The part that it stands in.
    var part: [Label]
    /// Nil for a part.
    var provision: Provision?
  }
  private(set) var entries: [Entry] = []
  private(set) var index: [Key: Int] = [:]

  init(_ text: LegalText, _ language: Language) {
    text.walk { division, path in
      let outer = path.map { Outline.label(of: $0, language) }
      switch division {
      case .part(let part):
        add(
          Entry(
            key: .part(outer + [Outline.label(of: part, language)]), label: part.heading.label, line: part.heading.line,
            part: outer))
      case .provision(let provision):
        add(
          Entry(
            key: .provision(provision.id), label: provision.heading?.label ?? provision.id.rawValue, line: provision.line,
            part: outer, provision: provision))
      }
    }
  }

  private mutating func add(_ entry: Entry) {
    if index[entry.key] == nil { index[entry.key] = entries.count }
    entries.append(entry)
  }

  private static func label(of part: Part, _ language: Language) -> Label {
    Label(part.heading.label, language: language) ?? Label(.part(part.kind), [])
  }

  /// The fewest provisions whose removal leaves the two texts in the same order: all that are not on a longest
  /// increasing run (patience sorting, n log n).
  func outOfOrder(in other: Outline) -> Set<Key> {
    let keys = entries.compactMap { $0.provision == nil || other.index[$0.key] == nil ? nil : $0.key }
    let places = keys.map { other.index[$0] ?? 0 }
    var tails: [Int] = []
    var before = [Int?](repeating: nil, count: places.count)
    for (item, place) in places.enumerated() {
      var (low, high) = (0, tails.count)
      while low < high {
        let middle = (low + high) / 2
        if places[tails[middle]] < place { low = middle + 1 } else { high = middle }
      }
      before[item] = low > 0 ? tails[low - 1] : nil
      if low == tails.count { tails.append(item) } else { tails[low] = item }
    }
    var misplaced = Set(keys)
    var item = tails.last
    while let current = item {
      misplaced.remove(keys[current])
      item = before[current]
    }
    return misplaced
  }
}
