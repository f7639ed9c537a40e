import Diagnostics

/// Texts whose provisions are articles (条), in parts or not.
extension PublicationReader {
  mutating func readArticles() {
    while index < lines.count {
      let line = lines[index]
      if isAnnexTitle(line) { return readAnnexes() }
      if isSignature(at: index) { return readSignature() }
      if let label = line.label, isArticle(label, line) {
        beginArticle(label, line)
      } else if let label = line.label, isPart(label, line) {
        beginPart(label, line)
      } else {
        noteDoubtfulLabel(line)
        takeText(line)
      }
      index += 1
    }
  }

  /// Whether the words before this line break off; the row of a table does not.
  var isMidSentence: Bool { open.map { !$0.text.isEmpty && !$0.isRow && !endsSentence($0.text) } ?? false }

  /// Whether the label heads an article here. Set off by space, it does, unless it is out of turn and goes on like a
  /// citation; run together with its text, it must also be the next in turn, or all articles of the text are set so.
  private func isArticle(_ label: PublishedLabel, _ line: PublishedLine) -> Bool {
    guard label.label.kind == .article else { return false }
    let isNext = articles.follows(label.label.numbers)
    if isNext, !isMidSentence, !isInsideQuotation, separator(label) != nil { return true }
    let cites = citesRatherThanNames(label.rest)
    if isInsideQuotation && !(isNext && label.isSetOff && !isMidSentence && !cites) { return false }
    if label.isSetOff && !label.rest.isEmpty || label.rest.isEmpty {
      return isNext && !isMidSentence || !cites && (isNext || !isMidSentence || !traits.isWrapped)
    }
    if cites && !(isNext && traits.isTight && !isMidSentence && !certainlyCites(label.rest)) { return false }
    if isNext { return !isMidSentence || traits.isTight || !traits.isWrapped }
    return traits.isTight && !isMidSentence
  }

  /// `第六条规定本市…` may head the sixth article of a text that leaves no space; `第六条规定的…` cannot.
  private func certainlyCites(_ rest: String) -> Bool {
    guard rest.hasPrefix("规定") || rest.hasPrefix("增加") else { return true }
    let next = rest.dropFirst(2)
    return ["的", "，", "、", "。", "；", "情", "处", "之", "者", "范", "条", "执行", "办理", "给予", "进行"].contains(where: next.hasPrefix)
  }

  private mutating func beginArticle(_ label: PublishedLabel, _ line: PublishedLine) {
    close()
    openQuotes = 0
    if let problem = articles.take(label.label.numbers) {
      let isAmendment = builder.text.title?.text.contains("修正案") ?? false
      if !(isAmendment && builder.text.divisions.isEmpty && builder.provision == nil) {
        warn(problem, label.printed, .article, line.number)
      }
    }
    noteUnusualNumber(label, line)
    var heading = Heading(label: label.printed, text: "", line: line.number)
    var rest = Substring(label.rest)
    if let mark = separator(label) {
      rest = trimming(rest.dropFirst())
      remark(.dropped, line.number, mark, Bilingual(zh: "条号后的标点", en: "punctuation behind the number of an article"))
    }
    if let end = captionEnd(rest), let caption = Caption(prefixOf: rest) {
      heading.text = caption.text
      heading.brackets = caption.brackets == "【】" ? nil : caption.brackets
      rest = trimming(rest[end...])
    }
    builder.begin(Provision(id: ProvisionID(rawValue: label.label.number), heading: heading, line: line.number))
    beginText(rest, line)
  }

  /// The stop that some texts print behind an article's number: `第一条、`, `第二条：`. `第一条、第五条…` cites.
  func separator(_ label: PublishedLabel) -> String? {
    guard let first = label.rest.unicodeScalars.first, ["、", "：", ":", ".", "．"].contains(first) else { return nil }
    let rest = trimming(label.rest.dropFirst())
    return rest.isEmpty || publishedLabel(rest)?.label.kind == .article ? nil : String(first)
  }

