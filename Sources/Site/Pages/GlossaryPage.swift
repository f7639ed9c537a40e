import Corpus
import Diagnostics

extension Route {
  static func glossary(_ language: Language) -> Route { Route(language, "glossary.html") }
}

extension PageKind {
  /// Every term with its rendering and a definition in plain words.
  static let glossary = PageKind(
    template: "glossary",
    fields: [
      "terms": .section([
        "id": .text, "name": .text, "other": .text, "otherTag": .text, "definition": .text,
        "fact": .section(["title": .text, "href": .text]),
      ])
    ]
  ) { _ in
    Language.allCases.map { language in
      PlannedPage(route: .glossary(language)) { context in
        let route = Route.glossary(language)
        var body = View()
        body.section("terms", context.corpus.terms.map { term in
          var view = View()
          view.text("id", term.id)
          view.text("name", term.name[language])
          view.text("other", term.name[language.other])
          view.text("otherTag", language.other.tag)
          view.text("definition", term.definition[language])
          view.section("fact", term.fact.flatMap { context.corpus.fact($0.value) }.map { fact in
            var item = View()
            item.text("title", fact.title[language])
            item.text("href", route.href(to: .facts(language)) + "#" + fact.id)
            return item
          })
          return view
        })
        var page = Page(
          kind: "glossary", route: route, language: language, title: context.words(language)[.titleGlossary], body: body)
        page.trail = [(context.corpus.settings.title[language], .home(language))]
        page.counterpart = .glossary(language.other)
        page.section = .menuGlossary
        return page
      }
    }
  }
}
