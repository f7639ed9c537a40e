import Corpus
import Diagnostics

extension Rule {
  public static let missingNote = Rule(
    "NT301", .warning, title: Bilingual(zh: "每条都有两种语言的注解", en: "Every provision has a note in both languages"),
    explanation: Bilingual(
      zh: "没有注解的页面只有法条。法规标为 complete 时是错误。", en: "Without a note the page has only the law. An error once the regulation is `complete`."),
    bad: "notes/12.zh.md (no 12.en.md)", good: "notes/12.zh.md, notes/12.en.md")
}

extension ContentCheck {
  static let missingNotes = ContentCheck(.missingNote) { corpus, _ in
    corpus.regulations.flatMap { regulation in
      regulation.provisions.flatMap { provision in
        Language.allCases.filter { provision.note(in: $0) == nil }.compactMap { language -> Diagnostic? in
          let file = "notes/\(provision.id).\(language.rawValue).md"
          guard !corpus.faultyFiles.contains("\(corpus.folder)/regulations/\(regulation.id)/\(file)") else { return nil }
          return Diagnostic(
            .missingNote, at: SourceRange(file: regulation.originalFile, line: provision.original.line),
            Bilingual(
              zh: "\(regulation.id)/\(provision.id) 没有\(language == .zh ? "中文" : "英文")注解",
              en: "\(regulation.id)/\(provision.id) has no \(language == .zh ? "Chinese" : "English") note"),
            severity: regulation.severityOfGaps, help: Bilingual(zh: "写 \(file)", en: "write \(file)"))
        }
      }
    }
  }
}
