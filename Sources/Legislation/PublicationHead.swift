import Diagnostics

/// The lines above the first heading: title, adoption notes, preamble.
extension PublicationReader {
  mutating func readHead() {
    let end = lines.indices.first { isBodyStart(lines[$0]) } ?? lines.count
    readAnnouncement(end)
    readTitle(end)
    readNotes(end)
    while index < end {
      let line = lines[index]
      if isPreambleTitle(line.text) {
        close()
        let isFirst = builder.provision == nil && builder.text.divisions.isEmpty
        builder.begin(
          Provision(
            id: isFirst ? "preamble" : "preamble-2", heading: Heading(label: "", text: withoutSpace(line.text), line: line.number), line: line.number))
      } else {
        takeText(line)
      }
      index += 1
    }
    close()
  }

  private func isBodyStart(_ line: PublishedLine) -> Bool {
    guard let label = line.label else { return false }
    if traits.hasArticles {
      if label.label.kind == .article {
        return !citesRatherThanNames(label.rest) || label.label.numbers == [1] && separator(label) != nil
      }
      return line.isPartHeading && label.label.kind != .part(.division)
    }
    if case .part = label.label.kind { return true }
    return false
  }

  private mutating func readTitle(_ end: Int) {
    guard index < end else { return }
    let first = lines[index]
    // A title may hold a year, `修正案（1988年）`; a note begins with a date or a bracket.
    let isDated = first.text.unicodeScalars.first.map { numeral($0) != nil && first.text.contains("年") } ?? false
    let isBracketed = first.text.hasPrefix("（") || first.text.hasPrefix("(")
    guard first.isMarked || !isBracketed && !(isDated && isNote(first.text)), !isPreambleTitle(first.text) else { return }
    var title = first.text
    guard looksLikeTitle(title, limit: 120) || first.isMarked else { return }
    index += 1
    let limit = index + 3
    while index < end, !isTitleComplete(title), !first.isMarked, index < limit {
      let line = lines[index]
      guard !isNote(line.text), line.label == nil, looksLikeTitle(line.text, limit: 60), !isPreambleTitle(line.text) else { break }
      append(line: Substring(line.text), to: &title)
      remark(.joined, line, Bilingual(zh: "名称分成两行", en: "the title goes on"))
      index += 1
    }
    builder.text.title = Heading(label: "", text: title, line: first.number)
    if isAnnouncementTitle(title), index < end {
      remark(.doubtful, first, Bilingual(zh: "像是公告或通知的标题，未找到法规名称", en: "looks like the title of an announcement; no title of a law was found below it"))
    }
  }

  /// Takes the notes on adoption; one in brackets may run over several lines.
  private mutating func readNotes(_ end: Int) {
    while index < end, isNote(lines[index].text) {
      let first = lines[index]
      var note = first.text
      index += 1
      var room = 6
      while index < end, room > 0, bracketBalance(note) > 0 || isCutShort(note, lines[index]) {
        room -= 1
        append(line: Substring(lines[index].text), to: &note)
        remark(.joined, lines[index], Bilingual(zh: "与上一行连成一段", en: "goes on with the line above"))
        index += 1
      }
      builder.text.adoption.append(Paragraph(text: note, line: first.number))
    }
  }

  /// A bracketed line, or a date with what was done on it: `1999年3月15日 第九届…通过`.
  func isNote(_ text: String) -> Bool {
    if text.hasPrefix("（") || text.hasPrefix("(") { return publishedLabel(Substring(text)) == nil }
    guard !text.hasSuffix("。"), text.utf8.count <= 900 else { return false }
    let acts = ["通过", "批准", "公布", "施行", "修正", "修订", "发布", "颁布", "制定", "印发", "废止", "备案", "令第", "公告", "生效", "改"]
    let isDated = text.unicodeScalars.first.map { numeral($0) != nil } ?? false && text.contains("日")
    guard isDated || (text.contains("年") || text.contains("号")) && acts.contains(where: text.contains) else { return false }
    var digits = 0
    for scalar in text.unicodeScalars.prefix(80) where numeral(scalar) != nil { digits += 1 }
    return digits >= 2
  }

  /// Whether a dated note without brackets goes on with the next line: the note does not yet end with what was done.
  private func isCutShort(_ note: String, _ next: PublishedLine) -> Bool {
    guard bracketBalance(note) == 0, !note.hasPrefix("（"), !note.hasPrefix("("), next.label == nil, !next.isIndented else { return false }
    let acts = ["通过", "批准", "公布", "施行", "修正", "修订", "发布", "颁布", "制定", "印发", "废止", "备案", "》", "号", "生效", "。"]
    guard !isNote(next.text), looksLikeTitle(next.text, limit: 120, commas: true) else { return false }
    return !acts.contains(where: note.hasSuffix) || acts.contains(where: next.text.hasSuffix)
  }

  private func isTitleComplete(_ title: String) -> Bool { namesLegalText(title) }

  func bracketBalance(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1 == "（" || $1 == "(" ? 1 : $1 == "）" || $1 == ")" ? -1 : 0) }
  }

  func isPreambleTitle(_ text: String) -> Bool {
    guard text.utf8.count <= 16 else { return false }
    return ["序言", "前言", "引言", "序"].contains(withoutSpace(text))
  }

  func withoutSpace(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !isWhiteSpace($0) }))
  }
}
