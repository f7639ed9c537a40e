import Diagnostics

/// Finds what pages add to a text: page numbers, running heads, a table of contents.
struct PageFurniture {
  let lines: [PublishedLine]
  var remarks: [Publication.Remark] = []
  private var dropped: Set<Int> = []

  init(_ lines: [PublishedLine]) { self.lines = lines }

  /// The lines of the law.
  mutating func withoutFurniture() -> [PublishedLine] {
    dropPageNumbers()
    dropRunningHeads()
    let remaining = lines.indices.filter { !dropped.contains($0) }
    dropContents(remaining)
    return lines.indices.filter { !dropped.contains($0) }.map { lines[$0] }
  }

  private mutating func drop(_ index: Int, _ reason: Bilingual) {
    guard dropped.insert(index).inserted else { return }
    remarks.append(
      Publication.Remark(kind: .dropped, line: lines[index].number, words: lines[index].text, message: reason))
  }

  // MARK: Page numbers

  private mutating func dropPageNumbers() {
    var bare: [(index: Int, number: Int)] = []
    for (index, line) in lines.enumerated() {
      switch pageNumber(line.text) {
      case .dressed: drop(index, Self.pageNumberReason)
      case .bare(let number): bare.append((index, number))
      case nil: break
      }
    }
    // A bare figure is a page number when the figures of the text count pages: each one more than the one before.
    let isCounting = bare.count >= 2 && zip(bare, bare.dropFirst()).allSatisfy { $1.number == $0.number + 1 }
    if isCounting { for (index, _) in bare { drop(index, Self.pageNumberReason) } }
  }

  private static let pageNumberReason = Bilingual(zh: "页码", en: "page number")

  private enum PageNumber {
    case dressed
    case bare(Int)
  }

  /// `— 3 —`, `第3页`, `第 3 页 共 10 页`, `3/10`, `3`.
  private func pageNumber(_ text: String) -> PageNumber? {
    guard text.utf8.count <= 40 else { return nil }
    var digits = ""
    var isDressed = false
    var hasPage = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9", "０"..."９": digits.unicodeScalars.append(scalar)
      case "-", "—", "–", "―", "－", "─", "·", "/", "~": isDressed = true
      case "页", "頁": hasPage = true
      case "第", "共", "，", ",": continue
      case _ where scalar.properties.isWhitespace: continue
      default: return nil
      }
    }
    guard let number = number(chinese: digits) else { return nil }
    let isPage = isDressed || hasPage
    return isPage ? .dressed : text.unicodeScalars.allSatisfy { $0 != "第" } ? .bare(number) : nil
  }

  // MARK: Running heads

  /// A line that stands beside page numbers at least twice, or the title where it does so once.
  private mutating func dropRunningHeads() {
    guard let title = lines.indices.first(where: { !dropped.contains($0) }) else { return }
    var places: [String: [Int]] = [:]
    for index in lines.indices where !dropped.contains(index) && isBesidePageNumber(index) {
      let line = lines[index]
      if line.label == nil, line.text.utf8.count <= 120, !line.isFinished || line.text == lines[title].text {
        places[folded(line.text), default: []].append(index)
      }
    }
    for (words, indices) in places where indices.count >= 2 || words == folded(lines[title].text) {
      for index in indices where index != title { drop(index, Bilingual(zh: "页眉或页脚", en: "running head")) }
    }
    remarks.sort { $0.line < $1.line }
  }

  private func isBesidePageNumber(_ index: Int) -> Bool {
    dropped.contains(index - 1) || dropped.contains(index + 1)
  }

  // MARK: Table of contents

  private mutating func dropContents(_ indices: [Int]) {
    let reason = Bilingual(zh: "目录", en: "table of contents")
    guard let start = indices.firstIndex(where: { isContentsTitle(lines[$0].text) || lines[$0].isPartHeading })
    else { return }
    let hasTitle = !lines[indices[start]].isPartHeading
    let first = hasTitle ? start + 1 : start
    if hasTitle, lines[indices[start]].text.utf8.count > 24 { return drop(indices[start], reason) }
    let firstKey = first < indices.count ? contentsKey(lines[indices[first]], afterTitle: hasTitle) : nil
    var end = first
    var isRepeated = false
    while end < indices.count, !isRepeated, let key = contentsKey(lines[indices[end]], afterTitle: hasTitle) {
      if end > first, key == firstKey { isRepeated = true } else { end += 1 }
    }
    if !isRepeated, hasTitle, end < indices.count { isRepeated = repeats(indices, first: first, end: end) }
    guard isRepeated, end > first else { return }
    for index in indices[start..<end] { drop(index, reason) }
  }

  /// Whether the first entry comes again further down, as a heading of the text.
  private func repeats(_ indices: [Int], first: Int, end: Int) -> Bool {
    guard end > first, let key = contentsKey(lines[indices[first]], afterTitle: true) else { return false }
    return indices[end...].contains { contentsKey(lines[$0], afterTitle: true) == key }
  }

  private func isContentsTitle(_ text: String) -> Bool {
    let words = folded(text)
    return words == "目录" || words == "目錄" || words == "目次" || (words.hasPrefix("目录第") && words.contains("第一章"))
  }

  /// What an entry of a table of contents is recognised by when it comes again: its label, or its words.
  private func contentsKey(_ line: PublishedLine, afterTitle: Bool) -> String? {
    if line.isPartHeading { return line.label?.printed }
    let words = folded(line.text)
    guard afterTitle, line.label == nil, words.utf8.count <= 30 else { return nil }
    return line.isFinished ? nil : words
  }
}

extension PublishedLine {
  /// A line that is nothing but a part's label and a short title.
  var isPartHeading: Bool {
    guard let label, case .part(let kind) = label.label.kind else { return false }
    if kind == .division { return looksLikeTitle(label.rest, limit: 40) }
    // `第五节　生活、卫生。` happens.
    let title = label.isSetOff && label.rest.hasSuffix("。") && label.rest.utf8.count <= 48 ? String(label.rest.dropLast()) : label.rest
    return looksLikeTitle(title, limit: 50, commas: true) && !citesRatherThanNames(title)
  }
}

/// Short and without the punctuation of a sentence; a chapter's title may have commas.
func looksLikeTitle(_ text: String, limit: Int, commas: Bool = false) -> Bool {
  var count = 0
  for scalar in text.unicodeScalars {
    count += 1
    if count > limit { return false }
    switch scalar {
    case "。", "；", "：", ";", ":": return false
    case "，": if !commas { return false }
    default: continue
    }
  }
  return true
}

/// Whether the words after a label go on as those of a citation do: `第三条规定的…`, `第三条、第五条…`, `第三条第二款…`.
func citesRatherThanNames(_ rest: String) -> Bool {
  let beginnings = [
    "规定", "的", "、", "，", "。", "；", "）", "》", "”", "和第", "至第", "到第", "或第", "或者第", "及第", "以及第", "与第", "所列", "所规定",
    "所称", "中规定", "中的", "之规定", "修改为", "改为", "增加", "-", "－", "—", "~",
  ]
  if beginnings.contains(where: rest.hasPrefix) { return true }
  if rest.hasPrefix("款") { return !rest.hasPrefix("款项") }
  if rest.hasPrefix("项") { return !rest.hasPrefix("项目") }
  guard rest.hasPrefix("第") else { return false }
  for scalar in rest.unicodeScalars.dropFirst().prefix(12) {
    if scalar == "款" || scalar == "项" || scalar == "目" { return true }
    if numeral(scalar) == nil, scalar != "（", scalar != "）" { return false }
  }
  return false
}
