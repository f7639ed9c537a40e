import Diagnostics

/// What our edition adds to the publication or drops from it, with an editor's consent.
public enum EditionChange: Hashable, Sendable {
  /// Words that the publication lacks; `place` is `title`, `adoption` or a provision's id.
  case added(String, place: String)
  /// Words on `line` of the publication that our text leaves out.
  case dropped(String, line: Int)
}

/// A place where our edition does not say what was published.
public struct FidelityDifference: Hashable, Sendable {
  /// `title`, `adoption`, `annexes` or a provision's id.
  public var place: String
  /// Some characters before and after included, folded.
  public var editionReading: String
  /// The same place as published; empty when a listed drop is not there.
  public var publishedReading: String
  /// Line of our edition.
  public var editionLine: Int
  /// Line of the publication.
  public var publishedLine: Int
}

/// Compares an edition with its publication character by character. White space, `**`, `#`, HTML comments, the width of
/// round brackets and the listed changes aside, they are the same, or the places where they are not come back, at most
/// three a provision. Linear: where the two part, a window of 48 characters is searched, then the next provision.
public func compareFidelity(_ edition: LegalText, _ published: String, changes: [EditionChange] = []) -> [FidelityDifference] {
  var comparison = FidelityComparison(
    edition: EditionCharacters(edition, added: changes), published: PublishedCharacters(published, dropped: changes))
  return comparison.run()
}

private struct FidelityComparison {
  let edition: EditionCharacters
  let published: PublishedCharacters
  var found: [FidelityDifference] = []
  /// Next characters to compare.
  var e = 0
  var p = 0

  private static let window = 48
  /// Equal characters that put the two in step again.
  private static let agreement = 8

  mutating func run() -> [FidelityDifference] {
    found = published.unmatched
    var section = 0
    var countInSection = 0
    while e < edition.scalars.count || p < published.scalars.count {
      while e < edition.scalars.count, p < published.scalars.count, edition.scalars[e] == published.scalars[p] {
        e += 1
        p += 1
      }
      if e == edition.scalars.count, p == published.scalars.count { break }
      let current = edition.section(at: e)
      countInSection = current == section ? countInSection + 1 : 1
      section = current
      let (e0, p0) = (e, p)
      if countInSection >= 3 || !resynchronise() { skip(to: section + 1) }
      report(section, edition: e0..<e, published: p0..<p)
    }
    return found
  }

  /// Finds the nearest place where both go on alike.
  private mutating func resynchronise() -> Bool {
    for distance in 1...(2 * Self.window) {
      for a in max(0, distance - Self.window)...min(distance, Self.window) where agree(e + a, p + distance - a) {
        e += a
        p += distance - a
        return true
      }
    }
    return false
  }

  private func agree(_ a: Int, _ b: Int) -> Bool {
    guard a <= edition.scalars.count, b <= published.scalars.count else { return false }
    for offset in 0..<Self.agreement {
      let atEnd = (a + offset >= edition.scalars.count, b + offset >= published.scalars.count)
      if atEnd.0 && atEnd.1 { return true }
      if atEnd.0 || atEnd.1 || edition.scalars[a + offset] != published.scalars[b + offset] { return false }
    }
    return true
  }

  /// Goes on at the next provision of the edition whose beginning is found further down in the publication.
  private mutating func skip(to first: Int) {
    for section in edition.sections.dropFirst(first) {
      let key = Array(edition.scalars[section.start...].prefix(12))
      if key.count >= 4, let place = published.place(of: key, from: p) {
        (e, p) = (section.start, place)
        return
      }
    }
    (e, p) = (edition.scalars.count, published.scalars.count)
  }

  private mutating func report(_ section: Int, edition a: Range<Int>, published b: Range<Int>) {
    func reading(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> String {
      let shown = max(0, range.lowerBound - 8)..<min(scalars.count, min(range.upperBound, range.lowerBound + 60) + 8)
      return String(scalars: scalars[shown])
    }
    found.append(
      FidelityDifference(
        place: edition.sections.isEmpty ? "title" : edition.sections[section].place,
        editionReading: reading(edition.scalars, a), publishedReading: reading(published.scalars, b),
        editionLine: edition.line(at: a.lowerBound), publishedLine: published.line(at: b.lowerBound)))
  }
}
