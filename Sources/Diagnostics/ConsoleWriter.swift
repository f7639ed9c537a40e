/// Findings as a person reads them on a terminal: one line that says it, the source with carets under it, and the way out.
public struct ConsoleWriter {
  public let language: Language
  public let usesColour: Bool
  /// The text of a file, for excerpts; nil when it cannot be had any more.
  private let source: (String) -> String?
  private var lines: [String: [Substring]] = [:]

  public init(language: Language, usesColour: Bool, source: @escaping (String) -> String?) {
    self.language = language
    self.usesColour = usesColour
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
    return text
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
    let width = String(min(all.count, index + 2)).count
    func row(_ number: Int?) -> String {
      let label = number.map(String.init) ?? ""
      return String(repeating: " ", count: width - label.count) + label + " | "
    }
    for line in max(0, index - 1)...min(all.count - 1, index + 1) {
      text += row(line + 1) + all[line] + "\n"
      if line == index { text += row(nil) + marks(range, under: all[line], mark) + "\n" }
    }
    return text
  }

  private mutating func lines(of file: String) -> [Substring] {
    if let known = lines[file] { return known }
    let read = (source(file) ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    lines[file] = read
    return read
  }

  private func marks(_ range: SourceRange, under line: Substring, _ mark: Character) -> String {
    let scalars = Array(line.unicodeScalars)
    let start = min(range.start.column - 1, scalars.count)
    let end = range.end.line > range.start.line ? scalars.count : min(range.end.column - 1, scalars.count)
    // A tab stays a tab, so that the marks stay under their characters.
    let indent = scalars[..<max(0, start)].map { $0 == "\t" ? "\t" : String(repeating: " ", count: cellWidth($0)) }.joined()
    let cells = start < end ? scalars[start..<end].reduce(0) { $0 + cellWidth($1) } : 1
    return indent + String(repeating: mark, count: max(1, cells))
  }
}

/// Cells that a character takes on a terminal: 2 for wide ones (UAX #11 W and F), 0 for combining marks.
public func cellWidth(_ scalar: Unicode.Scalar) -> Int {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return 0
  default: break
  }
  switch scalar.value {
  case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf, 0x4e00...0x9fff, 0xa000...0xa4cf,
    0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe4f, 0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1f64f,
    0x1f900...0x1f9ff, 0x20000...0x3fffd:
    return 2
  default: return 1
  }
}
