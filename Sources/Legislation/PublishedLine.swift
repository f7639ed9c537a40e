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

/// The lines that hold anything: without byte order mark, `#`, `**`, HTML comments and outer white space.
func publishedLines(of source: String) -> [PublishedLine] {
  lines(of: source).compactMap { line in
    var text = line.trimmed
    let isIndented = line.text.unicodeScalars.first?.properties.isWhitespace ?? false
    let marks = text.utf8.prefix { $0 == UInt8(ascii: "#") }.count
    if marks > 0 { text = trimming(Substring(text.utf8.dropFirst(marks))) }
    let isBold = text.utf8.starts(with: "**".utf8)
    let words = trimming(Substring(withoutMarkup(text)))
    guard !words.isEmpty else { return nil }
    var label = publishedLabel(words)
    if isBold, label != nil { label?.isSetOff = true }
    return PublishedLine(
      number: line.number, text: tightened(words), isMarked: marks > 0, label: label, isIndented: isIndented)
  }
}

/// `text` without `**`, HTML comments and invisible characters.
func withoutMarkup(_ text: Substring) -> String {
  var output = String.UnicodeScalarView()
  let scalars = text.unicodeScalars
  var index = scalars.startIndex
  var mayHoldComment = true
  while index < scalars.endIndex {
    let scalar = scalars[index]
    if scalar == "<", mayHoldComment, scalars[index...].starts(with: "<!--".unicodeScalars) {
      if let end = text[index...].firstRange(of: "-->")?.upperBound {
        index = end
        continue
      }
      mayHoldComment = false
    }
    scalars.formIndex(after: &index)
    switch scalar {
    case "*" where index < scalars.endIndex && scalars[index] == "*": scalars.formIndex(after: &index)
    case "\u{200b}"..."\u{200f}", "\u{2060}", "\u{feff}": continue
    default: output.append(scalar)
    }
  }
  return String(output)
}

/// White space beside Han is typesetting and goes; a wider gap between Han is a blank to be filled in (`年　月　日`) and
/// stays as one ideographic space.
func tightened(_ text: Substring) -> String {
  var output = String.UnicodeScalarView()
  var gap = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if scalar.properties.isWhitespace {
      gap.append(scalar == "\u{3000}" ? scalar : " ")
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
    if !scalar.properties.isWhitespace { compact.unicodeScalars.append(scalar) }
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
