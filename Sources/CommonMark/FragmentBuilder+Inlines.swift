import CCmark
import Diagnostics

// Inlines: the tree says what there is, the cursor finds where. Both go through the block side by side.
extension FragmentBuilder {
  mutating func readInline(_ node: borrowing Node, _ kind: Node.Kind, _ visit: Node.Visit) {
    switch kind {
    case .text: node.withLiteral { readText($0) }
    case .emphasis: readDelimiter(visit, strong: false)
    case .strong: readDelimiter(visit, strong: true)
    case .link, .image: visit == .enter ? openLink(node, kind) : closeLink(node)
    case .code: node.withLiteral { readCode($0) }
    case .softBreak: readBreak(node, isSoft: true)
    case .lineBreak: readBreak(node, isSoft: false)
    case .htmlInline: node.withLiteral { readInlineHTML($0) }
    default: break
    }
  }

  /// Decides what a waiting soft line break becomes, now that the character behind it is known.
  mutating func appear(_ edge: InlineBlock.Edge) {
    guard let softBreak = block.softBreak else { return }
    block.softBreak = nil
    if block.edge.joins(edge) {
      cmark_node_unlink(softBreak)
      cmark_node_free(softBreak)
    } else {
      plain.append(UInt8(ascii: " "))
      block.continues = false
    }
  }

  private mutating func appear(_ literal: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var end = literal.count
    if source.hasSentinels {
      while start < end, Sentinel.stands(at: start, in: literal) { start += 3 }
      while end - 3 >= start, Sentinel.stands(at: end - 3, in: literal) { end -= 3 }
    }
    guard start < end else { return }
    if block.softBreak != nil { appear(.script(Script(literal.scalar(at: start)))) }
    block.edge = .script(Script(literal.scalar(before: end)))
  }

  private mutating func readText(_ literal: UnsafeBufferPointer<UInt8>) {
    appear(literal)
    if block.openLinks.last?.isAutolink == true {
      plain.append(contentsOf: literal)
      block.continues = false
      return
    }
    var index = 0
    if block.cursor.isLazilyIndented, block.cursor.offset == block.lineStart {
      while index < literal.count, isBlank(literal[index]) { index += 1 }
    }
    var isEscaped = false
    while index < literal.count, !block.isLost {
      let (start, first) = (block.cursor.offset, index)
      index = match(literal, from: index, firstIsEscaped: isEscaped)
      addWords(literal[first..<index], at: start..<block.cursor.offset)
      isEscaped = false
      guard index < literal.count else { break }
      if block.cursor.isEscape {
        block.cursor.advance()
        isEscaped = true
      } else if let entity = block.cursor.entity(), index + entity.decoded <= literal.count {
        let start = block.cursor.offset
        block.cursor.offset += entity.source
        addWords(literal[index..<index + entity.decoded], at: start..<block.cursor.offset)
        index += entity.decoded
      } else {
        block.isLost = true
      }
    }
    if index < literal.count { addWords(literal[index...], at: nil) }
  }

  /// Goes over the bytes of a text that stand in the source as they are; stops at an escape or an entity. Gives the
  /// index reached.
  private mutating func match(
    _ literal: UnsafeBufferPointer<UInt8>, from first: Int, firstIsEscaped: Bool
  ) -> Int {
    var index = first
    var offset = block.cursor.offset
    let end = block.cursor.lineEnd
    source.bytes.withUnsafeBufferPointer { bytes in
      if firstIsEscaped, offset < end, bytes[offset] == literal[index] {
        offset += 1
        index += 1
      }
      while offset < end, index < literal.count {
        let byte = bytes[offset]
        if byte == UInt8(ascii: "\\") {
          if offset + 1 < end, isASCIIPunctuation(bytes[offset + 1]) { break }
        } else if byte == UInt8(ascii: "&") {
          block.cursor.offset = offset
          if block.cursor.entity() != nil { break }
        } else if byte == UInt8(ascii: "*") {
          block.cursor.offset = offset
          noteRun(isLiteral: true)
        }
        guard byte == literal[index] else { break }
        offset += 1
        index += 1
      }
    }
    block.cursor.offset = offset
    return index
  }

