import Diagnostics
import Legislation

/// A subject that regulations share. Which provisions belong to it is stated in their notes and derived from there.
///
/// An immutable object, so that what holds it copies one reference and not its fields.
public final class Topic: Sendable {
  public let document: BilingualDocument
  public var slug: String { document.slug }
  /// Place in lists and in the matrix, ascending.
  public let order: Int
  /// By what the texts are compared: "binding or encouraged", "figures", "deadlines".
  public let criterion: Bilingual
  /// Blanks that an editor has signed: regulations that say nothing on the topic.
  public let absent: [Absence]

  /// A signed blank: on that day an editor read that text and found nothing on the topic.
  public struct Absence: Sendable {
    public let regulation: Located<String>
    public let on: CalendarDate
    /// Digest of the text that was read.
    public let of: String
    public let range: SourceRange
  }

  init(
    document: BilingualDocument, order: Int, criterion: Bilingual, absent: [Absence]
  ) {
    self.document = document
    self.order = order
    self.criterion = criterion
    self.absent = absent
  }
}

/// A term of the glossary.
public struct Term: Sendable {
  public let id: String
  public let name: Bilingual
  /// One or two plain sentences.
  public let definition: Bilingual
  /// Other forms that mean the same term in a text, by language: plurals, short forms.
  public let variants: [Language: [String]]
  /// The fact that names the standard or law which defines the term.
  public let fact: Located<String>?
  public let range: SourceRange
}

/// A fact from outside the texts.
public struct Fact: Sendable {
  public let id: String
  /// A short name for links: "12315 hotline".
  public let title: Bilingual
  /// The fact in one or two sentences.
  public let statement: Bilingual
  public let source: Bilingual
  /// Web address of the source; empty when it has none.
  public let url: String
  /// The day to which the statement is known to hold.
  public let asOf: CalendarDate
  /// The day after which an editor looks again.
  public let reviewBy: CalendarDate?
  public let range: SourceRange
  public let sourceRange: SourceRange
  /// Of `review-by`, or of the whole fact where there is none.
  public let reviewRange: SourceRange
}

/// A finding of the checker that an editor has excused in `exceptions.yml`.
public struct Exemption: Sendable {
  public let code: String
  public let file: String
  /// Words that the finding's line contains; empty excuses every finding of that code in the file.
  public let containing: String
  public let reason: String
  public let range: SourceRange
}
