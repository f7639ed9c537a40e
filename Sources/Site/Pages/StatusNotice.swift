import Corpus
import Diagnostics

/// The notice that a draft, a plan or a text no longer in force carries wherever it appears.
enum StatusNotice {
  static let fields: [String: Field] = [
    "draft": .flag, "plan": .flag, "ended": .flag, "replaced": .section(["text": .text]), "fact": .section(["href": .text, "title": .text]),
    "successor": .section(["title": .text, "href": .text]),
  ]

  /// Nil for a text in force.
  static func view(_ regulation: Regulation, from route: Route, _ language: Language, _ context: SiteContext) -> View? {
    let facts = regulation.facts
    guard facts.status != .inForce else { return nil }
    var view = View()
    view.flag("draft", facts.status == .draft)
    view.flag("plan", facts.status == .plan)
    view.flag("ended", facts.status == .superseded || facts.status == .repealed)
    view.section("replaced", facts.replacedBy.map {
      var item = View()
      item.text("text", $0[language].isEmpty ? $0.zh : $0[language])
      return item
    })
    let fact = facts.replacedByFact.flatMap { context.corpus.fact($0.value) }
    view.section("fact", fact.map {
      var item = View()
      item.text("href", route.href(to: .facts(language)) + "#" + $0.id)
      item.text("title", $0.title[language])
      return item
    })
    let successor = context.corpus.regulations.first { $0.facts.succeeds?.value == regulation.id }
    view.section("successor", successor.map {
      var item = View()
      item.text("title", context.name(of: $0, in: language))
      item.text("href", route.href(to: .regulation($0.id, language)))
      return item
    })
    return view
  }
}
