import Corpus
import Diagnostics

extension NewKind {
  /// Two questions, one of each of the commonest kinds.
  static let quiz = NewKind(name: "quiz") { entry throws(Failure) in
    try entry.mustBeNew(entry.corpus.school.quiz(entry.name) != nil)
    let passage = try entry.passage()
    let behind = "    explain: \(yamlToWrite("一两句话，为什么。", "why, in a sentence or two."))\n" + passage.yaml(indent: "    ")
    let text = """
      title: \(entry.yamlTitle)
      # \(SchoolLevel.allCases.map(\.rawValue).joined(separator: ", "))
      level: [junior]
      topics: []
      questions:
        # \(Question.Kind.allCases.map(\.rawValue).joined(separator: ", "))
        - id: first
          kind: single
          ask: \(yamlToWrite("问题。", "the question."))
          options:
            - { zh: \(quoted(toWrite(.zh, "对的答案", ""))), en: \(quoted(toWrite(.en, "", "the right answer"))), right: true }
            - { zh: \(quoted(toWrite(.zh, "像是对的答案", ""))), en: \(quoted(toWrite(.en, "", "an answer that only looks right"))), why: \(yamlToWrite("错在哪里。", "what is wrong with it.")) }
      \(behind)  - id: second
          kind: true-false
          ask: \(yamlToWrite("一句或对或错的话。", "a sentence that is true or false."))
          answer: true
      \(behind)
      """
    return [FileChange("\(entry.corpus.folder)/school/quizzes/\(entry.name).yml", text)]
  }
}
