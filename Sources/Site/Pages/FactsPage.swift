import Corpus
import Diagnostics

extension Route {
  static func facts(_ language: Language) -> Route { Route(language, "facts.html") }
}

extension PageKind {
  /// What we use from outside the texts, each fact with its source and the day to which it is known to hold.
  static let facts = PageKind(
    template: "facts",
    fields: [
      "facts": .section([
        "id": .text, "title": .text, "statement": .text, "source": .text, "link": .section(["url": .text]), "asOf": .text,
      ])
    ]
  ) { _ in
    Language.allCases.map { language in
      PlannedPage(route: .facts(language)) { context in
        let route = Route.facts(language)
        let words = context.words(language)
        var body = View()
        body.section("facts", context.corpus.facts.map { fact in
          var view = View()
          view.text("id", fact.id)
          view.text("title", fact.title[language])
          view.text("statement", fact.statement[language])
          view.text("source", fact.source[language])
          view.section("link", fact.url.isEmpty ? nil : View(text: ["url": fact.url]))
          view.text("asOf", words[.asOf, ["date": fact.asOf.formatted(in: language)]])
          return view
        })
        var page = Page(kind: "facts", route: route, language: language, title: words[.titleFacts], body: body)
        page.trail = [(context.corpus.settings.title[language], .home(language))]
        page.counterpart = .facts(language.other)
        page.section = .menuAbout
        page.source = context.corpus.folder + "/facts.yml"
        page.description = words[.descriptionFacts]
        return page
      }
    }
  }
}
