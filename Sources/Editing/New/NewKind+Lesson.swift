import Corpus
import Diagnostics
import Legislation

extension NewKind {
  /// A lesson of 40 minutes in three steps, on one provision.
  static let lesson = NewKind(name: "lesson") { entry throws(Failure) in
    try entry.mustBeNew(entry.corpus.school.lesson(entry.name) != nil)
    let passage = try entry.passage()
    let words = worksheetWords(entry.corpus, near: passage.zh)
    return entry.documents(in: "school/lessons") { language in
      guard language == .zh else { return "" }
      return """
        order: \(nextOrder(entry.corpus.school.lessons.map(\.order)))
        level: junior # \(SchoolLevel.allCases.map(\.rawValue).joined(separator: ", "))
        minutes: 40
        subjects: [class-meeting] # \(SchoolSubject.allCases.map(\.rawValue).joined(separator: ", "))
        provisions: [\(passage.reference.regulation)/\(passage.reference.provision?.description ?? "")]
        topics: []
        worksheet: \(!words.isEmpty)

        """ + (words.isEmpty ? "" : "words: [\(words.joined(separator: ", "))]\n")
    } body: { language in
      LessonPlan.Part.allCases.filter { $0 != .worksheet || !words.isEmpty }
        .map { "\n## \($0.heading[language])\n\n\(content(of: $0, passage, language))\n" }.joined()
    }
  }
}

/// Twelve terms for the bilingual worksheet, those of the passage first; none when the glossary holds fewer.
private func worksheetWords(_ corpus: Corpus, near passage: String) -> [String] {
  let here = corpus.terms.filter { passage.contains($0.name.zh) }.map(\.id)
  let words = (here + corpus.terms.map(\.id).filter { !here.contains($0) }).prefix(12)
  return words.count == 12 ? Array(words) : []
}

private func content(of part: LessonPlan.Part, _ passage: NewPassage, _ language: Language) -> String {
  func write(_ zh: String, _ en: String) -> String { toWrite(language, zh, en) }
  func quote(_ behind: String = "") -> String { "> \(passage[language])\n\n[](\(passage.reference))\(behind)" }
  func piece(_ heading: Bilingual, _ text: String) -> String { "### \(heading[language])\n\n\(text)" }
  switch part {
  case .aims: return "- " + write("学生学完能说出、能做到什么。", "what pupils can say or do afterwards.")
  case .materials: return write("老师课前备什么；哪些地方要注意安全。", "what the teacher prepares, and what needs care for safety.")
  case .provisions:
    return quote(language == .zh ? "：" + write("对谁说的，力度多大。", "") : ": " + write("", "whom it addresses, and how strongly."))
  case .steps:
    let act = write("老师说什么、做什么，学生做什么。", "what the teacher says and does, and what pupils do.")
    return [
      piece(Bilingual(zh: "1. 导入（5分钟）", en: "1. Opening (5 minutes)"), act),
      piece(Bilingual(zh: "2. 活动（25分钟）", en: "2. Activity (25 minutes)"), act),
      piece(Bilingual(zh: "3. 小结（10分钟）", en: "3. Looking back (10 minutes)"), act),
    ].joined(separator: "\n\n")
  case .board: return "- " + write("黑板上留下的几行字。", "the few lines that stay on the board.")
  case .easier: return "- " + write("给需要帮助的学生。", "for pupils who need help.")
  case .harder: return "- " + write("给学得快的学生。", "for pupils who are quick.")
  case .homework: return write("一件小事，不收费，不打扰别人。", "something small that costs nothing and disturbs nobody.")
  case .assessment: return "- " + write("看到什么就算达到目标。", "what shows that an aim is reached.")
  case .answers: return "- " + write("每一步和学习单的答案。", "the answers to each step and to the worksheet.")
  case .worksheet:
    return piece(Bilingual(zh: "1. 任务", en: "1. Task"), write("学生做什么，写在哪里。", "what pupils do, and where they write."))
  case .slides:
    return [
      piece(Bilingual(zh: "导入", en: "Opening"), write("一个问题或者一幅画面。", "a question or a scene.")),
      piece(Bilingual(zh: "条文怎么说", en: "What the text says"), quote()),
    ].joined(separator: "\n\n")
  }
}
