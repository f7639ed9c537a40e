import Diagnostics

/// Writes a text in our Markdown form, the inverse of ``readEdition(_:file:language:)``: reading what was written gives
/// the same text, line numbers aside.
public func writeEdition(_ text: LegalText, language: Language) -> String {
  var writer = EditionWriter(language: language)
  writer.write(text)
  return writer.blocks.joined(separator: "\n\n") + "\n"
}

private struct EditionWriter {
  let language: Language
  /// What stands apart by blank lines.
  var blocks: [String] = []

  mutating func write(_ text: LegalText) {
    if let title = text.title { blocks.append(stamped("# " + title.text, title.stamp)) }
    writeAdoption(text)
    for division in text.divisions { write(division, depth: 0) }
    if !text.annexes.isEmpty {
      blocks.append(idComment("annexes"))
      blocks += text.annexes.map { needsEscape($0.text, items: false) ? "\\" + $0.text : $0.text }
    }
  }

  private mutating func writeAdoption(_ text: LegalText) {
    guard !text.adoption.isEmpty else { return }
    let isPlain = text.title != nil && text.adoption.allSatisfy { note in
      let scalars = note.text.unicodeScalars
      return (scalars.first == "（" || scalars.first == "(") && (scalars.last == "）" || scalars.last == ")")
    }
    if !isPlain { blocks.append(idComment("adoption")) }
    blocks += text.adoption.map { needsEscape($0.text, items: false) ? "\\" + $0.text : $0.text }
    blocks[blocks.count - 1] = stamped(blocks[blocks.count - 1], text.adoptionStamp)
  }

  // Editions nest five parts deep at most: six `#` are all there are.
  private mutating func write(_ division: Division, depth: Int) {
    switch division {
    case .part(let part):
      blocks.append(stamped(line(of: part.heading, kind: .part(part.kind), depth: depth), part.heading.stamp))
      for inner in part.divisions { write(inner, depth: depth + 1) }
    case .provision(let provision): write(provision, depth: depth)
    }
  }

  private mutating func write(_ provision: Provision, depth: Int) {
    var opening: [String] = []
    var hasOwnID = false
    if let heading = provision.heading {
      let label = LabelScanner(Substring(heading.label), language: language).heading()?.label
      opening.append(line(of: heading, kind: label?.kind ?? .article, depth: depth))
      if let label, label.number == provision.id.rawValue {
        if case .part = label.kind {} else { hasOwnID = true }
      }
    }
    if !hasOwnID { opening.append(idComment(provision.id.rawValue)) }
    blocks.append(stamped(opening.joined(separator: "\n"), provision.stamp))
    for (index, paragraph) in provision.paragraphs.enumerated() {
      if !(index == 0 && paragraph.text.isEmpty && !paragraph.items.isEmpty) {
        blocks.append(needsEscape(paragraph.text, items: true) ? "\\" + paragraph.text : paragraph.text)
      }
      write(paragraph.items)
    }
  }

  private mutating func write(_ items: [Item]) {
    for item in items {
      blocks.append(item.printedText)
      write(item.items)
    }
  }

  private func line(of heading: Heading, kind: Label.Kind, depth: Int) -> String {
    let marks = String(repeating: "#", count: depth + 2) + " "
    if heading.text.isEmpty || heading.label.isEmpty { return marks + heading.label + heading.text }
    switch kind {
    case .article:
      let brackets = (heading.brackets ?? Caption.usual(language)).unicodeScalars
      guard let open = brackets.first, let close = brackets.last else { return marks + heading.label + " " + heading.text }
      let space = language == .zh ? "" : " "
      return marks + heading.label + space + String(open) + heading.text + String(close)
    case .part(.division), .item: return marks + heading.label + (language == .zh ? "" : " ") + heading.text
    case .part: return marks + heading.label + " " + heading.text
    }
  }

  /// Whether a paragraph would be read as something else without a backslash before it.
  private func needsEscape(_ text: String, items: Bool) -> Bool {
    text.utf8.first == UInt8(ascii: "#") || text.utf8.first == UInt8(ascii: "\\") || text.hasPrefix("<!--")
      || (items && LabelScanner(Substring(text), language: language).item() != nil)
  }

  private func stamped(_ block: String, _ stamp: Stamp?) -> String {
    stamp.map { block + "\n" + $0.comment } ?? block
  }

  private func idComment(_ id: String) -> String { "<!-- id: \(id) -->" }
}
