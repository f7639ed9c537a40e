import Corpus
import Diagnostics

extension PageKind {
  /// A page for teachers: start here, how to talk about law with children, how to adapt.
  static let schoolGuide = PageKind(
    template: "school-guide",
    fields: .school([
      "title": .text, "tag": .text, "content": .html, "untranslated": .flag, "others": .section(linkFields),
    ])
  ) { context in
    Language.allCases.flatMap { language in
      context.corpus.school.guides.map { guide in
        PlannedPage(route: .schoolGuide(guide.slug, language)) { guidePage(guide, language, $0) }
      }
    }
  }
}

private func guidePage(_ guide: SchoolGuide, _ language: Language, _ context: SiteContext) -> Page {
  let route = Route.schoolGuide(guide.slug, language)
  let document = guide.document[language] ?? guide.document.zh
  var content = HTML()
  LinkWriter(context: context, route: route, language: language).write(document.body, to: &content)
  var body = View()
  body.text("title", document.title)
  body.text("tag", document.language.tag)
  body.html("content", content)
  body.flag("untranslated", document.language != language)
  body.section("others", context.corpus.school.guides.filter { $0.slug != guide.slug }.map {
    linkView($0.document.title(in: language), route.href(to: .schoolGuide($0.slug, language)))
  })
  var page = Page.school(
    "school-guide", route: route, language: language, title: document.title, body: body, context: context)
  page.source = document.file
  return page
}
