import Diagnostics
import Legislation

/// Writes the text of a provision: paragraphs and items one after the other, each with its anchor.
extension HTML {
  /// `idPrefix` comes before the anchors: empty for the original, `t-` for the translation; nil leaves ids out.
  mutating func law(_ provision: Provision, idPrefix: String?, insertions: LawInsertions = LawInsertions()) {
    for (number, paragraph) in provision.paragraphs.enumerated() {
      let anchor = "p\(number + 1)"
      if !paragraph.text.isEmpty {
        raw("<p")
        id(anchor, idPrefix)
        raw(">")
        insertions.write(paragraph.text, at: Anchor(paragraph: number + 1), to: &self)
        raw("</p>\n")
      }
      items(paragraph.items, Anchor(paragraph: number + 1), idPrefix, insertions)
    }
  }

  private mutating func items(_ items: [Item], _ outer: Anchor, _ idPrefix: String?, _ insertions: LawInsertions) {
    for (number, item) in items.enumerated() {
      let anchor = Anchor(paragraph: outer.paragraph, items: outer.items + [number + 1])
      let depth = anchor.items.count
      raw("<p class=\"item item-\(min(depth, 3))\"")
      id(anchor.description, idPrefix)
      raw(">")
      insertions.write(item.text, label: item.printedLabel, at: anchor, to: &self)
      raw("</p>\n")
      self.items(item.items, anchor, idPrefix, insertions)
    }
  }

  private mutating func id(_ anchor: String, _ prefix: String?) {
    guard let prefix else { return }
    raw(" id=\"\(prefix)\(anchor)\"")
  }
}
