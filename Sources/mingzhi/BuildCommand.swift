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
    let clock = ContinuousClock()
    let start = clock.now
    do throws(Failure) {
      let report = try BuildPipeline(content: sources.content, templates: sources.templates, baseURL: baseURL)
        .run(into: output)
      terminal.show(report.diagnostics)
      for timing in report.timings {
        let seconds = milliseconds(timing.seconds)
        terminal.detail(Bilingual(zh: "\(timing.stage.zh) \(seconds) 毫秒", en: "\(timing.stage.en) \(seconds) ms"))
      }
      let seconds = (clock.now - start).seconds
      let warnings = report.diagnostics.count { $0.severity == .warning }
      let published = report.published
      terminal.say(
        Bilingual(
          zh: "\(report.pages) 个页面，写入 \(published?.written ?? 0) 个文件，\(milliseconds(seconds)) 毫秒，\(warnings) 个警告；打开 \(output)/index.html",
          en: "\(report.pages) pages, \(published?.written ?? 0) files written, \(milliseconds(seconds)) ms, \(warnings) warnings; open \(output)/index.html"))
    } catch {
      throw ExitCode(terminal.status(of: error))
    }
  }
}

private func milliseconds(_ seconds: Double) -> String { String(Int((seconds * 1000).rounded())) }