  /// Tells how a number was read that is printed as no law prints it: `第一二条`, `第两百条`.
  private mutating func noteUnusualNumber(_ label: PublishedLabel, _ line: PublishedLine) {
    guard let first = label.label.numbers.first else { return }
    let usual = label.label.text(in: .zh)
    let printed = String(String.UnicodeScalarView(label.printed.unicodeScalars.map { $0 == "〇" || $0 == "○" ? "零" : $0 }))
    guard printed != usual else { return }
    let isInFigures = printed.unicodeScalars.contains { "0"..."9" ~= $0 || "０"..."９" ~= $0 }
    // 第一〇三条, place by place, is usual.
    let isByPlaces = first >= 100 && !printed.unicodeScalars.contains { $0 == "十" || $0 == "百" || $0 == "千" || $0 == "两" }
    guard !isInFigures, !isByPlaces else { return }
    remark(.doubtful, line, Bilingual(zh: "\(label.printed)读作\(usual)", en: "\(label.printed) is read as \(usual)"))
  }

  /// The text on a heading's line; it may begin with an item at once.
  mutating func beginText(_ rest: Substring, _ line: PublishedLine) {
    guard !rest.isEmpty else { return }
    countQuotes(String(rest))
    let label = publishedLabel(rest)
    if let label, label.label.kind == .item(1), label.label.numbers == [1] {
      open = Open(text: label.rest, line: line.number, item: label, width: line.text.unicodeScalars.count)
    } else {
      open = Open(text: String(rest), line: line.number, width: line.text.unicodeScalars.count)
    }
  }

  private func captionEnd(_ rest: Substring) -> Substring.Index? {
    guard let first = rest.unicodeScalars.first, let caption = Caption(prefixOf: rest), caption.text.unicodeScalars.count <= 40
    else { return nil }
    let isCaption = first == "【" || first == "〖" || (first != "（" && first != "(" && first != "[") || traits.hasRoundCaptions
    return isCaption ? Caption.end(in: rest) : nil
  }

  /// Whether the label heads a part: its title is short, on this line or the next, and it does not break into a sentence.
  private func isPart(_ label: PublishedLabel, _ line: PublishedLine) -> Bool {
    guard case .part(let kind) = label.label.kind, kind != .division, line.isPartHeading, !isInsideQuotation else { return false }
    return line.isMarked || !isMidSentence || parts[label.label.kind, default: NumberSequence()].follows(label.label.numbers)
      || (label.label.numbers == [1] && kind == .section)
  }

  private mutating func beginPart(_ label: PublishedLabel, _ line: PublishedLine) {
    guard case .part(let kind) = label.label.kind else { return }
    close()
    openQuotes = 0
    if let problem = parts[label.label.kind, default: NumberSequence()].take(label.label.numbers) {
      warn(problem, label.printed, label.label.kind, line.number)
    }
    for inner in Part.Kind.allCases where inner.rank > kind.rank { parts[.part(inner)]?.allowRestart() }
    var title = titleText(label.rest)
    if title.isEmpty, index + 1 < lines.count {
      let next = lines[index + 1]
      if next.label == nil, looksLikeTitle(next.text, limit: 30) {
        title = titleText(next.text)
        index += 1
      }
    }
    takeRestOfTitle(&title)
    builder.begin(Part(kind: kind, heading: Heading(label: label.printed, text: title, line: line.number)))
  }

