import ArgumentParser
import Corpus
import Diagnostics
import Editing
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `mingzhi review`
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Review a translation and its notes in Word. 在 Word 里审校译文和注解。",
    subcommands: [ReviewExportCommand.self, ReviewImportCommand.self])
}

/// `mingzhi review export`
struct ReviewExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a Word table: Chinese, English, note, remarks. 导出审校表。",
    discussion: """
      A row for each paragraph of the law, through pandoc. The reviewer changes the English and the notes, or writes remarks.

      Examples:
        mingzhi review export nantong
        mingzhi review export nantong --output 南通审校.docx
      """)

  @Argument(help: "The regulation. 法规。")
  var id: String
  @Option(help: "The file to write; ID-review.docx when not given. 写入的文件。")
  var output: String?
  @OptionGroup var sources: ContentOption
  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let terminal = Terminal(talk: talk)
    do throws(Failure) {
      let loaded = try Corpus.load(from: sources.content)
      guard let corpus = loaded.corpus else { throw .content(loaded.diagnostics) }
      guard let regulation = corpus.regulation(id) else {
        let near = nearestNames(to: id, among: corpus.regulations.map(\.id), limit: 1).first
        throw .usage(
          Bilingual(
            zh: "没有法规 \(id)" + (near.map { "；是不是 \($0)？" } ?? ""),
            en: "there is no regulation '\(id)'" + (near.map { "; did you mean '\($0)'?" } ?? "")))
      }
      let path = output ?? id + "-review.docx"
      let look = path + ".look"
      defer { unlink(look) }
      try writeLook(to: look)
      try exportReview(of: regulation, to: path, look: look) { sourceText(of: $0) }
      terminal.say(Bilingual(zh: "写入 \(path)", en: "wrote \(path)"))
    } catch {
      throw ExitCode(terminal.status(of: error, undone: Bilingual(zh: "写入", en: "written")))
    }
  }
}

private func writeLook(to path: String) throws(Failure) {
  var file = try ZipFile(path)
  for part in reviewLook { try file.add(ZipEntry(path: part.path, contents: Array(part.text.utf8))) }
  try file.finish()
}

/// `mingzhi review import`
struct ReviewImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take a reviewed Word table back. 收回审校表。",
    discussion: """
      Takes changed translations and notes, prints the remarks, and runs the checker on the result. A table in which the
      law itself was changed is refused whole.

      Examples:
        mingzhi review import nantong-review.docx
      """)

  @Argument(help: "The Word file. Word 文件。")
  var file: String
  @OptionGroup var sources: SourceOptions
  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let terminal = Terminal(talk: talk)
    do throws(Failure) {
      let loaded = try Corpus.load(from: sources.content)
      guard let corpus = loaded.corpus else { throw .content(loaded.diagnostics) }
      let review = try importReview(file, in: corpus) { sourceText(of: $0) }
      for file in review.files {
        try writeFile(file)
        terminal.say(Bilingual(zh: "写入 \(file.path)", en: "wrote \(file.path)"))
      }
      if review.files.isEmpty { terminal.say(Bilingual(zh: "没有改动", en: "nothing was changed")) }
      for remark in review.remarks {
        print(Bilingual(zh: "备注 \(remark.place)：\(remark.text)", en: "remark on \(remark.place): \(remark.text)")[terminal.language])
      }
      guard !review.files.isEmpty else { return }
      let findings = try check().filter { $0.range?.file.contains("/regulations/\(review.regulation)/") ?? true }
      terminal.show(findings)
      if findings.hasErrors { throw Failure.content([]) }
    } catch {
      if case .content(let found) = error, found.isEmpty { throw ExitCode(1) }
      throw ExitCode(terminal.status(of: error, undone: Bilingual(zh: "写入", en: "written")))
    }
  }

  private func check() throws(Failure) -> [Diagnostic] {
    do throws(Failure) {
      return try BuildPipeline(content: sources.content, templates: sources.templates, baseURL: nil).run(into: nil).diagnostics
    } catch {
      guard case .content(let findings) = error else { throw error }
      return findings
    }
  }
}
