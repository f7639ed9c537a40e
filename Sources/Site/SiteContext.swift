import Corpus
import Diagnostics
import Insights

/// What every page is drawn from; shared by all and never changed.
public struct SiteContext: Sendable {
  public let corpus: Corpus
  public let insights: Insights
  public let templates: TemplateLibrary
  /// Address of the site's root, ending in a slash; empty when the site does not know where it will stand.
  public let baseURL: String
  private let lookup: Lookup
  /// Every address of the site, so that menus lead only to pages that exist.
  private var routes: Set<Route> = []

  /// What is looked up on many pages, made once.
  private final class Lookup: Sendable {
    let finders: [Language: TermFinder]
    /// Titles that more than one text has: an amended regulation keeps its name.
    let sharedTitles: Set<String>
    /// For the pages of provisions: of each regulation, in the order of the corpus.
    let contents: [Language: [ContentsList]]

    init(_ corpus: Corpus) {
      finders = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, TermFinder(corpus.terms, $0)) })
      let titles = Dictionary(grouping: corpus.regulations, by: \.facts.title.zh)
      sharedTitles = Set(titles.filter { $0.value.count > 1 }.keys)
      contents = Dictionary(uniqueKeysWithValues: Language.allCases.map { language in
        (language, concurrentMap(corpus.regulations) { ContentsList($0, language, address: "index.html") })
      })
    }
  }

  public init(corpus: Corpus, insights: Insights, templates: TemplateLibrary, baseURL: String? = nil) {
    self.corpus = corpus
    self.insights = insights
    self.templates = templates
    let url = baseURL ?? corpus.settings.url
    self.baseURL = url.isEmpty || url.hasSuffix("/") ? url : url + "/"
    lookup = Lookup(corpus)
    routes = Set(plannedPages.map(\.route))
  }

  /// The title of a text; of several versions that share it, with the year that tells them apart.
  func name(of regulation: Regulation, in language: Language) -> String {
    let facts = regulation.facts
    let title = facts.title(in: language)
    guard lookup.sharedTitles.contains(facts.title.zh) else { return title }
    let year = [facts.adopted, facts.issued, facts.approved, facts.effective].compactMap(\.self).first.map { String($0.year) }
    return language == .zh ? "\(title)（\(year ?? regulation.id)）" : "\(title) (\(year ?? regulation.id))"
  }

  func words(_ language: Language) -> Wording { templates.wording(language) }

  /// Finds the glossary's terms in text of a language.
  func terms(_ language: Language) -> TermFinder { lookup.finders[language]! }

  /// The contents of a regulation, by its place in the corpus, for the pages of its provisions.
  func contents(of regulation: Int, _ language: Language) -> ContentsList { lookup.contents[language]![regulation] }

  func has(_ route: Route) -> Bool { routes.contains(route) }
}
