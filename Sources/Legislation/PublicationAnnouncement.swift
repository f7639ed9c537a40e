import Diagnostics

/// What government sites set above the title: the announcement or order that publishes the law, the notice that prints
/// it, navigation of a page. The law's title is looked for below it.
extension PublicationReader {
  mutating func readAnnouncement(_ end: Int) {
    guard index < end, let title = titleBelow(end) else { return }
    let above = lines[index..<title]
    guard above.contains(where: { $0.text.hasSuffix("。") || isNote($0.text) || isAnnouncementTitle($0.text) || isDate($0.text) }) else {
      for line in above { remark(.dropped, line, Bilingual(zh: "名称之上的文字", en: "stands above the title")) }
      index = title
      return
    }
    for line in above {
      if let last = builder.text.adoption.last, traits.isWrapped, !endsSentence(last.text), last.text.unicodeScalars.count >= 15,
        line.label == nil
      {
        append(line: Substring(line.text), to: &builder.text.adoption[builder.text.adoption.count - 1].text)
      } else {
        builder.text.adoption.append(Paragraph(text: line.text, line: line.number))
      }
      remark(.moved, line, Bilingual(zh: "名称之上的公告，移到名称之下", en: "announcement above the title, moved below it"))
    }
    announcement = builder.text.adoption.map(\.text)
    index = title
  }

  /// The line of the law's title, when it is not the first: one that the announcement names in 《》, one marked as a
  /// heading, or, under an announcement, the last that ends like a title.
  private func titleBelow(_ end: Int) -> Int? {
    let first = lines[index]
    guard !first.isMarked, end - index >= 2 else { return nil }
    let below = lines.indices.filter { $0 > index && $0 < end && lines[$0].label == nil }
    if let marked = below.first(where: { lines[$0].isMarked && looksLikeTitle(lines[$0].text, limit: 120) }) { return marked }
    let names = namedTexts(lines[index..<end])
    if let named = below.first(where: { names.contains(wholeTitle($0, end)) || names.contains(folded(lines[$0].text)) }) { return named }
    let opening = folded(first.text) + (index + 1 < end && !isDate(lines[index + 1].text) ? folded(lines[index + 1].text) : "")
    guard isAnnouncementTitle(first.text) || looksLikeTitle(first.text, limit: 60) && isAnnouncementTitle(opening) else { return nil }
    return below.last { place in
      let line = lines[place]
      return looksLikeTitle(line.text, limit: 60) && !line.text.hasPrefix("附") && namesLegalText(line.text) && !isNote(line.text)
        && !isAnnouncementTitle(line.text) && (isDate(lines[place - 1].text) || lines[place - 1].text.hasSuffix("。"))
    }
  }

  /// A title of two lines: `某市人民代表大会常务委员会` / `关于种树的决定`.
  private func wholeTitle(_ place: Int, _ end: Int) -> String {
    guard place + 1 < end, !namesLegalText(lines[place].text) else { return folded(lines[place].text) }
    return folded(lines[place].text) + folded(lines[place + 1].text)
  }

  /// The texts in 《》 that these lines publish, print or hand on.
  private func namedTexts(_ above: ArraySlice<PublishedLine>) -> Set<String> {
    let acts = ["通过", "公布", "印发", "发布", "批准", "颁布", "转发", "施行", "制定"]
    var names: Set<String> = []
    for (place, line) in zip(above.indices, above) {
      // A wrapped sentence goes on in the next line.
      let next = place + 1 < above.endIndex && !line.isFinished ? lines[place + 1].text : ""
      let text = line.text + next
      guard acts.contains(where: text.contains) else { continue }
      var depth = 0
      var name = String.UnicodeScalarView()
      for scalar in text.unicodeScalars {
        if scalar == "》" {
          depth -= 1
          if depth == 0 { names.insert(folded(String(name))) }
        }
        if depth > 0 { name.append(scalar) }
        if scalar == "《" {
          depth += 1
          if depth == 1 { name = String.UnicodeScalarView() }
        }
      }
      // 关于印发某市质量办法的通知
      if let start = text.firstRange(of: "印发")?.upperBound, let close = text[start...].firstRange(of: "的通知")?.lowerBound {
        names.insert(folded(text[start..<close]))
      }
    }
    return names
  }

  /// `某市人民代表大会常务委员会公告`, `某市人民政府令第12号`, `关于印发…的通知`.
  func isAnnouncementTitle(_ text: String) -> Bool {
    var words = Substring(folded(text))
    if words.hasSuffix("）"), let open = words.lastIndex(of: "（") { words = words[..<open] }
    if words.hasSuffix("号"), let ordinal = words.lastIndex(where: { $0 == "第" || $0 == "（" || $0 == "〔" || $0 == "[" }) {
      words = words[..<ordinal]
    }
    return ["公告", "令", "的通知", "通告"].contains(where: words.hasSuffix) && words.count >= 4
  }

  /// `2024年2月3日` and nothing else, in any numerals.
  func isDate(_ text: String) -> Bool {
    guard text.utf8.count <= 60 else { return false }
    var units = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "年" where units == 0, "月" where units == 1, "日" where units == 2: units += 1
      default: guard numeral(scalar) != nil || scalar == "元" || isWhiteSpace(scalar) else { return false }
      }
    }
    return units == 3
  }
}
