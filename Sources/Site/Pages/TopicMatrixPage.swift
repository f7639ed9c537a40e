import Corpus
import Diagnostics
import Insights
import Legislation

extension Route {
  static func topics(_ language: Language) -> Route { Route(language, "topics/index.html") }
}

extension PageKind {
  /// Topics × compared regulations: which provisions speak on what, and which blanks are signed.
  static let topicMatrix = PageKind(
    template: "topics",
    fields: [
      "regulations": .section(["short": .text, "href": .text, "status": .text, "statusCode": .text]),
      "topics": .section(["title": .text, "href": .text, "cells": .html]),
      "root": .text, "forces": .section(["code": .text, "word": .text]),
    ]
  ) { _ in
    Language.allCases.map { language in
      PlannedPage(route: .topics(language)) { context in topicMatrixPage(language, context) }
    }
  }
}

private func topicMatrixPage(_ language: Language, _ context: SiteContext) -> Page {
  let route = Route.topics(language)
  let words = context.words(language)
  var body = View()
  body.section("regulations", context.corpus.compared.map { regulation in
    var view = View()
    view.text("short", regulation.facts.short(in: language))
    view.text("href", route.href(to: .regulation(regulation.id, language)))
    view.text("status", words[regulation.facts.status.word])
    view.text("statusCode", regulation.facts.status.rawValue)
    return view
  })
  body.text("root", route.root)
  body.section("forces", Force.allCases.map { View(text: ["code": $0.rawValue, "word": words[$0.word]]) })
  body.section("topics", context.corpus.topics.map { topic in
    var view = View()
    view.text("title", topic.document.title(in: language))
    view.text("href", route.href(to: .topic(topic.slug, language)))
    var cells = HTML()
    for regulation in context.corpus.compared {
      cells.raw("<td data-label=\"")
      cells.text(regulation.facts.short(in: language))
      let cell = TopicCell(topic: topic, regulation: regulation, context: context, language: language)
      cells.raw("\" data-forces=\"\(cell.forces.map(\.rawValue).joined(separator: " "))\">")
      cell.write(from: route, to: &cells)
      cells.raw("</td>\n")
    }
    view.html("cells", cells)
    return view
  })
  var page = Page(kind: "topics", route: route, language: language, title: words[.titleTopics], body: body)
  page.trail = [(context.corpus.settings.title[language], .home(language))]
  page.counterpart = .topics(language.other)
  page.section = .menuTopics
  page.source = context.corpus.folder + "/site.yml"
  page.description = words[.descriptionTopics]
  return page
}

/// What one regulation says on one topic: its provisions, or a signed blank.
struct TopicCell {
  let topic: Topic
  let regulation: Regulation
  let context: SiteContext
  let language: Language

  /// How strongly the provisions of the cell speak, the strongest of each.
  var forces: [Force] {
    let found = Set(provisions.compactMap { context.insights.duties.strongest(of: $0) })
    return Force.allCases.filter(found.contains)
  }

  private var provisions: [ProvisionPosition] {
    guard let index = context.corpus.regulations.firstIndex(where: { $0.id == regulation.id }) else { return [] }
    return context.insights.topics.provisions(of: topic.slug, regulation: index)
  }

  func write(from route: Route, to html: inout HTML) {
    let provisions = provisions
    if !provisions.isEmpty {
      html.raw("<ul class=\"provisions\">")
      for position in provisions {
        let (regulation, provision) = context.corpus[position]
        html.raw("<li>")
        html.link(
          route.href(to: .provision(regulation.id, provision.id, language)),
          Citation(provision.original).text(in: language))
        if let force = context.insights.duties.strongest(of: position) {
          html.raw(" <span class=\"strength\">")
          html.raw(ForceMark.html(force, context.words(language), isNamed: false))
          html.text(context.words(language)[force.word])
          html.raw("</span>")
        }
        html.raw("</li>")
      }
      html.raw("</ul>")
    } else if let blank = topic.absent.first(where: { $0.regulation.value == regulation.id }) {
      html.raw("<p class=\"blank\">")
      html.text(context.words(language)[.signedBlank, ["date": blank.on.formatted(in: language)]])
      html.raw("</p>")
    } else {
      html.raw("<p class=\"blank\">")
      html.text(context.words(language)[.notReviewed])
      html.raw("</p>")
    }
  }
}
