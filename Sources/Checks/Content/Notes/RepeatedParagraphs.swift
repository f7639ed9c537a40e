import Corpus
import Diagnostics

extension ContentCheck {
  static let repeatedParagraphs = ContentCheck(.repeatedParagraph) { corpus, _ in
    var first: [String: SourceRange] = [:]
    var repeats: [String: Int] = [:]
    var found: [Diagnostic] = []
    for regulation in corpus.regulations {
      for provision in regulation.provisions {
        for note in [provision.noteZh, provision.noteEn].compactMap(\.self) {
          for line in note.document.bodyLines where line.scalars.count >= (note.document.language == .zh ? 24 : 60) {
            let text = line.text
            // An entry of a list (responsible departments) may well be the same.
            guard !text.hasPrefix("#"), !text.hasPrefix("- ") else { continue }
            let range = line.range(0..<line.scalars.count)
            guard let earlier = first[text] else {
              first[text] = range
              continue
            }
            // Three places are enough to see that a paragraph was copied.
            repeats[text, default: 0] += 1
            guard repeats[text, default: 0] <= 3 else { continue }
            found.append(
              Diagnostic(
                .repeatedParagraph, at: range,
                Bilingual(zh: "这一段与 \(earlier.file) 的一段完全相同", en: "this paragraph stands in \(earlier.file) as well"),
                notes: [Diagnostic.Note(Bilingual(zh: "另一处在这里", en: "the other one is here"), at: earlier)],
                help: Bilingual(zh: "照眼前的条文重写", en: "write it anew for the provision in front of you")))
          }
        }
      }
    }
    return found
  }
}
