import Diagnostics

/// Reads our Markdown form of a legal text (`text.zh.md`, `text.en.md`).
///
/// The kind of a heading comes from its label, its depth from nesting; paragraphs and items stand apart by blank lines.
/// Whatever cannot be understood is a diagnostic with its place; the rest is read on. Linear in the length of `source`.
public func readEdition(
  _ source: String, file: String, language: Language
) -> (text: LegalText, diagnostics: [Diagnostic]) {
  var reader = EditionReader(file: file, language: language)
  for line in lines(of: source) { reader.read(line) }
  return reader.finish()
}

/// The state between two lines of an edition.
struct EditionReader {
  let file: String
  let language: Language
  var builder = LegalTextBuilder()
  var diagnostics: [Diagnostic] = []

  /// Where a paragraph would go.
  enum Place {
    /// Above the title, or right under it.
    case head
    /// After `<!-- id: adoption -->`.
    case adoption
    /// Under a part's heading, before its first provision.
    case part
    case provision
    /// After `<!-- id: annexes -->`.
    case annexes
  }
  var place = Place.head
  /// The paragraph being collected.
  var block = ""
  var blockLine = 0
  /// Whether only comments stood since the last heading, so that an id names what the heading opened.
  var isUnderHeading = false
  var sequences: [Label.Kind: NumberSequence] = [:]

  init(file: String, language: Language) {
    self.file = file
    self.language = language
  }

  mutating func read(_ line: SourceLine) {
    let content = line.trimmed
    guard !content.isEmpty else {
      endBlock()
      isUnderHeading = false
      return
    }
    if content.utf8.starts(with: "<!--".utf8) {
      endBlock()
      return readComment(content, line)
    }
    if content.utf8.first == UInt8(ascii: "#"), place != .annexes {
      endBlock()
      return readHeading(content, line)
    }
    isUnderHeading = false
    if block.isEmpty {
      block = String(content)
      blockLine = line.number
    } else {
      if place == .provision, let item = LabelScanner(content, language: language).item() {
        reportHiddenItem(String(item.printed), line)
      }
      append(line: content, to: &block)
    }
  }

  mutating func finish() -> (text: LegalText, diagnostics: [Diagnostic]) {
    endBlock()
    nameProvision()
    let text = builder.finish()
    reportItems()
    reportDivisions(of: text)
    if text.title == nil {
      report(.title, line: 1, length: 0, Bilingual(zh: "文本没有名称", en: "the text has no title"),
        help: Bilingual(zh: "第一行写 # 加法规名称", en: "begin with `#` and the title"))
    }
    return (text, diagnostics.sortedForReading())
  }

  // MARK: Paragraphs

  /// The collected paragraph is complete.
  mutating func endBlock() {
    guard !block.isEmpty else { return }
    let content = block
    block = ""
    switch place {
    case .head where isParenthesised(content), .adoption:
      builder.text.adoption.append(Paragraph(text: unescaped(content), line: blockLine))
    case .head, .part:
      reportStrayText(content)
      begin(Provision(id: place == .head ? "preamble" : strayID, heading: nil, line: blockLine))
      addParagraph(content)
    case .provision: addParagraph(content)
    case .annexes: builder.text.annexes.append(Paragraph(text: unescaped(content), line: blockLine))
    }
  }

  private mutating func addParagraph(_ content: String) {
    guard let found = LabelScanner(Substring(content), language: language).item() else {
      return builder.add(paragraph: unescaped(content), line: blockLine)
    }
    let label = language == .en ? resolvingRoman(found.label, after: builder.items) : found.label
    builder.add(
      FlatItem(label: label, printed: String(found.printed), text: String(trimming(found.rest)), line: blockLine))
  }

  /// A backslash before a paragraph says that it is no heading, item or adoption note, whatever it begins with.
  private func unescaped(_ content: String) -> String {
    content.utf8.first == UInt8(ascii: "\\") ? String(content.dropFirst()) : content
  }

  private func isParenthesised(_ content: String) -> Bool {
    let scalars = content.unicodeScalars
    return builder.text.title != nil && (scalars.first == "（" || scalars.first == "(")
      && (scalars.last == "）" || scalars.last == ")")
  }

  /// A free id for text under a part that has none of its own.
  private var strayID: ProvisionID { ProvisionID(rawValue: "line-\(blockLine)") }

  // MARK: Divisions

  mutating func begin(_ new: Provision) {
    nameProvision()
    builder.begin(new)
    place = .provision
  }

  mutating func closeParts(downTo depth: Int) {
    nameProvision()
    builder.closeParts(downTo: depth)
  }

  /// A provision under a heading without label that no id has named by its end.
  private mutating func nameProvision() {
    guard let done = builder.provision, done.id.rawValue.isEmpty else { return }
    let id = reportUnnamed(done)
    builder.provision?.id = id
  }
}
