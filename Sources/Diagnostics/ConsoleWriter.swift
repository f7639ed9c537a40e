/// Findings as a person reads them on a terminal: one line that says it, the source with carets under it, and the way out.
public struct ConsoleWriter {
  public let language: Language
  public let usesColour: Bool
  /// Cells of a row of source; longer lines are cut around what is marked.
  public let width: Int
  /// The text of a file, for excerpts; nil when it cannot be had any more.
  private let source: (String) -> String?
  private var lines: [String: [Substring]] = [:]

  public init(language: Language, usesColour: Bool, width: Int = 96, source: @escaping (String) -> String?) {
    self.language = language
    self.usesColour = usesColour
    self.width = max(24, width)
    self.source = source
  }

  public mutating func write(_ diagnostic: Diagnostic) -> String {
    var text = paint(name(of: diagnostic.severity) + "[\(diagnostic.rule.code)]", diagnostic.severity)
    text += ": " + diagnostic.message[language] + "\n"
    if let range = diagnostic.range { text += excerpt(range, mark: "^") }
    for note in diagnostic.notes {
      text += "  = \(language == .zh ? "另见" : "note"): \(note.message[language])\n"
      if let range = note.range { text += excerpt(range, mark: "-") }
    }
    if let help = diagnostic.help { text += "  = \(language == .zh ? "怎么办" : "help"): \(help[language])\n" }
    if let fix = diagnostic.fix { text += "  = " + described(fix) + "\n" }
    return text
  }

  /// What was left out, and how to see it.
  public func write(_ rest: FindingSelection.Rest) -> String {
    let place = rest.file.isEmpty ? "" : " \(rest.file)"
    return language == .zh
      ? "另有 \(rest.count) 处 \(rest.rule.code)（\(rest.rule.title.zh)）没有列出\(place)；--limit 0 全部列出\n"
      : "\(rest.count) more \(rest.rule.code) (\(rest.rule.title.en)) not shown\(place); --limit 0 shows all\n"
  }

  private func described(_ fix: Diagnostic.Fix) -> String {
    let by = fix.isSafe ? "--fix" : (language == .zh ? "改之前请核对" : "check before you apply it")
    if fix.replacement.isEmpty { return language == .zh ? "改法（\(by)）：删去" : "fix (\(by)): delete it" }
    return language == .zh ? "改法（\(by)）：换成“\(fix.replacement)”" : "fix (\(by)): replace it by “\(fix.replacement)”"
  }

  private func name(of severity: Severity) -> String {
    switch severity {
    case .error: language == .zh ? "错误" : "error"
    case .warning: language == .zh ? "警告" : "warning"
    case .note: language == .zh ? "提示" : "note"
    }
  }

  private func paint(_ text: String, _ severity: Severity) -> String {
    guard usesColour else { return text }
    let colour = severity == .error ? "31" : severity == .warning ? "33" : "36"
    return "\u{1b}[1;\(colour)m\(text)\u{1b}[0m"
  }

  /// The line before, the line itself with marks under it, and the line after.
  private mutating func excerpt(_ range: SourceRange, mark: Character) -> String {
    var text = "  --> \(range.file):\(range.start.line):\(range.start.column)\n"
    let all = lines(of: range.file)
    let index = range.start.line - 1
    guard all.indices.contains(index) else { return text }
    let digits = String(min(all.count, index + 2)).count
    func row(_ number: Int?, _ content: String) -> String {
      let label = number.map(String.init) ?? ""
      let row = String(repeating: " ", count: digits - label.count) + label + " | " + content
      return (content.isEmpty ? String(row.dropLast()) : row) + "\n"
    }
    for line in max(0, index - 1)...min(all.count - 1, index + 1) {
      guard line == index else {
        text += row(line + 1, ExcerptRow(all[line]).cut(from: 0, width: width))
        continue
      }
      let shown = ExcerptRow(all[line])
      let end = range.end.line > range.start.line ? shown.count : range.end.column - 1
      let marked = shown.marked(range.start.column - 1..<max(range.start.column - 1, end), width: width)
      text += row(line + 1, marked.text) + row(nil, marked.indent + String(repeating: mark, count: marked.cells))
    }
    return text
  }

  private mutating func lines(of file: String) -> [Substring] {
    if let known = lines[file] { return known }
    let read = (source(file) ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    lines[file] = read
    return read
  }
}
