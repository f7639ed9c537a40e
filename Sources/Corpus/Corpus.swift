import Diagnostics
import Legislation

/// Everything under `content/`, read once and never changed; every fact keeps its file and line.
///
/// An immutable object, so that what holds it copies one reference and not its fields.
public final class Corpus: Sendable {
  /// Path of the content folder as it was given.
  public let folder: String
  public let settings: SiteSettings
  /// In the order of `site.yml`.
  public let regulations: [Regulation]
  /// By their `order`.
  public let topics: [Topic]
  /// By English name.
  public let terms: [Term]
  public let facts: [Fact]
  public let situations: [Situation]
  /// About, how to read a regulation, licence.
  public let pages: [BilingualDocument]
  /// Lessons, quizzes and what else `school/` holds.
  public let school: School
  public let exemptions: [Exemption]
  /// Everyday words that lead the search to the law's words.
  public let searchWords: SearchWords
  /// Every YAML file as it was read, by path: rules that judge characters and columns need the very bytes.
  public let dataFiles: [SourceFile]

  /// Files with an error that reading them found, by path.
  public let faultyFiles: Set<String>
  /// False when something that is there could not be read at all, so that what it links and holds is not known.
  public let isWhole: Bool

  /// Tells two states of the content apart: the same whenever the same files hold the same bytes.
  public let fingerprint: UInt64
  /// The same of the laws' Chinese texts and the YAML files alone.
  public var lawFingerprint: UInt64 {
    regulations.reduce(0) { $0 &+ $1.originalSource.fingerprint } ^ dataFiles.reduce(0) { $0 &+ $1.fingerprint } &* 3
  }

  private let regulationIndex: [String: Int]
  private let topicIndex: [String: Int]
  private let termIndex: [String: Int]
  private let factIndex: [String: Int]
  private let situationIndex: [String: Int]
  private let pageIndex: [String: Int]

  init(
    folder: String, settings: SiteSettings, regulations: [Regulation], topics: [Topic], terms: [Term], facts: [Fact],
    situations: [Situation], pages: [BilingualDocument], school: School, exemptions: [Exemption],
    searchWords: SearchWords, dataFiles: [SourceFile], faultyFiles: Set<String>, isWhole: Bool, fingerprint: UInt64
  ) {
    self.folder = folder
    self.settings = settings
    self.regulations = regulations
    self.topics = topics
    self.terms = terms
    self.facts = facts
    self.situations = situations
    self.pages = pages
    self.school = school
    self.exemptions = exemptions
    self.searchWords = searchWords
    self.dataFiles = dataFiles
    self.faultyFiles = faultyFiles
    self.isWhole = isWhole
    self.fingerprint = fingerprint
    regulationIndex = indexed(regulations.map(\.id))
    topicIndex = indexed(topics.map(\.slug))
    termIndex = indexed(terms.map(\.id))
    factIndex = indexed(facts.map(\.id))
    situationIndex = indexed(situations.map(\.slug))
    pageIndex = indexed(pages.map(\.slug))
  }

  public func regulation(_ id: String) -> Regulation? { regulationIndex[id].map { regulations[$0] } }
  public func topic(_ slug: String) -> Topic? { topicIndex[slug].map { topics[$0] } }
  public func term(_ id: String) -> Term? { termIndex[id].map { terms[$0] } }
  public func fact(_ id: String) -> Fact? { factIndex[id].map { facts[$0] } }
  public func situation(_ slug: String) -> Situation? { situationIndex[slug].map { situations[$0] } }
  public func page(_ slug: String) -> BilingualDocument? { pageIndex[slug].map { pages[$0] } }

  /// The regulations that the matrix compares, in the order of `site.yml`.
  public var compared: [Regulation] { settings.compared.compactMap { regulation($0.value) } }
}

private func indexed(_ names: [String]) -> [String: Int] {
  Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
}

/// An everyday question, answered from the provisions.
///
/// An immutable object, so that what holds it copies one reference and not its fields.
public final class Situation: Sendable {
  public let document: BilingualDocument
  public var slug: String { document.slug }
  /// Place in lists, ascending.
  public let order: Int
  /// Slugs of the topics it touches.
  public let topics: [Located<String>]

  init(
    document: BilingualDocument, order: Int, topics: [Located<String>]
  ) {
    self.document = document
    self.order = order
    self.topics = topics
  }
}
