import Corpus
import Diagnostics

extension PageKind {
  /// The start page for teachers: everything as lists, and a form that picks from them by city, level and time.
  static let schoolStart = PageKind(
    template: "school-start",
    fields: .school([
      "cities": .section(["id": .text, "name": .text]), "levels": .section(["id": .text, "name": .text]),
      "groups": .section(["level": .text, "levelCode": .text, "lessons": .section(LessonCard.fields)]),
      "quizzes": .section([
        "title": .text, "href": .text, "levels": .text, "levelCodes": .text, "count": .text, "gameHref": .text,
        "sheetHref": .text, "keyHref": .text,
      ]),
      "posters": .section(["title": .text, "href": .text, "file": .text]), "postersHref": .text,
      "pockets": .section(["title": .text, "href": .text, "code": .text]), "guides": .section(linkFields),
      "calendar": .section(["href": .text, "days": .text, "month": .text]), "tableHref": .text,
      "hasLessons": .flag, "hasCalendar": .flag, "hasQuizzes": .flag, "hasPosters": .flag, "hasPockets": .flag,
    ])
  ) { context in
    guard !context.corpus.school.isEmpty else { return [] }
    return Language.allCases.map { language in
      PlannedPage(route: .school(language)) { startPage(language, $0) }
    }
  }
}

private func startPage(_ language: Language, _ context: SiteContext) -> Page {
  let route = Route.school(language)
  let words = context.words(language)
  let school = context.corpus.school
  let used = Set(school.lessons.flatMap(\.regulations))
  var body = View()
  body.section("cities", context.corpus.regulations.filter { used.contains($0.id) }.map {
    choice($0.id, $0.facts.place[language])
  })
  let levels = SchoolLevel.allCases.filter { level in school.lessons.contains { $0.level == level } }
  body.section("levels", levels.map { choice($0.rawValue, words[$0.word]) })
  body.section("groups", levels.map { level in
    var view = View()
    view.text("level", words[level.word])
    view.text("levelCode", level.rawValue)
    view.section("lessons", school.lessons.filter { $0.level == level }.map {
      LessonCard.view($0, from: route, language, context)
    })
    return view
  })
  body.section("quizzes", school.quizzes.map { quizView($0, from: route, language, words) })
  body.section("posters", school.posters.map { PosterView.card($0, from: route, language) })
  body.text("postersHref", school.posters.isEmpty ? "" : route.href(to: .posters(language)))
  body.section("pockets", school.pocketGuides.map { pocket in
    var view = View()
    view.text("title", pocket.document.title(in: language))
    view.text("href", route.href(to: .pocketGuide(pocket.regulation, language)))
    view.text("code", pocket.regulation)
    return view
  })
  body.section("guides", school.guides.map {
    linkView($0.document.title(in: language), route.href(to: .schoolGuide($0.slug, language)))
  })
  body.section("calendar", school.calendar.map { _ in
    var view = View()
    view.text("href", route.href(to: .schoolCalendar(language)))
    view.text("days", route.href(to: .qualityDays(language)))
    view.text("month", route.href(to: .qualityMonth(language)))
    return view
  })
  body.flag("hasLessons", !school.lessons.isEmpty)
  body.flag("hasCalendar", school.calendar != nil)
  body.flag("hasQuizzes", !school.quizzes.isEmpty)
  body.flag("hasPosters", !school.posters.isEmpty)
  body.flag("hasPockets", !school.pocketGuides.isEmpty)
  body.text("tableHref", route.href(to: .correspondence(language)))
  var page = Page.school(
    "school-start", route: route, language: language, title: words[.titleSchool], body: body, context: context)
  page.trail.removeLast()
  page.description = words[.descriptionSchool]
  return page
}

private func choice(_ id: String, _ name: String) -> View {
  var view = View()
  view.text("id", id)
  view.text("name", name)
  return view
}

private func quizView(_ quiz: Quiz, from route: Route, _ language: Language, _ words: Wording) -> View {
  var view = View()
  view.text("title", quiz.title[language])
  view.text("href", route.href(to: .quiz(quiz.slug, language)))
  view.text("levels", quiz.levels.map { words[$0.word] }.joined(separator: language.listSeparator))
  view.text("levelCodes", quiz.levels.map(\.rawValue).joined(separator: " "))
  view.text("count", words[.questionCount, ["count": String(quiz.questions.count)]])
  view.text("gameHref", route.href(to: .game(quiz.slug, language)))
  view.text("sheetHref", route.href(to: .testSheet(quiz.slug, language)))
  view.text("keyHref", route.href(to: .testKey(quiz.slug, language)))
  return view
}
