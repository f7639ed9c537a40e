import ArgumentParser
import Corpus
import Diagnostics
import Editing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `mingzhi init`
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Start a new site in an empty folder. 在空文件夹里新建网站。",
    discussion: """
      Writes a small example that builds: an invented regulation with its translation and a note, and the templates.

      Examples:
        mingzhi init
        mingzhi init our-laws
      """)

  @Argument(help: "The folder of the new site. 新网站的文件夹。")
  var folder = "."
  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let terminal = Terminal(talk: talk)
    do throws(Failure) {
      let content = inside("content")
      for path in [content, inside("templates")] where access(path, F_OK) == 0 {
        throw .usage(Bilingual(zh: "\(path) 已经存在，不覆盖", en: "\(path) is there already and is not overwritten"))
      }
      guard let templates = installedTemplates() else {
        throw .usage(
          Bilingual(
            zh: "找不到随程序附带的模板：把 templates 文件夹放在程序旁边或上一级，或在源码文件夹里运行",
            en: "the templates that come with the program are not beside it: put the folder templates beside the program or above it, or run the program of a source checkout"))
      }
      for file in starterSite { try writeFile(FileChange(content + "/" + file.path, file.text)) }
      try copyTemplates(templates, to: inside("templates"))
      if access(inside(".gitignore"), F_OK) != 0 { try writeFile(FileChange(inside(".gitignore"), "/public/\n/.public.*\n")) }
      try stamp(content)
      let go = folder == "." ? "" : "cd \(folder) && "
      terminal.say(
        Bilingual(zh: "新网站已建好：\(go)mingzhi serve", en: "the new site is ready: \(go)mingzhi serve"))
    } catch {
      throw ExitCode(terminal.status(of: error, undone: Bilingual(zh: "写入", en: "written")))
    }
  }

  private func inside(_ name: String) -> String { folder == "." ? name : folder + "/" + name }

  private func stamp(_ content: String) throws(Failure) {
    let loaded = try Corpus.load(from: content)
    guard let corpus = loaded.corpus else { throw .content(loaded.diagnostics) }
    let files = try Stamping.stamp(["all"], in: corpus, review: .checked) { sourceText(of: $0) }.files
    for (path, text) in files { try replaceFile(path, with: text) }
  }
}

/// Copies the templates, with a new site's own words in their strings; hidden files are left out.
private func copyTemplates(_ from: String, to: String) throws(Failure) {
  let source = try SourceFolder(from, option: "--templates")
  var waiting = ["."]
  while let folder = waiting.popLast() {
    for name in source.names(in: folder) {
      let path = folder == "." ? name : folder + "/" + name
      var status = stat()
      guard stat(source.shown(path), &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        waiting.append(path)
      } else if let bytes = fileBytes(source.shown(path)) {
        let language = Language.allCases.first { path == "strings/\($0.rawValue).yml" }
        let own = language.map { Array(starterStrings(String(decoding: bytes, as: UTF8.self), $0).utf8) }
        try writeBytes(own ?? bytes, to: to + "/" + path)
      }
    }
  }
}