  /// Adds words to the plain text and remembers where they stand.
  private mutating func addWords(_ words: Slice<UnsafeBufferPointer<UInt8>>, at stretch: Range<Int>?) {
    let start = plain.count
    if source.hasSentinels {
      plain.append(contentsOf: Sentinel.stripped(from: UnsafeBufferPointer(rebasing: words)))
    } else {
      plain.append(contentsOf: words)
    }
    guard plain.count > start else { return }
    let range = range(stretch ?? block.cursor.offset..<block.cursor.offset, line: block.cursor.line)
    stretches.append(
      Stretch(text: start..<plain.count, start: range.start, end: range.end, continues: block.continues))
    block.continues = true
  }

  private mutating func noteRun(isLiteral: Bool) {
    let lineStart = block.lineStart
    block.runs.note(
      at: block.cursor.offset, from: lineStart, to: block.cursor.lineEnd, in: source, isLiteral: isLiteral)
  }

  private mutating func readDelimiter(_ visit: Node.Visit, strong: Bool) {
    if visit == .enter {
      deepen(at: block.cursor.offset, line: block.cursor.line)
      block.runs.open(strong: strong)
    } else {
      depth -= 1
      block.runs.close(strong: strong)
    }
    guard !block.isLost else { return }
    for _ in 0..<(strong ? 2 : 1) {
      let byte = block.cursor.byte
      if byte == UInt8(ascii: "*") {
        noteRun(isLiteral: false)
      } else if byte != UInt8(ascii: "_") {
        block.isLost = true
        return
      }
      block.cursor.advance()
    }
  }

  private mutating func readCode(_ literal: UnsafeBufferPointer<UInt8>) {
    appear(literal)
    plain.append(contentsOf: literal)
    block.continues = false
    guard !block.isLost else { return }
    let fence = block.cursor.skipBackticks()
    while fence > 0, block.cursor.byte != 0 {
      if block.cursor.byte == UInt8(ascii: "`") {
        if block.cursor.skipBackticks() == fence { return }
      } else {
        block.advance()
      }
    }
    block.isLost = true
  }

  private mutating func readBreak(_ node: borrowing Node, isSoft: Bool) {
    if isSoft && block.softBreak == nil {
      block.softBreak = node.pointer
    } else {
      appear(.none)
      plain.append(UInt8(ascii: " "))
      block.continues = false
      block.edge = .none
    }
    guard !block.isLost else { return }
    if !isSoft, block.cursor.byte == UInt8(ascii: "\\") { block.cursor.advance() }
    block.cursor.skipBlanks()
    if !block.cursor.isAtLineEnd || !block.advance() { block.isLost = true }
  }

  private mutating func readInlineHTML(_ literal: UnsafeBufferPointer<UInt8>) {
    appear(.none)
    block.continues = false
    block.edge = .none
    let start = positions.position(of: block.cursor.offset, onLine: block.cursor.line, in: source)
    var index = 0
    while index < literal.count, !block.isLost {
      let byte = literal[index]
      if block.cursor.isAtLineEnd, byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n") {
        if byte == UInt8(ascii: "\r"), index + 1 < literal.count, literal[index + 1] == UInt8(ascii: "\n") {
          index += 1
        }
        block.advance()
        // Only a lazy continuation line keeps its indentation.
        while index + 1 < literal.count, isBlank(literal[index + 1]) { index += 1 }
      } else if block.cursor.byte == byte {
        block.cursor.advance()
      } else {
        block.isLost = true
      }
      index += 1
    }
    let end = positions.position(of: block.cursor.offset, onLine: block.cursor.line, in: source)
    report(
      .rawHTML(String(decoding: literal, as: UTF8.self), at: SourceRange(file: source.file, start: start, end: end)))
  }
}

extension InlineCursor {
  fileprivate mutating func skipBackticks() -> Int {
    let start = offset
    while !isAtLineEnd, byte == UInt8(ascii: "`") { offset += 1 }
    return offset - start
  }
}
