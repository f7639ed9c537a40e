import Corpus
import Diagnostics
import Legislation

/// A lesson in a list: what it is, for whom, how long, and everything that goes with it.
enum LessonCard {
  static let fields: [String: Field] = [
    "title": .text, "href": .text, "level": .text, "levelCode": .text, "minutes": .text, "minuteCount": .text,
    "subjects": .text, "regulations": .text, "regulationCodes": .text, "materials": .section(linkFields),
    "zip": .section(linkFields),
  ]

  /// A lesson in a pack needs no link to its zip.
  static func view(
    _ lesson: Lesson, from route: Route, _ language: Language, _ context: SiteContext, inPack: Bool = false
  ) -> View {
    let words = context.words(language)
    let places = lesson.regulations.compactMap { context.corpus.regulation($0) }
    var view = View()
    view.text("title", lesson.document.title(in: language))
    view.text("href", route.href(to: .lesson(lesson.slug, language)))
    view.text("level", words[lesson.level.word])
    view.text("levelCode", lesson.level.rawValue)
    view.text("minutes", words[.minutes, ["count": String(lesson.minutes.value)]])
    view.text("minuteCount", String(lesson.minutes.value))
    view.text("subjects", lesson.subjects.map { words[$0.word] }.joined(separator: language.listSeparator))
    view.text("regulations", places.map { $0.facts.place[language] }.joined(separator: language.listSeparator))
    view.text("regulationCodes", places.map(\.id).joined(separator: " "))
    view.section("materials", materials(lesson, from: route, language, context))
    view.section("zip", inPack ? nil : SchoolPack.zipRoute(lesson, language, context).map {
      linkView(words[.schoolZip], route.href(to: $0))
    })
    return view
  }

  /// Slides, worksheets, quiz: links in the order in which a lesson uses them.
  static func materials(_ lesson: Lesson, from route: Route, _ language: Language, _ context: SiteContext) -> [View] {
    let words = context.words(language)
    var links = [linkView(words[.schoolSlides], route.href(to: .slides(lesson.slug, language)))]
    if lesson.hasWorksheet {
      links.append(linkView(words[.schoolWorksheet], route.href(to: .worksheet(lesson.slug, language))))
      links.append(linkView(words[.schoolBilingual], route.href(to: .bilingualWorksheet(lesson.slug, language))))
    }
    if let quiz = lesson.quiz.flatMap({ context.corpus.school.quiz($0.value) }) {
      links.append(linkView(words[.schoolQuiz], route.href(to: .quiz(quiz.slug, language))))
      links.append(linkView(words[.schoolGame], route.href(to: .game(quiz.slug, language))))
      links.append(linkView(words[.schoolKey], route.href(to: .testKey(quiz.slug, language))))
    }
    return links
  }
}
