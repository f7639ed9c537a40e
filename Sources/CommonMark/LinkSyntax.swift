/// How the source ends a link, behind the `]` of its text.
struct LinkTail {
  enum Form { case inline, full, shortcut }
  let form: Form
  /// Where the destination stands (inline), or the label with its brackets (full); nil for a shortcut.
  let destination: Range<Int>?
  /// The lines that `destination` begins and ends on.
  let lines: ClosedRange<Int>
}

// The rules are libcmark 0.30.2's own (inlines.c), because the tree says *that* something is a link, not where its parts are.
extension InlineCursor {
  /// Goes over `](…)`, `][…]` or `]`; nil if there is no `]` here.
  mutating func skipLinkTail() -> LinkTail? {
    guard skip("]") else { return nil }
    var tail = self
    if let found = tail.skipInlineTail() {
      self = tail
      return found
    }
    tail = self
    if let label = tail.skipLabel() {
      let labelLine = line
      self = tail
      let isCollapsed = label.count == 2
      return LinkTail(
        form: isCollapsed ? .shortcut : .full, destination: isCollapsed ? nil : label, lines: labelLine...line)
    }
    return LinkTail(form: .shortcut, destination: nil, lines: line...line)
  }

  /// `(destination "title")`.
  private mutating func skipInlineTail() -> LinkTail? {
    guard skip("(") else { return nil }
    skipWhitespace()
    let line = line
    guard let destination = skipDestination() else { return nil }
    let end = offset
    let endLine = self.line
    skipWhitespace()
    if (offset, self.line) != (end, endLine) {
      skipTitle()
      skipWhitespace()
    }
    return skip(")") ? LinkTail(form: .inline, destination: destination, lines: line...endLine) : nil
  }

  /// Goes over a link destination, bare or in pointed brackets; gives its stretch without these.
  mutating func skipDestination() -> Range<Int>? {
    if byte == UInt8(ascii: "<") {
      advance()
      let start = offset
      while !isAtLineEnd {
        if byte == UInt8(ascii: ">") {
          defer { advance() }
          return start..<offset
        }
        if byte == UInt8(ascii: "<") { return nil }
        // libcmark lets a backslash take the meaning from anything, the end of a line included.
        if byte == UInt8(ascii: "\\") { advance() }
        guard advance() else { return nil }
      }
      return nil
    }
    let start = offset
    var depth = 0
    while !isAtLineEnd {
      let byte = byte
      if isEscape {
        offset += 2
        continue
      }
      if byte == UInt8(ascii: "(") {
        depth += 1
        if depth > 32 { return nil }
      } else if byte == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      } else if byte <= 0x20 || byte == 0x7F {
        if offset == start { return nil }
        break
      }
      offset += 1
    }
    return depth == 0 && !(isAtLineEnd && offset == start) ? start..<offset : nil
  }

  /// Goes over a title in `"…"`, `'…'` or `(…)`; stays where it is when there is none.
  @discardableResult mutating func skipTitle() -> Bool {
    let close: UInt8
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = byte
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return false
    }
    let open = byte
    var ahead = self
    // The longest title is the one meant: an escaped quotation mark ends it only if no other does.
    var end: InlineCursor?
    ahead.advance()
    while ahead.byte != 0, open == close || ahead.byte != open {
      let isEscape = ahead.isEscape
      if isEscape { ahead.advance() }
      let isClose = ahead.byte == close
      guard ahead.advance() else { break }
      if isClose { end = ahead }
      if isClose && !isEscape { break }
    }
    guard let end else { return false }
    self = end
    return true
  }

  /// Goes over `[label]`; gives the stretch with its brackets.
  mutating func skipLabel() -> Range<Int>? {
    var ahead = self
    let start = offset
    guard ahead.skip("[") else { return nil }
    var length = 0
    while ahead.byte != UInt8(ascii: "]") {
      if ahead.byte == UInt8(ascii: "[") || ahead.byte == 0 { return nil }
      if ahead.isEscape {
        ahead.advance()
        length += 1
      }
      guard ahead.advance() else { return nil }
      length += 1
      if length > 1000 { return nil }
    }
    ahead.advance()
    self = ahead
    return start..<offset
  }

  /// Goes over the link reference definitions at the beginning of a paragraph, which are not in the tree.
  mutating func skipDefinitions() {
    while byte == UInt8(ascii: "["), !isLazilyIndented {
      var ahead = self
      guard ahead.skipDefinition() else { return }
      self = ahead
    }
  }

  private mutating func skipDefinition() -> Bool {
    guard let label = skipLabel(), skip(":") else { return false }
    guard source.bytes[label].dropFirst().dropLast().contains(where: { $0 > 0x20 }) else { return false }
    skipSpaceAndOneLineEnding()
    guard skipDestination() != nil else { return false }
    var beforeTitle = self
    let (end, endLine) = (offset, line)
    skipSpaceAndOneLineEnding()
    if (offset, line) != (end, endLine), skipTitle() {
      skipBlanks()
      if endDefinitionLine() { return true }
    }
    beforeTitle.skipBlanks()
    self = beforeTitle
    return endDefinitionLine()
  }

  private mutating func endDefinitionLine() -> Bool {
    guard isAtLineEnd else { return false }
    advance()
    return true
  }

  private mutating func skipSpaceAndOneLineEnding() {
    skipBlanks()
    if byte == UInt8(ascii: "\n") {
      advance()
      skipBlanks()
    }
  }
}
