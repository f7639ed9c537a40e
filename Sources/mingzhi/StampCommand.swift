import ArgumentParser
import Corpus
import Diagnostics
import Editing
import Legislation

/// `mingzhi stamp`
struct StampCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stamp", abstract: "Mark texts as made from their present original. 给读过的译文和注解盖戳。",
    discussion: """
      Stamp a translation, a note or a page after you have read it against its original.

      Examples:
        mingzhi stamp nantong/5
        mingzhi stamp nantong --review checked
        mingzhi stamp topic:brands situation:kettle page:about
        mingzhi stamp all
      """)

  @Argument(help: "What to stamp: nantong, nantong/5, topic:brands, situation:…, page:…, lesson:…, school, all. 要盖戳的条目。")
  var references: [String]
  @Option(help: "draft, or checked when a second reader has compared it; kept as it is when not given. 是否经第二人校读。")
  var review: Stamp.Review?
  @OptionGroup var sources: ContentOption
  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let terminal = Terminal(talk: talk)
    do throws(Failure) {
      let loaded = try Corpus.load(from: sources.content)
      guard let corpus = loaded.corpus else { throw .content(loaded.diagnostics) }
      let outcome = try Stamping.stamp(references, in: corpus, review: review) { sourceText(of: $0) }
      var changed = 0
      for (path, text) in outcome.files.sorted(by: { $0.key < $1.key }) where sourceText(of: path) != text {
        try replaceFile(path, with: text)
        changed += 1
      }
      terminal.say(Bilingual(zh: "更新了 \(changed) 个文件的戳记", en: "renewed the stamps of \(changed) file\(changed == 1 ? "" : "s")"))
      if !outcome.signedAgain.isEmpty {
        terminal.say(
          Bilingual(
            zh: "照现在的文本重新签了空白：" + outcome.signedAgain.joined(separator: "、"),
            en: "signed these blanks again, for the present text: " + outcome.signedAgain.joined(separator: ", ")))
      }
      if let first = outcome.leftAlone.first, let topic = first.split(separator: " ").first {
        terminal.say(
          Bilingual(
            zh: "这些空白是照另一版签的，没有重签：" + outcome.leftAlone.joined(separator: "、") + "。重读之后运行 mingzhi stamp \(topic)",
            en: "left alone, signed for another text: " + outcome.leftAlone.joined(separator: ", ") + "; read it again, then run mingzhi stamp \(topic)"))
      }
    } catch {
      throw ExitCode(terminal.status(of: error, undone: Bilingual(zh: "写入", en: "written")))
    }
  }
}

extension Stamp.Review: ExpressibleByArgument {}
