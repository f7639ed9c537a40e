import ArgumentParser
import Corpus
import Diagnostics
import Preview

/// `mingzhi serve`
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Show the site while you write. 边写边看。",
    discussion: """
      Builds the pages in memory, shows them on this machine only, and shows every save at once. A mistake is told on the
      page, over the last good one. Ctrl-C stops it. Nothing is published: that is mingzhi build.

      Examples:
        mingzhi serve
        mingzhi serve --port 9000
      """)

  @Option(help: "Port to listen on; the next free one is taken when it is in use. 端口。")
  var port: UInt16 = 8080
  @OptionGroup var sources: SourceOptions
  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let terminal = Terminal(talk: talk)
    do throws(Failure) {
      let (content, templates) = (sources.content, sources.templates)
      // Folders that are not there are told of before anything starts.
      let folder = try SourceFolder(content, option: "--content")
      _ = try SourceFolder(templates, option: "--templates")
      let pipeline = PreviewPipeline(content: content, templates: templates, terminal: terminal)
      try await preview(
        port: port, watching: [folder.path, templates], source: { source(of: $0, in: folder) },
        build: { changed in await offThePool { pipeline.build(changed) } }
      ) { [port] taken in
        if taken != port {
          terminal.complain(
            Bilingual(zh: "端口 \(port) 已被占用，改用 \(taken)", en: "port \(port) is in use; using \(taken)"))
        }
        terminal.say(
          Bilingual(
            zh: "打开 http://localhost:\(taken)/ ，按 Ctrl-C 结束", en: "open http://localhost:\(taken)/ and press Ctrl-C to stop"))
      }
    } catch {
      throw ExitCode(terminal.status(of: error))
    }
  }
}

/// The text of a file of content, for the link from a page to its source; nil for anything else on the machine.
private func source(of path: String, in folder: SourceFolder) -> [UInt8]? {
  // Pages say content/…, findings name the folder as the command line does.
  guard let home = ["content/", folder.path + "/"].first(where: path.hasPrefix) else { return nil }
  let inside = path.dropFirst(home.count)
  guard !inside.split(separator: "/", omittingEmptySubsequences: false).contains(where: { $0.hasPrefix(".") || $0.isEmpty }) else {
    return nil
  }
  return try? folder.read(String(inside)).get().bytes
}
