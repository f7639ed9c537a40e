import Corpus
import Diagnostics
import Insights
import Legislation

extension Route {
  static func home(_ language: Language) -> Route { Route(language, "index.html") }
}

extension PageKind {
  /// The home page of a language: the regulations, the topics and the questions that lead into them.
  static let home = PageKind(
    template: "home",
    fields: [
      "title": .text, "tagline": .text, "search": .section(["href": .text, "examples": .section(["text": .text, "href": .text])]),
      "places": .section(["name": .section(["name": .text]), "regulations": .section(RegulationCard.fields)]),
      "specimen": .section(["original": .text, "translation": .text, "note": .text, "label": .text, "href": .text]),
      "hasTopics": .flag, "topics": .section(["title": .text, "href": .text, "count": .text]),
      "hasSituations": .flag, "situations": .section(["title": .text, "href": .text]), "situationCount": .text,
      "school": .section(["href": .text]), "compare": .section(["href": .text]), "guide": .section(["href": .text, "title": .text]),
      "topicsHref": .text, "situationsHref": .text,
    ]
  ) { _ in
    Language.allCases.map { language in
      PlannedPage(route: .home(language)) { context in
        let corpus = context.corpus
        let route = Route.home(language)
        var body = View()
        body.text("title", corpus.settings.title[language])
        body.text("tagline", corpus.settings.tagline[language])
        body.section("places", places(from: route, language, context))
        body.flag("hasTopics", !corpus.topics.isEmpty)
        body.section("topics", corpus.topics.map { topic in
          View(text: [
            "title": topic.document.title(in: language), "href": route.href(to: .topic(topic.slug, language)),
            "count": String(context.insights.topics.provisions(of: topic.slug).count),
          ])
        })
        body.flag("hasSituations", !corpus.situations.isEmpty)
        body.section("situations", corpus.situations.prefix(8).map { situation in
          View(text: [
            "title": situation.document.title(in: language), "href": route.href(to: .situation(situation.slug, language)),
          ])
        })
        body.text("situationCount", String(corpus.situations.count))
        body.section("search", search(from: route, language, context))
        for (name, target) in [("school", Route(language, "school/index.html")), ("compare", Route(language, "compare/index.html"))] {
          body.section(name, context.has(target) ? View(text: ["href": route.href(to: target)]) : nil)
        }
        body.section("specimen", specimen(from: route, language, context))
        body.section("guide", corpus.page("how-to-read").map {
          View(text: ["href": route.href(to: .article($0.slug, language)), "title": $0.title(in: language)])
        })
        body.text("topicsHref", route.href(to: .topics(language)))
        body.text("situationsHref", route.href(to: .situations(language)))
        var page = Page(
          kind: "home", route: route, language: language, title: corpus.settings.title[language], body: body)
        page.description = corpus.settings.tagline[language]
        page.counterpart = .home(language.other)
        page.section = .menuRegulations
        page.source = context.corpus.folder + "/site.yml"
        return page
      }
    }
  }

  /// The regulations in the order of `site.yml`; more than can be taken in at a glance stand under their places.
  private static func places(from route: Route, _ language: Language, _ context: SiteContext) -> [View] {
    let regulations = context.corpus.regulations
    func group(_ name: String?, _ members: [Regulation]) -> View {
      var view = View()
      view.section("name", name.map { View(text: ["name": $0]) })
      view.section("regulations", members.map { RegulationCard.view($0, from: route, language, context) })
      return view
    }
    guard regulations.count > 12 else { return [group(nil, regulations)] }
    let byPlace = Dictionary(grouping: regulations) { $0.facts.place(in: language) }
    var seen: Set<String> = []
    return regulations.map { $0.facts.place(in: language) }.filter { seen.insert($0).inserted }.map { place in
      // Of one place, those of a kind together.
      group(place, RegulationFacts.Kind.allCases.flatMap { kind in byPlace[place]!.filter { $0.facts.kind == kind } })
    }
  }

