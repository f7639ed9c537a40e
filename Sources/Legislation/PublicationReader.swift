import Diagnostics

/// Goes through the lines of a publication from top to bottom.
struct PublicationReader {
  let lines: [PublishedLine]
  let file: String
  let traits: PublicationTraits
  var remarks: [Publication.Remark] = []
  var diagnostics: [Diagnostic] = []
  var builder = LegalTextBuilder()

  /// The paragraph or item that the next line may go on with.
  struct Open {
    var text: String
    var line: Int
    /// Nil for a paragraph.
    var item: PublishedLabel?
    /// Scalars on the lines it came from so far, a heading before it included.
    var width: Int
    /// A row of a table, which nothing goes on with.
    var isRow = false
  }
  var open: Open?
  var articles = NumberSequence()
  var parts: [Label.Kind: NumberSequence] = [:]
  var index = 0
  /// Opening quotation marks that wait for their closing ones in this provision.
  var openQuotes = 0
  /// Paragraphs moved from above the title.
  var announcement: [String] = []

  init(lines: [PublishedLine], file: String) {
    self.lines = lines
    self.file = file
    traits = PublicationTraits(lines)
  }

  mutating func read() -> Publication {
    readHead()
    if traits.hasArticles { readArticles() } else { readPoints() }
    close()
    let text = builder.finish()
    for (item, problem) in builder.problems { warn(problem, item.printed, item.label.kind, item.line) }
    for line in lines where line.isCutOff {
      remark(.split, line, Bilingual(zh: "同一行里的下一条另起一行", en: "an article that ran on in one line begins a line of its own"))
    }
    return Publication(
      text: text, diagnostics: diagnostics.sortedForReading(),
      report: remarks.sorted { ($0.line, $0.kind.rawValue) < ($1.line, $1.kind.rawValue) }, announcement: announcement)
  }

  // MARK: Paragraphs and items

  /// Takes a line that is no heading: an item, a new paragraph, or more of the one above.
  mutating func takeText(_ line: PublishedLine) {
    defer { countQuotes(line.text) }
    if let label = itemLabel(of: line) {
      close()
      open = Open(text: label.rest, line: line.number, item: label, width: line.text.unicodeScalars.count)
      return
    }
    if var current = open, goesOn(current, line) {
      // Let go of the other copy, or every join would copy all of the paragraph.
      open = nil
      append(line: Substring(line.text), to: &current.text)
      current.width += line.text.unicodeScalars.count
      open = current
      remark(.joined, line, Bilingual(zh: "与上一行连成一段", en: "goes on with the line above"))
      return
    }
    noteDoubtfulEnd(before: line)
    close()
    open = Open(text: line.text, line: line.number, width: line.text.unicodeScalars.count, isRow: line.isRow)
  }

  /// The paragraph or item that was open is complete.
  mutating func close() {
    guard let done = open else { return }
    open = nil
    if builder.provision == nil {
      if !builder.parts.isEmpty {
        remark(.doubtful, done.line, done.text, Bilingual(zh: "章节标题之下、条之前的文字", en: "text under a part's heading that no article holds"))
      }
      builder.begin(Provision(id: unnumberedID, heading: nil, line: done.line))
    }
    if traits.hasArticles, let list = runningList(in: done.text, after: done.item) { return add(list, done) }
    if let item = done.item {
      return builder.add(FlatItem(label: item.label, printed: item.printed, text: done.text, line: done.line))
    }
    guard !done.text.isEmpty else { return }
    guard !traits.hasArticles, let split = splittingDepartments(done.text) else {
      return builder.add(paragraph: done.text, line: done.line)
    }
    if !split.body.isEmpty {
      builder.add(paragraph: split.body, line: done.line)
      remark(.split, done.line, split.departments, Bilingual(zh: "责任部门另成一段", en: "the responsible departments made a paragraph of their own"))
    }
    builder.add(paragraph: split.departments, line: done.line)
  }

  private mutating func add(_ list: RunningList, _ done: Open) {
    if let item = done.item {
      builder.add(FlatItem(label: item.label, printed: item.printed, text: list.opening, line: done.line))
    } else {
      builder.add(paragraph: list.opening, line: done.line)
    }
    for (label, text) in list.items {
      builder.add(FlatItem(label: label.label, printed: label.printed, text: text, line: done.line))
      remark(.split, done.line, label.printed + text, Bilingual(zh: "同一行里的下一项另成一段", en: "an item that ran on in one line made a paragraph of its own"))
    }
  }

