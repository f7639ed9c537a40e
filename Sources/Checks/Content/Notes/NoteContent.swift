import Corpus
import Diagnostics
import Legislation

/// A note with its lines, beside the provision it explains.
struct NoteReading {
  let regulation: Regulation
  let provision: AnnotatedProvision
  let document: Document
  let lines: [BodyLine]
  var place: String { "\(regulation.id)/\(provision.id)" }

  func report(_ rule: Rule, _ line: BodyLine, _ range: Range<Int>, _ message: Bilingual, help: Bilingual, notes: [Diagnostic.Note] = []) -> Diagnostic {
    Diagnostic(rule, at: line.range(range), message, notes: notes, help: help)
  }

  var original: Diagnostic.Note {
    Diagnostic.Note(
      Bilingual(zh: "条文在这里", en: "the provision is here"),
      at: SourceRange(file: regulation.originalFile, line: provision.original.line))
  }
}

extension ContentCheck {
  static let noteContent = ContentCheck(
    .shortNote, .overstatedNote, .addedRight, .unlinkedCitation, .foreignFigure, .targetAsResult, .keptForce, .deadCitation
  ) { corpus, _ in
    let names = corpus.regulations.map(CitedNames.init)
    let facts = FactFigures(corpus)
    return concurrentMap(corpus.regulations) { regulation in
      let known = Set(regulation.provisions.compactMap { $0.original.label?.number })
      return regulation.provisions.flatMap { provision in
        Language.allCases.flatMap { language -> [Diagnostic] in
          guard let document = provision.note(in: language)?.document else { return [] }
          let note = NoteReading(regulation: regulation, provision: provision, document: document, lines: document.bodyLines)
          // A body that breaks the limits of Markdown is left out whole, and that has been told.
          let length = corpus.faultyFiles.contains(document.file) ? [] : judgeLength(note)
          return length + judgeDuty(note) + judgeForce(note) + judgeRights(note) + judgeCitedProvisions(note, names)
            + judgeResults(note) + judgeFigures(note, facts, corpus) + judgeBareArticles(note, known: known)
        }
      }
    }.flatMap { $0 }
  }
}

// MARK: NT302

/// Our shortest real note, on the day a regulation takes effect, has 60 characters in Chinese, 35 words in English.
private func judgeLength(_ note: NoteReading) -> [Diagnostic] {
  let text = note.document.body.plainText
  let size =
    note.document.language == .zh
    ? text.unicodeScalars.count { isHan($0) } : lowercasedBytes(text).split { !isLatin($0) && $0 != UInt8(ascii: "'") }.count
  guard size < (note.document.language == .zh ? 30 : 18) else { return [] }
  return [
    Diagnostic(
      .shortNote, at: (note.lines.first { $0.scalars.first != "#" } ?? note.lines.first).map { $0.range(0..<$0.scalars.count) } ?? note.document.place,
      size == 0
        ? Bilingual(zh: "\(note.place) 的注解是空的", en: "the note on \(note.place) is empty")
        : Bilingual(zh: "\(note.place) 的注解只有 \(size) 个字", en: "the note on \(note.place) has only \(size) words"),
      severity: size == 0 ? .error : nil,
      help: Bilingual(zh: "写明意思、谁来做、例子、没有说的", en: "say what it means, who does what, an example, what it does not say"))
  ]
}
