import Diagnostics
import Legislation

extension Shelf {
  /// Every folder below `regulations/`, in the order given, the others after them by id.
  mutating func loadRegulations(order: [Located<String>]) -> [Regulation] {
    let ids = names(in: "regulations").filter { folder.isFolder("regulations/" + $0) }
    let named = order.map(\.value)
    for item in order where !ids.contains(item.value) {
      diagnostics.append(
        Diagnostic(
          .unknownValue, at: item.range,
          Bilingual(zh: "没有法规 \(item.value)", en: "no regulation '\(item.value)'"),
          help: nearestNames(to: item.value, among: ids, limit: 1).first.map {
            Bilingual(zh: "是不是 \($0)？", en: "did you mean '\($0)'?")
          }))
    }
    let position = Dictionary(zip(named, named.indices), uniquingKeysWith: { first, _ in first })
    let sorted = ids.sorted { (position[$0] ?? .max, $0) < (position[$1] ?? .max, $1) }
    let regulations = readConcurrently(sorted) { shelf, id in shelf.loadRegulation(id) }.compactMap { $0 }
    hasLostRegulation = regulations.count < ids.count
    return regulations
  }

  private mutating func loadRegulation(_ id: String) -> Regulation? {
    let home = "regulations/\(id)"
    if let error = folder.linkOut(home) {
      diagnostics.append(error.diagnostic)
      return nil
    }
    reportUnusable(id)
    let facts = readOnce("\(home)/regulation.yml", required: true) { RegulationFacts.load($0, id: id, &$1) } ?? nil
    guard let facts, let published = read("\(home)/published.txt", required: true),
      let (original, originalSource) = loadEdition("\(home)/text.zh.md", .zh, required: true)
    else { return nil }
    let english = loadEdition("\(home)/text.en.md", .en, required: false)
    let translation = english?.text
    var notes = loadNotes(home, provisions: original.provisions.map(\.id))
    let translated = translation.map { pairedProvisions(original, $0) } ?? []
    var provisions: [AnnotatedProvision] = []
    original.walk { division, path in
      guard case .provision(let provision) = division else { return }
      let pair = notes.removeValue(forKey: provision.id)
      provisions.append(
        AnnotatedProvision(
          id: provision.id, original: provision, digest: provision.digest, translation: translated.isEmpty ? nil : translated[provisions.count], noteZh: pair?.zh,
          noteEn: pair?.en, path: path))
    }
    let targets =
      read("\(home)/targets.yml").map { file in
        once(file, basedOn: originalSource) { Target.loadAll(file, original, &$0) }
      } ?? []
    reportRepeated(targets.map { ($0.id, $0.range) })
    return Regulation(
      id: id, facts: facts, original: original, translation: translation, published: published, provisions: provisions,
      targets: targets,
      digest: Legislation.digest(of: original.provisions.map(\.sourceText).joined(separator: "\n")),
      index: Dictionary(
        zip(provisions.map(\.id), provisions.indices), uniquingKeysWith: { first, _ in first }),
      originalFile: folder.shown("\(home)/text.zh.md"), translationFile: folder.shown("\(home)/text.en.md"),
      originalSource: originalSource, translationSource: english?.source)
  }

  private mutating func loadEdition(_ file: String, _ language: Language, required: Bool) -> (text: LegalText, source: SourceFile)? {
    guard let source = read(file, required: required) else { return nil }
    let text = once(source) { diagnostics in
      let edition = readEdition(source.text, file: source.path, language: language)
      // A translation in progress has gaps; that it has the numbers of its original is the skeleton's matter.
      diagnostics += edition.diagnostics.filter { language == .zh || $0.rule != .numbering }
      return edition.text
    }
    return (text, source)
  }

  private struct NotePair {
    var zh: Note?
    var en: Note?
  }

  private mutating func loadNotes(_ home: String, provisions: [ProvisionID]) -> [ProvisionID: NotePair] {
    let known = Set(provisions)
    var pairs: [ProvisionID: NotePair] = [:]
    let read = readConcurrently(names(in: home + "/notes")) { shelf, name -> (id: ProvisionID, note: Note)? in
      let file = "\(home)/notes/\(name)"
      guard let (id, language) = splitDocumentName(name), known.contains(ProvisionID(rawValue: id)) else {
        shelf.reportUnknown(
          file,
          Bilingual(
            zh: "注解的文件名是条文编号加语言：12.zh.md，12.en.md", en: "a note is named by its provision and language: 12.zh.md, 12.en.md"))
        return nil
      }
      guard let source = shelf.read(file, required: true) else { return nil }
      return (ProvisionID(rawValue: id), shelf.once(source) { Note.load(source, language: language, &$0) })
    }
    for case (let id, let note)? in read {
      if note.document.language == .zh { pairs[id, default: NotePair()].zh = note } else { pairs[id, default: NotePair()].en = note }
    }
    return pairs
  }

  /// Ids become folder names and addresses: lower-case letters, digits and hyphens, and no name the site itself uses.
  private mutating func reportUnusable(_ id: String) {
    let usable = id.utf8.allSatisfy {
      (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
    }
    let reserved = Regulation.reservedIDs.contains(id)
    guard !usable || reserved else { return }
    diagnostics.append(
      Diagnostic(
        .reservedName, at: SourceRange(file: folder.shown("regulations/\(id)/regulation.yml"), line: 1),
        reserved
          ? Bilingual(zh: "\(id) 是网站自己用的名字", en: "'\(id)' is a name that the site itself uses")
          : Bilingual(zh: "\(id) 不能作为地址", en: "'\(id)' cannot be part of an address"),
        help: Bilingual(zh: "给文件夹换个名字：小写字母、数字和连字符", en: "rename the folder: lower-case letters, digits and hyphens")))
  }
}

extension Regulation {
  /// First parts of addresses that belong to page kinds.
  public static let reservedIDs: Set<String> = [
    "assets", "compare", "data", "duties", "school", "situations", "topics", "departments", "targets",
  ]
}

extension Note {
  fileprivate static func load(_ file: SourceFile, language: Language, _ diagnostics: inout [Diagnostic]) -> Note {
    var topics: [Located<String>] = []
    var related: [Located<String>] = []
    var duties: [DutyOverride] = []
    let document = Document.load(file, language: language, titled: false, &diagnostics) { object, diagnostics in
      guard language == .zh else { return }
      topics = object.strings("topics", &diagnostics)
      related = object.strings("related", &diagnostics)
      duties = object.objects("duties", &diagnostics).compactMap { DutyOverride.load($0, &diagnostics) }
    }
    return Note(document: document, topics: topics, related: related, duties: duties)
  }
}

/// `about.zh.md` is (`about`, Chinese); nil for other names.
func splitDocumentName(_ name: String) -> (slug: String, language: Language)? {
  for language in Language.allCases {
    let ending = ".\(language.rawValue).md"
    if name.hasSuffix(ending), name.utf8.count > ending.utf8.count {
      return (String(name.dropLast(ending.count)), language)
    }
  }
  return nil
}
