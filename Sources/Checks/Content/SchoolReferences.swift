import Corpus
import Diagnostics

extension ContentCheck {
  /// What lessons, quizzes, posters and the calendar name by id exists.
  static let schoolReferences = ContentCheck(.unknownTarget) { corpus, _ in
    var found: [Diagnostic] = []
    func check(_ names: [Located<String>], _ prefix: String = "") {
      for name in names { found += judge(prefix + name.value, at: name.range, in: corpus) }
    }
    func checkProvisions(_ names: [Located<String>]) {
      for name in names {
        if case .text(let reference)? = LinkTarget(name.value), reference.provision != nil {
          check([name])
        } else {
          found.append(
            Diagnostic(
              .unknownTarget, at: name.range, Bilingual(zh: "\(name.value) 不是条文", en: "'\(name.value)' is no provision"),
              help: Bilingual(zh: "写成 nantong/32 或 nantong/5#p1-i3 的样子", en: "write it as nantong/32 or nantong/5#p1-i3")))
        }
      }
    }
    let school = corpus.school
    for lesson in school.lessons {
      checkProvisions(lesson.provisions)
      check(lesson.topics, "topic:")
      check(lesson.words, "term:")
      if let quiz = lesson.quiz, school.quiz(quiz.value) == nil, !corpus.faultyFiles.contains("\(corpus.folder)/school/quizzes/\(quiz.value).yml") {
        found.append(unknownQuiz(quiz, among: school.quizzes.map(\.slug)))
      }
    }
    for quiz in school.quizzes {
      check(quiz.topics, "topic:")
      checkProvisions(quiz.questions.map(\.quotation.from))
    }
    checkProvisions(school.posters.map(\.quotation.from))
    for week in school.calendar?.weeks ?? [] {
      checkProvisions(week.days.map(\.provision))
      check(week.days.compactMap(\.lesson), "lesson:")
    }
    for day in school.calendar?.days ?? [] {
      check([day.fact], "fact:")
      checkProvisions(day.provisions)
    }
    for pocket in school.pocketGuides {
      check([Located(pocket.regulation, pocket.document.zh.place)])
    }
    return found
  }
}

private func unknownQuiz(_ quiz: Located<String>, among slugs: [String]) -> Diagnostic {
  let near = nearestNames(to: quiz.value, among: slugs, limit: 1).first
  return Diagnostic(
    .unknownTarget, at: quiz.range, Bilingual(zh: "没有测验 \(quiz.value)", en: "no quiz '\(quiz.value)'"),
    help: near.map { Bilingual(zh: "是不是 \($0)？", en: "did you mean '\($0)'?") }
      ?? Bilingual(zh: "测验在 content/school/quizzes/ 里", en: "quizzes are in content/school/quizzes/"))
}
