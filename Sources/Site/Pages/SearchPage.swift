import Diagnostics

extension Route {
  static func search(_ language: Language) -> Route { Route(language, "search.html") }
}

extension PageKind {
  /// The search, which works in the browser alone; without JavaScript it leads to topics and glossary.
  static let search = PageKind(
    template: "search-page",
    fields: [
      "root": .text, "code": .text, "other": .text, "otherTag": .text, "topics": .text, "situations": .text, "glossary": .text,
    ]
  ) { _ in
    Language.allCases.map { language in
      PlannedPage(route: .search(language)) { context in
        let route = Route.search(language)
        var body = View()
        body.text("root", route.root)
        body.text("code", language.rawValue)
        body.text("other", route.href(to: .search(language.other)))
        body.text("otherTag", language.other.tag)
        body.text("topics", route.href(to: .topics(language)))
        body.text("situations", route.href(to: .situations(language)))
        body.text("glossary", route.href(to: .glossary(language)))
        let words = context.words(language)
        var page = Page(kind: "search-page", route: route, language: language, title: words[.titleSearch], body: body)
        page.description = words[.descriptionSearch]
        page.trail = [(context.corpus.settings.title[language], .home(language))]
        page.counterpart = .search(language.other)
        return page
      }
    }
  }
}
