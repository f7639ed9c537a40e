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

  private init(
    topics: TopicIndex, wording: SharedWording, duties: Duties, citations: Citations, departments: DepartmentIndex,
    pairs: RegulationPairs
  ) {
    self.topics = topics
    self.wording = wording
    self.duties = duties
    self.citations = citations
    self.departments = departments
    self.pairs = pairs
  }

  public static func derive(from corpus: Corpus) -> Insights {
    let wording = SharedWording(corpus)
    return Insights(
      topics: TopicIndex(corpus), wording: wording, duties: Duties(corpus), citations: Citations(corpus),
      departments: DepartmentIndex(corpus),
      pairs: RegulationPairs(corpus, wording: wording))
  }
}
