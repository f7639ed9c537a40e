import CommonMark
import Diagnostics

/// The HTML of a text rendered with our extensions, references as they stand in the source.
func html(_ markdown: String, shift: Int = 0) -> String {
  let (fragment, _) = render(
    markdown: Array(markdown.utf8), file: "a.md", options: RenderOptions(headingShift: shift))
  return html(fragment)
}

func html(_ fragment: Fragment) -> String {
  var bytes: [UInt8] = []
  fragment.write(to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

func fragment(_ markdown: String, firstLine: Int = 1) -> Fragment {
  render(markdown: Array(markdown.utf8), file: "a.md", firstLine: firstLine).fragment
}

/// `CODE line:column-line:column` for each finding.
func findings(_ markdown: String, firstLine: Int = 1) -> [String] {
  findings(Array(markdown.utf8), firstLine: firstLine)
}

func findings(_ markdown: [UInt8], firstLine: Int = 1) -> [String] {
  render(markdown: markdown, file: "a.md", firstLine: firstLine).diagnostics
    .map { "\($0.rule.code) \($0.range.map(place) ?? "-")" }
}

func place(_ range: SourceRange) -> String {
  "\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)"
}

/// The HTML of libcmark alone.
func plainHTML(_ markdown: String) -> String {
  String(decoding: MarkdownDocument(parsing: Array(markdown.utf8)).html(), as: UTF8.self)
}

/// Cuts the source at a range whose lines count from 1.
func slice(_ markdown: String, _ range: SourceRange) -> String {
  let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
  func offsetText(_ line: Int, _ from: Int, _ to: Int) -> String {
    guard lines.indices.contains(line - 1), from >= 1, to - 1 <= lines[line - 1].count, from <= to else { return "?" }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: lines[line - 1][(from - 1)..<(to - 1)])
    return String(text)
  }
  if range.start.line == range.end.line { return offsetText(range.start.line, range.start.column, range.end.column) }
  var parts = [offsetText(range.start.line, range.start.column, lines[range.start.line - 1].count + 1)]
  for line in (range.start.line + 1)..<range.end.line { parts.append(offsetText(line, 1, lines[line - 1].count + 1)) }
  parts.append(offsetText(range.end.line, 1, range.end.column))
  return parts.joined(separator: "\n")
}
