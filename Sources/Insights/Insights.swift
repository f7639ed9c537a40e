import Corpus

/// What the corpus implies and nobody writes down: which provisions stand beside each other, and why.
public struct Insights: Sendable {
  public let topics: TopicIndex
  public let wording: SharedWording
  public let duties: Duties
  public let citations: Citations
  /// Which measures name which department.
  public let departments: DepartmentIndex
  /// Which regulations are set side by side.
  public let pairs: RegulationPairs

  public static func derive(from corpus: Corpus) -> Insights {
    let wording = SharedWording(corpus)
    return Insights(
      topics: TopicIndex(corpus), wording: wording, duties: Duties(corpus), citations: Citations(corpus),
      departments: DepartmentIndex(corpus),
      pairs: RegulationPairs(corpus, wording: wording))
  }
}
