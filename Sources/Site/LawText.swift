import Diagnostics
import Legislation

/// Writes the text of a provision: paragraphs and items one after the other, each with its anchor.
///
/// The elements of original and translation follow each other in the same order, so that a style sheet can set them
/// side by side by counting.
struct LawText {
  /// Stands before the anchors: empty for the original, `t-` for the translation; nil leaves ids and permalinks out.
  var idPrefix: String?
  /// The provision of the original, whose labels say how each place is cited.
  var cited: Provision?
  /// Language of the page, in which screen readers name permalinks.
  var language = Language.zh
  /// Markup that goes into the text.
  var insertions = LawInsertions()

  func write(_ provision: Provision, to html: inout HTML) {
    for (number, paragraph) in provision.paragraphs.enumerated() {
      let anchor = Anchor(paragraph: number + 1)
      if !paragraph.text.isEmpty { write(paragraph.text, label: "", "", anchor, &html) }
      write(paragraph.items, in: anchor, &html)
    }
  }

  private func write(_ items: [Item], in outer: Anchor, _ html: inout HTML) {
    for (number, item) in items.enumerated() {
      let anchor = Anchor(paragraph: outer.paragraph, items: outer.items + [number + 1])
      write(item.text, label: item.printedLabel, " class=\"item item-\(min(anchor.items.count, 3))\"", anchor, &html)
      write(item.items, in: anchor, &html)
    }
  }

  private func write(_ text: String, label: String, _ attributes: String, _ anchor: Anchor, _ html: inout HTML) {
    html.raw("<p\(attributes)")
    if let idPrefix { html.raw(" id=\"\(idPrefix)\(anchor)\"") }
    html.raw(">")
    permalink(to: anchor, &html)
    insertions.write(text, label: label, at: anchor, to: &html)
    html.raw("</p>\n")
  }

  /// A link to the place itself. It holds no text: its sign is drawn by the style sheet, its name is read aloud.
  private func permalink(to anchor: Anchor, _ html: inout HTML) {
    guard let idPrefix, let cited else { return }
    let citation = Citation(cited, at: anchor)
    html.raw("<a class=\"place\" data-chrome href=\"#\(idPrefix)\(anchor)\" aria-label=\"")
    html.text(citation.text(in: language))
    // The place in the other language's words is read from the original's link alone.
    if idPrefix.isEmpty {
      html.raw("\" data-place=\"")
      html.text(citation.text(in: language.other))
    }
    html.raw("\"></a>")
  }
}
