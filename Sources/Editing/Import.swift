import Corpus
import Diagnostics
import Legislation

/// What an import did.
public struct ImportOutcome: Sendable {
  public var publication: Publication
  /// Findings and remarks, by line.
  public var diagnostics: [Diagnostic]
  /// What was taken over from the version before; nil for a text that succeeds none.
  public var succession: Succession?
  /// Paths written, none in a dry run.
  public var written: [String]

  /// The outcome as `--dry-run --format json` prints it.
  public func preview(in language: Language) -> ImportPreview {
    ImportPreview(publication.text, diagnostics, language: language)
  }
}

/// Turns a published text into a regulation's folder: `regulation.yml`, `published.txt`, `text.zh.md`.
///
/// `published.txt` is the file itself when it is plain UTF-8; of a web page, a Word file or a text in another encoding
/// it is the words in UTF-8, and the file lies beside it as `published.html`, `published.docx` or `published.original`.
/// - Parameters:
///   - path: plain text, Markdown, simple HTML, or .docx (through pandoc), up to 4 MB.
///   - id: the folder's name under `content/regulations`.
///   - title: the title, for a publication that has none.
///   - earlier: the version that this text amends or adopts; its translation and notes are carried over.
///   - status: the legal status, where the editor knows better than the head of the text.
/// - Throws: ``Failure`` when the file cannot be read, the id is no name or taken, or pandoc is missing.
public func importRegulation(
  _ path: String, id: String, into content: String, title: String? = nil, status: RegulationFacts.Status? = nil,
  succeeding earlier: Regulation? = nil, dryRun: Bool = false, read: (String) -> String? = { _ in nil }
) throws(Failure) -> ImportOutcome {
  try checkID(id)
  let folder = content + "/regulations/" + id
  if !dryRun { try refuseToOverwrite(folder) }
  let source = try readSource(path)
  var publication = readPublication(source.text, file: path, asides: source.asides)
  guard !publication.text.isEmpty else {
    throw .usage(Bilingual(zh: "\(path) 里没有文字", en: "\(path) holds no text"))
  }
  var diagnostics = publication.diagnostics + publication.report.map { $0.diagnostic(file: path) }
  diagnostics += selfCheck(publication, source.text, path)
  let name = publication.text.title?.text ?? title ?? ""
  let facts = HeadFacts(publication.text, title: name, status: status)
  diagnostics += gaps(facts, title: name, path)
  let unnumbered = noProvisions(publication.text, title: name, path)
  diagnostics += unnumbered
  if !source.sourceLines.isEmpty { diagnostics = diagnostics.map { $0.moved(to: source.sourceLines) } }
  var outcome = ImportOutcome(publication: publication, diagnostics: diagnostics.sortedForReading(), written: [])
  outcome.succession = earlier.map { succession(of: $0, to: publication.text, id: id, read: read) }
  if dryRun || unnumbered.hasErrors { return outcome }
  let yaml = regulationFile(publication, facts, title: name, succeeding: earlier)
  if publication.text.title == nil, !name.isEmpty { publication.text.title = Heading(label: "", text: name, line: 1) }
  var files = [
    ("regulation.yml", Array(yaml.utf8)), ("published.txt", source.published),
    ("text.zh.md", Array(writeEdition(publication.text, language: .zh).utf8)),
  ]
  if let original = source.original { files.append((original.name, original.bytes)) }
  files += (outcome.succession?.files ?? []).map { ($0.path, Array($0.text.utf8)) }
  try writeFolder(folder, files)
  outcome.written = files.map { folder + "/" + $0.0 }
  return outcome
}

