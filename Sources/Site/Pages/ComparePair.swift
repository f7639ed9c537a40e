import Corpus
import Diagnostics
import Insights
import Legislation

extension PageKind {
  /// Two regulations side by side by topic, or two versions of a law by wording.
  static let comparison = PageKind(
    template: "comparison",
    fields: [
      "title": .text, "sides": .section(["title": .text, "href": .text, "status": .text, "statusCode": .text]),
      "notices": .section(["name": .text, "notice": .section(StatusNotice.fields)]), "isVersion": .flag, "byTopic": .flag,
      "contents": .section(["title": .text, "href": .text]),
      "topics": .section([
        "title": .text, "id": .text, "href": .text, "columns": .section(["name": .text, "content": .html]),
      ]),
      "rest": .section(["name": .text, "content": .html]), "hasRest": .flag, "articles": .html,
    ]
  ) { context in
    Language.allCases.flatMap { language in
      context.insights.pairs.all.map { pair in
        PlannedPage(route: .comparison(context.name(pair), language)) { ComparisonPage(context: $0, pair: pair, language: language).page }
      }
    }
  }
}

private struct ComparisonPage {
  let context: SiteContext
  let pair: RegulationPair
  let language: Language

  private static let manyProvisions = 16

  var route: Route { .comparison(context.name(pair), language) }
  var sides: [Int] { [pair.first, pair.second] }

  var page: Page {
    let words = context.words(language)
    let heading = title(of: pair, language, context)
    var body = View()
    body.text("title", heading)
    body.section("sides", sides.map { index in
      let facts = context.corpus.regulations[index].facts
      return View(text: [
        "title": facts.title(in: language), "status": words[facts.status.word], "statusCode": facts.status.rawValue,
        "href": route.href(to: .regulation(context.corpus.regulations[index].id, language)),
      ])
    })
    body.section("notices", sides.compactMap { index in
      StatusNotice.view(context.corpus.regulations[index], from: route, language, context).map { notice in
        var view = View()
        view.text("name", context.corpus.regulations[index].facts.short(in: language))
        view.section("notice", notice)
        return view
      }
    })
    body.flag("isVersion", pair.isVersion)
    body.flag("byTopic", !pair.isVersion)
    if pair.isVersion {
      body.html("articles", VersionTable(context: context, pair: pair, language: language, route: route).html)
      for name in ["contents", "topics", "rest"] { body.section(name, []) }
      body.flag("hasRest", false)
    } else {
      addTopics(to: &body)
      body.html("articles", HTML())
    }
    var page = Page(kind: "comparison", route: route, language: language, title: heading, body: body)
    page.description = heading
    page.trail = [(context.corpus.settings.title[language], .home(language)), (words[.titleCompare], .comparisons(language))]
    page.counterpart = .comparison(context.name(pair), language.other)
    page.section = .menuCompare
    return page
  }

  private func addTopics(to body: inout View) {
    var seen: Set<ProvisionPosition> = []
    var sections: [(topic: Topic, cells: [[ProvisionPosition]])] = []
    for topic in context.corpus.topics {
      let cells = sides.map { context.insights.topics.provisions(of: topic.slug, regulation: $0) }
      guard !cells.allSatisfy(\.isEmpty) else { continue }
      for cell in cells { seen.formUnion(cell) }
      sections.append((topic, cells))
    }
    body.section("contents", sections.map { section in
      View(text: ["title": section.topic.document.title(in: language), "href": "#topic-\(section.topic.slug)"])
    })
    body.section("topics", sections.map { section in
      var view = View(text: [
        "title": section.topic.document.title(in: language), "id": "topic-\(section.topic.slug)",
        "href": route.href(to: .topic(section.topic.slug, language)),
      ])
      view.section("columns", [0, 1].map { side in
        column(side, section.cells[side], against: section.cells[1 - side], topic: section.topic)
      })
      return view
    })
    let rest = sides.map { index in
      context.corpus.regulations[index].provisions.indices.map { ProvisionPosition(regulation: index, provision: $0) }
        .filter { !seen.contains($0) }
    }
    body.flag("hasRest", !rest.allSatisfy(\.isEmpty))
    body.section("rest", [0, 1].map { side in column(side, rest[side], against: rest[1 - side], topic: nil) })
  }

  private func column(_ side: Int, _ provisions: [ProvisionPosition], against others: [ProvisionPosition], topic: Topic?) -> View {
    let regulation = context.corpus.regulations[sides[side]]
    var view = View(text: ["name": regulation.facts.short(in: language)])
    var html = HTML()
    if provisions.isEmpty, let topic {
      TopicCell(topic: topic, regulation: regulation, context: context, language: language).write(from: route, to: &html)
    }
    for position in provisions { write(position, against: others, to: &html) }
    view.html("content", html)
    return view
  }

