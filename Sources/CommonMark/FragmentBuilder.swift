import Diagnostics

/// Reads a parsed document once, beside its source: collects links, headings and words with their places, finds what
/// is not allowed, and rewrites the tree for our extensions.
struct FragmentBuilder {
  let source: SourceText
  let options: RenderOptions
  var positions = PositionFinder()

  /// One for each link and image entered, completed on leaving it.
  var links: [Link] = []
  var headings: [Heading] = []
  var comments: [Comment] = []
  var quotes: [Quote] = []
  /// Where the words of the block quote being read begin in `plain`.
  var quoteStart = 0
  var plain: [UInt8] = []
  var stretches: [Stretch] = []
  var gaps: [Gap] = []
  var diagnostics: [Diagnostic] = []
  /// Offsets where a sentinel would mend emphasis.
  var insertions: [Int] = []
  /// Blocks whose inlines could not be found again in the source. A bug if ever it is not 0.
  var lostBlocks = 0

  var containers: [Container] = []
  var depth = 0
  var isTooDeep = false
  /// The paragraph or heading being read.
  var block: InlineBlock

  init(_ source: SourceText, _ options: RenderOptions) {
    self.source = source
    self.options = options
    block = InlineBlock(cursor: InlineCursor(source, at: 0, line: 0, lastLine: 0, in: []), plainStart: 0)
    plain.reserveCapacity(source.bytes.count)
    stretches.reserveCapacity(2 * source.lineCount)
  }

  mutating func read(_ document: inout MarkdownDocument) {
    document.walk { node, visit in
      let kind = node.kind
      switch kind {
      case .blockQuote, .item, .list, .document: visitContainer(node, kind, visit)
      case .paragraph, .heading: visit == .enter ? openBlock(node, kind) : closeBlock(node, kind)
      case .codeBlock: readCodeBlock(node)
      case .htmlBlock: readHTMLBlock(node)
      case .thematicBreak, .other: break
      default: readInline(node, kind, visit)
      }
    }
  }

  private mutating func visitContainer(_ node: borrowing Node, _ kind: Node.Kind, _ visit: Node.Visit) {
    guard kind == .blockQuote || kind == .item else { return }
    guard visit == .enter else {
      containers.removeLast()
      depth -= 1
      if kind == .blockQuote { readQuote(node, visit) }
      return
    }
    let line = node.startLine - 1
    deepen(at: source.start(ofLine: line) + node.startColumn - 1, line: line)
    if kind == .blockQuote {
      readQuote(node, visit)
      containers.append(Container(kind: .quote, startLine: line))
    } else {
      var cursor = LineCursor(source, line: line)
      cursor.skip(containers, onLine: line)
      containers.append(cursor.item(onLine: line))
    }
  }

  /// Counts one level of nesting, of blocks or of inlines.
  mutating func deepen(at offset: Int, line: Int) {
    depth += 1
    guard depth > Limits.nesting, !isTooDeep else { return }
    isTooDeep = true
    report(.tooDeep(at: range(offset..<offset + 1, line: line)))
  }

  mutating func report(_ finding: Diagnostic) {
    if diagnostics.count < Limits.findings { diagnostics.append(finding) }
  }

  private mutating func openBlock(_ node: borrowing Node, _ kind: Node.Kind) {
    let line = node.startLine - 1
    let start = source.start(ofLine: line) + node.startColumn - 1
    let lastLine = max(line, node.endLine - 1)
    var cursor = InlineCursor(source, at: start, line: line, lastLine: line, in: containers)
    if kind == .paragraph || !cursor.skipHeadingMarks() {
      cursor = content(at: start, lines: line...lastLine, isUnderlined: kind == .heading)
    }
    breakPlain()
    block = InlineBlock(cursor: cursor, plainStart: plain.count)
    guard kind == .heading else { return }
    let level = node.headingLevel
    let end = max(start, source.end(ofLine: cursor.line))
    block.heading = Heading(
      level: level, text: "", range: range(start..<end, line: line), isTopLevel: containers.isEmpty)
    let shifted = min(6, max(1, level + options.headingShift))
    if shifted != level { node.headingLevel = shifted }
  }

  /// The beginning of a paragraph's or an underlined heading's text, behind link reference definitions.
  private func content(at start: Int, lines: ClosedRange<Int>, isUnderlined: Bool) -> InlineCursor {
    let (line, lastLine) = (lines.lowerBound, lines.upperBound)
    let end = isUnderlined ? underline(before: lastLine, behind: line) - 1 : lastLine
    var cursor = InlineCursor(source, at: start, line: line, lastLine: max(line, end), in: containers)
    guard cursor.byte == UInt8(ascii: "[") else { return cursor }
    cursor.skipDefinitions()
    // Definitions alone are no heading: then a later line is the one that underlines.
    if isUnderlined, cursor.byte == 0, end < lastLine - 1 {
      cursor = InlineCursor(source, at: start, line: line, lastLine: lastLine - 1, in: containers)
      cursor.skipDefinitions()
    }
    return cursor
  }

  /// The line that underlines a heading. libcmark ends the heading there, or one line later.
  private func underline(before last: Int, behind first: Int) -> Int {
    guard last - 1 > first else { return last }
    var cursor = LineCursor(source, line: last - 1)
    guard cursor.skip(containers, onLine: last - 1) else { return last }
    let (columns, start) = cursor.indentation
    let mark = source[start]
    guard columns <= 3, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return last }
    let rest = source.bytes[start..<cursor.end].drop { $0 == mark }
    return rest.allSatisfy(isBlank) ? last - 1 : last
  }

  private mutating func closeBlock(_ node: borrowing Node, _ kind: Node.Kind) {
    if block.isLost { lostBlocks += 1 } else { insertions += block.runs.insertions }
    if let heading = block.heading {
      let text = String(decoding: plain[block.plainStart...], as: UTF8.self)
      headings.append(
        Heading(level: heading.level, text: text, range: heading.range, isTopLevel: heading.isTopLevel))
    }
  }

  /// Begins a new line of the plain text.
  mutating func breakPlain() {
    let hasWords = plain.last.map { $0 != UInt8(ascii: "\n") } ?? false
    // A line may consist of a label that the page writes.
    if hasWords || gaps.last?.place == plain.count { plain.append(UInt8(ascii: "\n")) }
  }

  private mutating func readCodeBlock(_ node: borrowing Node) {
    breakPlain()
    node.withLiteral { plain.append(contentsOf: $0) }
  }

  mutating func range(_ stretch: Range<Int>, line: Int) -> SourceRange { range(stretch, lines: line...line) }

  mutating func range(_ stretch: Range<Int>, lines: ClosedRange<Int>) -> SourceRange {
    let start = positions.position(of: stretch.lowerBound, onLine: lines.lowerBound, in: source)
    let end = positions.position(of: stretch.upperBound, onLine: lines.upperBound, in: source)
    return SourceRange(file: source.file, start: start, end: end)
  }
}

extension InlineCursor {
  /// Goes over the `#`s of an ATX heading and the blanks behind them; false for a heading that is underlined.
  fileprivate mutating func skipHeadingMarks() -> Bool {
    let start = self
    while byte == UInt8(ascii: "#") { advance() }
    let level = offset - start.offset
    guard (1...6).contains(level), isAtLineEnd || isBlank(byte) else {
      self = start
      return false
    }
    skipBlanks()
    return true
  }
}
