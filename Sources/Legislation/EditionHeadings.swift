import Diagnostics

extension EditionReader {
  /// Reads `### 第十二条之一【召回】`: the marks give the depth, the label the kind.
  mutating func readHeading(_ content: Substring, _ line: SourceLine) {
    let marks = content.utf8.prefix { $0 == UInt8(ascii: "#") }.count
    let words = trimming(Substring(content.utf8.dropFirst(marks)))
    isUnderHeading = true
    if marks == 1 { return readTitle(words, line) }
    guard let found = LabelScanner(words, language: language).heading() else {
      return beginUnnumbered(words, marks, line)
    }
    checkDepth(marks, found.label, line)
    closeParts(downTo: min(max(marks - 2, 0), builder.parts.count))
    checkNumber(found.label, String(found.printed), line)
    let rest = trimming(found.rest)
    var heading = Heading(label: String(found.printed), text: String(rest), line: line.number)
    if case .part(let kind) = found.label.kind {
      builder.begin(Part(kind: kind, heading: heading), depth: builder.parts.count)
      place = .part
      return
    }
    if found.label.kind == .article { readCaption(rest, into: &heading, line) }
    begin(Provision(id: ProvisionID(rawValue: found.label.number), heading: heading, line: line.number))
  }

  /// A heading without a label (序言) opens a provision, which an id on the next line must name.
  private mutating func beginUnnumbered(_ words: Substring, _ marks: Int, _ line: SourceLine) {
    closeParts(downTo: min(max(marks - 2, 0), builder.parts.count))
    let heading = Heading(label: "", text: String(words), line: line.number)
    begin(Provision(id: ProvisionID(rawValue: ""), heading: heading, line: line.number))
  }

  private mutating func readTitle(_ words: Substring, _ line: SourceLine) {
    let text = builder.text
    let isFirst = text.title == nil && text.adoption.isEmpty && text.divisions.isEmpty && builder.parts.isEmpty && builder.provision == nil
    guard isFirst else {
      report(
        .title, line: line.number, length: line.text.unicodeScalars.count,
        Bilingual(zh: "“\(words)”不是第一行的名称", en: "“\(words)” is not the title on the first line"),
        help: Bilingual(zh: "只有名称用一个 #；章、条用 ## 以下", en: "only the title takes one `#`; parts and provisions take two or more"))
      return
    }
    builder.text.title = Heading(label: "", text: String(words), line: line.number)
  }

  /// An article's heading holds its caption in brackets, or nothing.
  private mutating func readCaption(_ rest: Substring, into heading: inout Heading, _ line: SourceLine) {
    guard !rest.isEmpty else { return }
    if let caption = Caption(rest) {
      heading.text = caption.text
      heading.brackets = caption.brackets == Caption.usual(language) ? nil : caption.brackets
    } else {
      heading.brackets = ""
      report(
        .unknownHeading, line: line.number, length: line.text.unicodeScalars.count,
        Bilingual(zh: "\(heading.label)的标题里有条标以外的文字", en: "the heading of \(heading.label) holds more than a caption"),
        help: Bilingual(zh: "正文另起一段；条标写在【】里", en: "put the text into a paragraph of its own, a caption into [ ]"))
    }
  }

  private mutating func checkDepth(_ marks: Int, _ label: Label, _ line: SourceLine) {
    let depth = marks - 2
    if depth > builder.parts.count {
      report(
        .headingDepth, line: line.number, length: marks,
        Bilingual(
          zh: "这里的标题最多 \(builder.parts.count + 2) 个 #，写了 \(marks) 个",
          en: "a heading here takes at most \(builder.parts.count + 2) `#`, not \(marks)"),
        help: Bilingual(zh: "改为 \(String(repeating: "#", count: builder.parts.count + 2))", en: "write \(String(repeating: "#", count: builder.parts.count + 2))"))
    } else if case .part(let kind) = label.kind, depth > 0, builder.parts[depth - 1].kind.rank >= kind.rank {
      let outer = builder.parts[depth - 1].heading.label
      let printed = label.text(in: language)
      report(
        .headingDepth, line: line.number, length: line.text.unicodeScalars.count,
        Bilingual(zh: "\(printed)不能在\(outer)之内", en: "\(printed) cannot stand inside \(outer)"),
        help: Bilingual(zh: "少写一个 #", en: "take away a `#`"))
    }
  }

  private mutating func checkNumber(_ label: Label, _ printed: String, _ line: SourceLine) {
    if let problem = sequences[label.kind, default: NumberSequence()].take(label.numbers) {
      let column = line.text.unicodeScalars.prefix { $0 == "#" || $0.properties.isWhitespace }.count + 1
      diagnostics.append(
        problem.diagnostic(
          printed, kind: label.kind, language: language,
          at: SourceRange(file: file, line: line.number, column: column, length: printed.unicodeScalars.count)))
    }
    guard case .part(let kind) = label.kind else { return }
    for inner in Part.Kind.allCases where inner.rank > kind.rank { sequences[.part(inner)]?.allowRestart() }
    if kind == .division { sequences[.item(1)]?.allowRestart() }
  }
}

/// A provision's caption (条标) and the brackets around it.
struct Caption {
  var text: String
  /// The opening and the closing bracket.
  var brackets: String

  /// Reads a caption that is all of `text`.
  init?(_ text: Substring) {
    guard let end = Caption.end(in: text), end == text.endIndex else { return nil }
    self.init(prefixOf: text)
  }

  /// Reads a caption off the beginning of `text`.
  init?(prefixOf text: Substring) {
    guard let end = Caption.end(in: text) else { return nil }
    let scalars = text.unicodeScalars
    let last = scalars.index(before: end)
    self.text = String(trimming(text[scalars.index(after: text.startIndex)..<last]))
    brackets = String(scalars[text.startIndex]) + String(scalars[last])
  }

  /// What captions usually stand in.
  static func usual(_ language: Language) -> String { language == .zh ? "【】" : "[]" }

  /// The place after the bracket that closes the caption at the beginning of `text`.
  static func end(in text: Substring) -> Substring.Index? {
    let pairs: [Unicode.Scalar: Unicode.Scalar] = ["【": "】", "[": "]", "［": "］", "〔": "〕", "（": "）", "(": ")", "〖": "〗"]
    let scalars = text.unicodeScalars
    guard let open = scalars.first, let close = pairs[open] else { return nil }
    var depth = 0
    for index in scalars.indices {
      if scalars[index] == open { depth += 1 }
      if scalars[index] == close { depth -= 1 }
      if depth == 0 { return scalars.index(after: index) }
    }
    return nil
  }
}
