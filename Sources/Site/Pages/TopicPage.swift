import Corpus
import Diagnostics

extension Route {
  static func topic(_ slug: String, _ language: Language) -> Route { Route(language, "topics/\(slug).html") }
}

extension PageKind {
  /// A subject that regulations share: what it is, how the texts differ, and its provisions.
  static let topic = PageKind(
    template: "topic",
    fields: [
      "title": .text, "criterion": .section(["text": .text]), "content": .html, "untranslated": .flag, "tag": .text, "draft": .flag,
      "hasRegulations": .flag,
      "regulations": .section(["title": .text, "href": .text, "status": .text, "statusCode": .text, "cell": .html]),
      "hasSituations": .flag, "situations": .section(["title": .text, "href": .text]),
    ]
  ) { context in
    Language.allCases.flatMap { language in
      context.corpus.topics.map { topic in
        PlannedPage(route: .topic(topic.slug, language)) { topicPage(topic, language, $0) }
      }
    }
  }
}

private func topicPage(_ topic: Topic, _ language: Language, _ context: SiteContext) -> Page {
  let route = Route.topic(topic.slug, language)
  let words = context.words(language)
  let document = topic.document[language] ?? topic.document.zh
  var body = View()
  body.text("title", document.title)
  let criterion = topic.criterion[document.language]
  body.section("criterion", criterion.isEmpty ? nil : View(text: ["text": criterion]))
  body.text("tag", document.language.tag)
  body.flag("untranslated", document.language != language)
  body.flag("draft", document.language == .en && document.stamp?.review != .checked)
  var content = HTML()
  let links = LinkWriter(context: context, route: route, language: language)
  links.write(document.body, to: &content)
  body.html("content", content)
  body.flag("hasRegulations", !context.corpus.compared.isEmpty)
  let situations = context.corpus.situations.filter { $0.topics.contains { $0.value == topic.slug } }
  body.flag("hasSituations", !situations.isEmpty)
  body.section("situations", situations.map {
    View(text: ["title": $0.document.title(in: language), "href": route.href(to: .situation($0.slug, language))])
  })
  body.section("regulations", context.corpus.compared.map { regulation in
    var view = View()
    view.text("title", regulation.facts.title(in: language))
    view.text("href", route.href(to: .regulation(regulation.id, language)))
    view.text("status", words[regulation.facts.status.word])
    view.text("statusCode", regulation.facts.status.rawValue)
    var cell = HTML()
    TopicCell(topic: topic, regulation: regulation, context: context, language: language).write(from: route, to: &cell)
    view.html("cell", cell)
    return view
  })
  var page = Page(kind: "topic", route: route, language: language, title: document.title, body: body)
  page.description = summary(of: document.body, links)
  page.trail = [
    (context.corpus.settings.title[language], .home(language)), (words[.titleTopics], .topics(language)),
  ]
  page.counterpart = .topic(topic.slug, language.other)
  page.section = .menuTopics
  page.isArticle = true
  page.source = document.file
  return page
}
