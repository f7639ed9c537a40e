import CommonMark
import Corpus
import Diagnostics
import Legislation

/// What each kind of page gives to the search.
extension SearchGroup {
  static func provisions(_ context: SiteContext, _ language: Language) -> [SearchGroup] {
    context.corpus.regulations.map { regulation in
      group(.provision, of: regulation, count: regulation.provisions.count, context, language) { index in
        let provision = regulation.provisions[index]
        let law = (language == .en ? provision.translation : nil) ?? provision.original
        let citation = Citation(provision.original).text(in: language)
        let note = provision.note(in: language) ?? provision.noteZh
        return SearchDocument(
          route: .provision(regulation.id, provision.id, language),
          title: ([regulation.facts.cited(citation, in: language)] + caption(law)).joined(separator: " "),
          keywords: (provision.noteZh?.topics ?? []).compactMap {
            context.corpus.topic($0.value)?.document.title(in: language)
          },
          texts: [.init(source: .law, text: law.lines.joined(separator: "\n"))] + ours(note?.document, context, language, of: regulation.id))
      }
    }
  }

  static func regulations(_ context: SiteContext, _ language: Language) -> [SearchGroup] {
    context.corpus.regulations.map { regulation in
      group(.regulation, of: regulation, count: 1, context, language) { _ in
        let text = (language == .en ? regulation.translation : nil) ?? regulation.original
        let parts = text.parts.map { [$0.heading.label, $0.heading.text].joined(separator: " ") }
        return SearchDocument(
          route: .regulation(regulation.id, language), title: regulation.facts.title(in: language),
          keywords: [regulation.facts.short(in: language), regulation.facts.place[language]],
          texts: [.init(source: .law, text: (text.adoption.map(\.text) + parts).joined(separator: "\n"))])
      }
    }
  }

  static func situations(_ context: SiteContext, _ language: Language) -> [SearchGroup] {
    documents(.situation, context.corpus.situations.map(\.document), context, language) { .situation($0, language) }
  }

  static func topics(_ context: SiteContext, _ language: Language) -> [SearchGroup] {
    documents(.topic, context.corpus.topics.map(\.document), context, language) { .topic($0, language) }
  }

  static func terms(_ context: SiteContext, _ language: Language) -> [SearchGroup] {
    let terms = context.corpus.terms
    return [
      SearchGroup(kind: .term, count: terms.count) { index in
        let term = terms[index]
        return SearchDocument(
          route: .glossary(language), anchor: "#" + term.id, title: term.name[language],
          keywords: term.variants[language] ?? [],
          texts: [.init(source: .ours, text: term.definition[language])])
      }
    ]
  }

  static func facts(_ context: SiteContext, _ language: Language) -> [SearchGroup] {
    let facts = context.corpus.facts
    return [
      SearchGroup(kind: .fact, count: facts.count) { index in
        let fact = facts[index]
        return SearchDocument(
          route: .facts(language), anchor: "#" + fact.id, title: fact.title[language],
          texts: [.init(source: .ours, text: fact.statement[language])])
      }
    ]
  }

  static func pages(_ context: SiteContext, _ language: Language) -> [SearchGroup] {
    documents(.page, context.corpus.pages, context, language) { .article($0, language) }
  }

  /// Lessons by their titles and aims, quizzes and guides by their titles:
  /// enough to find them, and little of their words, which would be a third of the index.
  static func school(_ context: SiteContext, _ language: Language) -> [SearchGroup] {
    let school = context.corpus.school
    func titles(of topics: [Located<String>]) -> [String] {
      topics.compactMap { context.corpus.topic($0.value)?.document.title(in: language) }
    }
    let lessons = school.lessons.map { lesson in
      let document = lesson.document[language] ?? lesson.document.zh
      let links = LinkWriter(context: context, route: .search(language), language: document.language)
      let end = LessonPlan.Part.materials.heading[document.language]
      func beginning(_ text: String) -> String { text.split(separator: "\n").prefix { $0 != end }.joined(separator: "\n") }
      return SearchDocument(
        route: .lesson(lesson.document.slug, language), title: document.title, keywords: titles(of: lesson.topics),
        texts: [
          .init(
            source: .ours, text: beginning(document.body.plainText), shown: beginning(document.body.plainText { links.label(of: $0) }))
        ])
    }
    let quizzes = school.quizzes.map { quiz in
      SearchDocument(
        route: .quiz(quiz.slug, language), title: quiz.title[language], keywords: titles(of: quiz.topics), texts: [])
    }
    let guides = school.guides.map { guide in
      SearchDocument(
        route: .schoolGuide(guide.document.slug, language), title: guide.document.title(in: language), texts: [])
    }
    let all = lessons + quizzes + guides
    return [SearchGroup(kind: .school, count: all.count) { all[$0] }]
  }

  /// Pages that are a document of ours each: their title, and their words.
  static func documents(
    _ kind: Kind, _ documents: [BilingualDocument], _ context: SiteContext, _ language: Language,
    route: @escaping @Sendable (_ slug: String) -> Route
  ) -> [SearchGroup] {
    [
      SearchGroup(kind: kind, count: documents.count) { index in
        let document = documents[index][language] ?? documents[index].zh
        return SearchDocument(route: route(documents[index].slug), title: document.title, texts: ours(document, context, language))
      }
    ]
  }

  private static func group(
    _ kind: Kind, of regulation: Regulation, count: Int, _ context: SiteContext, _ language: Language,
    document: @escaping @Sendable (Int) -> SearchDocument
  ) -> SearchGroup {
    let facts = regulation.facts
    let place = facts.place(in: language)
    return SearchGroup(
      kind: kind, place: place, status: context.words(language)[facts.status.word], statusCode: facts.status.rawValue, count: count,
      document: document)
  }

  /// Our words; `regulation` is the text that they are a note on.
  private static func ours(
    _ document: Document?, _ context: SiteContext, _ language: Language, of regulation: String? = nil
  ) -> [SearchDocument.Text] {
    guard let document, !document.body.isEmpty else { return [] }
    let links = LinkWriter(context: context, route: .search(language), language: document.language, regulation: regulation)
    return [.init(source: .ours, text: document.body.plainText, shown: document.body.plainText { links.label(of: $0) })]
  }

  private static func caption(_ provision: Provision) -> [String] {
    guard var text = provision.heading?.text, !text.isEmpty else { return [] }
    // A measure's title is a sentence of the plan; here it is a heading.
    while text.hasSuffix("。") || text.hasSuffix(".") { text.removeLast() }
    return [text]
  }
}

extension Provision {
  /// Its paragraphs and items one after the other, with their printed labels.
  fileprivate var lines: [String] {
    func lines(_ items: [Item]) -> [String] { items.flatMap { [$0.printedText] + lines($0.items) } }
    return paragraphs.flatMap { [$0.text] + lines($0.items) }
  }
}
