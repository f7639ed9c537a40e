import ArgumentParser
import Corpus
import Diagnostics
import Editing

/// `mingzhi new`
struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin a note, topic, fact, lesson … 新建注解、主题、教案等。",
    discussion: """
      Writes the files in both languages with what the checker asks for; what begins with “To be written:” is yours.
      A regulation is not begun but brought in: see mingzhi import.

      Examples:
        mingzhi new note nantong/5
        mingzhi new topic noise --zh 噪声 --en Noise
        mingzhi new fact hotline-12345
        mingzhi new lesson read-a-label --from nantong/13#p2
        mingzhi new pocket nantong
      """)

  @Argument(help: "\(NewKind.all.map(\.name).joined(separator: ", ")). 种类。")
  var kind: String
  @Argument(help: "The provision of a note (nantong/5), the regulation of a pocket guide, the year of the calendar; else a name of a-z, 0-9 and -. 条文或名称。")
  var name: String
  @Option(help: "Title in Chinese. 中文名称。")
  var zh = ""
  @Option(help: "Title in English. 英文名称。")
  var en = ""
  @Option(help: "The provision that school materials quote (nantong/5#p1); without it the first one. 引用的条文。")
  var from = ""
  @OptionGroup var sources: ContentOption
  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let terminal = Terminal(talk: talk)
    do throws(Failure) {
      guard let kind = NewKind.all.first(where: { $0.name == kind }) else { throw unknownKind }
      let loaded = try Corpus.load(from: sources.content)
      guard let corpus = loaded.corpus else { throw .content(loaded.diagnostics) }
      let files = try newContent(
        kind, name, title: Bilingual(zh: zh, en: en), from: from, in: corpus, today: CalendarDate.today.map(\.description) ?? "",
        read: { sourceText(of: $0) })
      for file in files {
        try writeFile(file)
        terminal.say(Bilingual(zh: "写入 \(file.path)", en: "wrote \(file.path)"))
      }
    } catch {
      throw ExitCode(terminal.status(of: error, undone: Bilingual(zh: "写入", en: "written")))
    }
  }

  private var unknownKind: Failure {
    let all = NewKind.all.map(\.name)
    if kind == "regulation" {
      return .usage(
        Bilingual(
          zh: "法规从公布的文本导入：mingzhi import 文件 --id 名称", en: "a regulation is brought in from its publication: mingzhi import FILE --id ID"))
    }
    let near = nearestNames(to: kind, among: all, limit: 1).first
    return .usage(
      Bilingual(
        zh: "没有 \(kind) 这一种；" + (near.map { "是不是 \($0)？" } ?? "可以是：" + all.joined(separator: "、")),
        en: "there is no kind '\(kind)'; " + (near.map { "did you mean '\($0)'?" } ?? "one of: " + all.joined(separator: ", "))))
  }
}
