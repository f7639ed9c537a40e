import ArgumentParser
import Corpus
import Diagnostics
import Editing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `mingzhi import`
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring a published text in as a regulation. 导入公布的法规文本。",
    discussion: """
      Reads plain text, Markdown, a saved web page or Word (through pandoc), in UTF-8, UTF-16 or GB 18030, and writes
      content/regulations/ID/. What was joined, dropped or doubtful is said line by line; no character of the law changes.
      With --dry-run, any number of files: in JSON a line for each, {"file":…,"text":…}.

      Examples:
        mingzhi import 条例.txt --id pingan
        mingzhi import law.docx --id pingan --dry-run
        mingzhi import law.html --id pingan --dry-run --format json
        mingzhi import --dry-run --format json laws/*.txt
        mingzhi import 条例2026.docx --id pingan-2026 --succeeds pingan
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case console, json }

  @Argument(help: "The text as published: .txt, .md, .html, .docx. 公布的文本。")
  var files: [String]
  @Option(help: "Name of the regulation's folder and address: a-z, 0-9 and -. 法规的文件夹名。")
  var id: String?
  @Option(help: "Title, for a publication that has none. 名称（公布文本没有时）。")
  var title: String?
  @Option(help: "Legal status, when the text does not tell: in-force, adopted, draft, plan, superseded, repealed. 效力状态。")
  var status: RegulationFacts.Status?
  @Option(help: "The regulation whose new version this is: its translation and notes are carried over. 前一版的名称。")
  var succeeds: String?
  @Flag(name: .customLong("dry-run"), help: "Say what would be imported; write nothing. 只看结果，不写文件。")
  var dryRun = false
  @Option(help: "Form of the result: console, json. 结果的格式。")
  var format = Format.console
  @OptionGroup var sources: ContentOption
  @OptionGroup var talk: TalkOptions

  func validate() throws {
    guard !files.isEmpty else { throw ValidationError("Missing expected argument '<file>'") }
    guard id != nil || files.count > 1 && dryRun else { throw ValidationError("Missing expected argument '--id <id>'") }
    guard files.count == 1 || dryRun && id == nil && succeeds == nil && title == nil else {
      throw ValidationError("Several files can be read with --dry-run only, without --id, --title and --succeeds.")
    }
  }

  func run() async throws {
    let terminal = Terminal(talk: talk)
    guard let file = files.first, let id else { return try readAll(terminal) }
    do throws(Failure) {
      let outcome = try importRegulation(
        file, id: id, into: sources.content, title: title, status: status, succeeding: try earlier(), dryRun: dryRun,
        read: { sourceText(of: $0) })
      switch format {
      case .json: print(json(of: outcome.preview(in: terminal.language)), terminator: "")
      case .console: tell(outcome, file, id, terminal)
      }
      if outcome.diagnostics.hasErrors { throw Failure.content([]) }
    } catch {
      if case .content(let found) = error, found.isEmpty { throw ExitCode(1) }
      throw ExitCode(terminal.status(of: error, undone: Bilingual(zh: "写入", en: "written")))
    }
  }

  /// The version before, when one is named.
  private func earlier() throws(Failure) -> Regulation? {
    guard let succeeds else { return nil }
    let loaded = try Corpus.load(from: sources.content)
    guard let corpus = loaded.corpus else { throw .content(loaded.diagnostics) }
    if let regulation = corpus.regulation(succeeds) { return regulation }
    let near = nearestNames(to: succeeds, among: corpus.regulations.map(\.id), limit: 1).first
    throw .usage(
      Bilingual(
        zh: "没有法规 \(succeeds)" + (near.map { "；是不是 \($0)？" } ?? ""),
        en: "there is no regulation '\(succeeds)'" + (near.map { "; did you mean '\($0)'?" } ?? "")))
  }

  private func tell(_ outcome: ImportOutcome, _ file: String, _ id: String, _ terminal: Terminal) {
    terminal.show(outcome.diagnostics)
    let text = outcome.publication.text
    let (provisions, parts) = (text.provisions.count, text.parts.count)
    let title = text.title?.text ?? title ?? ""
    terminal.say(
      Bilingual(
        zh: "\(title.isEmpty ? file : "《\(title)》")：\(parts) 个编章节，\(provisions) 条，\(text.annexes.count) 段附件",
        en: "\(title.isEmpty ? file : title): \(parts) parts, \(provisions) provisions, \(text.annexes.count) paragraphs of annexes"))
    if let succession = outcome.succession { print(report(succession, terminal.language), terminator: "") }
    for path in outcome.written { terminal.say(Bilingual(zh: "写入 \(path)", en: "wrote \(path)")) }
    guard !dryRun else { return }
    terminal.say(
      Bilingual(
        zh: "接下来：补全 \(sources.content)/regulations/\(id)/regulation.yml，再运行 mingzhi check",
        en: "next: complete \(sources.content)/regulations/\(id)/regulation.yml, then run mingzhi check"))
  }
}

/// A line for each provision: where it comes from, and what became of its translation and notes.
private func report(_ succession: Succession, _ language: Language) -> String {
  let head = [
    Bilingual(zh: "条文", en: "provision"), Bilingual(zh: "前一版", en: "before"), Bilingual(zh: "相同", en: "alike"),
    Bilingual(zh: "译文和注解", en: "translation and notes"),
  ].map { $0[language] }
  let rows = succession.rows.map { row in
    let fate =
      switch row.kind {
      case .same: Bilingual(zh: "照旧", en: "carried over")
      case .close where row.lacksTranslation:
        Bilingual(zh: "注解要重读；款项变了，译文重写", en: "note stale; to be translated anew, its paragraphs changed")
      case .close: Bilingual(zh: "要重读", en: "carried over, stale")
      case .new: Bilingual(zh: "新写", en: "to be written")
      }
    return [row.id.rawValue, row.from?.rawValue ?? "", row.from == nil ? "" : "\(Int(row.likeness * 100)) %", fate[language]]
  }
  let gone = succession.gone.map { [Bilingual(zh: "删去", en: "gone")[language], $0.rawValue, "", ""] }
  return Table(rows: [head] + rows + gone, textColumns: [0, 1, 3]).text
}

extension RegulationFacts.Status: ExpressibleByArgument {}

/// A value as JSON for programs: keys in a stable order, slashes as they are.
func json(of value: some Encodable) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) + "\n" } ?? "{}\n"
}
