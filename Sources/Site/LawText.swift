import Diagnostics
import Legislation

/// Writes the text of a provision: paragraphs and items one after the other, each with its anchor.
extension HTML {
  /// `idPrefix` comes before the anchors: empty for the original, `t-` for the translation; nil leaves ids out.
  mutating func law(_ provision: Provision, idPrefix: String?) {
    for (number, paragraph) in provision.paragraphs.enumerated() {
      let anchor = "p\(number + 1)"
      if !paragraph.text.isEmpty {
        raw("<p")
        id(anchor, idPrefix)
        raw(">")
        text(paragraph.text)
        raw("</p>\n")
      }
      items(paragraph.items, anchor, idPrefix)
    }
  }

  private mutating func items(_ items: [Item], _ outer: String, _ idPrefix: String?, depth: Int = 1) {
    for (number, item) in items.enumerated() {
      let anchor = "\(outer)-i\(number + 1)"
      raw("<p class=\"item item-\(min(depth, 3))\"")
      id(anchor, idPrefix)
      raw(">")
      text(item.printedText)
      raw("</p>\n")
      self.items(item.items, anchor, idPrefix, depth: depth + 1)
    }
  }

  private mutating func id(_ anchor: String, _ prefix: String?) {
    guard let prefix else { return }
    raw(" id=\"\(prefix)\(anchor)\"")
  }
}
