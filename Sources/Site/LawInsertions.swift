import Legislation

/// Markup that goes into the text of a law without changing its text: marks around shared wording, links on citations,
/// signs before sentences.
struct LawInsertions {
  /// A stretch with markup around it. Spans that cross are split so that elements nest; `reopen` begins the later parts.
  private struct Span {
    let range: Range<Int>
    let layer: Int
    let open: String
    let reopen: String
    let close: String
  }

  private var spans: [Anchor: [Span]] = [:]
  private var points: [Anchor: [Int: String]] = [:]

  var isEmpty: Bool { spans.isEmpty && points.isEmpty }

  /// Puts an element around a stretch; a lower layer stands outside a higher one. An id goes on its first part only.
  mutating func wrap(_ stretch: Range<Int>, at anchor: Anchor, layer: Int, element: String, attributes: String = "", id: String = "") {
    guard !stretch.isEmpty else { return }
    let open = "<\(element)\(attributes)"
    spans[anchor, default: []].append(
      Span(
        range: stretch, layer: layer, open: open + (id.isEmpty ? ">" : " id=\"\(id)\">"), reopen: open + ">",
        close: "</\(element)>"))
  }

  /// Puts markup before a scalar.
  mutating func insert(_ markup: String, before offset: Int, at anchor: Anchor) {
    points[anchor, default: [:]][offset, default: ""] += markup
  }

  /// Writes an element's text, its printed label before it, with what goes into it.
  func write(_ text: String, label: String = "", at anchor: Anchor, to html: inout HTML) {
    html.text(label)
    let points = points[anchor] ?? [:]
    let spans = spans[anchor] ?? []
    guard !points.isEmpty || !spans.isEmpty else { return html.text(text) }
    let text = ScalarOffsets(text)
    let places = Set(points.keys).union(spans.flatMap { [$0.range.lowerBound, $0.range.upperBound] })
      .filter { (0...text.count).contains($0) }.sorted()
    var open: [Span] = []
    var from = 0
    for place in places {
      html.text(text[from..<place])
      from = place
      // Whatever stands inside an element that ends here is closed with it, and opened again if it goes on.
      let keep = open.firstIndex { $0.range.upperBound <= place } ?? open.count
      for span in open[keep...].reversed() { html.raw(span.close) }
      var next = open[keep...].filter { $0.range.upperBound > place }
      open.removeSubrange(keep...)
      let new = spans.filter { $0.range.lowerBound == place }.sorted { ($0.layer, $1.range.upperBound) < ($1.layer, $0.range.upperBound) }
      if let outer = new.first, let inside = open.firstIndex(where: { $0.layer > outer.layer }) {
        for span in open[inside...].reversed() { html.raw(span.close) }
        next = open[inside...] + next
        open.removeSubrange(inside...)
      }
      html.raw(points[place] ?? "")
      for span in (next + new).sorted(by: { $0.layer < $1.layer }) {
        html.raw(span.range.lowerBound == place ? span.open : span.reopen)
        open.append(span)
      }
    }
    html.text(text[from..<text.count])
    for span in open.reversed() { html.raw(span.close) }
  }
}

/// The bytes of a text by offsets in scalars, which is how marks tell their places.
private struct ScalarOffsets {
  private let bytes: [UInt8]
  /// Where each scalar begins, and the end.
  private let starts: [Int]

  init(_ text: String) {
    bytes = Array(text.utf8)
    var starts: [Int] = []
    starts.reserveCapacity(bytes.count / 2 + 1)
    for (index, byte) in bytes.enumerated() where byte & 0xc0 != 0x80 { starts.append(index) }
    starts.append(bytes.count)
    self.starts = starts
  }

  /// How many scalars there are.
  var count: Int { starts.count - 1 }

  subscript(scalars: Range<Int>) -> ArraySlice<UInt8> { bytes[starts[scalars.lowerBound]..<starts[scalars.upperBound]] }
}

extension Item {
  /// What stands before the text when the item is printed.
  var printedLabel: String { String(Substring(printedText.utf8.dropLast(text.utf8.count))) }
}

/// Ranges that overlap or touch, as one; sorted.
func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
  var found: [Range<Int>] = []
  for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
    if let last = found.last, last.upperBound >= range.lowerBound {
      found[found.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
    } else {
      found.append(range)
    }
  }
  return found
}
