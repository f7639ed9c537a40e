import CommonMark
import Corpus
import Diagnostics
import Insights
import Legislation

extension Route {
  static func provision(_ regulation: String, _ id: ProvisionID, _ language: Language) -> Route {
    Route(language, "\(regulation)/\(id).html")
  }
}

extension PageKind {
  /// A provision: the official text, its translation, our note, its neighbours and what other texts say.
  static let provision = PageKind(
    template: "provision",
    fields: [
      "heading": .text, "caption": .text, "regulation": .text, "regulationHref": .text, "parts": .section(["label": .text]),
      "status": .text, "statusCode": .text, "notice": .section(StatusNotice.fields), "official": .html,
      "translation": .section(["text": .html, "draft": .flag, "stale": .flag]), "untranslated": .flag,
      "note": .section(["content": .html, "draft": .flag, "stale": .flag, "tag": .text]), "noteInOtherLanguage": .flag,
      "missingNote": .flag, "topics": .section(["title": .text, "href": .text]),
      "elsewhere": .section(["regulation": .text, "status": .text, "statusCode": .text, "links": .html]),
      "related": .section(["label": .text, "href": .text]), "previous": .section(["label": .text, "href": .text]),
      "next": .section(["label": .text, "href": .text]), "lessons": .section(linkFields), "citation": .text, "citationOriginal": .text,
    ]
  ) { context in
    Language.allCases.flatMap { language in
      context.corpus.regulations.indices.flatMap { r in
        let regulation = context.corpus.regulations[r]
        return regulation.provisions.indices.map { p in
          PlannedPage(route: .provision(regulation.id, regulation.provisions[p].id, language)) { context in
            ProvisionPage(context, ProvisionPosition(regulation: r, provision: p), language).page
          }
        }
      }
    }
  }
}

/// Draws one provision's page.
private struct ProvisionPage {
  let context: SiteContext
  let position: ProvisionPosition
  let language: Language
  let regulation: Regulation
  let provision: AnnotatedProvision
  let route: Route
  let words: Wording
  let links: LinkWriter

  init(_ context: SiteContext, _ position: ProvisionPosition, _ language: Language) {
    self.context = context
    self.position = position
    self.language = language
    (regulation, provision) = context.corpus[position]
    route = .provision(regulation.id, provision.id, language)
    words = context.words(language)
    links = LinkWriter(context: context, route: route, language: language, regulation: regulation.id)
  }

  var page: Page {
    let facts = regulation.facts
    let place = Citation(provision.original).text(in: language)
    let cited = facts.cited(place, in: language)
    var page = Page(
      kind: "provision", route: route, language: language,
      title: words[.provisionTitle, ["place": place, "title": facts.title(in: language)]], body: body(place))
    page.description = description
    page.trail = [
      (context.corpus.settings.title[language], .home(language)),
      (facts.title(in: language), .regulation(regulation.id, language)),
    ]
    page.counterpart = .provision(regulation.id, provision.id, language.other)
    page.section = .menuRegulations
    page.source = provision.note(in: language)?.document.file ?? regulation.originalFile
    _ = cited
    return page
  }

  /// The first words of the law in the page's language.
  private var description: String {
    let text = (language == .en ? provision.translation : nil) ?? provision.original
    let words = text.paragraphs.first?.text ?? ""
    let limit = language == .zh ? 80 : 160
    let scalars = words.unicodeScalars
    guard scalars.count > limit else { return words }
    return String(String.UnicodeScalarView(scalars.prefix(limit))) + "…"
  }

