import Diagnostics

/// Finds what pages add to a text: page numbers, running heads, a table of contents, buttons of a web page.
struct PageFurniture {
  let lines: [PublishedLine]
  /// Lines of the source that a web page sets beside its text: navigation, footers.
  let asides: Set<Int>
  var remarks: [Publication.Remark] = []
  private var dropped: Set<Int> = []
  /// Dropped lines that stood at the edge of a page.
  private var pageEdges: Set<Int> = []

  init(_ lines: [PublishedLine], asides: Set<Int> = []) {
    self.lines = lines
    self.asides = asides
  }

  /// The lines of the law.
  mutating func withoutFurniture() -> [PublishedLine] {
    dropWebFurniture()
    dropPageNumbers()
    dropRunningHeads()
    let remaining = lines.indices.filter { !dropped.contains($0) }
    dropContents(remaining)
    remarks.sort { $0.line < $1.line }
    return lines.indices.filter { !dropped.contains($0) }.map { index in
      var line = lines[index]
      if pageEdges.contains(index - 1) { line.followsPageBreak = true }
      return line
    }
  }

  private mutating func drop(_ index: Int, _ reason: Bilingual, isPageEdge: Bool = false) {
    if isPageEdge { pageEdges.insert(index) }
    guard dropped.insert(index).inserted else { return }
    remarks.append(
      Publication.Remark(kind: .dropped, line: lines[index].number, words: lines[index].text, message: reason))
  }

  // MARK: Web pages

  private mutating func dropWebFurniture() {
    let articles = lines.indices.filter { lines[$0].label?.label.kind == .article }
    for (index, line) in lines.enumerated() {
      let isOutside = articles.isEmpty || index < articles[0] || index > articles[articles.count - 1]
      if asides.contains(line.number) || isWebButton(line.text) || isOutside && isWebNotice(line.text) {
        drop(index, Bilingual(zh: "网页的导航或按钮", en: "navigation or a button of the web page"))
      }
    }
  }

  // MARK: Page numbers

  /// A page number found on a line of its own or in a running head.
  private struct Mark {
    var index: Int
    var page: PageNumber
    /// Words beside it.
    var words: String?
    var isSure: Bool
  }

  private mutating func dropPageNumbers() {
    guard let title = lines.indices.first(where: { !dropped.contains($0) }).map({ folded(lines[$0].text) }) else { return }
    let annexes = annexStart
    var marks: [Mark] = []
    var heads: [String: Int] = [:]
    for (index, line) in lines.enumerated() where !dropped.contains(index) {
      if let page = pageNumber(Substring(line.text)) {
        if page.isDressed || index < annexes { marks.append(Mark(index: index, page: page, isSure: page.isDressed)) }
      } else if line.label == nil, let (words, page) = pagedHead(line.text), page.isDressed || words == title {
        heads[words, default: 0] += 1
        marks.append(Mark(index: index, page: page, words: words, isSure: false))
      }
    }
    marks.removeAll { mark in mark.words.map { $0 != title && heads[$0] == 1 } ?? false }
    for mark in marks.indices where marks[mark].words != nil { marks[mark].isSure = true }
    count(&marks)
    for mark in marks {
      if mark.isSure {
        let reason = mark.words == nil ? Bilingual(zh: "页码", en: "page number") : Bilingual(zh: "页眉或页脚", en: "running head")
        drop(mark.index, reason, isPageEdge: true)
      } else {
        remarks.append(
          Publication.Remark(
            kind: .doubtful, line: lines[mark.index].number, words: lines[mark.index].text,
            message: Bilingual(zh: "单独一行的数字，可能是页码", en: "a figure alone on its line may be a page number")))
      }
    }
  }

  /// A bare figure is a page number when the figures of the text count pages, or when it counts on from a sure one.
  private func count(_ marks: inout [Mark]) {
    let bare = marks.filter { $0.words == nil && !$0.page.isDressed }.map(\.page.number)
    let isCounting = bare.count >= 2 && zip(bare, bare.dropFirst()).allSatisfy { $1 == $0 + 1 }
    for mark in marks.indices where isCounting && !marks[mark].isSure { marks[mark].isSure = true }
    for mark in marks.indices.dropFirst() where marks[mark - 1].isSure && marks[mark].page.number == marks[mark - 1].page.number + 1 {
      marks[mark].isSure = true
    }
    for mark in marks.indices.dropLast().reversed() where marks[mark + 1].isSure && marks[mark].page.number == marks[mark + 1].page.number - 1 {
      marks[mark].isSure = true
    }
  }

  /// The first line of an annex, whose tables may hold bare figures.
  private var annexStart: Int {
    guard let article = lines.firstIndex(where: { $0.label?.label.kind == .article }) else { return lines.count }
    return lines[article...].firstIndex { line in
      line.text.utf8.count <= 90 && ["附件", "附表", "附录", "附："].contains(where: line.text.hasPrefix) && !line.isFinished
    } ?? lines.count
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
      for index in indices where index != title { drop(index, Bilingual(zh: "页眉或页脚", en: "running head"), isPageEdge: true) }
    }
  }

  private func isBesidePageNumber(_ index: Int) -> Bool {
    pageEdges.contains(index - 1) || pageEdges.contains(index + 1) || lines[index].followsPageBreak
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
