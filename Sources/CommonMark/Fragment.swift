import Diagnostics

/// Markdown rendered once, with holes where a page fills in its own addresses and labels.
///
/// Immutable and `Sendable`; writing it out parses nothing and copies bytes.
public struct Fragment: Sendable {
  /// References, external links and images, in the order of the source.
  public let links: [Link]
  /// Headings, in the order of the source.
  public let headings: [Heading]
  /// Comments of the three allowed forms, in the order of the source; they are not in the HTML.
  public let comments: [Comment]
  /// Block quotes, outermost ones only, in the order of the source.
  public let quotes: [Quote]

  /// HTML without what belongs into the holes.
  let html: [UInt8]
  /// In the order of their offsets.
  let holes: [Hole]
  /// The readable text: words, code and alternative texts, a line feed between blocks.
  let plain: [UInt8]
  /// Where in `plain` and in the file our own words stand.
  let stretches: [Stretch]
  /// Where in `plain` the labels belong that pages write.
  let gaps: [Gap]
  let file: String

  /// Nothing.
  public static let empty = Fragment(
    links: [], headings: [], comments: [], quotes: [], html: [], holes: [], plain: [], stretches: [], gaps: [], file: "")

  /// Whether nothing would be written.
  public var isEmpty: Bool { html.isEmpty }

  /// The readable text without markup, for search and for lengths; blocks are separated by line feeds.
  public var plainText: String { String(decoding: plain, as: UTF8.self) }

  /// The readable text as a page shows it: `label` writes what a link without a label says.
  public func plainText(label: (Link) -> String) -> String { String(decoding: words(label), as: UTF8.self) }

  private func words(_ label: (Link) -> String) -> [UInt8] {
    guard !gaps.isEmpty else { return plain }
    var words: [UInt8] = []
    var copied = 0
    for gap in gaps {
      words += plain[copied..<gap.place]
      words += label(links[gap.link]).utf8
      copied = gap.place
    }
    return words + plain[copied...]
  }

  /// The first line of the readable text that is no heading, as a page shows it; empty when there is none.
  public func firstWords(label: (Link) -> String) -> String {
    var rest = words(label)[...]
    while !rest.isEmpty {
      let line = rest.prefix { $0 != UInt8(ascii: "\n") }
      if !line.isEmpty, !headings.contains(where: { $0.text.utf8.elementsEqual(line) }) { return String(decoding: line, as: UTF8.self) }
      rest = rest.dropFirst(line.count + 1)
    }
    return ""
  }
}

/// A link or an image.
public struct Link: Hashable, Sendable {
  /// What the source names, with escapes and entities decoded: `nantong/5#p1-i3`, `term:召回`.
  public let destination: String
  /// False for `[](x)`, whose label the page writes.
  public internal(set) var hasLabel: Bool
  /// The label's (or alternative) text without markup.
  public internal(set) var text: String
  /// `![…](…)`.
  public let isImage: Bool
  /// `http:`, `https:` or `mailto:`; rendered as it is, without a hole.
  public internal(set) var isExternal: Bool
  /// The whole construct, from `[`, `![` or `<` to its end.
  public internal(set) var range: SourceRange
  /// The destination; in `[text][label]` the label; in `[label]` the whole construct.
  public internal(set) var destinationRange: SourceRange
}

/// A heading of the source.
public struct Heading: Hashable, Sendable {
  /// 1 to 6, as written: `##` is 2, whatever the shift.
  public let level: Int
  /// The text without markup.
  public let text: String
  /// From the first `#` (or the text that is underlined) to the end of that line.
  public let range: SourceRange
  /// Whether it stands in no block quote and no list.
  let isTopLevel: Bool
  /// The whole element in `html`, its line feed included.
  var element: Range<Int> = 0..<0
  /// What stands between the tags.
  var content: Range<Int> = 0..<0
}

/// A comment of one of the three allowed forms, alone on its line.
public struct Comment: Hashable, Sendable {
  /// `of`, `id` or `check`.
  public let name: String
  /// What follows the colon, trimmed: `1a2b3c4d5e6f; review: checked`.
  public let value: String
  /// From `<!--` to `-->`.
  public let range: SourceRange
}

/// A stretch of our own words on one line: no code, no address, no title, no mark-up.
///
/// Scalar `i` of `text` stands at column `range.start.column + i`, except in a decoded entity, which is a
/// stretch of its own.
public struct Prose: Hashable, Sendable {
  public let text: String
  public let range: SourceRange
  /// Whether a reader sees it right after the stretch before it: only emphasis marks, brackets of a link or a
  /// line break between Han characters are in between.
  public let continues: Bool
}

/// Where a page writes something of its own.
struct Hole: Hashable, Sendable {
  enum Kind: Hashable, Sendable { case attributes, label }
  private let place: Int32
  private let number: Int32
  let kind: Kind

  var offset: Int { Int(place) }
  /// Position among the links.
  var link: Int { Int(number) }

  init(offset: Int, link: Int, kind: Kind) { (place, number, self.kind) = (Int32(offset), Int32(link), kind) }
}

/// A link without a label, of which the plain text says nothing.
struct Gap: Hashable, Sendable {
  private let offset, number: Int32

  /// Bytes of the plain text before it.
  var place: Int { Int(offset) }
  /// Position among the links.
  var link: Int { Int(number) }

  init(place: Int, link: Int) { (offset, number) = (Int32(place), Int32(link)) }
}

/// A stretch of words: bytes of the plain text, and where they stand in the file. Every line of a site has some, so
/// they are kept small; files have at most 4 MB.
struct Stretch: Hashable, Sendable {
  private let textStart, textEnd, startLine, startColumn, endLine, endColumn: Int32
  let continues: Bool

  var text: Range<Int> { Int(textStart)..<Int(textEnd) }
  var start: SourcePosition { SourcePosition(line: Int(startLine), column: Int(startColumn)) }
  var end: SourcePosition { SourcePosition(line: Int(endLine), column: Int(endColumn)) }

  init(text: Range<Int>, start: SourcePosition, end: SourcePosition, continues: Bool) {
    (textStart, textEnd) = (Int32(text.lowerBound), Int32(text.upperBound))
    (startLine, startColumn) = (Int32(start.line), Int32(start.column))
    (endLine, endColumn) = (Int32(end.line), Int32(end.column))
    self.continues = continues
  }
}

extension Fragment {
  /// Our own words, line by line, so that rules of typography can judge them.
  public var prose: [Prose] {
    stretches.map { stretch in
      Prose(
        text: String(decoding: plain[stretch.text], as: UTF8.self),
        range: SourceRange(file: file, start: stretch.start, end: stretch.end), continues: stretch.continues)
    }
  }
}
