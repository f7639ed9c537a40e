import Corpus
import Diagnostics
import Legislation

/// Something made from a text that has changed since.
public struct StaleText: Sendable {
  public enum Kind: Sendable { case translation, note, englishNote, englishPage }
  public let kind: Kind
  /// What it is about: `nantong/5`, `topic:brands`.
  public let name: String
  /// Where it stands.
  public let place: SourceRange
  /// What changed in the text it was made from; nil when git does not have that state.
  public let changes: [WordChange]?
  /// The first 12 digits of the commit that held that state.
  public let commit: String?
  /// The text as it is now, from which it is to be made again.
  public let original: String
  /// What was made from it, as it stands.
  public let current: String
}

/// What is stale under a reference: `nantong`, `nantong/5`, `topic:brands`, `situation:…`, `page:…`, `lesson:…`, `school`.
///
/// - Parameter read: the text of a file of content.
/// - Throws: `Failure.usage` for a reference that leads nowhere or carries no stamp.
public func staleTexts(_ name: String, in corpus: Corpus, read: (String) -> String?) throws(Failure) -> [StaleText] {
  if name == "school" {
    return corpus.school.documents.flatMap { stalePage($0, name, read) }
  }
  guard let target = LinkTarget(name) else {
    throw .usage(Bilingual(zh: "看不懂 \(name)；写成 nantong/5 或 topic:brands", en: "'\(name)' is no reference; write nantong/5 or topic:brands"))
  }
  if let refusal = corpus.refusal(of: target) { throw refusal }
  switch target {
  case .text(let reference):
    guard let regulation = corpus.regulation(reference.regulation) else { return [] }
    return staleTexts(regulation, only: reference.provision, read)
  case .topic, .situation, .page, .lesson: return corpus.pair(target).map { stalePage($0, name, read) } ?? []
  case .term, .fact:
    throw .usage(Bilingual(zh: "\(name) 没有戳记", en: "'\(name)' carries no stamp"))
  }
}

private func staleTexts(_ regulation: Regulation, only id: ProvisionID?, _ read: (String) -> String?) -> [StaleText] {
  let history = History(of: regulation.originalFile)
  return regulation.provisions.filter { id == nil || $0.id == id }.flatMap { provision -> [StaleText] in
    let name = "\(regulation.id)/\(provision.id)"
    /// The provision as it was when it had this digest.
    func then(_ digest: String) -> (value: String, commit: String)? {
      history?.newest { source in
        let text = readEdition(source, file: "", language: .zh).text
        return text.provisions.first { $0.id == provision.id && $0.digest == digest }?.sourceText
      }
    }
    func stale(_ kind: StaleText.Kind, _ stamp: Stamp?, _ place: SourceRange, _ current: String) -> StaleText? {
      guard let stamp, stamp.of != provision.digest else { return nil }
      return StaleText(
        kind, name, place, then(stamp.of), original: provision.original.sourceText, current: current)
    }
    var found: [StaleText] = []
    if let translation = provision.translation {
      let place = SourceRange(file: regulation.translationFile, line: translation.line)
      if let text = stale(.translation, translation.stamp, place, translation.sourceText) { found.append(text) }
    }
    if let note = provision.noteZh?.document {
      if let text = stale(.note, note.stamp, note.place, read(note.file).map(body) ?? "") { found.append(text) }
      if let english = provision.noteEn?.document {
        found += staleDocument(english, of: note, .englishNote, name, read)
      }
    }
    return found
  }
}

private func stalePage(_ pair: BilingualDocument, _ name: String, _ read: (String) -> String?) -> [StaleText] {
  pair.en.map { staleDocument($0, of: pair.zh, .englishPage, name, read) } ?? []
}

private func staleDocument(
  _ document: Document, of original: Document, _ kind: StaleText.Kind, _ name: String, _ read: (String) -> String?
) -> [StaleText] {
  guard let stamp = document.stamp, stamp.of != original.digest else { return [] }
  let then = History(of: original.file)?.newest { source -> String? in
    digest(of: title(source) + body(source)) == stamp.of ? body(source) : nil
  }
  return [
    StaleText(
      kind, name, document.place, then, original: read(original.file).map(body) ?? "", current: read(document.file).map(body) ?? "")
  ]
}

extension StaleText {
  fileprivate init(
    _ kind: Kind, _ name: String, _ place: SourceRange, _ then: (value: String, commit: String)?, original: String, current: String
  ) {
    self.init(
      kind: kind, name: name, place: place, changes: then.map { wordChanges(from: $0.value, to: original) },
      commit: then.map { String($0.commit.prefix(12)) }, original: original, current: current)
  }
}

/// A Markdown file without its front matter.
func body(_ source: String) -> String { split(source).body }

/// The title that front matter of one key a line states.
private func title(_ source: String) -> String {
  for line in split(source).front where line.hasPrefix("title:") {
    let value = line.dropFirst(6).drop { $0 == " " }
    let isQuoted = value.count > 1 && (value.first == "\"" || value.first == "'") && value.last == value.first
    return String(isQuoted ? value.dropFirst().dropLast() : value)
  }
  return ""
}

private func split(_ source: String) -> (front: [Substring], body: String) {
  let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
  guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else { return ([], source) }
  return (Array(lines[1..<end]), lines[(end + 1)...].joined(separator: "\n"))
}
