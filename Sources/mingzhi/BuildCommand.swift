import ArgumentParser
import Diagnostics

/// `mingzhi build`
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Build the site. 构建网站。",
    discussion: """
      Publishes a whole new site or leaves the old one as it was; writes only what changed.

      Examples:
        mingzhi build
        mingzhi build --output /srv/www/law --base-url https://law.example/
      """)

  @OptionGroup var sources: SourceOptions
  @Option(help: "Folder of the built site. 输出文件夹。")
  var output = "public"
  @Option(name: .customLong("base-url"), help: "Address of the site, instead of url: in site.yml. 网站的网址。")
  var baseURL: String?
  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let terminal = Terminal(talk: talk)
    var stopwatch = Stopwatch()
    do throws(Failure) {
      try refuseOutput(output, among: [sources.content, sources.templates])
      let report = try BuildPipeline(
        content: sources.content, templates: sources.templates, baseURL: baseURL, progress: Progress(terminal)
      ).run(into: output)
      terminal.show(report.diagnostics)
      terminal.detail(report.timings)
      let warnings = report.diagnostics.count { $0.severity == .warning }
      let written = report.published?.written ?? 0
      let seconds = hundredths(stopwatch.lap())
      terminal.say(
        Bilingual(
          zh: "\(report.pages) 个页面，写入 \(written) 个文件，\(seconds) 秒，\(warnings) 个警告；打开 \(output)/index.html",
          en: "\(report.pages) pages, \(written) files written, \(seconds) s, \(warnings) warnings; open \(output)/index.html"))
    } catch {
      throw ExitCode(terminal.status(of: error))
    }
  }
}

extension Terminal {
  /// Says how long each stage took, when asked to be verbose.
  func detail(_ timings: [BuildPipeline.Timing]) {
    for timing in timings {
      let milliseconds = Int((timing.seconds * 1000).rounded())
      detail(Bilingual(zh: "\(timing.stage.zh) \(milliseconds) 毫秒", en: "\(timing.stage.en) \(milliseconds) ms"))
    }
  }
}

/// `0.35`
private func hundredths(_ seconds: Double) -> String {
  let number = Int((seconds * 100).rounded())
  return "\(number / 100)." + (number % 100 < 10 ? "0" : "") + "\(number % 100)"
}
