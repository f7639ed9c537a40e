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
      "heading": .text, "caption": .text, "regulation": .text, "regulationHref": .text, "contents": .html,
      "parts": .section(["label": .text]),
      "status": .text, "statusCode": .text, "notice": .section(StatusNotice.fields), "official": .html,
      "translation": .section(["text": .html, "draft": .flag, "stale": .flag]), "untranslated": .flag,
      "note": .section(["content": .html, "draft": .flag, "stale": .flag, "tag": .text]), "noteInOtherLanguage": .flag,
      "missingNote": .flag, "hasCrossLinks": .flag, "hasTopics": .flag, "topics": .section(["title": .text, "href": .text]),
      "elsewhere": .section(["regulation": .text, "status": .text, "statusCode": .text, "links": .html]),
      "hasRelated": .flag, "related": .section(["label": .text, "href": .text]),
      "hasTerms": .flag, "terms": .section(["name": .text, "href": .text, "definition": .text]),
      "previous": .section(["label": .text, "caption": .text, "href": .text]),
      "next": .section(["label": .text, "caption": .text, "href": .text]), "lessons": .section(linkFields),
      "citation": .text, "citationOther": .text, "marks": .section(ProvisionMarks.fields), "otherTag": .text,
      "citedTitle": .text, "citedTitleOther": .text,
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
    var page = Page(
      kind: "provision", route: route, language: language,
      title: words[.provisionTitle, ["place": place, "title": context.name(of: regulation, in: language)]], body: body(place))
    page.description = description
    page.trail = [
      (context.corpus.settings.title[language], .home(language)),
      (facts.title(in: language), .regulation(regulation.id, language)),
    ]
    page.counterpart = .provision(regulation.id, provision.id, language.other)
    page.section = .menuRegulations
    page.source = provision.note(in: language)?.document.file ?? regulation.originalFile
    page.linkedData = LinkedData.legislation(place, of: regulation, at: route, language, context).element()
    page.isArticle = true
    return page
  }

  /// The first words of the law in the page's language.
  private var description: String {
    let text = (language == .en ? provision.translation : nil) ?? provision.original
    return shortened(text.paragraphs.first?.text ?? "", language)
  }

  private func body(_ place: String) -> View {
    let facts = regulation.facts
    var body = View()
    body.text("heading", place)
    body.text("caption", caption(of: provision))
    body.text("regulation", facts.title(in: language))
    body.text("regulationHref", route.href(to: .regulation(regulation.id, language)))
    var contents = HTML()
    context.contents(of: position.regulation, language).write(for: position.provision, to: &contents)
    body.html("contents", contents)
    body.section("parts", parts)
    body.text("status", words[facts.status.word])
    body.text("statusCode", facts.status.rawValue)
    body.section("notice", StatusNotice.view(regulation, from: route, language, context))
    var terms = TermLinks(on: route, language)
    let marks = ProvisionMarks(context, position, language, on: route)
    body.html("official", text(of: provision.original, .zh, idPrefix: "", marks.insertions, &terms))
    body.section("marks", marks.view)
    body.section("translation", provision.translation.map { translation($0, &terms) })
    body.flag("untranslated", provision.translation == nil)
    addNote(to: &body, &terms)
    addCrossLinks(to: &body)
    body.section("lessons", context.corpus.school.lessons(on: provision.id, of: regulation.id).map {
      linkView($0.document.title(in: language), route.href(to: .lesson($0.slug, language)))
    })
    add(terms, to: &body)
    let siblings = regulation.provisions
    body.section("previous", position.provision > 0 ? neighbour(siblings[position.provision - 1]) : nil)
    body.section("next", position.provision + 1 < siblings.count ? neighbour(siblings[position.provision + 1]) : nil)
    let citations = Citation(provision.original, title: Bilingual(zh: facts.title.zh, en: facts.title(in: .en)))
    body.text("citation", citations.text(in: language))
    body.text("citationOther", citations.text(in: language.other))
    body.text("otherTag", language.other.tag)
    body.text("citedTitle", language == .zh ? "《\(facts.title.zh)》" : facts.title(in: .en) + ", ")
    body.text("citedTitleOther", language == .en ? "《\(facts.title.zh)》" : facts.title(in: .en) + ", ")
    return body
  }

  /// The parts around the provision, outermost first.
  private var parts: [View] {
    let all = regulation.original.parts
    let translated = TranslatedHeadings(language == .en ? regulation.translation : nil).parts
    return provision.path.map { part in
      let index = all.firstIndex { $0.heading.line == part.heading.line } ?? translated.count
      var view = View()
      view.text("label", joined(index < translated.count ? translated[index] : part.heading, language))
      return view
    }
  }

  private func text(of text: Provision, _ language: Language, idPrefix: String, _ insertions: LawInsertions, _ terms: inout TermLinks) -> [UInt8] {
    var html = HTML()
    LawText(idPrefix: idPrefix, cited: provision.original, language: self.language, insertions: insertions).write(text, to: &html)
    return terms.link(html.bytes, context.terms(language))
  }

  /// The caption or the measure's title, in the page's language where there is one. The Chinese name of a part that stands
  /// like a provision (一、总体要求) holds it already.
  private func caption(of provision: AnnotatedProvision) -> String {
    let heading = (language == .en ? provision.translation?.heading : nil) ?? provision.original.heading
    guard let heading, !heading.text.isEmpty, language == .en || provision.original.label?.kind != .part(.division) else { return "" }
    var text = heading.text[...]
    while text.hasSuffix("。") { text.removeLast() }
    return String(text)
  }

  private func translation(_ translated: Provision, _ terms: inout TermLinks) -> View {
    var view = View()
    view.html("text", text(of: translated, .en, idPrefix: "t-", LawInsertions(), &terms))
    view.flag("draft", translated.stamp?.review != .checked)
    view.flag("stale", translated.stamp.map { $0.of != provision.digest } ?? false)
    return view
  }

  private func addNote(to body: inout View, _ terms: inout TermLinks) {
    let note = provision.note(in: language) ?? provision.note(in: language.other)
    body.flag("missingNote", note == nil)
    body.flag("noteInOtherLanguage", note != nil && note?.document.language != language)
    body.section("note", note.map { note in
      let original = note.document.language == .zh ? provision.digest : provision.noteZh?.document.digest
      var html = HTML()
      links.write(note.document.body, to: &html)
      var view = View()
      view.html("content", terms.link(html.bytes, context.terms(note.document.language), isContinued: true))
      view.flag("draft", note.document.stamp?.review != .checked)
      view.flag("stale", note.document.stamp.map { $0.of != original } ?? false)
      view.text("tag", note.document.language.tag)
      return view
    })
  }

  private func addCrossLinks(to body: inout View) {
    let corpus = context.corpus
    let topics = (provision.noteZh?.topics ?? []).map(\.value)
    body.flag("hasTopics", !topics.isEmpty)
    body.section("topics", topics.compactMap { corpus.topic($0) }.map { topic in
      var view = View()
      view.text("title", topic.document.title(in: language))
      view.text("href", route.href(to: .topic(topic.slug, language)))
      return view
    })
    let found = context.insights.topics.neighbours(of: position, topics: topics)
    // What stands among the topics is not said twice.
    let shown = Set(found.map { context.corpus[$0.provision] }.map { "\($0.regulation.id)/\($0.provision.id)" })
    let related = (provision.noteZh?.related ?? []).filter { !shown.contains($0.value) }
    body.flag("hasRelated", !related.isEmpty)
    body.section("related", related.compactMap { target in
      guard let reference = Reference(target.value) else { return nil }
      var view = View()
      view.text("label", links.label(.text(reference)))
      view.text("href", links.href(.text(reference)))
      return view
    })
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
    body.flag("hasCrossLinks", !topics.isEmpty || !related.isEmpty || !groups.isEmpty)
  }

  private func crossLinks(_ positions: [ProvisionPosition]) -> HTML {
    var html = HTML()
    for position in positions {
      let (regulation, other) = context.corpus[position]
      html.raw("<li>")
      html.link(
        route.href(to: .provision(regulation.id, other.id, language)),
        Citation(other.original).text(in: language), attributes: " data-relation=\"topic\"")
      let caption = caption(of: other)
      if !caption.isEmpty {
        html.raw(" <span class=\"caption\">")
        html.text(caption)
        html.raw("</span>")
      }
      html.raw("</li>\n")
    }
    return html
  }

  /// What the terms that the page links to mean.
  private func add(_ terms: TermLinks, to body: inout View) {
    body.flag("hasTerms", !terms.used.isEmpty)
    body.section("terms", terms.used.map { index in
      let term = context.corpus.terms[index]
      var view = View()
      view.text("name", term.name[language])
      view.text("definition", term.definition[language])
      view.text("href", route.href(to: .glossary(language)) + "#" + term.id)
      return view
    })
  }

  private func neighbour(_ other: AnnotatedProvision) -> View {
    var view = View()
    view.text("label", Citation(other.original).text(in: language))
    view.text("caption", caption(of: other))
    view.text("href", route.href(to: .provision(regulation.id, other.id, language)))
    return view
  }
}
