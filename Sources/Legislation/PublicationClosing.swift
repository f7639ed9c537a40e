import Diagnostics

/// The signature under a text: who issued it, and when.
extension PublicationReader {
  /// Whether the lines from here to the end, or to the first annex, are a signature: at most three short names and a date.
  /// Nothing in their words tells them from paragraphs of the last article, so the reader reports what it takes them for.
  func isSignature(at start: Int) -> Bool {
    guard builder.provision != nil, lines[start].label == nil, open.map({ endsSentence($0.text) }) ?? true else { return false }
    var place = start
    while place < lines.count, place - start < 3, isSigner(lines[place]) { place += 1 }
    guard place < lines.count, endsInDate(lines[place].text) else { return false }
    place += 1
    while place < lines.count, place - start < 8, isTrailer(lines[place].text) { place += 1 }
    return place == lines.count || isAnnexHeading(lines[place])
  }

  /// Signature and what follows it, as text that belongs to no provision.
  mutating func readSignature() {
    close()
    while index < lines.count, !isAnnexHeading(lines[index]) {
      builder.text.annexes.append(Paragraph(text: lines[index].text, line: lines[index].number))
      remark(.doubtful, lines[index], Bilingual(zh: "读作落款，不属于最后一条", en: "read as the closing signature, not as part of the last article"))
      index += 1
    }
    readAnnexes()
  }

  private func isSigner(_ line: PublishedLine) -> Bool {
    line.label == nil && !line.isFinished && !line.text.hasPrefix("附") && !endsInDate(line.text)
      && looksLikeTitle(line.text, limit: 40)
  }

  /// A date, perhaps behind the name of who signed: `某市人民政府 2023年12月1日`.
  private func endsInDate(_ text: String) -> Bool {
    if isDate(text) { return true }
    let scalars = text.unicodeScalars
    guard text.hasSuffix("日"), looksLikeTitle(text, limit: 50), let year = scalars.firstIndex(of: "年") else { return false }
    var start = year
    while start > scalars.startIndex, numeral(scalars[scalars.index(before: start)]) != nil { start = scalars.index(before: start) }
    return scalars.distance(from: start, to: year) == 4 && isDate(String(text[start...]))
  }

  /// `（此件公开发布）`, `抄送：…`, `…办公室 2023年12月2日印发`.
  private func isTrailer(_ text: String) -> Bool {
    text.hasPrefix("（此件") || text.hasPrefix("抄送") || text.hasPrefix("主题词") || text.hasSuffix("印发") && text.contains("年")
  }
}
