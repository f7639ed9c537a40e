import Corpus
import Diagnostics
import Legislation

/// The headings of a translation, found by the id of the provision and by the order of parts.
struct TranslatedHeadings {
  let parts: [Heading]
  let provisions: [ProvisionID: Heading]

  init(_ text: LegalText?) {
    parts = text?.parts.map(\.heading) ?? []
    provisions = Dictionary(
      (text?.provisions ?? []).compactMap { p in p.heading.map { (p.id, $0) } }, uniquingKeysWith: { first, _ in first })
  }
}

/// A regulation's parts and the provisions in them, as nested lists of links.
///
/// Drawn once for all pages of a regulation's folder: a provision's page marks itself in it.
struct ContentsList: Sendable {
  /// Everything, with no provision marked.
  private var html = HTML()
  /// For each provision in the order of the text: where its link takes attributes.
  private var marks: [Int] = []
  /// Links to the provisions that stand directly in one list, and the provisions of the part that the list is of.
  private var runs: [(bytes: Range<Int>, within: Range<Int>)] = []
  private let regulation: Regulation
  private let language: Language
  private let translated: TranslatedHeadings
  /// What stands before `#part-1`: nothing on the regulation's own page.
  private let address: String
  private var part = 0
  /// On its own pages, a longer text lists only the parts, and the provisions of the part that is open.
  static let longText = 80

  /// The list of a regulation; on pages of its provisions, `address` leads to the regulation's page.
  init(_ regulation: Regulation, _ language: Language, address: String) {
    self.regulation = regulation
    self.language = language
    self.address = address
    translated = TranslatedHeadings(language == .en ? regulation.translation : nil)
    write(regulation.original.divisions, isWhole: true)
    runs.sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
  }

  /// The whole list.
  func write(to html: inout HTML) { html.raw(self.html.bytes) }

  /// The list on the page of a provision, by its place in the text: marked as the current one, in its part.
  func write(for provision: Int, to html: inout HTML) {
    let isShort = marks.count <= Self.longText
    var copied = 0
    func copy(to end: Int) {
      if copied < marks[provision], marks[provision] <= end {
        html.raw(self.html.bytes[copied..<marks[provision]])
        html.raw(" aria-current=\"page\"")
        copied = marks[provision]
      }
      html.raw(self.html.bytes[copied..<end])
      copied = end
    }
    for run in runs where !isShort && !run.within.contains(provision) {
      copy(to: run.bytes.lowerBound)
      copied = run.bytes.upperBound
    }
    copy(to: self.html.bytes.count)
  }

  private mutating func write(_ divisions: [Division], isWhole: Bool) {
    html.raw("<ol class=\"contents\(isBare(divisions) ? " bare" : "")\">\n")
    let first = marks.count
    var own: [Range<Int>] = []
    for division in divisions {
      switch division {
      case .part(let inner):
        let heading = part < translated.parts.count ? translated.parts[part] : inner.heading
        part += 1
        html.raw("<li class=\"part\">")
        html.link("\(address)#part-\(part)", joined(heading, language))
        html.raw("\n")
        write(inner.divisions, isWhole: false)
        html.raw("</li>\n")
      case .provision(let provision):
        let heading = translated.provisions[provision.id] ?? provision.heading
        let start = html.bytes.count
        html.raw("<li><a href=\"")
        html.text(Route.regulation(regulation.id, language).href(to: .provision(regulation.id, provision.id, language)))
        html.raw("\"")
        marks.append(html.bytes.count)
        html.raw(">")
        html.text(heading.map { joined($0, language) } ?? Citation(provision).text(in: language))
        html.raw("</a></li>\n")
        if let last = own.last, last.upperBound == start {
          own[own.count - 1] = last.lowerBound..<html.bytes.count
        } else {
          own.append(start..<html.bytes.count)
        }
      }
    }
    if !isWhole { runs += own.map { ($0, first..<marks.count) } }
    html.raw("</ol>\n")
  }

  /// Whether these are provisions without captions, whose numbers can stand beside each other.
  private func isBare(_ divisions: [Division]) -> Bool {
    divisions.allSatisfy { if case .provision(let provision) = $0 { provision.heading?.text.isEmpty ?? false } else { false } }
  }
}

/// A heading's label and text as one line.
func joined(_ heading: Heading, _ language: Language) -> String {
  guard !heading.text.isEmpty else { return heading.label }
  guard !heading.label.isEmpty else { return heading.text }
  let isClosed = heading.label.hasSuffix("、") || heading.label.hasSuffix("）")
  var text = heading.text[...]
  // A measure's title ends with a full stop in the text; as a heading it stands without.
  while text.hasSuffix("。") { text.removeLast() }
  return heading.label + (isClosed ? "" : " ") + text
}