  /// A short provision with its translation and the first words of its note, to show at a glance what the site is: of
  /// the first regulation, the one whose text is nearest to forty characters, among those that name the public where there are any.
  private static func specimen(from route: Route, _ language: Language, _ context: SiteContext) -> View? {
    guard let regulation = context.corpus.regulations.first else { return nil }
    func distance(_ provision: AnnotatedProvision) -> Int { abs(provision.original.paragraphs[0].text.unicodeScalars.count - 40) }
    func namesThePublic(_ index: Int) -> Bool {
      context.insights.duties.statements(of: ProvisionPosition(regulation: 0, provision: index)).contains { $0.actors.contains(.citizen) }
    }
    let short = regulation.provisions.indices.filter { index in
      let provision = regulation.provisions[index]
      return provision.original.paragraphs.count == 1 && provision.original.paragraphs[0].items.isEmpty
        && provision.translation?.paragraphs.count == 1 && provision.note(in: language) != nil
    }
    let toThePublic = short.filter(namesThePublic)
    let candidates = (toThePublic.isEmpty ? short : toThePublic).map { regulation.provisions[$0] }
    guard let provision = candidates.min(by: { distance($0) < distance($1) }), let note = provision.note(in: language) else { return nil }
    return View(text: [
      "original": provision.original.paragraphs[0].text, "translation": provision.translation?.paragraphs[0].text ?? "",
      "note": summary(of: note.document.body, LinkWriter(context: context, route: route, language: language, regulation: regulation.id)),
      "label": regulation.facts.cited(Citation(provision.original).text(in: language), in: language),
      "href": route.href(to: .provision(regulation.id, provision.id, language)),
    ])
  }

  /// The search box, and words to try it with.
  private static func search(from route: Route, _ language: Language, _ context: SiteContext) -> View? {
    let page = Route.search(language)
    guard context.has(page) else { return nil }
    let href = route.href(to: page)
    var view = View(text: ["href": href])
    let examples = context.words(language)[.searchExamples].split(separator: "|").map(String.init)
    view.section("examples", examples.map { View(text: ["text": $0, "href": href + "?q=" + percentEncoded($0)]) })
    return view
  }
}

/// Text as a value in an address's query (RFC 3986).
private func percentEncoded(_ text: String) -> String {
  var encoded = ""
  for byte in text.utf8 {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
      encoded.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      encoded += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
    }
  }
  return encoded
}

/// A regulation in a list: name, place, status, size.
enum RegulationCard {
  static let fields: [String: Field] = [
    "title": .text, "href": .text, "place": .text, "kind": .text, "status": .text, "statusCode": .text, "count": .text,
    "since": .text, "original": .section(["name": .text]),
  ]

  static func view(_ regulation: Regulation, from route: Route, _ language: Language, _ context: SiteContext) -> View {
    let words = context.words(language)
    let facts = regulation.facts
    var view = View()
    view.text("title", context.name(of: regulation, in: language))
    view.text("href", route.href(to: .regulation(regulation.id, language)))
    view.text("place", facts.place(in: language))
    view.text("kind", words[facts.kind.word])
    view.text("status", words[facts.status.word])
    view.text("statusCode", facts.status.rawValue)
    view.text("count", words[facts.kind == .plan ? .measureCount : .provisionCount, ["count": String(regulation.numberedCount)]])
    let date = facts.effective ?? facts.adopted ?? facts.issued
    view.text("since", facts.status == .inForce ? date.map { words[.inForceSince, ["date": $0.formatted(in: language)]] } ?? "" : "")
    view.section("original", language == .zh ? nil : View(text: ["name": facts.title.zh]))
    return view
  }
}

extension Regulation {
  /// How many articles or measures the text has; a preamble and a part without measures are not counted.
  var numberedCount: Int {
    let numbered = provisions.count { provision in
      switch provision.original.label?.kind {
      case .article?, .item?: true
      default: false
      }
    }
    return numbered > 0 ? numbered : provisions.count
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
