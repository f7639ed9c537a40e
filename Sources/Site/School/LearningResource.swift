import Corpus
import Diagnostics
import Legislation

/// What a teacher gets, for machines: <https://schema.org/LearningResource>.
extension LinkedData {
  private static let licence = LinkedData.text("https://creativecommons.org/licenses/by/4.0/")

  static func lesson(_ lesson: Lesson, route: Route, _ language: Language, _ context: SiteContext) -> LinkedData {
    let words = context.words(language)
    let links = LinkWriter(context: context, route: route, language: language)
    let based = lesson.provisions.compactMap { Reference($0.value) }.map { reference in
      LinkedData.object([("@type", .text("Legislation")), ("name", .text(links.label(.text(reference))))])
    }
    return .object([
      ("@type", .text("LearningResource")), ("name", .text(lesson.document.title(in: language))), ("inLanguage", .text(language.tag)),
      ("learningResourceType", .text("lesson plan")), ("educationalLevel", .text(words[lesson.level.word])),
      ("timeRequired", .text("PT\(lesson.minutes.value)M")), ("about", titles(of: lesson.topics, language, context)),
      ("isBasedOn", .list(based)), ("isAccessibleForFree", .text("true")), ("license", licence),
      ("url", .text(context.baseURL + route.path)),
    ])
  }

  static func quiz(_ quiz: Quiz, route: Route, _ language: Language, _ context: SiteContext) -> LinkedData {
    .object([
      ("@type", .list([.text("LearningResource"), .text("Quiz")])), ("name", .text(quiz.title[language])), ("inLanguage", .text(language.tag)),
      ("learningResourceType", .text("quiz")), ("educationalLevel", .list(quiz.levels.map { .text(context.words(language)[$0.word]) })),
      ("about", titles(of: quiz.topics, language, context)), ("isAccessibleForFree", .text("true")), ("license", licence),
      ("url", .text(context.baseURL + route.path)),
    ])
  }

  private static func titles(of topics: [Located<String>], _ language: Language, _ context: SiteContext) -> LinkedData {
    .list(topics.compactMap { context.corpus.topic($0.value) }.map { .text($0.document.title(in: language)) })
  }
}
