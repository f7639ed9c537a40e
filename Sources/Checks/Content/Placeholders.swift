import Corpus
import Diagnostics

extension Rule {
  public static let placeholder = Rule(
    "ED401", .warning, title: Bilingual(zh: "没有留下“待写”", en: "Nothing is left to be written"),
    explanation: Bilingual(
      zh: "mingzhi new 建的文件里，以“待写：”开头的段落要由编者写过。法规标为 complete 时是错误。",
      en: "A paragraph that `mingzhi new` began with “To be written:” waits for its editor. An error in a regulation that is `complete`."),
    bad: "待写：用平常话说这一条讲什么。", good: "这一条说条例从什么时候起生效。")
}

extension ContentCheck {
  /// Finds what `mingzhi new` left for the editor.
  static let placeholders = ContentCheck(.placeholder) { corpus, _ in
    let notes = corpus.regulations.flatMap { regulation in
      regulation.provisions.flatMap { [$0.noteZh?.document, $0.noteEn?.document] }.map { ($0, regulation.severityOfGaps) }
    }
    let pairs = corpus.topics.map(\.document) + corpus.situations.map(\.document) + corpus.pages
    let documents = notes + pairs.flatMap { [($0.zh, Severity.warning), ($0.en, .warning)] }
    let entries = corpus.terms.map { ($0.id, [$0.name, $0.definition], $0.range) }
      + corpus.facts.map { ($0.id, [$0.title, $0.statement, $0.source], $0.range) }
    let unfinished = entries.filter { _, words, _ in words.contains { $0.zh.contains(Language.zh.placeholder) || $0.en.contains(Language.en.placeholder) } }
      .map { id, _, range in
        Diagnostic(
          .placeholder, at: range, Bilingual(zh: "\(id) 还有待写的内容", en: "'\(id)' still holds words to be written"), help: help)
      }
    return unfinished + documents.compactMap { document, severity in
      guard let document, document.title.contains(mark(document)) || document.body.plainText.contains(mark(document)) else { return nil }
      return Diagnostic(
        .placeholder, at: document.place,
        Bilingual(zh: "\(document.file) 里还有待写的段落", en: "\(document.file) still holds paragraphs to be written"),
        severity: severity, help: help)
    }
  }
}

private let help = Bilingual(zh: "把“待写：”开头的话换成自己的", en: "write over what begins with “To be written:”")

private func mark(_ document: Document) -> String {
  document.language == .zh ? document.language.placeholder : String(document.language.placeholder.dropLast())
}
