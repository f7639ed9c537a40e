import Corpus
import Diagnostics

/// A word that leads the search to others of the page's language.
struct SearchLead: Equatable, Sendable {
  let from: String
  let to: [String]
}

/// Words that lead to the words of a language: the glossary's names and variants in both languages, so that `recall`
/// finds 召回 on a Chinese page, and the everyday words of `search-synonyms.yml`. Sorted by the leading word.
func searchLeads(from words: SearchWords, _ terms: [Term], to language: Language) -> [SearchLead] {
  var targets: [String: [String]] = [:]
  var reader = TermReader()
  func add(_ from: String, _ to: [String]) {
    let terms = reader.terms(of: from)
    for word in to where reader.terms(of: word) != terms && targets[from]?.contains(word) != true {
      targets[from, default: []].append(word)
    }
  }
  for lead in words.leads {
    for from in Language.allCases.flatMap({ lead.from[$0] ?? [] }) { add(from, lead.to[language] ?? []) }
  }
  for term in terms {
    let name = plainName(term.name[language])
    guard !name.isEmpty else { continue }
    let variants = term.variants[language] ?? []
    add(name, variants)
    for variant in variants { add(variant, [name]) }
    let foreign = [plainName(term.name[language.other])] + (term.variants[language.other] ?? [])
    for word in foreign where !word.isEmpty { add(word, [name] + variants) }
  }
  return targets.map { SearchLead(from: $0, to: $1) }
    .sorted { $0.from.unicodeScalars.lexicographicallyPrecedes($1.from.unicodeScalars) }
}

/// A term's name without the hint in brackets that tells it from its namesakes: 编（法律的编） is 编.
private func plainName(_ name: String) -> String {
  let scalars = name.unicodeScalars
  guard let bracket = scalars.firstIndex(where: { $0 == "（" || $0 == "(" }) else { return name }
  return String(scalars[..<bracket])
}
