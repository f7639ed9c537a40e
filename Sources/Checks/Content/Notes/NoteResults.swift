import Corpus
import Diagnostics

/// NT309: a plan's figure told as something reached.
func judgeResults(_ note: NoteReading) -> [Diagnostic] {
  guard note.regulation.facts.status == .plan else { return [] }
  let language = note.document.language
  return note.lines.flatMap { line -> [Diagnostic] in
    let claims = line.claims(results[language], in: language, evenLinked: true)
    guard !claims.isEmpty else { return [] }
    let figures = (language == .zh ? chineseFigures(in: line.scalars) : englishFigures(in: line.scalars)).filter(\.isStrong)
    return line.sentences(in: language).compactMap { sentence in
      guard let claim = claims.first(where: { sentence.contains($0.lowerBound) }),
        figures.contains(where: { sentence.contains($0.range.lowerBound) }), !aims[language].occur(in: Array(line.scalars[sentence]))
      else { return nil }
      return note.report(
        .targetAsResult, line, claim,
        Bilingual(zh: "\(note.regulation.id) 是方案，注解把数字说成“\(line.words(claim))”", en: "\(note.regulation.id) is a plan; the note tells its figure as “\(line.words(claim))”"),
        help: Bilingual(zh: "说“方案的目标是……”", en: "say “the plan's target is …”"), notes: [note.original])
    }
  }
}

private let results = Bilingually(
  zh: CueWords([
    "已经达到", "已达到", "已达", "达到了", "已经实现", "已实现", "实现了", "已经建成", "已建成", "建成了", "已经完成", "已完成", "完成了", "已经超过", "已超过",
    "超过了", "已经有", "已有", "已经提高", "提高到了", "已经降低",
  ]),
  en: CueWords([
    "reached", "has reached", "have reached", "achieved", "attained", "exceeded", "rose to", "fell to", "has risen", "has fallen", "stood at", "completed",
    "was met", "were met", "has built", "have been built", "already",
  ]))

/// Words that show the sentence speaks of an aim.
private let aims = Bilingually(
  zh: CueWords(["目标", "力争", "争取", "打算", "计划", "要达到", "希望", "如果", "假如"]),
  en: CueWords(["target", "targets", "aim", "aims", "goal", "goals", "wants", "is to be", "are to be", "strive", "strives", "if", "when"]))
