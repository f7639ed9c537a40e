import CommonMark
import Corpus
import Diagnostics

extension Route {
  static func situations(_ language: Language) -> Route { Route(language, "situations/index.html") }
  static func situation(_ slug: String, _ language: Language) -> Route { Route(language, "situations/\(slug).html") }
}

extension PageKind {
  /// The list of everyday questions.
  static let situations = PageKind(
    template: "situations", fields: ["situations": .section(["title": .text, "href": .text, "answer": .text])]
  ) { _ in
    Language.allCases.map { language in
      PlannedPage(route: .situations(language)) { context in
        let route = Route.situations(language)
        let links = LinkWriter(context: context, route: route, language: language)
        var body = View()
        body.section("situations", context.corpus.situations.map { situation in
          var view = View()
          view.text("title", situation.document.title(in: language))
          view.text("href", route.href(to: .situation(situation.slug, language)))
          view.text("answer", summary(of: (situation.document[language] ?? situation.document.zh).body, links))
          return view
        })
        var page = Page(
          kind: "situations", route: route, language: language, title: context.words(language)[.titleSituations],
          body: body)
        page.trail = [(context.corpus.settings.title[language], .home(language))]
        page.counterpart = .situations(language.other)
        page.section = .menuSituations
        page.description = context.words(language)[.descriptionSituations]
        return page
      }
    }
  }

  /// An everyday question: three short answers, then the details.
  static let situation = PageKind(
    template: "situation",
    fields: [
      "title": .text, "tag": .text, "untranslated": .flag, "draft": .flag,
      "answers": .section(["heading": .text, "content": .html]), "sections": .section(["heading": .text, "content": .html]),
      "hasTopics": .flag, "topics": .section(["title": .text, "href": .text]),
    ]
  ) { context in
    Language.allCases.flatMap { language in
      context.corpus.situations.map { situation in
        PlannedPage(route: .situation(situation.slug, language)) { situationPage(situation, language, $0) }
      }
    }
  }
}

private func situationPage(_ situation: Situation, _ language: Language, _ context: SiteContext) -> Page {
  let route = Route.situation(situation.slug, language)
  let document = situation.document[language] ?? situation.document.zh
  let links = LinkWriter(context: context, route: route, language: language)
  var body = View()
  body.text("title", document.title)
  body.text("tag", document.language.tag)
  body.flag("untranslated", document.language != language)
  body.flag("draft", document.language == .en && document.stamp?.review != .checked)
  let sections = document.body.sections.map { section in
    var html = HTML()
    links.write(section, to: &html)
    var view = View()
    view.text("heading", section.heading?.text ?? "")
    view.html("content", html)
    return view
  }
  // The first three sections are the short answers: what the texts say, what they do not give, where to turn.
  body.section("answers", Array(sections.prefix(3)))
  body.section("sections", Array(sections.dropFirst(3)))
  body.flag("hasTopics", !situation.topics.isEmpty)
  body.section("topics", situation.topics.compactMap { context.corpus.topic($0.value) }.map { topic in
    var view = View()
    view.text("title", topic.document.title(in: language))
    view.text("href", route.href(to: .topic(topic.slug, language)))
    return view
  })
  var page = Page(kind: "situation", route: route, language: language, title: document.title, body: body)
  page.trail = [
    (context.corpus.settings.title[language], .home(language)),
    (context.words(language)[.titleSituations], .situations(language)),
  ]
  page.counterpart = .situation(situation.slug, language.other)
  page.section = .menuSituations
  page.source = document.file
  page.description = summary(of: document.body, links)
  page.isArticle = true
  return page
}
