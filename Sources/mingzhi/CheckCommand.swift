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
        mingzhi check --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case console, json }

  @OptionGroup var sources: SourceOptions
  @Option(help: "Form of the findings: console, json. 结果的格式。")
  var format = Format.console
  @Argument(help: "Only findings in these files. 只看这些文件。")
  var files: [String] = []
  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let terminal = Terminal(talk: talk)
    var findings: [Diagnostic]
    do throws(Failure) {
      findings = try BuildPipeline(content: sources.content, templates: sources.templates, baseURL: nil)
        .run(into: nil).diagnostics
    } catch {
      guard case .content(let diagnostics) = error else { throw ExitCode(terminal.status(of: error)) }
      findings = diagnostics
    }
    if !files.isEmpty { findings = findings.filter { $0.range.map { files.contains($0.file) } ?? false } }
    switch format {
    case .json: print(JSONWriter.write(findings, language: terminal.language), terminator: "")
    case .console:
      terminal.show(findings)
      let errors = findings.count { $0.severity == .error }
      let warnings = findings.count { $0.severity == .warning }
      terminal.say(Bilingual(zh: "\(errors) 个错误，\(warnings) 个警告", en: "\(errors) errors, \(warnings) warnings"))
    }
    if findings.hasErrors { throw ExitCode(1) }
  }
}
