import Corpus

/// What the corpus implies and nobody writes down: which provisions stand beside each other, and why.
public struct Insights: Sendable {
  public let topics: TopicIndex

  public static func derive(from corpus: Corpus) -> Insights {
    Insights(topics: TopicIndex(corpus))
  }
}
