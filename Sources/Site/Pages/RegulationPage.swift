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
      "title": .text, "original": .section(["name": .text]), "status": .text, "statusCode": .text, "kind": .text, "notice": .section(StatusNotice.fields),
      "facts": .section(["label": .text, "value": .text]), "adoption": .html, "contents": .html, "text": .html,
      "untranslated": .flag, "translationDraft": .flag, "root": .text,
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
  body.section("original", language == .zh ? nil : View(text: ["name": facts.title.zh]))
  body.text("status", words[facts.status.word])
  body.text("statusCode", facts.status.rawValue)
  body.text("kind", words[facts.kind.word])
  body.section("notice", StatusNotice.view(regulation, from: route, language, context))
  body.section("facts", factViews(regulation, language, words))
  body.html("adoption", adoption(regulation))
  var contents = HTML()
  ContentsList(regulation, language, address: "").write(to: &contents)
  body.html("contents", contents)
  var text = HTML()
  var writer = FullText(regulation, on: route, language)
  writer.write(to: &text)
  body.html("text", text)
  body.text("root", route.root)
  body.flag("translationDraft", regulation.provisions.contains { $0.translation.map { $0.stamp?.review != .checked } ?? false })
  body.flag("untranslated", regulation.translation == nil)
  var page = Page(
    kind: "regulation", route: route, language: language, title: context.name(of: regulation, in: language), body: body)
  page.description = words[.descriptionRegulation, ["title": facts.title(in: language), "status": words[facts.status.word]]]
  page.trail = [(context.corpus.settings.title[language], .home(language))]
  page.counterpart = .regulation(regulation.id, language.other)
  page.section = .menuRegulations
  page.source = regulation.originalFile
  page.linkedData = LinkedData.legislation(regulation, language, context).element()
  page.isArticle = true
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
    (.factProvisions, words[facts.kind == .plan ? .measureCount : .provisionCount, ["count": String(regulation.numberedCount)]]),
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
  write(regulation.original.adoption, regulation.translation?.adoption, "adoption", to: &html)
  return html
}

/// Paragraphs beside their translations: an adoption note, an annex.
fileprivate func write(_ originals: [Paragraph], _ translations: [Paragraph]?, _ name: String, to html: inout HTML) {
  guard !originals.isEmpty else { return }
  html.raw("<div class=\"pair \(name)\">\n")
  for (name, tag, paragraphs) in [("original", "zh-Hans", originals), ("translation", "en", translations ?? [])] where !paragraphs.isEmpty {
    html.raw("<div class=\"\(name)\" lang=\"\(tag)\">\n")
    let provision = Provision(id: "preamble", heading: nil, paragraphs: paragraphs, line: 1)
    LawText().write(provision, to: &html)
    html.raw("</div>\n")
  }
  html.raw("</div>\n")
}

/// The whole text in both languages.
private struct FullText {
  let route: Route
  let regulation: Regulation
  let language: Language
  let headings: TranslatedHeadings
  let translations: [ProvisionID: Provision]
  var part = 0

  init(_ regulation: Regulation, on route: Route, _ language: Language) {
    self.route = route
    self.regulation = regulation
    self.language = language
    headings = TranslatedHeadings(regulation.translation)
    translations = Dictionary(
      (regulation.translation?.provisions ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func write(to html: inout HTML) {
    write(regulation.original.divisions, level: 3, &html)
    Site.write(regulation.original.annexes, regulation.translation?.annexes, "annexes", to: &html)
  }

  private mutating func write(_ divisions: [Division], level: Int, _ html: inout HTML) {
    for division in divisions {
      switch division {
      case .part(let inner):
        let translation = part < headings.parts.count ? headings.parts[part] : nil
        part += 1
        html.raw("<h\(level) class=\"part-heading\" id=\"part-\(part)\">")
        pair(inner.heading, translation, &html)
        html.raw("</h\(level)>\n")
        write(inner.divisions, level: min(level + 1, 6), &html)
      case .provision(let provision): write(provision, level: level, &html)
      }
    }
  }

  private func write(_ provision: Provision, level: Int, _ html: inout HTML) {
    html.raw("<section class=\"provision\" id=\"provision-\(provision.id)\" data-label=\"")
    html.text(provision.heading?.label ?? "")
    html.raw("\" data-head=\"")
    html.text(provision.heading?.text ?? "")
    html.raw("\">\n<h\(level) class=\"provision-heading\"><a href=\"")
    html.text(route.href(to: .provision(regulation.id, provision.id, language)))
    html.raw("\">")
    if let heading = provision.heading {
      pair(heading, headings.provisions[provision.id], &html)
    } else {
      html.text(Citation(provision).text(in: language))
    }
    html.raw("</a></h\(level)>\n<div class=\"pair\">\n<div class=\"original\" lang=\"zh-Hans\">\n")
    LawText().write(provision, to: &html)
    html.raw("</div>\n")
    if let translation = translations[provision.id] {
      html.raw("<div class=\"translation\" lang=\"en\">\n")
      LawText().write(translation, to: &html)
      html.raw("</div>\n")
    }
    html.raw("</div>\n</section>\n")
  }

  /// A heading in both languages.
  private func pair(_ original: Heading, _ translation: Heading?, _ html: inout HTML) {
    html.raw("<span class=\"original\" lang=\"zh-Hans\">")
    html.text(joined(original, .zh))
    html.raw("</span>")
    guard let translation else { return }
    html.raw(" <span class=\"translation\" lang=\"en\">")
    html.text(joined(translation, .en))
    html.raw("</span>")
  }
}
