import Corpus
import Diagnostics
import Insights
import Legislation

/// Links on the citations that stand in the text of a provision.
struct CitationLinks {
  private let context: SiteContext
  private let position: ProvisionPosition
  private let language: Language
  private let route: Route

  init(_ context: SiteContext, _ position: ProvisionPosition, _ language: Language, _ route: Route) {
    (self.context, self.position, self.language, self.route) = (context, position, language, route)
  }

  func add(to insertions: inout LawInsertions) {
    for citation in context.insights.citations.citations(in: position) {
      guard let href = href(citation.target) else { continue }
      insertions.wrap(
        citation.range, at: citation.anchor, layer: 1, element: "a",
        attributes: " data-relation=\"citation\" href=\"\(escaped(href))\"")
    }
  }

  private func href(_ target: TextCitation.Target) -> String? {
    let (regulation, provision) = context.corpus[position]
    switch target {
    case .here(let id, let anchor):
      // The article itself needs no link to itself.
      if id == provision.id { return anchor.map { "#\($0)" } }
      return route.href(to: .provision(regulation.id, id, language)) + (anchor.map { "#\($0)" } ?? "")
    case .law(let name, let id):
      guard let law = context.insights.citations.laws.firstIndex(where: { $0.name == name }) else { return nil }
      guard let index = context.insights.citations.laws[law].regulation else {
        return route.href(to: .laws(language)) + "#law-\(law + 1)"
      }
      let cited = context.corpus.regulations[index]
      guard let id, cited[id] != nil else { return route.href(to: .regulation(cited.id, language)) }
      return route.href(to: .provision(cited.id, id, language))
    case .missing: return nil
    }
  }
}
