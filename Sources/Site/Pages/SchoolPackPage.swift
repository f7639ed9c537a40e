import Corpus
import Diagnostics

extension PageKind {
  /// The start page of a pack. It is drawn for packs only; the site has none.
  static let packStart = PageKind(
    template: "school-pack",
    fields: .school([
      "lessons": .section(LessonCard.fields), "posters": .section(["title": .text, "href": .text, "file": .text]),
      "hasPosters": .flag, "calendar": .section(["href": .text, "days": .text, "month": .text]),
      "hasQuizzes": .flag, "quizzes": .section(linkFields), "guides": .section(linkFields), "pockets": .section(linkFields),
    ])
  ) { _ in [] }
}

enum PackStart {
  /// At the top of the pack: `开始.html`, `start.html`.
  static func route(_ language: Language) -> Route { Route(language == .zh ? "开始.html" : "start.html") }

  static func page(_ lessons: [Lesson], _ language: Language, _ context: SiteContext) -> Page {
    let route = route(language)
    let school = context.corpus.school
    let posters = context.posters(of: lessons)
    var body = View()
    body.section("lessons", lessons.map { LessonCard.view($0, from: route, language, context, inPack: true) })
    // A lesson's card leads to its own.
    let named = Set(lessons.compactMap { $0.quiz?.value })
    let quizzes = context.quizzes(of: lessons).filter { !named.contains($0.slug) }
    body.flag("hasQuizzes", !quizzes.isEmpty)
    body.section("quizzes", quizzes.map { linkView($0.title[language], route.href(to: .quiz($0.slug, language))) })
    body.flag("hasPosters", !posters.isEmpty)
    body.section("posters", posters.map { PosterView.card($0, from: route, language) })
    body.section("calendar", school.calendar.map { _ in
      var view = View()
      view.text("href", route.href(to: .schoolCalendar(language)))
      view.text("days", route.href(to: .qualityDays(language)))
      view.text("month", route.href(to: .qualityMonth(language)))
      return view
    })
    body.section("guides", school.guides.map {
      linkView($0.document.title(in: language), route.href(to: .schoolGuide($0.slug, language)))
    })
    let used = Set(lessons.flatMap(\.regulations))
    body.section("pockets", school.pocketGuides.filter { used.contains($0.regulation) }.map {
      linkView($0.document.title(in: language), route.href(to: .pocketGuide($0.regulation, language)))
    })
    var page = Page.school(
      "school-pack", route: route, language: language, title: context.words(language)[.titlePack], body: body,
      context: context)
    page.counterpart = nil
    page.isListed = false
    return page
  }
}
