extension LegalText {
  /// What the stamp of a translation's adoption notes covers.
  public var adoptionSourceText: String { adoption.map(\.plainText).joined(separator: "\n") }

  /// Digest of the adoption notes.
  public var adoptionDigest: String { Legislation.digest(of: adoptionSourceText) }
}

extension Heading {
  /// What the stamp of a title or part covers: label and text.
  public var sourceText: String { label.isEmpty ? text : label + " " + text }

  /// Digest of label and text.
  public var digest: String { Legislation.digest(of: sourceText) }
}

extension Provision {
  /// What the stamp of a translated or annotated provision covers: the heading's label and text, every paragraph and
  /// item with its label, a line each.
  public var sourceText: String {
    ((heading.map { [$0.sourceText] } ?? []) + paragraphs.map(\.plainText)).joined(separator: "\n")
  }

  /// Digest of the provision as its stamps carry it.
  public var digest: String { Legislation.digest(of: sourceText) }
}

extension Paragraph {
  /// The paragraph and its items with their labels, a line each.
  public var plainText: String {
    ([text] + items.map(\.plainText)).filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

extension Item {
  /// The label, the text and the sub-items, a line each. A space follows a Latin label.
  public var plainText: String {
    ([printedText] + items.map(\.plainText)).joined(separator: "\n")
  }

  /// The label and the text as one paragraph: `（一）宣传；`, `(1) publicity;`.
  public var printedText: String {
    label.unicodeScalars.last.map(isHan) ?? true ? label + text : label + " " + text
  }
}
