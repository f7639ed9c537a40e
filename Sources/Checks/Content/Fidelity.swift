import Corpus
import Diagnostics
import Legislation

extension Rule {
  public static let fidelity = Rule(
    "LW110", .error, title: Bilingual(zh: "法条与发布的文本一字不差", en: "The law is what was published, character by character"),
    explanation: Bilingual(
      zh: "每次构建都把 text.zh.md 与 published.txt 逐字比较。只有空白、** 和括号宽度可以不同；其余增删要在 regulation.yml 的 edition 里写明理由。",
      en: "Every build compares text.zh.md with published.txt. Only white space, ** and the width of brackets may differ; other additions and omissions are listed with a reason under `edition:` in regulation.yml."),
    bad: "合格率达到89%以上", good: "合格率达到98%以上")
}

extension ContentCheck {
  /// Our edition of a text says what the publication says.
  static let fidelity = ContentCheck(.fidelity) { corpus, _ in
    corpus.regulations.flatMap { regulation in
      let changes = regulation.facts.changes.map { change in
        change.added.isEmpty
          ? EditionChange.dropped(change.dropped, line: change.line ?? 0) : .added(change.added, place: change.place)
      }
      return compareFidelity(regulation.original, regulation.published.text, changes: changes).map { difference in
        let place = SourceRange(file: regulation.originalFile, line: difference.editionLine)
        return Diagnostic(
          .fidelity, at: place,
          Bilingual(
            zh: "\(regulation.id)/\(difference.place) 与发布的文本不同：这里是“\(difference.editionReading)”，发布的是“\(difference.publishedReading)”",
            en: "\(regulation.id)/\(difference.place) differs from the publication: here “\(difference.editionReading)”, published “\(difference.publishedReading)”"),
          notes: [
            Diagnostic.Note(
              Bilingual(zh: "发布的文本在这里", en: "the publication is here"),
              at: SourceRange(file: regulation.published.path, line: difference.publishedLine))
          ],
          help: Bilingual(
            zh: "照发布的文本改正；若是编者有意增删，写进 regulation.yml 的 edition",
            en: "restore the published reading; list a deliberate change under edition: in regulation.yml"))
      }
    }
  }
}
