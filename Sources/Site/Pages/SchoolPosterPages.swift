import Corpus
import Diagnostics

extension PageKind {
  /// All posters, small.
  static let posters = PageKind(
    template: "school-posters",
    fields: .school(["posters": .section(["title": .text, "href": .text, "file": .text])])
  ) { context in
    guard !context.corpus.school.posters.isEmpty else { return [] }
    return Language.allCases.map { language in
      PlannedPage(route: .posters(language)) { context in
        let route = Route.posters(language)
        var body = View()
        body.section("posters", context.corpus.school.posters.map { PosterView.card($0, from: route, language) })
        return Page.school(
          "school-posters", route: route, language: language, title: context.words(language)[.titlePosters], body: body,
          context: context)
      }
    }
  }

  /// A poster that fills a printed page, A4 or A3.
  static let poster = PageKind(
    template: "school-poster", fields: .school(["title": .text, "drawing": .html, "file": .text, "sourceHref": .text, "source": .text])
  ) { context in
    Language.allCases.flatMap { language in
      context.corpus.school.posters.map { poster in
        PlannedPage(route: .poster(poster.slug, language)) { posterPage(poster, language, $0) }
      }
    }
  }
}

private func posterPage(_ poster: Poster, _ language: Language, _ context: SiteContext) -> Page {
  let route = Route.poster(poster.slug, language)
  let words = context.words(language)
  let links = LinkWriter(context: context, route: route, language: language)
  var body = View()
  body.text("title", poster.title[language])
  body.html("drawing", context.drawing(of: poster, language).svg)
  body.text("file", route.href(to: .posterFile(poster.slug, language)))
  body.text("sourceHref", poster.quotation.reference.map { links.href(.text($0)) } ?? "")
  body.text("source", poster.quotation.reference.map { links.label(.text($0)) } ?? "")
  var page = Page.school(
    "school-poster", route: route, language: language, title: words[.titlePoster, ["title": poster.title[language]]],
    body: body, context: context)
  page.trail.append((words[.titlePosters], .posters(language)))
  page.source = poster.file
  return page
}

/// A poster in a list.
enum PosterView {
  static func card(_ poster: Poster, from route: Route, _ language: Language) -> View {
    var view = View()
    view.text("title", poster.title[language])
    view.text("href", route.href(to: .poster(poster.slug, language)))
    view.text("file", route.href(to: .posterFile(poster.slug, language)))
    return view
  }
}

extension SiteContext {
  func drawing(of poster: Poster, _ language: Language) -> PosterDrawing {
    // Citations are the same from any page.
    let links = LinkWriter(context: self, route: .posters(language), language: language)
    let source = poster.quotation.reference.map { links.label(.text($0)) } ?? ""
    let regulation = poster.quotation.reference.flatMap { corpus.regulation($0.regulation) }
    let status = regulation.map { $0.facts.status == .inForce ? "" : words(language)[$0.facts.status.word] } ?? ""
    return PosterDrawing(
      poster: poster, language: language, source: status.isEmpty ? source : "\(source) · \(status)",
      site: corpus.settings.title[language])
  }

  /// Each poster as a picture of its own, in both languages.
  var posterFiles: [PlannedFile] {
    Language.allCases.flatMap { language in
      corpus.school.posters.map { poster in
        PlannedFile(route: .posterFile(poster.slug, language)) { context in
          Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8) + context.drawing(of: poster, language).svg.bytes
        }
      }
    }
  }
}
