import ArgumentParser
import Corpus
import Diagnostics
import Editing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `mingzhi stale`
struct StaleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stale", abstract: "Show what changed under a stale translation or note. 看原文改了什么。",
    discussion: """
      Prints what changed in the original since the stamp, word by word, from git's history, beside the text as it is.
      When you have mended it, run mingzhi stamp.

      Examples:
        mingzhi stale nantong/5
        mingzhi stale nantong
        mingzhi stale topic:brands
      """)

  @Argument(help: "nantong, nantong/5, topic:brands, situation:…, page:…, lesson:…, school. 条目。")
  var references: [String]
  @OptionGroup var sources: ContentOption
  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let terminal = Terminal(talk: talk)
    do throws(Failure) {
      let loaded = try Corpus.load(from: sources.content)
      guard let corpus = loaded.corpus else { throw .content(loaded.diagnostics) }
      for reference in references {
        let found = try staleTexts(reference, in: corpus) { sourceText(of: $0) }
        if found.isEmpty {
          terminal.say(Bilingual(zh: "\(reference)：没有过时的", en: "\(reference): nothing is stale"))
        }
        for text in found { show(text, terminal) }
      }
    } catch {
      throw ExitCode(terminal.status(of: error))
    }
  }

  private func show(_ text: StaleText, _ terminal: Terminal) {
    let language = terminal.language
    let kind =
      switch text.kind {
      case .translation: Bilingual(zh: "译文", en: "translation")
      case .note: Bilingual(zh: "注解", en: "note")
      case .englishNote: Bilingual(zh: "英文注解", en: "English note")
      case .englishPage: Bilingual(zh: "英文页面", en: "English page")
      }
    print("\(text.name) \(kind[language])  \(text.place.file):\(text.place.start.line)")
    let heading =
      text.changes == nil
      ? Bilingual(zh: "git 里找不到盖戳时的原文；现在的原文：", en: "git does not have the original that was stamped; the original now:")
      : Bilingual(zh: "原文的改动（自 \(text.commit ?? "")）：", en: "changes of the original (since \(text.commit ?? "")):")
    print("  " + heading[language])
    print(indented(text.changes.map { terminal.marked($0) } ?? text.original))
    print("  " + Bilingual(zh: "现在的文字：", en: "the text as it is:")[language])
    print(indented(text.current))
    print("  " + Bilingual(zh: "改好后：mingzhi stamp \(text.name)", en: "when mended: mingzhi stamp \(text.name)")[language] + "\n")
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
  }
}

extension Terminal {
  /// Changes as one text: `[-removed-]{+added+}`, in colour where there is colour.
  func marked(_ changes: [WordChange]) -> String {
    let usesColour = usesColour(on: STDOUT_FILENO)
    return changes.map { change in
      switch change.kind {
      case .same: change.text
      case .removed: usesColour ? "\u{1b}[31;9m[-\(change.text)-]\u{1b}[0m" : "[-\(change.text)-]"
      case .added: usesColour ? "\u{1b}[32m{+\(change.text)+}\u{1b}[0m" : "{+\(change.text)+}"
      }
    }.joined()
  }
}
