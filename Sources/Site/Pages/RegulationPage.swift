import Corpus
import Diagnostics
import Legislation

extension Route {
  static func regulation(_ id: String, _ language: Language) -> Route { Route(language, "\(id)/index.html") }
}

extension PageKind {
  /// A regulation: facts, contents, full text in both languages.
  static let regulation = PageKind(
    template: "regulation",
    fields: [
      "title": .text, "original": .text, "status": .text, "statusCode": .text, "kind": .text, "notice": .section(StatusNotice.fields),
      "facts": .section(["label": .text, "value": .text]), "adoption": .html, "contents": .html, "text": .html,
      "untranslated": .flag,
    ]
  ) { context in
    Language.allCases.flatMap { language in
      context.corpus.regulations.map { regulation in
        PlannedPage(route: .regulation(regulation.id, language)) { regulationPage(regulation, language, $0) }
      }
    }
  }
}

private func regulationPage(_ regulation: Regulation, _ language: Language, _ context: SiteContext) -> Page {
  let facts = regulation.facts
  let words = context.words(language)
  let route = Route.regulation(regulation.id, language)
  var body = View()
  body.text("title", facts.title(in: language))
  body.text("original", language == .zh ? "" : facts.title.zh)
  body.text("status", words[facts.status.word])
  body.text("statusCode", facts.status.rawValue)
  body.text("kind", words[facts.kind.word])
  body.section("notice", StatusNotice.view(regulation, from: route, language, context))
  body.section("facts", factViews(regulation, language, words))
  body.html("adoption", adoption(regulation))
  body.html("contents", contents(regulation, from: route, language))
  body.html("text", fullText(regulation, from: route, language))
  body.flag("untranslated", regulation.translation == nil)
  var page = Page(
    kind: "regulation", route: route, language: language, title: facts.title(in: language), body: body)
  page.description = words[.descriptionRegulation, ["title": facts.title(in: language), "status": words[facts.status.word]]]
  page.trail = [(context.corpus.settings.title[language], .home(language))]
  page.counterpart = .regulation(regulation.id, language.other)
  page.section = .menuRegulations
  page.source = regulation.originalFile
  return page
}

private func factViews(_ regulation: Regulation, _ language: Language, _ words: Wording) -> [View] {
  let facts = regulation.facts
  func body(_ role: RegulationFacts.Body.Role) -> String {
    facts.bodies.filter { $0.role == role }.map { $0.name[language].isEmpty ? $0.name.zh : $0.name[language] }
      .joined(separator: language == .zh ? "、" : ", ")
  }
  func dated(_ date: CalendarDate?, _ role: RegulationFacts.Body.Role?) -> String? {
    guard let date else { return nil }
    let who = role.map(body) ?? ""
    return date.formatted(in: language) + (who.isEmpty ? "" : language == .zh ? "，" + who : ", " + who)
  }
  let rows: [(Word, String?)] = [
    (.factAdopted, dated(facts.adopted, .adopted)), (.factApproved, dated(facts.approved, .approved)),
    (.factIssued, dated(facts.issued, .issued)), (.factEffective, dated(facts.effective, nil)),
    (.factProvisions, words[.provisionCount, ["count": String(regulation.provisions.count)]]),
    (.factSource, facts.source[language].isEmpty ? facts.source.zh : facts.source[language]),
  ]
  return rows.compactMap { word, value in
    guard let value, !value.isEmpty else { return nil }
    var view = View()
    view.text("label", words[word])
    view.text("value", value)
    return view
  }
}

private func adoption(_ regulation: Regulation) -> HTML {
  var html = HTML()
  for paragraph in regulation.original.adoption {
    html.raw("<p lang=\"zh-Hans\">")
    html.text(paragraph.text)
    html.raw("</p>\n")
  }
  for paragraph in regulation.translation?.adoption ?? [] {
    html.raw("<p lang=\"en\">")
    html.text(paragraph.text)
    html.raw("</p>\n")
  }
  return html
}

