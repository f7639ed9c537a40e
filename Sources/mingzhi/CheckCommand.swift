import ArgumentParser
import Checks
import Diagnostics

/// `mingzhi check`
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say what is wrong with the content and the pages. 检查内容和页面。",
    discussion: """
      Checks everything that a build checks and publishes nothing.

      Examples:
        mingzhi check
        mingzhi check content/regulations/nantong/notes/5.zh.md
        mingzhi check --fix
        mingzhi check --explain TR206
        mingzhi check --format sarif > findings.sarif
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case console, json, sarif, github }

  @OptionGroup var sources: SourceOptions
  @Option(help: "Form of the findings: console, json, sarif, github. 结果的格式。")
  var format = Format.console
  @Option(help: "Explain the rule with this code; `all` writes docs/checks/. 解释一条规则。")
  var explain: String?
  @Flag(help: "Mend what can be mended without changing what is said, and print the difference. 改正可以放心改的。")
  var fix = false
  @Option(help: "Findings of one kind to show in a file; 0 shows all. 每个文件每种问题最多列几处。")
  var limit = 8
  @Argument(help: "Only findings in these files or folders. 只看这些文件。")
  var files: [String] = []
  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let terminal = Terminal(talk: talk)
    do throws(Failure) {
      if let explain { return try self.explain(explain, terminal) }
      let named = try NamedFiles(files)
      var findings = try check(terminal).filter(named.contains)
      if fix, try mend(findings, terminal) { findings = try check(terminal).filter(named.contains) }
      try show(findings, terminal)
      if findings.hasErrors { throw .content([]) }
    } catch {
      if case .content(let findings) = error, findings.isEmpty { throw ExitCode(1) }
      throw ExitCode(terminal.status(of: error))
    }
  }

  private func check(_ terminal: Terminal) throws(Failure) -> [Diagnostic] {
    do throws(Failure) {
      let report = try BuildPipeline(content: sources.content, templates: sources.templates, baseURL: nil).run(into: nil)
      terminal.detail(report.timings)
      return report.diagnostics
    } catch {
      guard case .content(let findings) = error else { throw error }
      return findings
    }
  }

  private func show(_ findings: [Diagnostic], _ terminal: Terminal) throws(Failure) {
    let language = terminal.language
    switch format {
    case .json: emit(JSONWriter.write(findings, language: language), to: 1)
    case .sarif:
      emit(SARIFWriter.write(findings, rules: Rule.all, version: Mingzhi.configuration.version, language: language), to: 1)
    case .github:
      let output = GitHubWriter.write(findings, language: language)
      emit(output.commands, to: 1)
      try terminal.summarize(output.summary)
    case .console:
      terminal.show(findings, limit: limit)
      let errors = findings.count { $0.severity == .error }
      let warnings = findings.count { $0.severity == .warning }
      terminal.say(
        Bilingual(
          zh: "\(errors) 个错误，\(warnings) 个警告", en: "\(errors) error\(errors == 1 ? "" : "s"), \(warnings) warning\(warnings == 1 ? "" : "s")"))
    }
  }

  /// Writes the safe fixes and prints what changed; whether anything did.
  private func mend(_ findings: [Diagnostic], _ terminal: Terminal) throws(Failure) -> Bool {
    let fixes = Dictionary(grouping: findings.compactMap(\.fix).filter(\.isSafe), by: \.range.file)
    var count = 0
    for (file, fixes) in fixes.sorted(by: { $0.key < $1.key }) {
      guard let old = sourceText(of: file) else { continue }
      let (new, applied) = applying(fixes, to: old)
      guard applied > 0, new != old else { continue }
      try replaceFile(file, with: new)
      count += applied
      emit(unifiedDiff(of: file, from: old, to: new), to: format == .console ? 1 : 2)
    }
    if count > 0, format == .console {
      terminal.say(Bilingual(zh: "改正了 \(count) 处", en: "mended \(count) place\(count == 1 ? "" : "s")"))
    }
    return count > 0
  }

  private func explain(_ code: String, _ terminal: Terminal) throws(Failure) {
    if code == "all" {
      for rule in Rule.all { try replaceFile("docs/checks/\(rule.code).md", with: rule.page) }
      return try replaceFile("docs/checks/README.md", with: Rule.contents)
    }
    guard let rule = Rule.all.first(where: { $0.code == code.uppercased() }) else {
      let near = nearestNames(to: code, among: Rule.all.map(\.code))
      let hint = near.isEmpty ? Bilingual(zh: "", en: "") : Bilingual(zh: "；是不是 \(near.joined(separator: "、"))？", en: "; did you mean \(near.joined(separator: " or "))?")
      throw .usage(Bilingual(zh: "没有规则 \(code)\(hint.zh)", en: "there is no rule \(code)\(hint.en)"))
    }
    emit(rule.explained(in: terminal.language), to: 1)
  }
}
