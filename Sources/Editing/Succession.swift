import Corpus
import Diagnostics
import Legislation

/// What a new version of a text takes over from the one before: the translation and notes of provisions whose wording is
/// the same or close.
public struct Succession: Sendable {
  /// How a provision of the new version relates to the old one.
  public struct Row: Sendable {
    public enum Kind: String, Sendable {
      /// Word for word the same; its number may differ. What was carried over is as good as before.
      case same
      /// Much the same: what was carried over keeps its old stamp, so that it is stale.
      case close
      /// Nothing like it in the old version.
      case new
    }
    public let kind: Kind
    public let id: ProvisionID
    /// Its provision in the old version; nil for a new one.
    public let from: ProvisionID?
    /// How much of the wording is the same, from 0 to 1.
    public let likeness: Double
    /// The paragraphs and items differ too much for the old translation to stand.
    public let lacksTranslation: Bool
  }
  /// By provision of the new version.
  public let rows: [Row]
  /// Provisions of the old version that have no successor.
  public let gone: [ProvisionID]
  /// `text.en.md` and notes, relative to the new version's folder.
  public let files: [FileChange]
}

/// Wording that is less alike is no amendment of a provision but another provision. Below this, in the five texts, even
/// provisions on one subject share only set phrases.
private let closeness = 0.5

/// Carries what `old` has over to its new version.
/// - Parameters:
///   - text: the new version.
///   - id: its folder's name, for references between its own provisions.
///   - read: the text of a file of content.
public func succession(of old: Regulation, to text: LegalText, id: String, read: (String) -> String?) -> Succession {
  let provisions = text.provisions
  let pairs = match(provisions, with: old)
  var rows: [Succession.Row] = []
  var translated: [ProvisionID: Provision] = [:]
  var files: [FileChange] = []
  var renamed: [ProvisionID: ProvisionID] = [:]
  for (provision, pair) in zip(provisions, pairs) { if let pair { renamed[old.provisions[pair.index].id] = provision.id } }
  for (provision, pair) in zip(provisions, pairs) {
    guard let pair else {
      rows.append(Succession.Row(kind: .new, id: provision.id, from: nil, likeness: 0, lacksTranslation: false))
      continue
    }
    let earlier = old.provisions[pair.index]
    let isSame = pair.likeness == 1
    let translation = earlier.translation.map { carried($0, to: provision, from: earlier, isSame: isSame) }
    let fits = translation.map { isBuiltAlike(provision, $0) } ?? true
    if fits { translated[provision.id] = translation }
    files += notes(of: earlier, to: provision, isSame, old.id, id, renamed, read)
    rows.append(
      Succession.Row(
        kind: isSame ? .same : .close, id: provision.id, from: earlier.id, likeness: pair.likeness, lacksTranslation: !fits))
  }
  if let english = translation(of: text, old, translated) {
    files.insert(FileChange("text.en.md", writeEdition(english, language: .en)), at: 0)
  }
  return Succession(rows: rows, gone: old.provisions.map(\.id).filter { renamed[$0] == nil }, files: files)
}

// MARK: Matching

/// For each new provision the old one it comes from: first those of the same wording, then the closest pairs.
private func match(_ provisions: [Provision], with old: Regulation) -> [(index: Int, likeness: Double)?] {
  let new = provisions.map { folded(bodyText($0)) }
  let earlier = old.provisions.map { folded(bodyText($0.original)) }
  var pairs: [(index: Int, likeness: Double)?] = Array(repeating: nil, count: new.count)
  var isTaken = Array(repeating: false, count: earlier.count)
  for (n, text) in new.enumerated() {
    if let o = earlier.indices.first(where: { !isTaken[$0] && earlier[$0] == text }) {
      pairs[n] = (o, 1)
      isTaken[o] = true
    }
  }
  // Pairs of characters tell cheaply which comparisons are worth their price.
  let (newGrams, oldGrams) = (new.map(grams), earlier.map(grams))
  var candidates: [(n: Int, o: Int, likeness: Double)] = []
  for n in new.indices where pairs[n] == nil {
    let open = earlier.indices.filter { !isTaken[$0] }.map { ($0, overlap(newGrams[n], oldGrams[$0])) }
    for (o, _) in open.sorted(by: { ($1.1, $0.0) < ($0.1, $1.0) }).prefix(3) {
      let likeness = similarity(earlier[o], new[n])
      if likeness >= closeness { candidates.append((n, o, likeness)) }
    }
  }
  for (n, o, likeness) in candidates.sorted(by: { ($1.likeness, $0.n, $0.o) < ($0.likeness, $1.n, $1.o) })
  where pairs[n] == nil && !isTaken[o] {
    // Only what is the same to the letter counts as the same.
    pairs[n] = (o, min(likeness, 0.999))
    isTaken[o] = true
  }
  return pairs
}