/// What was written, read again, must hold the characters of the publication, listed drops aside.
private func selfCheck(_ publication: Publication, _ source: String, _ path: String) -> [Diagnostic] {
  let edition = readEdition(writeEdition(publication.text, language: .zh), file: path, language: .zh).text
  let drops = publication.report.compactMap { remark in
    remark.kind == .dropped || remark.kind == .moved ? EditionChange.dropped(remark.words, line: remark.line) : nil
  }
  let moved = publication.announcement.map { EditionChange.added($0, place: "adoption") }
  return compareFidelity(edition, source, changes: drops + moved).map { difference in
    Diagnostic(
      .importChanged, at: SourceRange(file: path, line: difference.publishedLine),
      Bilingual(
        zh: "“\(difference.publishedReading)”变成了“\(difference.editionReading)”",
        en: "“\(difference.publishedReading)” became “\(difference.editionReading)”"))
  }
}

/// What the head of the text does not tell and an editor must: nothing is made up.
private func gaps(_ facts: HeadFacts, title: String, _ path: String) -> [Diagnostic] {
  func gap(_ what: Bilingual, _ help: Bilingual, _ severity: Severity? = nil) -> Diagnostic {
    Diagnostic(
      .untoldFact, at: SourceRange(file: path, line: 1),
      Bilingual(zh: "文首没有写明\(what.zh)", en: "the head of the text does not tell its \(what.en)"), severity: severity, help: help)
  }
  var found: [Diagnostic] = []
  if title.isEmpty {
    found.append(
      gap(Bilingual(zh: "名称", en: "title"), Bilingual(zh: "加上 --title 名称", en: "give it with --title")))
  }
  if facts.status == nil {
    let all = RegulationFacts.Status.allCases.map(\.rawValue).joined(separator: ", ")
    found.append(
      gap(
        Bilingual(zh: "效力状态", en: "legal status"),
        Bilingual(zh: "加上 --status，或在 regulation.yml 填写 status：\(all)", en: "give it with --status, or fill in status: in regulation.yml: \(all)"),
        // Most texts cannot say whether they are still in force.
        .note))
  }
  return found
}

/// A text without a single number is told; one that has no title either is no law, as far as anyone can see.
private func noProvisions(_ text: LegalText, title: String, _ path: String) -> [Diagnostic] {
  guard !text.provisions.contains(where: { !($0.heading?.label.isEmpty ?? true) }) else { return [] }
  return [
    Diagnostic(
      .noProvisions, at: SourceRange(file: path, line: 1),
      Bilingual(zh: "没有找到任何条、项的序号，全文成为引言", en: "no numbered provision was found; all of the text becomes a preamble"),
      severity: title.isEmpty ? .error : nil,
      help: Bilingual(
        zh: title.isEmpty ? "如果确是法规文本，加上 --title 名称" : "如果原文有条号，请对照原文",
        en: title.isEmpty ? "if it is a legal text, give its name with --title" : "compare the source, if it numbers its provisions"))
  ]
}

extension LegalText {
  /// Whether there is nothing in it at all.
  fileprivate var isEmpty: Bool { title == nil && adoption.isEmpty && divisions.isEmpty && annexes.isEmpty }
}

extension Diagnostic {
  /// The same finding at the line of the file that a line of the text read from it comes from.
  fileprivate func moved(to sourceLines: [Int]) -> Diagnostic {
    guard let range, sourceLines.indices.contains(range.start.line - 1) else { return self }
    var moved = self
    moved.range = SourceRange(file: range.file, line: sourceLines[range.start.line - 1])
    return moved
  }
}

private func checkID(_ id: String) throws(Failure) {
  let isName = !id.isEmpty && id.utf8.first != UInt8(ascii: "-") && id.utf8.allSatisfy { byte in
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || byte == UInt8(ascii: "-")
  }
  guard isName else {
    throw .usage(
      Bilingual(zh: "“\(id)”不能作名称：只用小写字母、数字和 -", en: "“\(id)” cannot be an id: use a–z, 0–9 and `-`"))
  }
  if Regulation.reservedIDs.contains(id) {
    throw .usage(Bilingual(zh: "名称 \(id) 是网站自用的，请换一个", en: "the id \(id) is a page of the site itself; choose another"))
  }
}
