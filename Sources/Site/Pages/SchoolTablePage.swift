import Corpus
import Diagnostics
import Legislation

extension PageKind {
  /// Which lesson goes with which provision, topic and school subject.
  static let correspondence = PageKind(
    template: "school-table",
    fields: .school([
      "lessons": .section([
        "title": .text, "href": .text, "level": .text, "minutes": .text, "subjects": .text,
        "provisions": .section(linkFields), "topics": .section(linkFields),
      ]),
      "bySubject": .section(["label": .text, "lessons": .section(linkFields)]),
      "byTopic": .section(["label": .text, "href": .text, "lessons": .section(linkFields)]),
      "byProvision": .section(["label": .text, "href": .text, "lessons": .section(linkFields)]),
    ])
  ) { context in
    guard !context.corpus.school.isEmpty else { return [] }
    return Language.allCases.map { language in
      PlannedPage(route: .correspondence(language)) { tablePage(language, $0) }
    }
  }
}

private func tablePage(_ language: Language, _ context: SiteContext) -> Page {
  let route = Route.correspondence(language)
  let words = context.words(language)
  let links = LinkWriter(context: context, route: route, language: language)
  let school = context.corpus.school
  func link(_ lesson: Lesson) -> View {
    linkView(lesson.document.title(in: language), links.href(.lesson(lesson.slug)))
  }
  var body = View()
  body.section("lessons", school.lessons.map { lesson in
    var view = View()
    view.text("title", lesson.document.title(in: language))
    view.text("href", links.href(.lesson(lesson.slug)))
    view.text("level", words[lesson.level.word])
    view.text("minutes", words[.minutes, ["count": String(lesson.minutes.value)]])
    view.text("subjects", lesson.subjects.map { words[$0.word] }.joined(separator: language.listSeparator))
    view.section("provisions", lesson.provisions.compactMap { Reference($0.value) }.map {
      linkView(links.label(.text($0)), links.href(.text($0)))
    })
    view.section("topics", lesson.topics.compactMap { context.corpus.topic($0.value) }.map {
      linkView($0.document.title(in: language), links.href(.topic($0.slug)))
    })
    return view
  })
  body.section("bySubject", SchoolSubject.allCases.compactMap { subject -> View? in
    let lessons = school.lessons.filter { $0.subjects.contains(subject) }
    guard !lessons.isEmpty else { return nil }
    var view = View()
    view.text("label", words[subject.word])
    view.section("lessons", lessons.map(link))
    return view
  })
  body.section("byTopic", context.corpus.topics.compactMap { topic -> View? in
    let lessons = school.lessons.filter { lesson in lesson.topics.contains { $0.value == topic.slug } }
    guard !lessons.isEmpty else { return nil }
    var view = linkView(topic.document.title(in: language), links.href(.topic(topic.slug)))
    view.section("lessons", lessons.map(link))
    return view
  })
  body.section("byProvision", context.corpus.regulations.flatMap { regulation in
    regulation.provisions.compactMap { provision -> View? in
      let lessons = school.lessons(on: provision.id, of: regulation.id)
      guard !lessons.isEmpty else { return nil }
      let target = LinkTarget.text(Reference(regulation: regulation.id, provision: provision.id))
      var view = linkView(links.label(target), links.href(target))
      view.section("lessons", lessons.map(link))
      return view
    }
  })
  return Page.school(
    "school-table", route: route, language: language, title: words[.titleTable], body: body, context: context)
}
