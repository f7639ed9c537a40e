import Corpus
import Legislation

/// How far the editing of every regulation is, and of our own pages: `mingzhi status`.
public struct EditingStatus: Encodable, Sendable {
  /// A regulation, or all documents of one kind.
  public struct Row: Encodable, Sendable {
    /// The regulation's id, or `topics`, `situations`, `pages`.
    public var id: String
    /// The regulation's title in Chinese; empty for documents.
    public var title: String
    /// `in-progress` or `complete`; empty for documents.
    public var editing: String
    /// Provisions, or documents.
    public var entries = 0
    /// Entries that have an English text.
    public var translated = 0
    /// Provisions that have a note in both languages.
    public var annotated = 0
    /// Translations and notes made from a text that has changed since.
    public var stale = 0
    /// Translations and notes that no second reader has compared, or that carry no stamp.
    public var draft = 0
    /// Translations and notes that fit their original and were read against it.
    public var checked = 0

    mutating func count(_ stamp: Stamp?, of digest: String) {
      guard let stamp else { return draft += 1 }
      if stamp.of != digest { stale += 1 } else if stamp.review == .checked { checked += 1 } else { draft += 1 }
    }
  }

  public var regulations: [Row]
  public var documents: [Row]

  public init(_ corpus: Corpus) {
    regulations = corpus.regulations.map(Row.init)
    documents = [
      Row("topics", corpus.topics.map(\.document)), Row("situations", corpus.situations.map(\.document)),
      Row("pages", corpus.pages),
    ]
  }
}

extension EditingStatus.Row {
  fileprivate init(_ regulation: Regulation) {
    self.init(id: regulation.id, title: regulation.facts.title.zh, editing: regulation.facts.editing.rawValue)
    for provision in regulation.provisions {
      entries += 1
      if let translation = provision.translation {
        translated += 1
        count(translation.stamp, of: provision.digest)
      }
      if let note = provision.noteZh { count(note.document.stamp, of: provision.digest) }
      if let note = provision.noteEn, let original = provision.noteZh { count(note.document.stamp, of: original.document.digest) }
      if provision.noteZh != nil, provision.noteEn != nil { annotated += 1 }
    }
  }

  fileprivate init(_ id: String, _ documents: [BilingualDocument]) {
    self.init(id: id, title: "", editing: "")
    for document in documents {
      entries += 1
      guard let en = document.en else { continue }
      translated += 1
      count(en.stamp, of: document.zh.digest)
    }
  }
}
