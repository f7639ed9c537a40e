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
struct ContentsList {
  /// Where the list stands.
  let route: Route
  let regulation: Regulation
  let language: Language
  /// The provision whose page this is.
  var current: ProvisionID?
  /// Longer texts list only the parts, and the provisions of the part that is open.
  static let longText = 80

  private var isShort: Bool { current == nil || regulation.provisions.count <= Self.longText }

  func write(to html: inout HTML) {
    var part = 0
    write(regulation.original.divisions, TranslatedHeadings(language == .en ? regulation.translation : nil), &part, isOpen: true, &html)
  }

  private func write(
    _ divisions: [Division], _ translated: TranslatedHeadings, _ part: inout Int, isOpen: Bool, _ html: inout HTML
  ) {
    html.raw("<ol class=\"contents\(isBare(divisions) ? " bare" : "")\">\n")
    for division in divisions {
      switch division {
      case .part(let inner):
        let heading = part < translated.parts.count ? translated.parts[part] : inner.heading
        part += 1
        html.raw("<li class=\"part\">")
        html.link(
          (current == nil ? "" : route.href(to: .regulation(regulation.id, language))) + "#part-\(part)", joined(heading, language))
        html.raw("\n")
        write(inner.divisions, translated, &part, isOpen: isShort || contains(inner.divisions), &html)
        html.raw("</li>\n")
      case .provision(let provision) where isOpen:
        let heading = translated.provisions[provision.id] ?? provision.heading
        html.raw("<li>")
        html.link(
          route.href(to: .provision(regulation.id, provision.id, language)),
          heading.map { joined($0, language) } ?? Citation(provision).text(in: language),
          attributes: provision.id == current ? " aria-current=\"page\"" : "")
        html.raw("</li>\n")
      case .provision: break
      }
    }
    html.raw("</ol>\n")
  }

  private func contains(_ divisions: [Division]) -> Bool {
    divisions.contains {
      switch $0 {
      case .part(let part): contains(part.divisions)
      case .provision(let provision): provision.id == current
      }
    }
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
