import CommonMark
import Corpus
import Diagnostics

extension Route {
  static func article(_ slug: String, _ language: Language) -> Route { Route(language, slug + ".html") }
}

extension PageKind {
  /// A page of our own from `content/pages`: about, how to read a regulation, licence.
  static let article = PageKind(
    template: "article", fields: ["title": .text, "tag": .text, "content": .html, "untranslated": .flag, "draft": .flag]
  ) { context in
    Language.allCases.flatMap { language in
      context.corpus.pages.map { document in
        PlannedPage(route: .article(document.slug, language)) { articlePage(document, language, $0) }
      }
    }
  }
}

/// The beginning of a text for search engines: its first paragraph, cut where a result would cut it.
func summary(of body: Fragment, _ links: LinkWriter) -> String {
  shortened(body.firstWords { links.label(of: $0) }, links.language)
}

/// At most 80 Han characters or 160 Latin ones: whole sentences if they fill half of that, else whole words.
func shortened(_ text: String, _ language: Language) -> String {
  let limit = language == .zh ? 80 : 160
  let scalars = [Unicode.Scalar](of: text)
  guard scalars.count > limit else { return text }
  func cut(_ length: Int) -> String { String(scalars: scalars[..<length]) }
  let ends = (limit / 2..<limit).filter { ["。", "！", "？"].contains(scalars[$0]) || scalars[$0] == "." && scalars[$0 + 1] == " " }
  if let end = ends.last { return cut(end + 1) }
  let space = language == .en ? (limit / 2..<limit).last { scalars[$0] == " " } : nil
  return cut(space ?? limit) + "…"
}

private func articlePage(_ pair: BilingualDocument, _ language: Language, _ context: SiteContext) -> Page {
  let route = Route.article(pair.slug, language)
  let document = pair[language] ?? pair.zh
  var content = HTML()
  let links = LinkWriter(context: context, route: route, language: language)
  links.write(document.body, to: &content)
  var body = View()
  body.text("title", document.title)
  body.text("tag", document.language.tag)
  body.html("content", content)
  body.flag("untranslated", document.language != language)
  body.flag("draft", document.language == .en && document.stamp?.review != .checked)
  var page = Page(kind: "article", route: route, language: language, title: document.title, body: body)
  page.trail = [(context.corpus.settings.title[language], .home(language))]
  page.counterpart = .article(pair.slug, language.other)
  page.section = .menuAbout
  page.source = document.file
  page.description = summary(of: document.body, links)
  page.isArticle = true
  return page
}
