import Corpus
import Legislation

/// What the texts themselves cite: places of their own, and other laws.
public struct Citations: Sendable {
  /// Another law or document, and where it is cited.
  public struct CitedLaw: Sendable {
    /// In Chinese, without 《》.
    public let name: String
    /// As our translations have it; nil where none of them gives the Chinese name beside it.
    public let englishName: String?
    /// The regulation of this site that has the name; nil for a law outside.
    public let regulation: Int?
    /// Provisions that cite it, in reading order, each once.
    public let places: [ProvisionPosition]
  }

  private let citations: [[[TextCitation]]]
  /// In the order in which they are first cited.
  public let laws: [CitedLaw]

  public init(_ corpus: Corpus) {
    citations = concurrentMap(corpus.regulations) { regulation in
      let provisions = regulation.provisions.map(\.original)
      let places = LegalText.CitedProvisions(provisions)
      return provisions.indices.map { places.citations(in: $0) }
    }
    let titles = Dictionary(
      zip(corpus.regulations.map(\.facts.title.zh), corpus.regulations.indices), uniquingKeysWith: { first, _ in first })
    var order: [String] = []
    var places: [String: [ProvisionPosition]] = [:]
    for (r, regulation) in citations.enumerated() {
      for (p, found) in regulation.enumerated() {
        for case .law(let name, _) in found.map(\.target) {
          let position = ProvisionPosition(regulation: r, provision: p)
          if places[name] == nil { order.append(name) }
          if places[name]?.last != position { places[name, default: []].append(position) }
        }
      }
    }
    laws = concurrentMap(order.map { ($0, places[$0] ?? []) }) { name, places in
      let english = places.lazy.compactMap { corpus[$0].provision.translation }.flatMap(\.elements).compactMap { englishName(of: name, in: $0.text) }.first
      return CitedLaw(name: name, englishName: english, regulation: titles[name], places: places)
    }
  }

  /// The citations in a provision, in reading order.
  public func citations(in position: ProvisionPosition) -> [TextCitation] {
    citations[position.regulation][position.provision]
  }
}
