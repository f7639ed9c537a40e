import Corpus

/// What the corpus implies and nobody writes down: which provisions stand beside each other, and why.
///
/// An immutable object, so that what holds it copies one reference and not its fields.
public final class Insights: Sendable {
  public let topics: TopicIndex
  public let wording: SharedWording
  public let duties: Duties
  public let citations: Citations
  /// Which measures name which department.
  public let departments: DepartmentIndex
  /// Which regulations are set side by side.
  public let pairs: RegulationPairs

  /// Of the laws that these were derived from.
  private let lawFingerprint: UInt64

  private init(
    topics: TopicIndex, wording: SharedWording, duties: Duties, citations: Citations, departments: DepartmentIndex,
    pairs: RegulationPairs, lawFingerprint: UInt64
  ) {
    self.topics = topics
    self.wording = wording
    self.duties = duties
    self.citations = citations
    self.departments = departments
    self.pairs = pairs
    self.lawFingerprint = lawFingerprint
  }

  /// - Parameter earlier: what an earlier state of the content implied. While the laws are the same, all that does not
  ///   come from notes is taken from there.
  public static func derive(from corpus: Corpus, after earlier: Insights? = nil) -> Insights {
    let laws = corpus.lawFingerprint
    if let earlier, earlier.lawFingerprint == laws {
      return Insights(
        topics: TopicIndex(corpus), wording: earlier.wording, duties: earlier.duties.mended(for: corpus),
        citations: earlier.citations, departments: earlier.departments, pairs: earlier.pairs, lawFingerprint: laws)
    }
    let wording = SharedWording(corpus)
    return Insights(
      topics: TopicIndex(corpus), wording: wording, duties: Duties(corpus), citations: Citations(corpus),
      departments: DepartmentIndex(corpus),
      pairs: RegulationPairs(corpus, wording: wording), lawFingerprint: laws)
  }
}
