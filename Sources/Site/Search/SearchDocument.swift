import Diagnostics

/// What the search finds: a page, or a place on one, in one language.
struct SearchDocument: Sendable {
  /// The address.
  let route: Route
  /// The place on the page: `#recall`; empty for the page as a whole.
  var anchor = ""
  let title: String
  /// Words that lead here beside those of the page: the titles of a provision's topics.
  var keywords: [String] = []
  /// What the page says; excerpts come from here.
  let texts: [Text]

  /// A text of a document; its lines are paragraphs.
  struct Text: Sendable {
    let source: Source
    /// What words are found in.
    let text: String
    /// What excerpts are cut from: the labels of links stand there that the text leaves to the page. They are no words of
    /// the document: a search for Xuzhou is not for every page that names one of its articles.
    var shown: String?
  }

  /// Whose words a text is; readers see it beside the excerpt.
  enum Source: String, Sendable {
    /// The official text, or its translation.
    case law = "l"
    /// Our words: a note, a definition, an answer.
    case ours = "o"
  }
}

/// Documents of one kind and one origin, such as the provisions of one regulation.
///
/// Both languages have the same documents in the same order, so that a number means the same in either index.
struct SearchGroup: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case provision, regulation, situation, topic, term, fact, page, school

    var word: Word {
      switch self {
      case .provision: .searchProvisions
      case .regulation: .searchRegulations
      case .situation: .searchSituations
      case .topic: .searchTopics
      case .term: .searchTerms
      case .fact: .searchFacts
      case .page: .searchPages
      case .school: .searchSchool
      }
    }
  }

  let kind: Kind
  /// The city or province, for the filter; empty for pages that belong to none.
  var place = ""
  /// The regulation's status, shown above a result.
  var status = ""
  var statusCode = ""
  let count: Int
  /// The document at a position. Safe to call from several threads.
  let document: @Sendable (Int) -> SearchDocument
}

extension SearchGroup {
  /// Everything that is searched. Another kind of page is a function of its own and a line here.
  static let sources: [@Sendable (SiteContext, Language) -> [SearchGroup]] = [
    provisions, regulations, situations, topics, terms, facts, pages, school,
  ]

  static func all(in context: SiteContext, _ language: Language) -> [SearchGroup] {
    sources.flatMap { $0(context, language) }.filter { $0.count > 0 }
  }
}
