import Corpus
import Diagnostics

extension Rule {
  public static let questionAnswer = Rule(
    "SC101", .error, title: Bilingual(zh: "每道题的正确答案个数合乎题型", en: "A question has as many right answers as its kind asks for"),
    explanation: Bilingual(
      zh: "单选题（single）恰好一个正确选项，多选题（multiple）至少两个正确、至少一个错误；判断题（true-false）只写 answer；连线题（match）和排序题（order）至少两项，各项不重复。",
      en: "`single` has exactly one right option, `multiple` at least two right and one wrong; `true-false` has `answer:` and no options; `match` and `order` have at least two entries, all different."),
    bad: "kind: single\noptions:\n  - { zh: 应当, en: must }\n  - { zh: 可以, en: may }",
    good: "kind: single\noptions:\n  - { zh: 应当, en: must }\n  - { zh: 可以, en: may, right: true }")
}

extension ContentCheck {
  static let schoolQuestions = ContentCheck(.questionAnswer) { corpus, _ in
    corpus.school.quizzes.flatMap { quiz -> [Diagnostic] in
      guard !quiz.questions.isEmpty else {
        return [
          Diagnostic(
            .questionAnswer, at: SourceRange(file: quiz.file, line: 1), Bilingual(zh: "测验里没有题", en: "the quiz has no question"),
            help: Bilingual(zh: "写至少一道题", en: "write at least one"))
        ]
      }
      return quiz.questions.compactMap { question in
        question.problem.map { Diagnostic(.questionAnswer, at: $0.place ?? question.range, $0.message, help: $0.help) }
      }
    }
  }
}

extension Question {
  fileprivate typealias Problem = (message: Bilingual, help: Bilingual, place: SourceRange?)

  /// Why nobody could answer the question; nil when it is sound.
  fileprivate var problem: Problem? {
    if let stray { return stray }
    let right = options.count(where: \.isRight)
    switch kind {
    case .single where right != 1 || options.count < 2:
      return (
        Bilingual(zh: "单选题 \(id) 有 \(options.count) 个选项，\(right) 个正确", en: "single choice '\(id)' has \(options.count) options, \(right) of them right"),
        Bilingual(zh: "恰好一个选项写 right: true，另有至少一个错误选项", en: "mark exactly one option 'right: true', beside at least one wrong one"),
        right > 1 ? options.filter(\.isRight)[1].range : ranges["options"]
      )
    case .multiple where right < 2 || right == options.count:
      return (
        Bilingual(zh: "多选题 \(id) 有 \(options.count) 个选项，\(right) 个正确", en: "multiple choice '\(id)' has \(options.count) options, \(right) of them right"),
        Bilingual(zh: "至少两个选项写 right: true，至少一个不写", en: "mark at least two options 'right: true' and leave at least one wrong"),
        ranges["options"]
      )
    case .trueFalse where answer == nil:
      return (
        Bilingual(zh: "判断题 \(id) 没有答案", en: "true or false '\(id)' has no answer"),
        Bilingual(zh: "写 answer: true 或 answer: false", en: "write 'answer: true' or 'answer: false'"), nil
      )
    case .match: return ambiguity(pairs.map(\.right), ranges["pairs"]) ?? ambiguity(pairs.map(\.left), ranges["pairs"])
    case .order: return ambiguity(sequence, ranges["sequence"])
    case .single, .multiple:
      guard let repeated = repeated(options.map(\.text)) else { return nil }
      return (
        Bilingual(zh: "\(id) 的选项“\(repeated.zh)”出现两次", en: "the option “\(repeated.en)” of '\(id)' is given twice"),
        Bilingual(zh: "改掉一个", en: "change one of the two"), options.last { $0.text.zh == repeated.zh || $0.text.en == repeated.en }?.range
      )
    case .trueFalse: return contradiction
    }
  }

  /// An explanation that begins with the other answer: “错。” where the answer is true.
  private var contradiction: Problem? {
    let other = answer == true ? (zh: ["错。", "错，", "不对。", "不对，"], en: ["False.", "False:", "False,", "Wrong."]) : (zh: ["对。", "对，"], en: ["True.", "True:", "True,", "Right."])
    guard other.zh.contains(where: explanation.zh.hasPrefix) || other.en.contains(where: explanation.en.hasPrefix) else { return nil }
    return (
      Bilingual(zh: "\(id) 的解释和答案相反", en: "the explanation of '\(id)' says the opposite of its answer"),
      Bilingual(zh: "改正其一", en: "mend one of them"), ranges["answer"]
    )
  }

  /// Keys of another kind, which would do nothing.
  private var stray: Problem? {
    let keys: [(name: String, isThere: Bool, belongs: Bool)] = [
      ("options", !options.isEmpty, kind == .single || kind == .multiple), ("answer", answer != nil, kind == .trueFalse),
      ("pairs", !pairs.isEmpty, kind == .match), ("sequence", !sequence.isEmpty, kind == .order),
    ]
    guard let key = keys.first(where: { $0.isThere && !$0.belongs }) else { return nil }
    return (
      Bilingual(zh: "\(kind.rawValue) 题 \(id) 用不到 \(key.name)", en: "'\(id)' is of kind \(kind.rawValue), which has no '\(key.name)'"),
      Bilingual(zh: "改题型，或删去 \(key.name)", en: "change the kind or remove '\(key.name)'"), ranges[key.name]
    )
  }

  private func ambiguity(_ entries: [Bilingual], _ place: SourceRange?) -> Problem? {
    let count = entries.count
    if count < 2 {
      return (
        Bilingual(zh: "\(id) 只有 \(count) 项", en: "'\(id)' has \(count) entr\(count == 1 ? "y" : "ies")"),
        Bilingual(zh: "至少写两项", en: "write at least two"), place
      )
    }
    return repeated(entries).map {
      (
        Bilingual(zh: "\(id) 里“\($0.zh)”出现两次，答案就不止一个", en: "“\($0.en)” stands twice in '\(id)', so there is more than one answer"),
        Bilingual(zh: "改掉一个", en: "change one of the two"), place
      )
    }
  }

  /// The first entry that another one equals in a language.
  private func repeated(_ entries: [Bilingual]) -> Bilingual? {
    var zh: Set<String> = []
    var en: Set<String> = []
    return entries.first { !zh.insert($0.zh).inserted || !en.insert($0.en).inserted }
  }
}
