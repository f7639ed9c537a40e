import Corpus
import Diagnostics
import Legislation

/// A translation and its notes go out to a reviewer as a Word table and come back.
public struct Review: Sendable {
  /// The files that the reviewer's changes make, whole.
  public let files: [FileChange]
  /// What the reviewer wrote in the last column, with the place it is about.
  public let remarks: [(place: String, text: String)]
  public let regulation: String
}

/// Writes the review table of a regulation as a Word file.
/// - Parameter look: path of the Word file that pandoc takes page and styles from, made of `reviewLook`.
/// - Throws: `Failure.usage` when pandoc is missing, `.machine` when it cannot write.
public func exportReview(of regulation: Regulation, to path: String, look: String, read: (String) -> String?) throws(Failure) {
  let page = path + ".html"
  let html = table(of: regulation, read).html
  try writeWhole(Array(html.utf8), to: page)
  let pandoc = output(of: ["pandoc", "--from=html", "--to=docx", "--reference-doc=" + look, "--output=" + path, argument(page)])
  removeFile(page)
  guard let pandoc else { throw needsPandoc }
  guard pandoc.status == 0 else {
    throw .machine(Bilingual(zh: "pandoc 无法写入 \(path)", en: "pandoc cannot write \(path)"))
  }
}

/// Reads a review table back and says which files change.
/// - Throws: `Failure.usage` for a file that is no review table, `.content` when the law itself or the rows were changed;
///   nothing is to be written then.
public func importReview(_ path: String, in corpus: Corpus, read: (String) -> String?) throws(Failure) -> Review {
  guard let pandoc = output(of: ["pandoc", "--from=docx", "--to=html", "--wrap=none", argument(path)]) else { throw needsPandoc }
  guard pandoc.status == 0 else {
    throw .usage(Bilingual(zh: "pandoc 读不了 \(path)", en: "pandoc cannot read \(path)"))
  }
  guard let back = ReviewTable(html: String(decoding: pandoc.bytes, as: UTF8.self)) else {
    throw .usage(
      Bilingual(zh: "\(path) 不是 mingzhi review export 写的文件", en: "\(path) was not written by mingzhi review export"))
  }
  guard let regulation = corpus.regulation(back.regulation) else {
    throw .usage(Bilingual(zh: "没有法规 \(back.regulation)", en: "there is no regulation '\(back.regulation)'"))
  }
  let sent = table(of: regulation, read)
  let found = judge(back, against: sent, regulation, path)
  if !found.isEmpty { throw .content(found) }
  return Review(
    files: changes(from: sent, to: back, regulation, read),
    remarks: back.rows.filter { !$0.remarks.isEmpty }.map { ("\(regulation.id)/\($0.key)", $0.remarks) },
    regulation: regulation.id)
}

private var needsPandoc: Failure {
  .usage(Bilingual(zh: "Word 文件需要 pandoc：请安装", en: "Word files need pandoc: install it"))
}

extension Rule {
  public static let reviewedLaw = Rule(
    "IM107", .error, title: Bilingual(zh: "审校不改法条", en: "A review does not change the law"),
    explanation: Bilingual(
      zh: "审校表的中文列、编号和行数要与导出时一样。法条有误，对照公布的文本改 text.zh.md。",
      en: "The Chinese column, the numbers and the rows of a review table come back as they went out. A mistake in the law is mended in text.zh.md, against the publication."),
    bad: "企业应当…… → 企业可以……", good: "Enterprises may … → Enterprises shall …")
}

/// Law that was changed, and rows that are missing, unknown or there twice.
private func judge(_ back: ReviewTable, against sent: ReviewTable, _ regulation: Regulation, _ path: String) -> [Diagnostic] {
  func report(_ zh: String, _ en: String) -> Diagnostic {
    Diagnostic(
      .reviewedLaw, at: nil, Bilingual(zh: "\(path)：" + zh, en: "\(path): " + en),
      help: Bilingual(zh: "恢复这一行，再导入", en: "put the row back and import again"))
  }
  let originals = Dictionary(sent.rows.map { ($0.key, $0) }) { first, _ in first }
  var seen: Set<String> = []
  var found: [Diagnostic] = []
  for row in back.rows {
    guard let original = originals[row.key] else {
      found.append(report("没有编号为 \(row.key) 的行", "there is no row '\(row.key)'"))
      continue
    }
    if !seen.insert(row.key).inserted { found.append(report("\(row.key) 出现两次", "the row \(row.key) is there twice")) }
    if squeezed(row.original) != squeezed(original.original) {
      let changes = wordChanges(from: squeezed(original.original), to: squeezed(row.original)).filter { $0.kind != .same }
        .map { ($0.kind == .removed ? "-" : "+") + $0.text }.joined(separator: " ")
      found.append(report("\(regulation.id)/\(row.key) 的法条被改了：\(changes)", "the law of \(regulation.id)/\(row.key) was changed: \(changes)"))
    }
  }
  for row in sent.rows where !seen.contains(row.key) {
    found.append(report("缺少 \(row.key) 一行", "the row \(row.key) is missing"))
  }
  return found
}

/// Without white space, which Word and pandoc set as they like.
private func squeezed(_ text: String) -> String {
  String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
}

/// With single spaces: English words stay apart.
private func spaced(_ text: String) -> String {
  text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ")
}

// MARK: The table of a regulation

/// A translated stretch and where it stands.
private struct Piece {
  var key: String
  var original: String
  var translation: String
  var line: Int?
}

