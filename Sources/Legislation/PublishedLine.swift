import Diagnostics

/// A line of a publication without markup and outer white space; never empty.
struct PublishedLine {
  /// From 1.
  var number: Int
  var text: String
  /// Marked as a heading by Markdown.
  var isMarked: Bool
  /// The label at its beginning, if any.
  var label: PublishedLabel?
  /// Whether white space stood before the first word: how many texts begin a paragraph.
  var isIndented: Bool
  /// A row of a table, its cells set apart by tabs.
  var isRow = false
  /// A page ended above this line.
  var followsPageBreak = false
  /// Cut off the line above: an article that ran on behind another.
  var isCutOff = false

  /// Whether a sentence or a clause ends here.
  var isFinished: Bool { endsSentence(text) }
}

/// A label at the beginning of a published line.
struct PublishedLabel {
  var label: Label
  /// As printed, without inner white space.
  var printed: String
  /// What follows it, without outer white space.
  var rest: String
  /// White space, a caption, bold type or the line's end set the label off.
  var isSetOff: Bool
}

/// The lines that hold anything: without byte order mark, `#`, `**`, marks of lists, quotations and tables, HTML
/// comments and outer white space. An article that runs on behind another stands on a line of its own.
func publishedLines(of source: String) -> [PublishedLine] {
  var published: [PublishedLine] = []
  var last: [Int] = []
  for line in lines(of: source) {
    let startsPage = line.text.utf8.first == 0x0c
    let isIndented = Substring(line.text.utf8.drop { $0 == 0x0c }).unicodeScalars.first?.properties.isWhitespace ?? false
    var text = line.trimmed
    let marks = text.utf8.prefix { $0 == UInt8(ascii: "#") }.count
    if marks > 0 { text = trimming(Substring(text.utf8.dropFirst(marks))) }
    let isBold = text.utf8.starts(with: "**".utf8)
    let words = withoutMarkup(text)
    var rest = trimming(Substring(words))
    var isCutOff = false
    while !rest.isEmpty {
      var label = publishedLabel(rest)
      if let label, label.label.kind == .article { last = label.label.numbers }
      let end = articleRunningOn(in: rest, after: last)
      let own = trimming(rest[..<(end ?? rest.endIndex)])
      if end != nil { label = publishedLabel(own) }
      if isBold, !isCutOff, label != nil { label?.isSetOff = true }
      published.append(
        PublishedLine(
          number: line.number, text: tightened(own), isMarked: marks > 0, label: label, isIndented: isIndented || isCutOff,
          isRow: label == nil && own.utf8.contains(9), followsPageBreak: startsPage && !isCutOff, isCutOff: isCutOff))
      isCutOff = true
      rest = end.map { rest[$0...] } ?? ""
    }
  }
  return published
}

/// Where in a line the article that is next in turn begins: `……停。第二条　行人……`, set off by white space, after a full stop.
private func articleRunningOn(in text: Substring, after last: [Int]) -> Substring.Index? {
  guard let number = last.first, text.utf8.count > 24 else { return nil }
  let scalars = text.unicodeScalars
  var isAfterStop = false
  var openQuotes = 0
  for index in scalars.indices {
    let scalar = scalars[index]
    switch scalar {
    case "。", "；", "！", "？": isAfterStop = true
    case "“", "「": openQuotes += 1
    case "”", "」": openQuotes -= 1
    case "第" where isAfterStop && openQuotes <= 0:
      if let label = publishedLabel(text[index...]), label.label == Label(.article, [number + 1]), label.isSetOff, !label.rest.isEmpty,
        !citesRatherThanNames(label.rest)
      {
        return index
      }
      isAfterStop = false
    default: if isAfterStop, !isWhiteSpace(scalar) { isAfterStop = false }
    }
  }
  return nil
}

/// White space beside Han is typesetting and goes; a wider gap between Han is a blank to be filled in (`年　月　日`) and
/// stays as one ideographic space. So does a tab: it sets the cells of a table apart.
func tightened(_ text: Substring) -> String {
  guard text.unicodeScalars.contains(where: isWhiteSpace) else { return String(text) }
  var output = String.UnicodeScalarView()
  var gap = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if isWhiteSpace(scalar) {
      gap.append(scalar == "\u{3000}" || scalar == "\t" ? scalar : " ")
      continue
    }
    if !gap.isEmpty {
      if let last = output.last { output.append(contentsOf: kept(gap, between: last, and: scalar)) }
      gap = String.UnicodeScalarView()
    }
    output.append(scalar)
  }
  return String(output)
}

private func kept(
  _ gap: String.UnicodeScalarView, between left: Unicode.Scalar, and right: Unicode.Scalar
) -> String.UnicodeScalarView {
  if gap.contains("\t") { return "\u{3000}".unicodeScalars }
  let isNarrow = gap.count == 1 && gap.first == " "
  switch (isHan(left), isHan(right)) {
  case (true, true): return isNarrow ? String.UnicodeScalarView() : "\u{3000}".unicodeScalars
  case (false, false): return gap
  default: return isNarrow ? String.UnicodeScalarView() : gap
  }
}

/// Reads the label at the beginning of a published line, through white space in it: `第十五 条`, `（ 一 ）`.
func publishedLabel(_ text: Substring) -> PublishedLabel? {
  guard let first = text.unicodeScalars.first else { return nil }
  switch first {
  case "第", "（", "(", "0"..."9", "０"..."９", "\u{3220}"..."\u{3229}", "\u{2460}"..."\u{2473}": break
  default: guard numeral(first) != nil else { return nil }
  }
  if let found = LabelScanner(text, language: .zh).heading() ?? LabelScanner(text, language: .zh).item() {
    return publishedLabel(found)
  }
  // Move the white space of the first characters behind them, then look again.
  guard first == "第" || first == "（" || first == "(" else { return nil }
  var compact = ""
  var index = text.startIndex
  while index < text.endIndex, compact.utf8.count < 60 {
    let scalar = text.unicodeScalars[index]
    text.unicodeScalars.formIndex(after: &index)
    if !isWhiteSpace(scalar) { compact.unicodeScalars.append(scalar) }
    switch scalar {
    case "条", "章", "节", "编", "）", ")":
      compact += text[index...]
      return LabelScanner(Substring(compact), language: .zh).heading().map(publishedLabel)
    default:
      guard scalar.properties.isWhitespace || numeral(scalar) != nil || scalar == "第" || scalar == "分" || scalar == first
      else { return nil }
    }
  }
  return nil
}

private func publishedLabel(_ found: LabelScanner.Found) -> PublishedLabel {
  let next = found.rest.unicodeScalars.first
  let isSetOff = next.map { $0.properties.isWhitespace || $0 == "【" || $0 == "［" || $0 == "[" } ?? true
  return PublishedLabel(
    label: found.label, printed: widened(found.printed), rest: tightened(trimming(found.rest)), isSetOff: isSetOff)
}

/// Round brackets of a label or a list of departments in the width that Chinese prints.
func widened(_ text: Substring) -> String {
  var output = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { output.append(scalar == "(" ? "（" : scalar == ")" ? "）" : scalar) }
  return String(output)
}

/// Whether `text` ends like a sentence, a clause of a list, or a bracketed note.
func endsSentence(_ text: some StringProtocol) -> Bool {
  for scalar in text.unicodeScalars.reversed() {
    switch scalar {
    case "。", "；", "：", "！", "？", ";", ":", "!", "?", "）", ")", "》", "】", "…", ".": return true
    case "”", "’", "\"", "」", "』": continue
    default: return false
    }
  }
  return false
}
