import Corpus
import Diagnostics
import Insights
import Legislation

extension Route {
  static func laws(_ language: Language) -> Route { Route(language, "laws.html") }
}

extension PageKind {
  /// Laws and documents outside the site that the texts cite, and where.
  static let laws = PageKind(
    template: "laws",
    fields: ["isEmpty": .flag, "laws": .section(["id": .text, "name": .text, "english": .text, "places": .section(["label": .text, "href": .text])])]
  ) { _ in
    Language.allCases.map { language in
      PlannedPage(route: .laws(language)) { context in
        let route = Route.laws(language)
        let words = context.words(language)
        let laws = context.insights.citations.laws
        var body = View()
        body.flag("isEmpty", laws.allSatisfy { $0.regulation != nil })
        body.section("laws", laws.enumerated().filter { $0.element.regulation == nil }.map { number, law in
          var view = View(text: ["id": "law-\(number + 1)", "name": "《\(law.name)》", "english": language == .en ? law.englishName ?? "" : ""])
          view.section("places", law.places.map { position in
            let (regulation, provision) = context.corpus[position]
            return View(text: [
              "label": regulation.facts.cited(Citation(provision.original).text(in: language), in: language),
              "href": route.href(to: .provision(regulation.id, provision.id, language)),
            ])
          })
          return view
        })
        var page = Page(kind: "laws", route: route, language: language, title: words[.titleLaws], body: body)
        page.description = words[.titleLaws]
        page.trail = [
          (context.corpus.settings.title[language], .home(language)), (words[.titleCompare], .comparisons(language)),
        ]
        page.counterpart = .laws(language.other)
        page.section = .menuCompare
        return page
      }
    }
  }
}