private func table(of regulation: Regulation, _ read: (String) -> String?) -> ReviewTable {
  var noted: Set<ProvisionID> = []
  let rows = pieces(of: regulation).map { piece in
    var row = ReviewTable.Row(key: piece.key, original: piece.original, translation: piece.translation, note: "", englishNote: "")
    let id = ProvisionID(rawValue: String(piece.key.prefix { $0 != "#" }))
    if piece.key.contains("#"), noted.insert(id).inserted, let provision = regulation[id] {
      row.note = noteText(provision.noteZh, read)
      row.englishNote = noteText(provision.noteEn, read)
    }
    return row
  }
  return ReviewTable(regulation: regulation.id, rows: rows)
}

private func noteText(_ note: Note?, _ read: (String) -> String?) -> String {
  note.flatMap { read($0.document.file) }.map { blocks(of: body($0)).joined(separator: "\n\n") } ?? ""
}

private func pieces(of regulation: Regulation) -> [Piece] {
  var found: [Piece] = []
  let translation = regulation.translation
  if let title = regulation.original.title {
    found.append(Piece(key: "title", original: title.text, translation: translation?.title?.text ?? "", line: translation?.title?.line))
  }
  for (index, note) in regulation.original.adoption.enumerated() {
    let other = translation.flatMap { $0.adoption.indices.contains(index) ? $0.adoption[index] : nil }
    found.append(Piece(key: "adoption-\(index + 1)", original: note.text, translation: other?.text ?? "", line: other?.line))
  }
  var parts = Array(regulation.original.parts.enumerated())[...]
  for provision in regulation.provisions {
    while let (index, part) = parts.first, part.heading.line < provision.original.line {
      let other = translation.flatMap { $0.parts.indices.contains(index) ? $0.parts[index].heading : nil }
      found += heading(part.heading, other, "part-\(index + 1)")
      parts = parts.dropFirst()
    }
    let translated = provision.translation
    if let caption = provision.original.heading { found += heading(caption, translated?.heading, "\(provision.id)#heading") }
    for (p, paragraph) in provision.original.paragraphs.enumerated() {
      let other = translated.flatMap { $0.paragraphs.indices.contains(p) ? $0.paragraphs[p] : nil }
      let key = "\(provision.id)#p\(p + 1)"
      found.append(Piece(key: key, original: paragraph.text, translation: other?.text ?? "", line: other?.line))
      found += items(paragraph.items, other?.items ?? [], key)
    }
  }
  return found
}

/// The title of a part or measure, the caption of an article; none for a bare number.
private func heading(_ original: Heading, _ translation: Heading?, _ key: String) -> [Piece] {
  guard !original.text.isEmpty else { return [] }
  return [
    Piece(key: key, original: original.label + " " + original.text, translation: translation?.text ?? "", line: translation?.line)
  ]
}

// Items nest four deep at most.
private func items(_ originals: [Item], _ translations: [Item], _ key: String) -> [Piece] {
  originals.enumerated().flatMap { index, item -> [Piece] in
    let other = translations.indices.contains(index) ? translations[index] : nil
    let key = "\(key)-i\(index + 1)"
    return [Piece(key: key, original: item.printedText, translation: other?.text ?? "", line: other?.line)]
      + items(item.items, other?.items ?? [], key)
  }
}

// MARK: What changed

private func changes(
  from sent: ReviewTable, to back: ReviewTable, _ regulation: Regulation, _ read: (String) -> String?
) -> [FileChange] {
  let lines = Dictionary(pieces(of: regulation).map { ($0.key, $0) }) { first, _ in first }
  let sentRows = Dictionary(sent.rows.map { ($0.key, $0) }) { first, _ in first }
  var edits: [(piece: Piece, text: String)] = []
  var files: [FileChange] = []
  for row in back.rows {
    guard let old = sentRows[row.key], let piece = lines[row.key] else { continue }
    // Word may have set a passage bold; a translation of law has no emphasis.
    let translation = row.translation.replacing("**", with: "")
    if spaced(translation) != spaced(old.translation), piece.line != nil { edits.append((piece, spaced(translation))) }
    guard let provision = regulation[ProvisionID(rawValue: String(row.key.prefix { $0 != "#" }))] else { continue }
    for (note, new, before) in [(provision.noteZh, row.note, old.note), (provision.noteEn, row.englishNote, old.englishNote)] {
      guard let file = note?.document.file, let source = read(file), spaced(new) != spaced(before) else { continue }
      files.append(FileChange(file, String(source.dropLast(body(source).count)) + "\n" + new + "\n"))
    }
  }
  if !edits.isEmpty, let source = read(regulation.translationFile) {
    files.append(FileChange(regulation.translationFile, replacing(edits, in: source)))
  }
  return files
}

/// The translation with paragraphs replaced; a paragraph runs from its first line to the next blank line or comment.
private func replacing(_ edits: [(piece: Piece, text: String)], in source: String) -> String {
  var lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  for (piece, text) in edits.sorted(by: { ($0.piece.line ?? 0) > ($1.piece.line ?? 0) }) {
    guard let line = piece.line, lines.indices.contains(line - 1) else { continue }
    let start = line - 1
    var end = start + 1
    while end < lines.count, !lines[end].allSatisfy(\.isWhitespace), !lines[end].hasPrefix("<!--") { end += 1 }
    // What stands around the words and is no part of them: `# `, `(1) `, the brackets of a caption.
    if end == start + 1, !piece.translation.isEmpty, let words = lines[start].firstRange(of: piece.translation) {
      lines[start].replaceSubrange(words, with: text)
      continue
    }
    let opening = piece.translation.split(separator: " ").first.flatMap { lines[start].firstRange(of: $0)?.lowerBound }
    lines.replaceSubrange(start..<end, with: [String(lines[start][..<(opening ?? lines[start].startIndex)]) + text])
  }
  return lines.joined(separator: "\n")
}
