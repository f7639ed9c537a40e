import Corpus
import Diagnostics

extension PageKind {
  /// What a city promises, as eight panels of one folded sheet.
  static let pocketGuide = PageKind(
    template: "school-pocket",
    fields: .school([
      "title": .text, "tag": .text, "regulation": .text, "regulationHref": .text,
      "notice": .section(StatusNotice.fields),
      "panels": .section(["number": .text, "title": .text, "content": .html, "cover": .section(["name": .text]), "back": .flag]),
    ])
  ) { context in
    Language.allCases.flatMap { language in
      context.corpus.school.pocketGuides.map { pocket in
        PlannedPage(route: .pocketGuide(pocket.regulation, language)) { pocketPage(pocket, language, $0) }
      }
    }
  }
}

private func pocketPage(_ pocket: PocketGuide, _ language: Language, _ context: SiteContext) -> Page {
  let route = Route.pocketGuide(pocket.regulation, language)
  let document = pocket.document[language] ?? pocket.document.zh
  let regulation = context.corpus.regulation(pocket.regulation)
  let links = LinkWriter(context: context, route: route, language: language, regulation: pocket.regulation)
  let panels = document.body.panels
  var body = View()
  body.text("title", document.title)
  body.text("tag", document.language.tag)
  body.text("regulation", regulation?.facts.title(in: language) ?? "")
  body.text("regulationHref", regulation.map { route.href(to: .regulation($0.id, language)) } ?? "")
  body.section("notice", regulation.flatMap { StatusNotice.view($0, from: route, language, context) })
  body.section("panels", panels.enumerated().map { index, panel in
    var html = HTML()
    links.write(panel, to: &html)
    var view = View()
    view.text("number", String(index + 1))
    view.text("title", panel.heading?.text ?? "")
    view.html("content", html)
    view.section("cover", index == 0 ? {
      var cover = View()
      cover.text("name", document.title)
      return cover
    }() : nil)
    view.flag("back", index == 7)
    return view
  })
  var page = Page.school(
    "school-pocket", route: route, language: language, title: document.title, body: body, context: context)
  page.source = document.file
  return page
}
