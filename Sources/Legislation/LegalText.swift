/// A legal text as its headings, paragraphs and items make it; Chinese or its translation.
public struct LegalText: Hashable, Sendable {
  /// The title, nil when the text has none.
  public var title: Heading?
  /// Adoption notes: what body passed or approved the text, and when; right under the title.
  public var adoption: [Paragraph] = []
  /// Stamp of the adoption notes as a whole, in a translation.
  public var adoptionStamp: Stamp?
  /// Parts and provisions in reading order.
  public var divisions: [Division] = []
  /// Text after the last provision that belongs to none: annexes, tables, signatures.
  public var annexes: [Paragraph] = []

  public init() {}
}

/// A direct child of a text or of a part.
public enum Division: Hashable, Sendable {
  case part(Part)
  case provision(Provision)
}

/// A heading as printed: `第二章 产品质量促进`, `第十二条之一【召回】`, `Chapter II Product Quality`.
public struct Heading: Hashable, Sendable {
  /// Kind and number, `第二章` or `Chapter II`; empty for a title.
  public var label: String
  /// What follows the label: a part's title, a measure's title, a provision's caption without its brackets; may be empty.
  public var text: String
  /// The brackets that the text printed around a provision's caption, `（）` say; nil for the usual 【】 or [].
  public var brackets: String?
  /// Line of the heading, from 1.
  public var line: Int
  /// Of a translation's title or part: which original it was made from. A provision keeps its own stamp.
  public var stamp: Stamp?

  public init(label: String, text: String, brackets: String? = nil, line: Int, stamp: Stamp? = nil) {
    self.label = label
    self.text = text
    self.brackets = brackets
    self.line = line
    self.stamp = stamp
  }
}

/// A part that groups provisions (编, 分编, 章, 节; in a plan 一、二、…).
public struct Part: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// 编
    case book
    /// 分编
    case subbook
    /// 章
    case chapter
    /// 节
    case section
    /// 一、 in a plan
    case division
  }
  public var kind: Kind
  public var heading: Heading
  public var divisions: [Division]

  public init(kind: Kind, heading: Heading, divisions: [Division] = []) {
    self.kind = kind
    self.heading = heading
    self.divisions = divisions
  }
}

/// A numbered provision: an article (条), a measure of a plan, or an unnumbered one with a given id (preamble).
public struct Provision: Hashable, Sendable {
  public var id: ProvisionID
  /// Nil for a preamble, which has no heading of its own.
  public var heading: Heading? { didSet { label = Label(heading) } }
  /// Kind and number of the heading's label, Chinese or English; nil for a preamble. Read once: every link to the provision asks.
  public private(set) var label: Label?
  public var paragraphs: [Paragraph]
  /// Line where the provision begins, from 1.
  public var line: Int
  /// Of a translation: which original it was made from.
  public var stamp: Stamp?

  public init(id: ProvisionID, heading: Heading?, paragraphs: [Paragraph] = [], line: Int, stamp: Stamp? = nil) {
    self.id = id
    self.heading = heading
    label = Label(heading)
    self.paragraphs = paragraphs
    self.line = line
    self.stamp = stamp
  }
}

/// A paragraph (款), with the items it lists.
public struct Paragraph: Hashable, Sendable {
  public var text: String
  public var items: [Item]
  public var line: Int

  public init(text: String, items: [Item] = [], line: Int) {
    self.text = text
    self.items = items
    self.line = line
  }
}

/// An item (项) with its printed label `（一）` or `(1)`, or a sub-item (目) with `1.`.
public struct Item: Hashable, Sendable {
  public var label: String
  public var text: String
  public var items: [Item]
  public var line: Int

  public init(label: String, text: String, items: [Item] = [], line: Int) {
    self.label = label
    self.text = text
    self.items = items
    self.line = line
  }
}

/// What a text was made from, and whether a second reader has compared the two.
public struct Stamp: Hashable, Sendable {
  public enum Review: String, Hashable, Sendable, CaseIterable { case draft, checked }
  /// Digest of the folded original: 12 lower-case hexadecimal digits.
  public var of: String
  public var review: Review
  /// Line of the stamp, from 1.
  public var line: Int

  public init(of: String, review: Review, line: Int) {
    self.of = of
    self.review = review
    self.line = line
  }
}