/// The headings of a regulation in one language, by the identity of the part or provision they belong to.
private struct Headings {
  let parts: [Heading]
  let provisions: [ProvisionID: Heading]

  init(_ text: LegalText?) {
    parts = text?.parts.map(\.heading) ?? []
    provisions = Dictionary(
      (text?.provisions ?? []).compactMap { p in p.heading.map { (p.id, $0) } }, uniquingKeysWith: { first, _ in first })
  }
}

/// A list of lists: parts and the provisions in them, each linked to its page.
private func contents(_ regulation: Regulation, from route: Route, _ language: Language) -> HTML {
  let translated = Headings(language == .en ? regulation.translation : nil)
  var html = HTML()
  var part = 0
  func list(_ divisions: [Division]) {
    html.raw("<ol class=\"contents\">\n")
    for division in divisions {
      switch division {
      case .part(let inner):
        let heading = part < translated.parts.count ? translated.parts[part] : inner.heading
        part += 1
        html.raw("<li class=\"part\"><a href=\"#part-\(part)\">")
        html.text(joined(heading, language))
        html.raw("</a>\n")
        list(inner.divisions)
        html.raw("</li>\n")
      case .provision(let provision):
        let heading = translated.provisions[provision.id] ?? provision.heading
        html.raw("<li>")
        html.link(
          route.href(to: .provision(regulation.id, provision.id, language)),
          heading.map { joined($0, language) } ?? Citation(provision).text(in: language))
        html.raw("</li>\n")
      }
    }
    html.raw("</ol>\n")
  }
  list(regulation.original.divisions)
  return html
}

/// A heading's label and text as one line.
func joined(_ heading: Heading, _ language: Language) -> String {
  guard !heading.text.isEmpty else { return heading.label }
  guard !heading.label.isEmpty else { return heading.text }
  let isClosed = heading.label.hasSuffix("、") || heading.label.hasSuffix("）")
  var text = heading.text[...]
  // A measure's title ends with a full stop in the text; as a heading it stands without.
  while text.hasSuffix("。") { text.removeLast() }
  return heading.label + (isClosed ? "" : " ") + text
}

private func fullText(_ regulation: Regulation, from route: Route, _ language: Language) -> HTML {
  let translated = Headings(regulation.translation)
  let translations = Dictionary(
    (regulation.translation?.provisions ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  var html = HTML()
  var part = 0
  func pair(_ original: Heading, _ translation: Heading?) {
    html.raw("<span lang=\"zh-Hans\">")
    html.text(joined(original, .zh))
    html.raw("</span>")
    guard let translation else { return }
    html.raw(" <span lang=\"en\">")
    html.text(joined(translation, .en))
    html.raw("</span>")
  }
  func write(_ divisions: [Division], level: Int) {
    for division in divisions {
      switch division {
      case .part(let inner):
        let translation = part < translated.parts.count ? translated.parts[part] : nil
        part += 1
        html.raw("<h\(level) class=\"part-heading\" id=\"part-\(part)\">")
        pair(inner.heading, translation)
        html.raw("</h\(level)>\n")
        write(inner.divisions, level: min(level + 1, 6))
      case .provision(let provision):
        html.raw("<section class=\"provision\" id=\"provision-\(provision.id)\">\n<h\(level) class=\"provision-heading\"><a href=\"")
        html.text(route.href(to: .provision(regulation.id, provision.id, language)))
        html.raw("\">")
        if let heading = provision.heading {
          pair(heading, translated.provisions[provision.id])
        } else {
          html.text(Citation(provision).text(in: language))
        }
        html.raw("</a></h\(level)>\n<div class=\"pair\">\n<div class=\"original\" lang=\"zh-Hans\">\n")
        html.law(provision, idPrefix: nil)
        html.raw("</div>\n")
        if let translation = translations[provision.id] {
          html.raw("<div class=\"translation\" lang=\"en\">\n")
          html.law(translation, idPrefix: nil)
          html.raw("</div>\n")
        }
        html.raw("</div>\n</section>\n")
      }
    }
  }
  write(regulation.original.divisions, level: 3)
  return html
}
