/// Reads the content of a paragraph or heading in the source, line by line without the markers and the white space
/// that begin its lines. A line's ending reads as a line feed.
struct InlineCursor {
  let source: SourceText
  private let containers: [Container]
  private let lastLine: Int
  private(set) var line: Int
  private(set) var lineEnd: Int
  var offset: Int
  /// Whether the line is a lazy continuation line with white space at its beginning, which libcmark keeps.
  private(set) var isLazilyIndented = false

  init(_ source: SourceText, at offset: Int, line: Int, lastLine: Int, in containers: [Container]) {
    self.source = source
    self.containers = containers
    self.offset = offset
    self.line = line
    self.lastLine = lastLine
    lineEnd = source.end(ofLine: line)
  }

  var isAtLineEnd: Bool { offset >= lineEnd }

  /// The byte here: a line feed at the end of a line, 0 at the end of the block.
  var byte: UInt8 {
    if offset < lineEnd { return source[offset] }
    return line < lastLine ? UInt8(ascii: "\n") : 0
  }

  /// The byte behind this one; 0 at the end of a line.
  var next: UInt8 { offset + 1 < lineEnd ? source[offset + 1] : 0 }

  /// Goes over one byte, or over a line's ending and what begins the next line. False at the end of the block.
  @discardableResult mutating func advance() -> Bool {
    if offset < lineEnd {
      offset += 1
      return true
    }
    guard line < lastLine else { return false }
    line += 1
    var start = LineCursor(source, line: line)
    let isLazy = !containers.isEmpty && !start.skip(containers, onLine: line)
    let (indentation, first) = start.indentation
    offset = first
    isLazilyIndented = isLazy && indentation > 0
    lineEnd = source.end(ofLine: line)
    return true
  }

  /// Goes over a byte if it is the one expected.
  mutating func skip(_ expected: Unicode.Scalar) -> Bool {
    guard UInt32(byte) == expected.value else { return false }
    return advance()
  }

  /// Goes over spaces and tabs.
  mutating func skipBlanks() {
    while offset < lineEnd, isBlank(source[offset]) { offset += 1 }
  }

  /// Goes over white space of all kinds, the ends of lines included.
  mutating func skipWhitespace() {
    while isBlank(byte) || byte == UInt8(ascii: "\n") { advance() }
  }

  /// Whether a backslash here takes the meaning from the next byte.
  var isEscape: Bool { byte == UInt8(ascii: "\\") && isASCIIPunctuation(next) }
}

/// What CommonMark calls an ASCII punctuation character.
func isASCIIPunctuation(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
  default: false
  }
}
