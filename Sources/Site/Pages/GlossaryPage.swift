import Corpus
import Diagnostics

extension Route {
  static func glossary(_ language: Language) -> Route { Route(language, "glossary.html") }
}

extension PageKind {
  /// Every term with its rendering and a definition in plain words, by letter.
  static let glossary = PageKind(
    template: "glossary",
    fields: [
      "letters": .section([
        "letter": .text, "id": .text,
        "terms": .section([
          "id": .text, "name": .text, "other": .text, "otherTag": .text, "definition": .text,
          "fact": .section(["title": .text, "href": .text]),
        ]),
      ])
    ]
  ) { _ in
    Language.allCases.map { language in
      PlannedPage(route: .glossary(language)) { glossaryPage(language, $0) }
    }
  }
}

private func glossaryPage(_ language: Language, _ context: SiteContext) -> Page {
  let route = Route.glossary(language)
  let words = context.words(language)
  var body = View()
  body.section("letters", lettered(context.corpus.terms, language).map { letter, terms in
    var view = View(text: ["letter": letter, "id": letter == "#" ? "letter-other" : "letter-" + letter.lowercased()])
    view.section("terms", terms.map { term in
      var view = View(text: [
        "id": term.id, "name": term.name[language], "other": term.name[language.other], "otherTag": language.other.tag,
        "definition": term.definition[language],
      ])
      view.section("fact", term.fact.flatMap { context.corpus.fact($0.value) }.map { fact in
        View(text: ["title": fact.title[language], "href": route.href(to: .facts(language)) + "#" + fact.id])
      })
      return view
    })
    return view
  })
  var page = Page(kind: "glossary", route: route, language: language, title: words[.titleGlossary], body: body)
  page.description = words[.descriptionGlossary, ["count": String(context.corpus.terms.count)]]
  page.trail = [(context.corpus.settings.title[language], .home(language))]
  page.counterpart = .glossary(language.other)
  page.section = .menuGlossary
  page.source = context.corpus.folder + "/glossary.yml"
  return page
}

/// The terms under their letters: by Pinyin in Chinese, by spelling in English.
func lettered(_ terms: [Term], _ language: Language) -> [(letter: String, terms: [Term])] {
  let entries = terms.map { term -> (letter: String, key: [Int], term: Term) in
    let name = term.name[language]
    if language == .zh { return (PinyinOrder.letter(of: name), PinyinOrder.key(of: name), term) }
    let spelling = name.lowercased().unicodeScalars.map { Int($0.value) }
    let first = spelling.first.flatMap { (97...122).contains($0) ? Unicode.Scalar($0 - 32) : nil }
    return (first.map { String(Character($0)) } ?? "#", (first == nil ? [Int.max] : []) + spelling, term)
  }
  var groups: [(letter: String, terms: [Term])] = []
  for entry in entries.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
    if groups.last?.letter != entry.letter { groups.append((entry.letter, [])) }
    groups[groups.count - 1].terms.append(entry.term)
  }
  return groups
}
