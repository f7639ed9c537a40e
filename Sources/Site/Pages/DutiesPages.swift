import Corpus
import Diagnostics
import Insights
import Legislation

extension Route {
  static func duties(_ language: Language) -> Route { Route(language, "duties/index.html") }
  static func duties(of actor: Actor, _ language: Language) -> Route { Route(language, "duties/\(actor.rawValue).html") }
  static func duties(in regulation: String, _ language: Language) -> Route { Route(language, "duties/in-\(regulation).html") }
}

extension PageKind {
  /// How much of each text binds, encourages or merely directs; doors to the pages by actor.
  static let dutiesIndex = PageKind(
    template: "duties",
    fields: [
      "forces": .section(["mark": .html, "word": .text, "meaning": .text]), "laws": .html, "plans": .html, "hasPlans": .flag,
      "actors": .section(["name": .text, "href": .text, "count": .text]), "unstated": .text,
    ]
  ) { _ in
    Language.allCases.map { language in PlannedPage(route: .duties(language)) { DutiesIndex(context: $0, language: language).page } }
  }

  /// What is asked of one actor, text by text.
  static let dutiesOfActor = PageKind(
    template: "dutiesactor",
    fields: [
      "title": .text, "isPlanOnly": .flag,
      "regulations": .section(["title": .text, "href": .text, "status": .text, "statusCode": .text, "isPlan": .flag, "statements": .html, "isEmpty": .flag]),
    ]
  ) { _ in
    Language.allCases.flatMap { language in
      Actor.allCases.map { actor in PlannedPage(route: .duties(of: actor, language)) { actorPage(actor, language, $0) } }
    }
  }

  /// What one text asks of whom.
  static let dutiesInRegulation = PageKind(
    template: "dutiesregulation",
    fields: [
      "title": .text, "href": .text, "status": .text, "statusCode": .text, "notice": .section(StatusNotice.fields), "chart": .html,
      "actors": .section(["name": .text, "href": .text, "count": .text, "statements": .html]),
    ]
  ) { context in
    Language.allCases.flatMap { language in
      context.corpus.regulations.indices.map { index in
        PlannedPage(route: .duties(in: context.corpus.regulations[index].id, language)) { regulationDuties(index, language, $0) }
      }
    }
  }
}

private struct DutiesIndex {
  let context: SiteContext
  let language: Language
  var route: Route { .duties(language) }

  var page: Page {
    let words = context.words(language)
    let compared = context.corpus.comparedRegulations
    let plans = compared.filter { context.corpus.regulations[$0].facts.kind == .plan }
    let laws = compared.filter { !plans.contains($0) }
    var body = View()
    body.section("forces", Force.allCases.map { force in
      var view = View(text: ["word": words[force.word], "meaning": words[force.meaning]])
      view.html("mark", ForceMark.html(force, words, isNamed: false))
      return view
    })
    body.html("laws", bars("force-laws", words[.forceChartLaws], laws))
    body.html("plans", plans.isEmpty ? HTML() : bars("force-plans", words[.forceChartPlans], plans))
    body.flag("hasPlans", !plans.isEmpty)
    body.section("actors", Actor.allCases.map { actor in
      let count = compared.map { context.insights.duties.statements(of: $0, for: actor).count }.reduce(0, +)
      return View(text: ["name": words[actor.word], "href": route.href(to: .duties(of: actor, language)), "count": String(count)])
    })
    let unstated = compared.map { context.insights.duties.statements(of: $0, for: nil).count }.reduce(0, +)
    body.text("unstated", words[.actorUnstatedCount, ["count": String(unstated)]])
    var page = Page(kind: "duties", route: route, language: language, title: words[.titleDuties], body: body)
    page.description = words[.descriptionDuties]
    page.trail = [(context.corpus.settings.title[language], .home(language))]
    page.counterpart = .duties(language.other)
    page.section = .menuDuties
    return page
  }

  private func bars(_ id: String, _ title: String, _ regulations: [Int]) -> HTML {
    var html = HTML()
    ForceBars(
      id: id, title: title, description: context.words(language)[.forceChartDescription],
      rows: regulations.map { index in
        let regulation = context.corpus.regulations[index]
        return (
          labelWithStatus(regulation, language, context), route.href(to: .duties(in: regulation.id, language)),
          context.insights.duties.counts(of: index)
        )
      }, words: context.words(language)
    ).write(to: &html)
    return html
  }
}

private func actorPage(_ actor: Actor, _ language: Language, _ context: SiteContext) -> Page {
  let words = context.words(language)
  let route = Route.duties(of: actor, language)
  let title = words[.titleDutiesOf, ["actor": words[actor.word]]]
  var body = View()
  body.text("title", title)
  body.flag("isPlanOnly", false)
  body.section("regulations", context.corpus.comparedRegulations.map { index in
    let regulation = context.corpus.regulations[index]
    let found = context.insights.duties.statements(of: index, for: actor)
    var view = View(text: [
      "title": regulation.facts.title(in: language), "href": route.href(to: .regulation(regulation.id, language)),
      "status": words[regulation.facts.status.word], "statusCode": regulation.facts.status.rawValue,
    ])
    view.flag("isPlan", regulation.facts.kind == .plan)
    view.flag("isEmpty", found.isEmpty)
    view.html("statements", StatementList(context: context, route: route, language: language).html(found))
    return view
  })
  var page = Page(kind: "dutiesactor", route: route, language: language, title: title, body: body)
  page.description = title + (language == .zh ? "：" : ". ") + context.words(language)[.descriptionDuties]
  page.trail = [(context.corpus.settings.title[language], .home(language)), (words[.titleDuties], .duties(language))]
  page.counterpart = .duties(of: actor, language.other)
  page.section = .menuDuties
  return page
}