  /// The id of text that stands before the first provision of the text or of a part: `preamble`, `chapter-3`.
  private var unnumberedID: ProvisionID {
    guard !builder.parts.isEmpty else { return "preamble" }
    let names = builder.parts.map { part in
      (part.kind == .division ? "part" : part.kind.rawValue) + "-" + (Label(part.heading.label, language: .zh)?.number ?? "0")
    }
    return ProvisionID(rawValue: names.joined(separator: "-"))
  }

  /// The item that a line begins, in the light of the list it stands in.
  private func itemLabel(of line: PublishedLine) -> PublishedLabel? {
    guard var label = line.label, !isInsideQuotation else { return nil }
    if label.label.kind == .part(.division) { label.label.kind = .item(0) }
    guard case .item(let level) = label.label.kind, let number = label.label.numbers.first, number < 100 else { return nil }
    if citesItem(label.rest) { return nil }
    let isNext = builder.continues(label.label) || isNextOfOpen(label.label)
    if level == 0 || !(open.map { endsSentence($0.text) } ?? true) { return isNext ? label : nil }
    return label
  }

  /// Whether the open item, which the builder has not got yet, is the one before `label`.
  private func isNextOfOpen(_ label: Label) -> Bool {
    guard let item = open?.item, item.label.kind == label.kind, let last = item.label.numbers.first else { return false }
    return label.numbers == [last + 1]
  }

  private func goesOn(_ current: Open, _ line: PublishedLine) -> Bool {
    if line.isRow || current.isRow { return false }
    if current.text.isEmpty { return true }
    if traits.isIndented { return !line.isIndented }
    if endsSentence(current.text) { return false }
    if current.text.hasSuffix("，") || current.text.hasSuffix("、") { return true }
    // A citation broken before its number, a sentence broken by the end of a page.
    if line.label?.label.kind == .article || line.followsPageBreak || current.text.hasSuffix("第") { return true }
    return current.width >= 15
  }

  /// A wrapped line that is full and ends a sentence may end the paragraph or not.
  private mutating func noteDoubtfulEnd(before line: PublishedLine) {
    guard let current = open, index > 0 else { return }
    if line.isRow || current.isRow {
      if line.isRow, !current.isRow {
        remark(.doubtful, line, Bilingual(zh: "表格：每行成为一款", en: "a table: each row becomes a paragraph"))
      }
      return
    }
    if traits.hasArticles, builder.provision != nil, !endsSentence(current.text) {
      return remark(.doubtful, line, Bilingual(zh: "上一行的句子没有结束，这里可能不是新的一款", en: "the sentence above does not end: this may not be a new paragraph"))
    }
    guard traits.isWrapped, !traits.isIndented else { return }
    let above = lines[index - 1]
    if current.item == nil || current.line != above.number, above.text.unicodeScalars.count + 1 >= traits.width {
      remark(
        .doubtful, line, Bilingual(zh: "上一行恰好写满，这里可能不是新的一款", en: "the line above is full: this may not be a new paragraph"))
    }
  }

  // MARK: Quotations

  /// Inside a quotation that is closed further down, labels are those of the quoted law.
  var isInsideQuotation: Bool {
    guard openQuotes > 0 else { return false }
    var depth = openQuotes
    for line in lines[index...].prefix(60) {
      depth += quoteBalance(line.text, isOpen: depth > 0)
      if depth <= 0 { return true }
    }
    return false
  }

  mutating func countQuotes(_ text: String) {
    openQuotes = max(0, openQuotes + quoteBalance(text, isOpen: openQuotes > 0))
  }

  /// A quotation of several paragraphs opens each of them and is closed once.
  private func quoteBalance(_ text: String, isOpen: Bool) -> Int {
    var balance = 0
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if scalar == "“", !(index == 0 && isOpen) { balance += 1 }
      if scalar == "”" { balance -= 1 }
    }
    return balance
  }

  // MARK: Findings

  mutating func remark(_ kind: Publication.Remark.Kind, _ line: PublishedLine, _ message: Bilingual) {
    remark(kind, line.number, line.text, message)
  }

  mutating func remark(_ kind: Publication.Remark.Kind, _ line: Int, _ words: String, _ message: Bilingual) {
    let shown = kind == .dropped || kind == .moved ? words : String(words.unicodeScalars.prefix(24))
    remarks.append(Publication.Remark(kind: kind, line: line, words: shown, message: message))
  }

  mutating func warn(_ problem: NumberSequence.Problem, _ printed: String, _ kind: Label.Kind, _ line: Int) {
    diagnostics.append(
      problem.diagnostic(
        printed, kind: kind, language: .zh,
        at: SourceRange(file: file, line: line, length: printed.unicodeScalars.count), severity: .warning))
  }
}
