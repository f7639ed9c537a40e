import Corpus
import Diagnostics

extension PageKind {
  /// A deck: slides one below the other, shown one at a time by a script, printed one a page.
  static let slides = PageKind(
    template: "school-slides",
    fields: .school([
      "title": .text, "tag": .text, "lessonHref": .text, "level": .text, "opening": .html, "count": .text,
      "slides": .section(["number": .text, "title": .text, "content": .html, "isLong": .flag]),
    ])
  ) { context in
    Language.allCases.flatMap { language in
      context.corpus.school.lessons.map { lesson in
        PlannedPage(route: .slides(lesson.slug, language)) { slidesPage(lesson, language, $0) }
      }
    }
  }
}

private func slidesPage(_ lesson: Lesson, _ language: Language, _ context: SiteContext) -> Page {
  let route = Route.slides(lesson.slug, language)
  let words = context.words(language)
  let title = lesson.document.title(in: language)
  let plan = lesson.shownPlan(in: language)
  let links = LinkWriter(context: context, route: route, language: language)
  var slides = plan?.slides ?? []
  // A first slide with the lesson's own title is the title slide.
  var opening = HTML()
  if let first = slides.first, first.heading?.text == title {
    links.write(first, to: &opening)
    slides.removeFirst()
  }
  var body = View()
  body.text("title", title)
  body.text("tag", (plan?.document.language ?? .zh).tag)
  body.text("lessonHref", route.href(to: .lesson(lesson.slug, language)))
  body.text("level", words[lesson.level.word])
  body.html("opening", opening)
  body.text("count", String(slides.count + 1))
  body.section("slides", slides.enumerated().map { index, slide in
    var html = HTML()
    links.write(slide, to: &html)
    var view = View()
    view.text("number", String(index + 2))
    view.text("title", slide.heading?.text ?? "")
    view.html("content", html)
    view.flag("isLong", width(of: html.bytes) > 120)
    return view
  })
  var page = Page.school(
    "school-slides", route: route, language: language, title: words[.titleSlides, ["title": title]], body: body,
    context: context)
  page.trail.append((title, .lesson(lesson.slug, language)))
  page.source = plan?.document.file ?? ""
  return page
}

/// About how wide the text of a slide is on one line, in ems: a Han character is one, a Latin letter half. What is
/// wider than 120 may not fit an A4 slide at full size.
private func width(of html: [UInt8]) -> Int {
  var halves = 0
  var isTag = false
  for byte in html {
    switch byte {
    case UInt8(ascii: "<"): isTag = true
    case UInt8(ascii: ">"): isTag = false
    // A character of three bytes is counted by its first.
    case 0xe0...: if !isTag { halves += 2 }
    case 0x80...0xbf: break
    default: if !isTag { halves += 1 }
    }
  }
  return halves / 2
}
