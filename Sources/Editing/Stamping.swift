import Corpus
import Diagnostics
import Legislation

/// Renews the stamps of what was made from a text: an editor has read it again.
public struct Stamping {
  private let corpus: Corpus
  /// The review mark to write; nil keeps what a stamp says, and calls a new one a draft.
  private let review: Stamp.Review?
  private var outcome = Outcome()

  /// What stamping comes to.
  public struct Outcome: Sendable {
    /// New contents by path.
    public var files: [String: String] = [:]
    /// Blanks that were signed for another text and are signed again: `topic:recall (xuzhou)`.
    public var signedAgain: [String] = []
    /// Such blanks that `all` leaves alone: a signature says that somebody has read the whole text.
    public var leftAlone: [String] = []
  }

  private init(_ corpus: Corpus, review: Stamp.Review?) {
    self.corpus = corpus
    self.review = review
  }

  /// The files that change, with their new contents, when the given references are stamped: `nantong`, `nantong/5`,
  /// `topic:brands`, `situation:kettle`, `page:about`, `lesson:towels`, `school`, or `all`.
  /// `all` fills in digests that are not there yet and renews no signature.
  ///
  /// Throws `Failure.usage` for a reference that leads nowhere.
  public static func stamp(
    _ references: [String], in corpus: Corpus, review: Stamp.Review?, read: (String) -> String?
  ) throws(Failure) -> Outcome {
    var stamping = Stamping(corpus, review: review)
    for reference in references { try stamping.stamp(reference, read) }
    return stamping.outcome
  }

  private mutating func stamp(_ reference: String, _ read: (String) -> String?) throws(Failure) {
    if reference == "all" {
      for regulation in corpus.regulations { stamp(regulation, only: nil, read) }
      for topic in corpus.topics { stamp(topic, renewsSignatures: false, read) }
      for pair in corpus.situations.map(\.document) + corpus.pages + corpus.school.documents { stamp(pair, read) }
      return
    }
    if reference == "school" {
      for pair in corpus.school.documents { stamp(pair, read) }
      return
    }
    guard let target = LinkTarget(reference) else {
      throw .usage(
        Bilingual(
          zh: "看不懂 \(reference)；写成 nantong、nantong/5、topic:brands、school 或 all",
          en: "'\(reference)' is no reference; write nantong, nantong/5, topic:brands, school or all"))
    }
    if let refusal = corpus.refusal(of: target) { throw refusal }
    switch target {
    case .text(let reference):
      guard let regulation = corpus.regulation(reference.regulation) else { return }
      stamp(regulation, only: reference.provision, read)
    case .topic(let slug): if let topic = corpus.topic(slug) { stamp(topic, renewsSignatures: true, read) }
    case .situation, .page, .lesson: if let pair = corpus.pair(target) { stamp(pair, read) }
    case .term, .fact:
      throw .usage(Bilingual(zh: "\(reference) 没有戳记", en: "'\(reference)' carries no stamp"))
    }
  }

  /// The translation and the notes of a regulation, or of one provision of it.
  private mutating func stamp(_ regulation: Regulation, only id: ProvisionID?, _ read: (String) -> String?) {
    if let translation = regulation.translation, let source = outcome.files[regulation.translationFile] ?? read(regulation.translationFile) {
      let stamps = translationStamps(regulation, translation, only: id)
      outcome.files[regulation.translationFile] = writeStamps(stamps, into: source, language: .en)
    }
    for provision in regulation.provisions where id == nil || provision.id == id {
      if let note = provision.noteZh?.document { stamp(note, of: provision.digest, read) }
      if let note = provision.noteEn?.document, let original = provision.noteZh?.document {
        stamp(note, of: original.digest, read)
      }
    }
  }

  private func translationStamps(
    _ regulation: Regulation, _ translation: LegalText, only id: ProvisionID?
  ) -> [StampTarget: Stamp] {
    var stamps: [StampTarget: Stamp] = [:]
    func renewed(_ old: Stamp?, _ digest: String) -> Stamp {
      Stamp(of: digest, review: review ?? old?.review ?? .draft, line: 0)
    }
    for provision in regulation.provisions where id == nil || provision.id == id {
      guard let translated = provision.translation else { continue }
      stamps[.provision(provision.id)] = renewed(translated.stamp, provision.digest)
    }
    guard id == nil else { return stamps }
    if let title = regulation.original.title { stamps[.title] = renewed(translation.title?.stamp, title.digest) }
    if !translation.adoption.isEmpty {
      stamps[.adoption] = renewed(translation.adoptionStamp, regulation.original.adoptionDigest)
    }
    var paths: [([String], Stamp?)] = []
    translation.walk { division, path in
      guard case .part(let part) = division else { return }
      paths.append((path.map(\.heading.label) + [part.heading.label], part.heading.stamp))
    }
    for (original, (path, old)) in zip(regulation.original.parts, paths) {
      stamps[.part(path)] = renewed(old, original.heading.digest)
    }
    return stamps
  }

  /// The English page of a topic, and the blanks that its Chinese page signs.
  private mutating func stamp(_ topic: Topic, renewsSignatures: Bool, _ read: (String) -> String?) {
    stamp(topic.document, read)
    let file = topic.document.zh.file
    guard !topic.absent.isEmpty, let source = outcome.files[file] ?? read(file) else { return }
    var lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for blank in topic.absent {
      guard let regulation = corpus.regulation(blank.regulation.value) else { continue }
      let index = blank.range.start.line - 1
      guard lines.indices.contains(index), let old = lines[index].firstRange(of: blank.of), blank.of != regulation.digest else { continue }
      // What has no digest's length has not been signed for a text yet.
      if blank.of.utf8.count == regulation.digest.utf8.count {
        let name = "topic:\(topic.slug) (\(regulation.id))"
        guard renewsSignatures else {
          outcome.leftAlone.append(name)
          continue
        }
        outcome.signedAgain.append(name)
      }
      lines[index].replaceSubrange(old, with: regulation.digest)
    }
    outcome.files[file] = lines.joined(separator: "\n")
  }

  private mutating func stamp(_ pair: BilingualDocument, _ read: (String) -> String?) {
    if let en = pair.en { stamp(en, of: pair.zh.digest, read) }
  }

  private mutating func stamp(_ document: Document, of digest: String, _ read: (String) -> String?) {
    guard let source = outcome.files[document.file] ?? read(document.file) else { return }
    let review = review ?? document.stamp?.review ?? .draft
    outcome.files[document.file] = settingFrontMatter(["of": digest, "review": review.rawValue], in: source)
  }
}

/// The Markdown file with keys of its front matter set; every other byte stays. Keys stand one a line.
func settingFrontMatter(_ values: KeyValuePairs<String, String>, in source: String) -> String {
  var lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  guard lines.first == "---", var end = lines.dropFirst().firstIndex(of: "---") else {
    return "---\n" + values.map { "\($0): \($1)\n" }.joined() + "---\n" + source
  }
  var position = 1
  for (key, value) in values {
    let line = "\(key): \(value)"
    if let old = lines[1..<end].firstIndex(where: { $0.hasPrefix(key + ":") }) {
      lines[old] = line
    } else {
      lines.insert(line, at: position)
      position += 1
      end += 1
    }
  }
  return lines.joined(separator: "\n")
}