private func regulationDuties(_ index: Int, _ language: Language, _ context: SiteContext) -> Page {
  let words = context.words(language)
  let regulation = context.corpus.regulations[index]
  let route = Route.duties(in: regulation.id, language)
  let title = words[.titleDutiesIn, ["title": context.name(of: regulation, in: language)]]
  var body = View()
  body.text("title", title)
  body.text("href", route.href(to: .regulation(regulation.id, language)))
  body.text("status", words[regulation.facts.status.word])
  body.text("statusCode", regulation.facts.status.rawValue)
  body.section("notice", StatusNotice.view(regulation, from: route, language, context))
  var chart = HTML()
  ForceBars(
    id: "force", title: title, description: words[.forceChartDescription],
    rows: [(labelWithStatus(regulation, language, context), route.href(to: .regulation(regulation.id, language)), context.insights.duties.counts(of: index))],
    words: words
  ).write(to: &chart)
  body.html("chart", chart)
  let actors: [Actor?] = Actor.allCases + [nil]
  body.section("actors", actors.compactMap { actor in
    let found = context.insights.duties.statements(of: index, for: actor)
    guard !found.isEmpty else { return nil }
    var view = View(text: [
      "name": words[actor?.word ?? .actorUnstated], "count": String(found.count),
      "href": actor.map { route.href(to: .duties(of: $0, language)) } ?? "",
    ])
    view.html("statements", StatementList(context: context, route: route, language: language).html(found))
    return view
  })
  var page = Page(kind: "dutiesregulation", route: route, language: language, title: title, body: body)
  page.description = title + (language == .zh ? "：" : ". ") + context.words(language)[.descriptionDuties]
  page.trail = [(context.corpus.settings.title[language], .home(language)), (words[.titleDuties], .duties(language))]
  page.counterpart = .duties(in: regulation.id, language.other)
  page.section = .menuDuties
  return page
}

/// The name of a regulation in a chart; a draft and a plan say what they are.
func labelWithStatus(_ regulation: Regulation, _ language: Language, _ context: SiteContext) -> String {
  let facts = regulation.facts
  let name = facts.short(in: language)
  guard facts.status != .inForce else { return name }
  let status = context.words(language)[facts.status.word]
  return language == .zh ? "\(name)（\(status)）" : "\(name) (\(status))"
}

/// Statements as a list: how strongly each speaks, its words, and where it stands.
struct StatementList {
  let context: SiteContext
  let route: Route
  let language: Language

  func html(_ statements: [(position: ProvisionPosition, statement: Statement)]) -> HTML {
    var html = HTML()
    html.raw("<ul class=\"statements\">\n")
    for force in Force.allCases {
      for (position, statement) in statements where statement.force == force { write(statement, position, to: &html) }
    }
    html.raw("</ul>\n")
    return html
  }

  private func write(_ statement: Statement, _ position: ProvisionPosition, to html: inout HTML) {
    let (regulation, provision) = context.corpus[position]
    let words = context.words(language)
    html.raw("<li class=\"statement\"><p class=\"force-name\">")
    html.raw(ForceMark.html(statement.force, words, isNamed: false))
    html.raw(" ")
    html.text(words[statement.force.word])
    html.raw(" · ")
    html.link(
      route.href(to: .provision(regulation.id, provision.id, language)) + "#\(statement.anchor)",
      Citation(provision.original, at: statement.anchor).text(in: language))
    html.raw("</p>\n")
    if language == .en, let english = provision.english(of: statement) {
      html.raw("<p>")
      html.text(english)
      html.raw("</p>\n")
    }
    html.raw("<p class=\"original-words\" lang=\"zh-Hans\">")
    html.text(statement.text)
    html.raw("</p></li>\n")
  }
}

extension AnnotatedProvision {
  /// The sentence of the translation that renders a statement, or its whole paragraph where sentences do not match.
  func english(of statement: Statement) -> String? {
    guard let element = translation?.element(at: statement.anchor) else { return nil }
    let text = element.items.last?.text ?? element.paragraph.text
    guard let original = original.elements.first(where: { $0.anchor == statement.anchor }) else { return text }
    let ours = sentences(of: original.text, at: original.anchor)
    let theirs = englishSentences(text)
    guard ours.count == theirs.count, let place = ours.firstIndex(where: { $0.range.overlaps(statement.range) }) else { return text }
    return String(theirs[place])
  }
}

/// English sentences, parted where a space follows `.` or `;`.
private func englishSentences(_ text: String) -> [Substring] {
  var found: [Substring] = []
  var start = text.startIndex
  var ends = false
  for index in text.utf8.indices {
    let byte = text.utf8[index]
    if ends, byte == UInt8(ascii: " ") {
      found.append(text[start..<index])
      start = text.utf8.index(after: index)
    }
    ends = byte == UInt8(ascii: ".") || byte == UInt8(ascii: ";")
  }
  return start == text.endIndex ? found : found + [text[start...]]
}

extension Corpus {
  /// Positions of the compared regulations in the order of `site.yml`.
  var comparedRegulations: [Int] {
    settings.compared.compactMap { id in regulations.firstIndex { $0.id == id.value } }
  }
}