  private func body(_ place: String) -> View {
    let facts = regulation.facts
    var body = View()
    body.text("heading", place)
    body.text("caption", caption)
    body.text("regulation", facts.title(in: language))
    body.text("regulationHref", route.href(to: .regulation(regulation.id, language)))
    body.section("parts", provision.path.map { part in
      var view = View()
      view.text("label", joined(part.heading, .zh))
      return view
    })
    body.text("status", words[facts.status.word])
    body.text("statusCode", facts.status.rawValue)
    body.section("notice", StatusNotice.view(regulation, from: route, language, context))
    var official = HTML()
    official.law(provision.original, idPrefix: "")
    body.html("official", official)
    body.section("translation", provision.translation.map(translation))
    body.flag("untranslated", provision.translation == nil)
    addNote(to: &body)
    addCrossLinks(to: &body)
    body.section("lessons", context.corpus.school.lessons(on: provision.id, of: regulation.id).map {
      linkView($0.document.title(in: language), route.href(to: .lesson($0.slug, language)))
    })
    let siblings = regulation.provisions
    body.section("previous", position.provision > 0 ? neighbour(siblings[position.provision - 1]) : nil)
    body.section("next", position.provision + 1 < siblings.count ? neighbour(siblings[position.provision + 1]) : nil)
    body.text("citation", language == .zh ? "《\(facts.title.zh)》\(place)" : "\(facts.title(in: .en)), \(place)")
    body.text("citationOriginal", "《\(facts.title.zh)》" + Citation(provision.original).text(in: .zh))
    return body
  }

  /// The caption or the measure's title, in the page's language where there is one.
  private var caption: String {
    let heading = (language == .en ? provision.translation?.heading : nil) ?? provision.original.heading
    guard let heading, !heading.text.isEmpty, provision.original.label?.kind != .part(.division) else { return "" }
    var text = heading.text[...]
    while text.hasSuffix("。") { text.removeLast() }
    return String(text)
  }

  private func translation(_ translated: Provision) -> View {
    var view = View()
    var html = HTML()
    html.law(translated, idPrefix: "t-")
    view.html("text", html)
    view.flag("draft", translated.stamp?.review != .checked)
    view.flag("stale", translated.stamp.map { $0.of != provision.digest } ?? false)
    return view
  }

  private func addNote(to body: inout View) {
    let note = provision.note(in: language) ?? provision.note(in: language.other)
    body.flag("missingNote", note == nil)
    body.flag("noteInOtherLanguage", note != nil && note?.document.language != language)
    body.section("note", note.map { note in
      let original = note.document.language == .zh ? provision.digest : provision.noteZh?.document.digest
      var html = HTML()
      links.write(note.document.body, to: &html)
      var view = View()
      view.html("content", html)
      view.flag("draft", note.document.stamp?.review != .checked)
      view.flag("stale", note.document.stamp.map { $0.of != original } ?? false)
      view.text("tag", note.document.language.tag)
      return view
    })
  }

  private func addCrossLinks(to body: inout View) {
    let corpus = context.corpus
    let topics = (provision.noteZh?.topics ?? []).map(\.value)
    body.section("topics", topics.compactMap { corpus.topic($0) }.map { topic in
      var view = View()
      view.text("title", topic.document.title(in: language))
      view.text("href", route.href(to: .topic(topic.slug, language)))
      return view
    })
    body.section("related", (provision.noteZh?.related ?? []).compactMap { target in
      guard let reference = Reference(target.value) else { return nil }
      var view = View()
      view.text("label", links.label(.text(reference)))
      view.text("href", links.href(.text(reference)))
      return view
    })
    let found = context.insights.topics.neighbours(of: position, topics: topics)
    var groups: [View] = []
    for r in corpus.regulations.indices {
      let ours = found.filter { $0.provision.regulation == r }
      guard !ours.isEmpty else { continue }
      let facts = corpus.regulations[r].facts
      var view = View()
      view.text("regulation", facts.short(in: language))
      view.text("status", words[facts.status.word])
      view.text("statusCode", facts.status.rawValue)
      view.html("links", crossLinks(ours.map(\.provision)))
      groups.append(view)
    }
    body.section("elsewhere", groups)
  }

  private func crossLinks(_ positions: [ProvisionPosition]) -> HTML {
    var html = HTML()
    for position in positions {
      let (regulation, other) = context.corpus[position]
      html.raw("<li>")
      html.link(
        route.href(to: .provision(regulation.id, other.id, language)),
        Citation(other.original).text(in: language), attributes: " data-relation=\"topic\"")
      html.raw("</li>\n")
    }
    return html
  }

  private func neighbour(_ other: AnnotatedProvision) -> View {
    var view = View()
    view.text("label", Citation(other.original).text(in: language))
    view.text("href", route.href(to: .provision(regulation.id, other.id, language)))
    return view
  }
}
