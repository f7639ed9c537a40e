import Corpus
import Diagnostics

extension Rule {
  public static let missingTranslation = Rule(
    "TR201", .warning, title: Bilingual(zh: "每条都有译文", en: "Every provision is translated"),
    explanation: Bilingual(
      zh: "没有译文的条文，英文页显示中文原文并注明尚未翻译。法规标为 complete 时是错误。主题、情景和页面也要有英文。",
      en: "The English page of an untranslated provision shows the Chinese and says so. An error once the regulation is `complete`. Topics, situations and pages have an English version too."),
    bad: "text.zh.md: 第十二条 (no Article 12 in text.en.md)", good: "text.en.md: ### Article 12")
}

extension ContentCheck {
  static let missingTranslations = ContentCheck(.missingTranslation) { corpus, _ in
    corpus.regulations.flatMap { regulation -> [Diagnostic] in
      if regulation.translation == nil {
        return corpus.faultyFiles.contains(regulation.translationFile) ? [] : [
          Diagnostic(
            .missingTranslation, at: SourceRange(file: regulation.originalFile, line: 1),
            Bilingual(zh: "\(regulation.id) 还没有英译", en: "\(regulation.id) has no translation yet"),
            severity: regulation.severityOfGaps,
            help: Bilingual(zh: "写 \(regulation.translationFile)", en: "write \(regulation.translationFile)"))
        ]
      }
      return regulation.provisions.filter { $0.translation == nil }.map { provision in
        Diagnostic(
          .missingTranslation, at: SourceRange(file: regulation.originalFile, line: provision.original.line),
          Bilingual(
            zh: "\(regulation.id)/\(provision.id) 没有译文", en: "\(regulation.id)/\(provision.id) is not translated"),
          severity: regulation.severityOfGaps,
          help: Bilingual(zh: "在 \(regulation.translationFile) 里补上", en: "add it to \(regulation.translationFile)"))
      }
    } + (corpus.topics.map(\.document) + corpus.situations.map(\.document) + corpus.pages).compactMap { missingEnglish($0, in: corpus) }
  }
}

/// A topic, a situation or a page that stands in Chinese alone.
private func missingEnglish(_ pair: BilingualDocument, in corpus: Corpus) -> Diagnostic? {
  let file = pair.zh.file.dropLast("zh.md".count) + "en.md"
  guard pair.en == nil, !corpus.faultyFiles.contains(String(file)) else { return nil }
  return Diagnostic(
    .missingTranslation, at: pair.zh.place, Bilingual(zh: "\(pair.slug) 没有英文", en: "\(pair.slug) has no English"),
    help: Bilingual(zh: "写 \(file)", en: "write \(file)"))
}
