import Corpus
import Diagnostics

extension Route {
  static func home(_ language: Language) -> Route { Route(language, "index.html") }
}

extension PageKind {
  /// The home page of a language: the regulations, the topics and the questions that lead into them.
  static let home = PageKind(
    template: "home",
    fields: [
      "tagline": .text,
      "regulations": .section(RegulationCard.fields),
      "topics": .section(["title": .text, "href": .text]),
      "situations": .section(["title": .text, "href": .text]),
      "topicsHref": .text, "situationsHref": .text,
    ]
  ) { _ in
    Language.allCases.map { language in
      PlannedPage(route: .home(language)) { context in
        let corpus = context.corpus
        let route = Route.home(language)
        var body = View()
        body.text("tagline", corpus.settings.tagline[language])
        body.section("regulations", corpus.regulations.map { RegulationCard.view($0, from: route, language, context) })
        body.section("topics", corpus.topics.map { entry($0.document.title(in: language), route.href(to: .topic($0.slug, language))) })
        body.section("situations", corpus.situations.prefix(8).map {
          entry($0.document.title(in: language), route.href(to: .situation($0.slug, language)))
        })
        body.text("topicsHref", route.href(to: .topics(language)))
        body.text("situationsHref", route.href(to: .situations(language)))
        var page = Page(
          kind: "home", route: route, language: language, title: corpus.settings.title[language], body: body)
        page.description = corpus.settings.tagline[language]
        page.counterpart = .home(language.other)
        page.section = .menuRegulations
        return page
      }
    }
  }

  private static func entry(_ title: String, _ href: String) -> View {
    var view = View()
    view.text("title", title)
    view.text("href", href)
    return view
  }
}

/// A regulation in a list: name, place, status, size.
enum RegulationCard {
  static let fields: [String: Field] = [
    "title": .text, "href": .text, "place": .text, "kind": .text, "status": .text, "statusCode": .text, "count": .text,
  ]

  static func view(_ regulation: Regulation, from route: Route, _ language: Language, _ context: SiteContext) -> View {
    let words = context.words(language)
    let facts = regulation.facts
    var view = View()
    view.text("title", facts.title(in: language))
    view.text("href", route.href(to: .regulation(regulation.id, language)))
    view.text("place", facts.place[language].isEmpty ? facts.place.zh : facts.place[language])
    view.text("kind", words[facts.kind.word])
    view.text("status", words[facts.status.word])
    view.text("statusCode", facts.status.rawValue)
    view.text("count", words[.provisionCount, ["count": String(regulation.provisions.count)]])
    return view
  }
}

extension RegulationFacts.Status {
  var word: Word {
    switch self {
    case .inForce: .statusInForce
    case .adopted: .statusAdopted
    case .draft: .statusDraft
    case .plan: .statusPlan
    case .superseded: .statusSuperseded
    case .repealed: .statusRepealed
    }
  }
}

extension RegulationFacts.Kind {
  var word: Word {
    switch self {
    case .localRegulation: .kindLocalRegulation
    case .sezRegulation: .kindSezRegulation
    case .plan: .kindPlan
    }
  }
}
