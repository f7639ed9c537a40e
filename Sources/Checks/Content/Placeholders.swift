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
    let documents = notes + corpus.bilingualDocuments.flatMap { [($0.zh, Severity.warning), ($0.en, .warning)] }
    let unfinished = (corpus.listEntries + corpus.school.entries).filter { entry in
      entry.words.contains { $0.zh.has(Language.zh.placeholder) || $0.en.has(Language.en.placeholder) }
    }.map { entry in
      Diagnostic(
        .placeholder, at: entry.place,
        Bilingual(zh: "\(entry.name) 还有待写的内容", en: "'\(entry.name)' still holds words to be written"), help: help)
    }
    return unfinished + documents.compactMap { document, severity in
      guard let document, document.title.has(mark(document)) || document.body.plainText.has(mark(document)) else { return nil }
      return Diagnostic(
        .placeholder, at: document.place,
        Bilingual(zh: "\(document.file) 里还有待写的段落", en: "\(document.file) still holds paragraphs to be written"),
        severity: severity, help: help)
    }
  }
}

/// Words of ours in a YAML file.
private typealias Entry = (name: String, words: [Bilingual], place: SourceRange)

extension Corpus {
  fileprivate var listEntries: [Entry] {
    terms.map { ($0.id, [$0.name, $0.definition], $0.range) }
      + facts.map { ($0.id, [$0.title, $0.statement, $0.source], $0.range) }
  }
}

extension School {
  /// A quiz has an entry for its title and one for each question, the calendar one for each week.
  fileprivate var entries: [Entry] {
    quizzes.flatMap { quiz -> [Entry] in
      [(quiz.slug, [quiz.title], SourceRange(file: quiz.file, line: 1))]
        + quiz.questions.map { ($0.id, $0.words, $0.range) }
    }
      + posters.map { ($0.slug, [$0.title] + $0.lines + [$0.quotation.words], SourceRange(file: $0.file, line: 1)) }
      + (calendar?.weeks ?? []).map { ($0.title.en, [$0.title] + $0.days.flatMap { [$0.title, $0.activity] }, $0.range) }
  }
}

extension Question {
  fileprivate var words: [Bilingual] {
    [ask, explanation, quotation.words] + options.flatMap { [$0.text, $0.why ?? $0.text] }
      + pairs.flatMap { [$0.left, $0.right] } + sequence
  }
}

extension LegalQuotation {
  fileprivate var words: Bilingual { Bilingual(zh: text.value, en: translation.value) }
}

private let help = Bilingual(zh: "把“待写：”开头的话换成自己的", en: "write over what begins with “To be written:”")

private func mark(_ document: Document) -> String {
  document.language == .zh ? document.language.placeholder : String(document.language.placeholder.dropLast())
}
