/// Findings as GitHub workflow commands, ranked within what that service shows of one step: 10 errors and 10 warnings
/// (docs.github.com, “Workflow commands for GitHub Actions”), and a summary of all of them in Markdown.
public enum GitHubWriter {
  private static let annotationsOfALevel = 10

  public static func write(_ diagnostics: [Diagnostic], language: Language) -> (commands: String, summary: String) {
    var commands = ""
    var count = 0
    for severity in [Severity.error, .warning] {
      let chosen = ranked(diagnostics.filter { $0.severity == severity }).prefix(annotationsOfALevel)
      count += chosen.count
      for diagnostic in chosen { commands += command(diagnostic, language) }
    }
    return (commands, summary(diagnostics, annotated: count, language))
  }

  /// First one finding of each kind, then the second of each, so that no kind is hidden behind another.
  static func ranked(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var seen: [String: Int] = [:]
    let rounds = diagnostics.enumerated().map { place, diagnostic -> (round: Int, place: Int, diagnostic: Diagnostic) in
      defer { seen[diagnostic.rule.code, default: 0] += 1 }
      return (seen[diagnostic.rule.code, default: 0], place, diagnostic)
    }
    return rounds.sorted { ($0.round, $0.place) < ($1.round, $1.place) }.map(\.diagnostic)
  }

  private static func command(_ diagnostic: Diagnostic, _ language: Language) -> String {
    var properties = ["title=" + property("\(diagnostic.rule.code) \(diagnostic.rule.title[language])")]
    if let range = diagnostic.range {
      properties += ["file=" + property(range.file), "line=\(range.start.line)", "endLine=\(range.end.line)"]
      if range.start.line == range.end.line { properties += ["col=\(range.start.column)", "endColumn=\(range.end.column)"] }
    }
    let help = diagnostic.help.map { "\n" + $0[language] } ?? ""
    return "::\(diagnostic.severity.rawValue) \(properties.joined(separator: ","))::\(data(diagnostic.message[language] + help))\n"
  }

  private static func summary(_ diagnostics: [Diagnostic], annotated: Int, _ language: Language) -> String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count { $0.severity == .warning }
    guard !diagnostics.isEmpty else { return language == .zh ? "没有发现问题。\n" : "Nothing found.\n" }
    var text = language == .zh ? "### \(errors) 个错误，\(warnings) 个警告\n\n" : "### \(errors) errors, \(warnings) warnings\n\n"
    if annotated < diagnostics.count {
      text += language == .zh ? "页面上只标出 \(annotated) 处；全部如下。\n\n" : "\(annotated) are annotated; all of them by kind:\n\n"
    }
    text += language == .zh ? "| 代码 | 规则 | 处数 | 第一处 |\n" : "| code | rule | findings | first |\n"
    text += "|---|---|---:|---|\n"
    let kinds = Dictionary(grouping: diagnostics, by: \.rule.code).values
      .sorted { ($0[0].severity, $0[0].rule.code) < ($1[0].severity, $1[0].rule.code) }
    for kind in kinds {
      let first = kind[0]
      let place = first.range.map { "\($0.file):\($0.start.line)" } ?? ""
      text += "| \(first.rule.code) | \(cell(first.rule.title[language])) | \(kind.count) | \(cell(place)) |\n"
    }
    return text
  }

  private static func cell(_ text: String) -> String { String(text.flatMap { $0 == "|" ? "\\|" : String($0) }) }

  /// Escapes of a command's message.
  private static func data(_ text: String) -> String {
    escaped(text, [("%", "%25"), ("\r", "%0D"), ("\n", "%0A")])
  }

  /// Escapes of a command's property.
  private static func property(_ text: String) -> String {
    escaped(text, [("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")])
  }

  private static func escaped(_ text: String, _ escapes: [(Unicode.Scalar, String)]) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let escape = escapes.first(where: { $0.0 == scalar }) { result += escape.1 } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}