  /// The lines that go on with a part's title: short, without a stop, and right above the first heading of the part. Under a
  /// short title such a line may as well be the heading of a section that lost its number: a space sets it apart, and it
  /// is told as doubtful.
  private mutating func takeRestOfTitle(_ title: inout String) {
    guard !title.isEmpty else { return }
    let rest = lines[(index + 1)...].prefix(3).prefix { $0.label == nil }
    guard (1...2).contains(rest.count), let below = lines[(index + 1)...].dropFirst(rest.count).first, let heading = below.label,
      heading.label.kind == .article || below.isPartHeading,
      rest.allSatisfy({ !$0.isFinished && !$0.isRow && looksLikeTitle($0.text, limit: 30, commas: true) })
    else { return }
    for next in rest {
      if title.unicodeScalars.count >= 12 || title.hasSuffix("，") || title.hasSuffix("、") || title.hasSuffix("的") {
        append(line: Substring(titleText(next.text)), to: &title)
        remark(.joined, next, Bilingual(zh: "标题分成两行", en: "the heading goes on"))
      } else {
        title += "\u{3000}" + titleText(next.text)
        remark(
          .doubtful, next,
          Bilingual(zh: "与上一行的标题合在一起，也可能是没有序号的小标题", en: "joined to the heading above; it may be a heading without a number"))
      }
    }
    index += rest.count
  }

  /// A title without the spaces that stretch it: `附  则`.
  func titleText(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    var gap = false
    for scalar in text.unicodeScalars {
      if isWhiteSpace(scalar) {
        gap = true
        continue
      }
      if gap, let last = output.last, !isHan(last), !isHan(scalar) { output.append(" ") }
      gap = false
      output.append(scalar)
    }
    return String(output)
  }

  private mutating func noteDoubtfulLabel(_ line: PublishedLine) {
    guard !isInsideQuotation else { return }
    if let label = line.label {
      guard label.label.kind == .article, open.map({ endsSentence($0.text) }) ?? true else { return }
      remark(.doubtful, line, Bilingual(zh: "以\(label.printed)开头，读作引用而非标题", en: "begins with \(label.printed), read as a citation, not a heading"))
    } else if let broken = brokenLabel(line.text) {
      diagnostics.append(
        Diagnostic(
          .brokenNumber, at: SourceRange(file: file, line: line.number, length: broken.unicodeScalars.count),
          Bilingual(zh: "“\(broken)”的序号无法识别", en: "the number of “\(broken)” cannot be read")))
    }
  }

  /// `第二二十条`, `第 条`: what looks like an article's label but has no number that can be read.
  private func brokenLabel(_ text: String) -> String? {
    guard text.hasPrefix("第") else { return nil }
    var label = ""
    for scalar in text.unicodeScalars.prefix(14) {
      label.unicodeScalars.append(scalar)
      if scalar == "条" { return citesRatherThanNames(String(text.dropFirst(label.count))) ? nil : label }
      guard scalar == "第" || numeral(scalar) != nil || isWhiteSpace(scalar) || scalar == "?" || scalar == "□" || scalar == "\u{fffd}"
      else { return nil }
    }
    return nil
  }

  // MARK: Annexes

  /// `附件1`, `附：`, `附表`: a short line after the last article.
  func isAnnexTitle(_ line: PublishedLine) -> Bool {
    return builder.provision != nil && !isMidSentence && isAnnexHeading(line)
  }

  /// Whether the words are those of an annex's title.
  func isAnnexHeading(_ line: PublishedLine) -> Bool {
    guard line.label == nil, line.text.hasPrefix("附"), line.text.utf8.count <= 150 else { return false }
    let words = withoutSpace(line.text)
    guard !words.hasSuffix("。"), !words.hasSuffix("；") else { return false }
    if words == "附" || words.hasPrefix("附：") || words.hasPrefix("附:") { return true }
    for beginning in ["附件", "附录", "附表", "附图", "附注"] where words.hasPrefix(beginning) {
      guard let next = words.unicodeScalars.dropFirst(2).first else { return true }
      if numeral(next) != nil || next == "：" || next == ":" || next == "（" || line.isMarked { return true }
      return line.text.unicodeScalars.dropFirst(2).first?.properties.isWhitespace ?? false
    }
    return false
  }

  mutating func readAnnexes() {
    close()
    while index < lines.count {
      builder.text.annexes.append(Paragraph(text: lines[index].text, line: lines[index].number))
      index += 1
    }
  }
}