private func bodyText(_ provision: Provision) -> String {
  ([provision.heading?.text ?? ""] + provision.paragraphs.map(\.plainText)).joined(separator: "\n")
}

private func grams(_ text: String) -> Set<UInt64> {
  let scalars = text.unicodeScalars.map { UInt64($0.value) }
  return Set(zip(scalars, scalars.dropFirst()).map { $0 << 32 | $1 })
}

private func overlap(_ a: Set<UInt64>, _ b: Set<UInt64>) -> Double {
  let union = a.union(b).count
  return union == 0 ? 1 : Double(a.intersection(b).count) / Double(union)
}

// MARK: Carrying

/// The translation under the new number. Of the same wording, a stamp that fitted fits again; else the old one stays.
private func carried(
  _ translation: Provision, to provision: Provision, from earlier: AnnotatedProvision, isSame: Bool
) -> Provision {
  var carried = translation
  carried.id = provision.id
  if let label = provision.label, provision.heading?.label.isEmpty == false { carried.heading?.label = label.text(in: .en) }
  if isSame, let stamp = translation.stamp, stamp.of == earlier.digest { carried.stamp?.of = provision.digest }
  return carried
}

private func isBuiltAlike(_ original: Provision, _ translation: Provision) -> Bool {
  func alone(_ provision: Provision) -> LegalText {
    var text = LegalText()
    text.divisions = [.provision(provision)]
    return text
  }
  return compareSkeletons(alone(original), alone(translation)).isEmpty
}

/// The translated text with the parts of the new version; nil when nothing was carried over.
private func translation(of text: LegalText, _ old: Regulation, _ provisions: [ProvisionID: Provision]) -> LegalText? {
  guard !provisions.isEmpty, let english = old.translation else { return nil }
  var headings: [String: Heading] = [:]
  for (original, translated) in zip(old.original.parts, english.parts) where headings[original.heading.text] == nil {
    headings[original.heading.text] = translated.heading
  }
  // Parts nest five deep at most.
  func translate(_ divisions: [Division]) -> [Division] {
    divisions.compactMap { division in
      switch division {
      case .provision(let provision): return provisions[provision.id].map { .provision($0) }
      case .part(let part):
        let inner = translate(part.divisions)
        guard !inner.isEmpty, var heading = headings[part.heading.text] else { return nil }
        let label = Label(part.heading.label, language: .zh)?.text(in: .en) ?? heading.label
        heading = Heading(label: label, text: heading.text, line: 0, stamp: heading.stamp)
        heading.stamp?.of = part.heading.digest
        return .part(Part(kind: part.kind, heading: heading, divisions: inner))
      }
    }
  }
  var result = LegalText()
  result.title = english.title
  if let title = text.title, folded(title.text) == folded(old.original.title?.text ?? "") { result.title?.stamp?.of = title.digest }
  result.divisions = translate(text.divisions)
  return result
}

/// The notes under the new number, their links to the old version's provisions led to the new one's.
private func notes(
  of earlier: AnnotatedProvision, to provision: Provision, _ isSame: Bool, _ oldID: String, _ newID: String,
  _ renamed: [ProvisionID: ProvisionID], _ read: (String) -> String?
) -> [FileChange] {
  var original: String?
  return Language.allCases.compactMap { language in
    guard let note = earlier.note(in: language)?.document, var source = read(note.file) else { return nil }
    source = redirected(source, from: oldID, to: newID, renamed)
    if language == .zh {
      if isSame, note.stamp?.of == earlier.digest { source = settingFrontMatter(["of": provision.digest], in: source) }
      original = digest(of: body(source))
    } else if let original, let chinese = earlier.noteZh?.document, note.stamp?.of == chinese.digest {
      // The English note is as good a translation of the Chinese one as before.
      source = settingFrontMatter(["of": original], in: source)
    }
    return FileChange("notes/\(provision.id).\(language.rawValue).md", source)
  }
}

/// Links and references to provisions of the old version that live on, led to the new one; others keep what they mean.
func redirected(_ source: String, from old: String, to new: String, _ renamed: [ProvisionID: ProvisionID]) -> String {
  var output = ""
  var rest = Substring(source)
  let mark = old + "/"
  while let range = rest.firstRange(of: mark) {
    output += rest[..<range.lowerBound]
    let before = output.unicodeScalars.last
    let name = rest[range.upperBound...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    let begins = before.map { $0 == "(" || $0 == " " || $0 == "[" || $0 == "," } ?? true
    if begins, let id = renamed[ProvisionID(rawValue: String(name))] {
      output += new + "/" + id.rawValue
      rest = rest[name.endIndex...]
    } else {
      output += rest[range]
      rest = rest[range.upperBound...]
    }
  }
  return output + rest
}