  private func write(_ position: ProvisionPosition, against others: [ProvisionPosition], to html: inout HTML) {
    let (regulation, provision) = context.corpus[position]
    html.raw("<div class=\"compared\">\n<h3>")
    html.link(route.href(to: .provision(regulation.id, provision.id, language)), Citation(provision.original).text(in: language))
    html.raw("</h3>\n")
    var insertions = LawInsertions()
    let wording = context.insights.wording
    // Within a topic every provision is held against every other one; a long list of provisions under no topic only
    // against those that are known to be close.
    let near = others.count <= Self.manyProvisions ? others : wording.closest(to: position, limit: .max).map(\.position).filter(Set(others).contains)
    let runs = near.flatMap { wording.runs(from: position, to: $0).map(\.here) }
    for (anchor, stretches) in Dictionary(grouping: runs, by: \.anchor) {
      for range in merged(stretches.map(\.range)) {
        insertions.wrap(range, at: anchor, layer: 0, element: "mark", attributes: " class=\"shared\"")
      }
    }
    let translation = language == .en ? provision.translation : nil
    if let translation {
      html.raw("<div class=\"words\">\n")
      LawText().write(translation, to: &html)
      html.raw("</div>\n<details\(insertions.isEmpty ? "" : " class=\"has-shared\"")><summary>")
      html.text(context.words(language)[insertions.isEmpty ? .chineseOriginal : .chineseOriginalShared])
      html.raw("</summary>\n")
    }
    html.raw("<div class=\"words\" lang=\"zh-Hans\">\n")
    LawText(insertions: insertions).write(provision.original, to: &html)
    html.raw(translation == nil ? "</div>\n" : "</div>\n</details>\n")
    html.raw("</div>\n")
  }
}

/// Two versions of a law, article by article, with what was deleted and inserted.
private struct VersionTable {
  let context: SiteContext
  let pair: RegulationPair
  let language: Language
  let route: Route

  var html: HTML {
    let earlier = context.corpus.regulations[pair.first]
    let later = context.corpus.regulations[pair.second]
    let comparison = VersionComparison(earlier.provisions.map(\.original), later.provisions.map(\.original))
    var html = HTML()
    for row in comparison.rows {
      let old = row.earlier.map { earlier.provisions[$0] }
      let new = row.later.map { later.provisions[$0] }
      html.raw("<section class=\"version-row\">\n<h2>")
      if let old { label(old, earlier, &html) }
      html.text(old == nil || new == nil ? "" : " → ")
      if let new { label(new, later, &html) }
      if old == nil || new == nil {
        html.raw(" <span class=\"version-sign\">")
        html.text(context.words(language)[old == nil ? .versionNew : .versionDropped])
        html.raw("</span>")
      }
      html.raw("</h2>\n<div class=\"version-text\">\n<div class=\"words\" lang=\"zh-Hans\">\n")
      write(edits(from: old?.plainText ?? "", to: new?.plainText ?? ""), &html)
      html.raw("</div>\n")
      if language == .en, let translation = new?.translation {
        html.raw("<div class=\"words\">\n<p class=\"version-sign\">")
        html.text(context.words(language)[.versionTranslation])
        html.raw("</p>\n")
        LawText().write(translation, to: &html)
        html.raw("</div>\n")
      }
      html.raw("</div>\n</section>\n")
    }
    return html
  }

  private func label(_ provision: AnnotatedProvision, _ regulation: Regulation, _ html: inout HTML) {
    html.link(
      route.href(to: .provision(regulation.id, provision.id, language)),
      regulation.facts.cited(Citation(provision.original).text(in: language), in: language))
  }

  /// Paragraphs end where the texts end them; an edit that reaches over an end is closed and opened again.
  private func write(_ edits: [Edit], _ html: inout HTML) {
    html.raw("<p>")
    for edit in edits {
      let (text, element): (String, String?) =
        switch edit {
        case .same(let text): (text, nil)
        case .deleted(let text): (text, "del")
        case .inserted(let text): (text, "ins")
        }
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if number > 0 { html.raw("</p>\n<p>") }
        guard !line.isEmpty else { continue }
        if let element { html.raw("<\(element)>") }
        html.text(String(line))
        if let element { html.raw("</\(element)>") }
      }
    }
    html.raw("</p>\n")
  }
}

extension AnnotatedProvision {
  /// Paragraphs and items, a line each.
  fileprivate var plainText: String { original.paragraphs.map(\.plainText).joined(separator: "\n") }
}
