import Diagnostics

/// Questions for one class or one topic.
public struct Quiz: Sendable {
  public let file: String
  public let slug: String
  public let title: Bilingual
  public let levels: [SchoolLevel]
  /// Slugs.
  public let topics: [Located<String>]
  public let questions: [Question]
}

/// A question with its answer, an explanation, and the words of the law that settle it.
public struct Question: Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// One right option.
    case single
    /// Two or more right options.
    case multiple
    case trueFalse = "true-false"
    /// Left and right sides to bring together.
    case match
    /// Things to bring into their order.
    case order
  }

  /// An answer to choose from.
  public struct Option: Sendable {
    public let text: Bilingual
    public let isRight: Bool
    /// Why it is wrong: what a reader learns from having chosen it.
    public let why: Bilingual?
    /// The mark that says it is right, or the option.
    public let range: SourceRange
  }

  /// Two things that belong together.
  public struct Pair: Sendable {
    public let left: Bilingual
    public let right: Bilingual
  }

  /// Unique in its quiz; an anchor on the page.
  public let id: String
  public let kind: Kind
  public let ask: Bilingual
  /// For single and multiple choice.
  public let options: [Option]
  /// For true or false.
  public let answer: Bool?
  /// For match.
  public let pairs: [Pair]
  /// For order, as it should be.
  public let sequence: [Bilingual]
  /// One to three sentences.
  public let explanation: Bilingual
  public let quotation: LegalQuotation
  public let range: SourceRange
  /// The places of options, answer, pairs and sequence, where they are given.
  public let ranges: [String: SourceRange]
}
