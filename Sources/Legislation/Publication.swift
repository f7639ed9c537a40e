import Diagnostics

/// A published text, understood: what the law says, and what the reader had to decide on the way.
public struct Publication: Sendable {
  public var text: LegalText
  /// Gaps, repeats, disorder and broken numbers, as warnings: a publication is evidence, whatever is odd in it.
  public var diagnostics: [Diagnostic]
  /// Every join, drop, split and doubt, by line.
  public var report: [Remark]
  /// Paragraphs that were moved from above the title to the notes on adoption.
  public var announcement: [String] = []

  /// One decision of the reader.
  public struct Remark: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      /// This line goes on with the sentence above.
      case joined
      /// This line is no part of the law: contents, page number, running head.
      case dropped
      /// A paragraph or item of its own was made of a piece of this line.
      case split
      /// This line stands elsewhere in the text: an announcement above the title, among the notes on adoption.
      case moved
      /// It could be read another way.
      case doubtful
    }
    public var kind: Kind
    /// From 1, in the publication.
    public var line: Int
    /// The words concerned: all of a dropped line, the beginning of others.
    public var words: String
    public var message: Bilingual
  }
}

/// Reads a published Chinese legal text: 编 分编 章 节 条 款 项 目, 之一, captions, the 一、 and （一） of plans and decisions,
/// preambles, adoption notes, annexes; in the dresses that government sites and PDFs give them.
///
/// Nothing is guessed: what is dropped or joined stands in the report, what is missing or repeated in the diagnostics.
/// Linear in the length of `source`.
/// - Parameter asides: lines, from 1, that a web page sets beside its text; they are dropped and reported.
public func readPublication(_ source: String, file: String, asides: Set<Int> = []) -> Publication {
  let lines = publishedLines(of: source)
  var pages = PageFurniture(lines, asides: asides)
  let body = pages.withoutFurniture()
  var reader = PublicationReader(lines: body, file: file)
  reader.remarks = pages.remarks
  return reader.read()
}
