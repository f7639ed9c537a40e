import Corpus
import Legislation

/// Two versions of a law set against each other, aligned by wording and not by number.
public struct VersionComparison: Sendable {
  /// An article of the earlier version, of the later one, or of both.
  public struct Row: Hashable, Sendable {
    public let earlier: Int?
    public let later: Int?
  }

  /// In the order of the later version; what it left out stands where it stood.
  public let rows: [Row]

  /// Below this share of common grams two articles are not the same article any more. Two unrelated articles of our
  /// texts share at most 0.2.
  private static let threshold = 0.35

  public init(_ earlier: [Provision], _ later: [Provision]) {
    let old = earlier.map(Self.grams)
    let new = later.map(Self.grams)
    var holders: [UInt64: [Int]] = [:]
    for (place, grams) in old.enumerated() { for gram in grams { holders[gram, default: []].append(place) } }
    var candidates: [(similarity: Double, old: Int, new: Int)] = []
    for (place, grams) in new.enumerated() {
      var shared: [Int: Int] = [:]
      for gram in grams { for holder in holders[gram] ?? [] { shared[holder, default: 0] += 1 } }
      for (holder, count) in shared {
        let similarity = 2 * Double(count) / Double(max(1, old[holder].count + grams.count))
        if similarity >= Self.threshold { candidates.append((similarity, holder, place)) }
      }
    }
    candidates.sort { ($1.similarity, $0.old, $0.new) < ($0.similarity, $1.old, $1.new) }
    var oldOf: [Int: Int] = [:]
    var matched: Set<Int> = []
    for candidate in candidates where oldOf[candidate.new] == nil && !matched.contains(candidate.old) {
      oldOf[candidate.new] = candidate.old
      matched.insert(candidate.old)
    }
    rows = Self.rows(oldOf, earlier.count, later.count, matched)
  }

  private static func rows(_ oldOf: [Int: Int], _ earlier: Int, _ later: Int, _ matched: Set<Int>) -> [Row] {
    var rows: [Row] = []
    var dropped = (0..<earlier).filter { !matched.contains($0) }[...]
    for place in 0..<later {
      if let old = oldOf[place] {
        while let first = dropped.first, first < old {
          rows.append(Row(earlier: first, later: nil))
          dropped.removeFirst()
        }
      }
      rows.append(Row(earlier: oldOf[place], later: place))
    }
    return rows + dropped.map { Row(earlier: $0, later: nil) }
  }

  /// The pairs of neighbouring characters.
  private static func grams(_ provision: Provision) -> Set<UInt64> {
    var grams: Set<UInt64> = []
    for (_, text) in provision.elements {
      var previous: UInt64 = 0
      for scalar in text.unicodeScalars {
        guard let symbol = comparableSymbol(scalar) else { continue }
        if previous != 0 { grams.insert(previous << 32 | UInt64(symbol)) }
        previous = UInt64(symbol)
      }
    }
    return grams
  }
}

/// A stretch of text in a comparison of two versions.
public enum Edit: Hashable, Sendable {
  case same(String)
  case deleted(String)
  case inserted(String)
}

/// What was deleted from one text and inserted to make the other, character by character. A single
/// character that happens to be the same between two changes is shown as changed, since nobody reads it as kept.
public func edits(from old: String, to new: String) -> [Edit] {
  let a = [Unicode.Scalar](of: old)
  let b = [Unicode.Scalar](of: new)
  let head = zip(a, b).prefix { $0 == $1 }.count
  let tail = zip(a[head...].reversed(), b[head...].reversed()).prefix { $0 == $1 }.count
  let middle = changes(a[head..<a.count - tail], b[head..<b.count - tail])
  var found: [Edit] = []
  if head > 0 { found.append(.same(String(scalars: a[..<head]))) }
  for (deleted, inserted, same) in middle {
    if !deleted.isEmpty { found.append(.deleted(String(scalars: deleted))) }
    if !inserted.isEmpty { found.append(.inserted(String(scalars: inserted))) }
    if !same.isEmpty { found.append(.same(String(scalars: same))) }
  }
  if tail > 0 { found.append(.same(String(scalars: a[(a.count - tail)...]))) }
  return found
}

private typealias Change = (deleted: [Unicode.Scalar], inserted: [Unicode.Scalar], same: [Unicode.Scalar])

private func changes(_ a: ArraySlice<Unicode.Scalar>, _ b: ArraySlice<Unicode.Scalar>) -> [Change] {
  // The standard library's difference needs the square of the number of changes; beyond this the whole is replaced.
  guard a.count <= 3000, b.count <= 3000 else { return [(Array(a), Array(b), [])] }
  let difference = b.difference(from: a)
  var removed = Set<Int>()
  var inserted = Set<Int>()
  for change in difference {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): inserted.insert(offset)
    }
  }
  var found: [Change] = []
  var (i, j) = (0, 0)
  while i < a.count || j < b.count {
    var change: Change = ([], [], [])
    while i < a.count, removed.contains(i) {
      change.deleted.append(a[a.startIndex + i])
      i += 1
    }
    while j < b.count, inserted.contains(j) {
      change.inserted.append(b[b.startIndex + j])
      j += 1
    }
    while i < a.count, j < b.count, !removed.contains(i), !inserted.contains(j) {
      change.same.append(a[a.startIndex + i])
      i += 1
      j += 1
    }
    if let last = found.last, last.same.count <= 1, !(change.deleted.isEmpty && change.inserted.isEmpty) {
      found[found.count - 1] = (last.deleted + last.same + change.deleted, last.inserted + last.same + change.inserted, change.same)
    } else {
      found.append(change)
    }
  }
  return found
}
