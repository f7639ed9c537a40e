import CommonMark
import Corpus
import Diagnostics
import Legislation

extension PageKind {
  /// A lesson: what a teacher reads before and holds during the class.
  static let lesson = PageKind(
    template: "school-lesson",
    fields: .school([
      "title": .text, "tag": .text, "untranslated": .flag, "level": .text, "minutes": .text, "subjects": .text,
      "provisions": .section(linkFields), "topics": .section(linkFields), "materials": .section(linkFields),
      "zip": .section(linkFields),
      "sections": .section([
        "id": .text, "heading": .text, "content": .html, "steps": .section(["title": .text, "minutes": .text, "content": .html]),
      ]),
    ])
  ) { context in
    Language.allCases.flatMap { language in
      context.corpus.school.lessons.map { lesson in
        PlannedPage(route: .lesson(lesson.slug, language)) { lessonPage(lesson, language, $0) }
      }
    }
  }
}

extension Lesson {
  /// The plan in the page's language, or in Chinese where there is none.
  func shownPlan(in language: Language) -> LessonPlan? { plan(in: language) ?? plan(in: .zh) }
}

private func lessonPage(_ lesson: Lesson, _ language: Language, _ context: SiteContext) -> Page {
  let route = Route.lesson(lesson.slug, language)
  let words = context.words(language)
  let links = LinkWriter(context: context, route: route, language: language)
  let title = lesson.document.title(in: language)
  let document = lesson.document[language] ?? lesson.document.zh
  var body = View()
  body.text("title", title)
  body.text("tag", document.language.tag)
  body.flag("untranslated", document.language != language)
  body.text("level", words[lesson.level.word])
  body.text("minutes", words[.minutes, ["count": String(lesson.minutes.value)]])
  body.text("subjects", lesson.subjects.map { words[$0.word] }.joined(separator: language.listSeparator))
  body.section("provisions", lesson.provisions.compactMap { Reference($0.value) }.map {
    linkView(links.label(.text($0)), links.href(.text($0)))
  })
  body.section("topics", lesson.topics.compactMap { context.corpus.topic($0.value) }.map {
    linkView($0.document.title(in: language), route.href(to: .topic($0.slug, language)))
  })
  body.section("materials", LessonCard.materials(lesson, from: route, language, context))
  body.section("zip", SchoolPack.zipRoute(lesson, language, context).map { linkView(words[.schoolZip], route.href(to: $0)) })
  body.section("sections", lesson.shownPlan(in: language).map { sections($0, links, words) } ?? [])
  var page = Page.school("school-lesson", route: route, language: language, title: title, body: body, context: context)
  page.description = lesson.shownPlan(in: language)?[.aims].map { plainStart($0) } ?? ""
  page.source = document.file
  page.linkedData = LinkedData.lesson(lesson, route: route, language, context).element()
  return page
}

/// The sections for the teacher; worksheet and slides have pages of their own.
private func sections(_ plan: LessonPlan, _ links: LinkWriter, _ words: Wording) -> [View] {
  plan.sections.compactMap { section in
    guard let part = plan.part(of: section), part != .worksheet, part != .slides else { return nil }
    var view = View()
    view.text("id", part == .steps ? "steps" : "\(part)")
    view.text("heading", part.heading[plan.document.language])
    var html = HTML()
    if part != .steps { links.write(section, to: &html) }
    view.html("content", html)
    view.section("steps", part != .steps ? [] : plan.steps.map { step in
      var html = HTML()
      links.write(step.section, to: &html)
      var view = View()
      view.text("title", step.title)
      view.text("minutes", step.minutes.map { words[.minutes, ["count": String($0)]] } ?? "")
      view.html("content", html)
      return view
    })
    return view
  }
}

/// The first words of a section, for search engines.
private func plainStart(_ section: Fragment.Section) -> String {
  var html: [UInt8] = []
  section.write(to: &html, attributes: { _, _ in }, label: { _, _ in })
  var text: [UInt8] = []
  var isTag = false
  for byte in html {
    if byte == UInt8(ascii: "<") { isTag = true }
    if !isTag { text.append(byte == UInt8(ascii: "\n") ? UInt8(ascii: " ") : byte) }
    if byte == UInt8(ascii: ">") { isTag = false }
  }
  let scalars = String(decoding: text, as: UTF8.self).unicodeScalars.drop { $0 == " " }
  guard scalars.count > 150 else { return String(Substring(scalars)) }
  return String(Substring(scalars.prefix(150))) + "…"
}
