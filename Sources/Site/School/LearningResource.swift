import Corpus
import Diagnostics
import Legislation

/// JSON-LD that tells machines what a teacher gets: schema.org `LearningResource`.
enum LearningResource {
  /// Values of a JSON object in their order.
  indirect enum Value {
    case text(String)
    case list([Value])
    case object(KeyValuePairs<String, Value>)
  }

  static func lesson(_ lesson: Lesson, route: Route, _ language: Language, _ context: SiteContext) -> String {
    let words = context.words(language)
    let links = LinkWriter(context: context, route: route, language: language)
    let based = lesson.provisions.compactMap { Reference($0.value) }.map { reference -> Value in
      .object(["@type": .text("Legislation"), "name": .text(links.label(.text(reference)))])
    }
    return markup(.object([
      "@context": .text("https://schema.org"), "@type": .text("LearningResource"),
      "name": .text(lesson.document.title(in: language)), "inLanguage": .text(language.tag),
      "learningResourceType": .text("lesson plan"), "educationalLevel": .text(words[lesson.level.word]),
      "timeRequired": .text("PT\(lesson.minutes.value)M"),
      "about": .list(lesson.topics.compactMap { context.corpus.topic($0.value) }.map { .text($0.document.title(in: language)) }),
      "isBasedOn": .list(based), "isAccessibleForFree": .text("true"),
      "license": .text("https://creativecommons.org/licenses/by/4.0/"), "url": .text(context.baseURL + route.path),
    ]))
  }

  static func quiz(_ quiz: Quiz, route: Route, _ language: Language, _ context: SiteContext) -> String {
    markup(.object([
      "@context": .text("https://schema.org"), "@type": .list([.text("LearningResource"), .text("Quiz")]),
      "name": .text(quiz.title[language]), "inLanguage": .text(language.tag), "learningResourceType": .text("quiz"),
      "educationalLevel": .list(quiz.levels.map { .text(context.words(language)[$0.word]) }),
      "about": .list(quiz.topics.compactMap { context.corpus.topic($0.value) }.map { .text($0.document.title(in: language)) }),
      "isAccessibleForFree": .text("true"), "license": .text("https://creativecommons.org/licenses/by/4.0/"),
      "url": .text(context.baseURL + route.path),
    ]))
  }

  private static func markup(_ value: Value) -> String {
    var json = ""
    write(value, to: &json)
    return "<script type=\"application/ld+json\">\(json)</script>\n"
  }

  private static func write(_ value: Value, to json: inout String) {
    switch value {
    case .text(let text): write(text, to: &json)
    case .list(let values):
      json += "["
      for (index, value) in values.enumerated() {
        if index > 0 { json += "," }
        write(value, to: &json)
      }
      json += "]"
    case .object(let pairs):
      json += "{"
      for (index, pair) in pairs.enumerated() {
        if index > 0 { json += "," }
        write(pair.key, to: &json)
        json += ":"
        write(pair.value, to: &json)
      }
      json += "}"
    }
  }

  /// A JSON string; `<` is escaped too, so that no text can end the element.
  private static func write(_ text: String, to json: inout String) {
    json += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "<": json += "\\u003c"
      case "\n": json += "\\n"
      case _ where scalar.value < 0x20: json += " "
      default: json.unicodeScalars.append(scalar)
      }
    }
    json += "\""
  }
}
