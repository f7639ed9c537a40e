import Diagnostics

/// Texts whose provisions are articles (条), in parts or not.
extension PublicationReader {
  mutating func readArticles() {
    while index < lines.count {
      let line = lines[index]
      if isAnnexTitle(line) { return readAnnexes() }
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

  /// Whether the label heads an article here. Set off by space, it does, unless it is out of turn and goes on like a
  /// citation; run together with its text, it must also be the next in turn, or all articles of the text are set so.
  private func isArticle(_ label: PublishedLabel, _ line: PublishedLine) -> Bool {
    guard label.label.kind == .article else { return false }
    let isNext = articles.follows(label.label.numbers)
    let isMidSentence = open.map { !$0.text.isEmpty && !endsSentence($0.text) } ?? false
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
    var heading = Heading(label: label.printed, text: "", line: line.number)
    var rest = Substring(label.rest)
    if let end = captionEnd(rest), let caption = Caption(prefixOf: rest) {
      heading.text = caption.text
      heading.brackets = caption.brackets == "【】" ? nil : caption.brackets
      rest = trimming(rest[end...])
    }
    builder.begin(Provision(id: ProvisionID(rawValue: label.label.number), heading: heading, line: line.number))
    beginText(rest, line)
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
    let isMidSentence = open.map { !$0.text.isEmpty && !endsSentence($0.text) } ?? false
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
    if index + 1 < lines.count, lines[index + 1].label == nil {
      let next = lines[index + 1]
      if title.isEmpty, looksLikeTitle(next.text, limit: 30) {
        title = titleText(next.text)
        index += 1
      } else if !title.isEmpty, titleGoesOn {
        remark(.joined, next, Bilingual(zh: "与上一行连成标题", en: "goes on with the title above"))
        title += titleText(next.text)
        index += 1
      }
    }
    builder.begin(Part(kind: kind, heading: Heading(label: label.printed, text: title, line: line.number)))
  }

  /// Whether a part's title is broken: one line without the end of a sentence stands between it and the next heading.
  private var titleGoesOn: Bool {
    guard index + 2 < lines.count, let heading = lines[index + 2].label else { return false }
    let rest = lines[index + 1].text
    guard looksLikeTitle(rest, limit: 40, commas: true), !endsSentence(rest) else { return false }
    switch heading.label.kind {
    case .article: return true
    case .part(let kind): return kind != .division
    case .item: return false
    }
  }

  /// A title without the spaces that stretch it: `附  则`.
  func titleText(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    var gap = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
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
      guard scalar == "第" || numeral(scalar) != nil || scalar.properties.isWhitespace || scalar == "?" || scalar == "□" || scalar == "\u{fffd}"
      else { return nil }
    }
    return nil
  }

  // MARK: Annexes

  /// `附件1`, `附：`, `附表`: a short line after the last article.
  func isAnnexTitle(_ line: PublishedLine) -> Bool {
    guard builder.provision != nil, line.label == nil, line.text.hasPrefix("附"), line.text.utf8.count <= 150 else { return false }
    let words = withoutSpace(line.text)
    let isMidSentence = open.map { !$0.text.isEmpty && !endsSentence($0.text) } ?? false
    guard !isMidSentence, !words.hasSuffix("。"), !words.hasSuffix("；") else { return false }
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
