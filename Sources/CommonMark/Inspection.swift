import Diagnostics

/// What is found by looking at the bytes alone.
struct Inspection {
  var diagnostics: [Diagnostic] = []
  /// Whether the text may be given to libcmark.
  var isReadable = true
  /// Whether the text itself holds the private-use character that marks emphasis.
  var hasSentinel = false
}

/// Looks through the bytes before libcmark does: encoding, control characters, limits.
func inspect(_ bytes: [UInt8], file: String, firstLine: Int) -> (SourceText, Inspection) {
  var inspector = Inspector(file: file, firstLine: firstLine)
  guard bytes.count <= Limits.document else {
    inspector.result.diagnostics = [.documentTooLong(bytes.count, at: SourceRange(file: file, line: firstLine))]
    inspector.result.isReadable = false
    return (SourceText(bytes: [], lineStarts: [0, 0], file: file, firstLine: firstLine), inspector.result)
  }
  bytes.withUnsafeBufferPointer { inspector.inspect($0) }
  var clean = bytes
  for offset in inspector.controls { clean[offset] = UInt8(ascii: " ") }
  inspector.starts.append(bytes.count)
  if inspector.starts.count == 1 { inspector.starts.append(bytes.count) }
  let source = SourceText(bytes: clean, lineStarts: inspector.starts, file: file, firstLine: firstLine)
  inspector.report(in: source)
  return (source, inspector.result)
}

private struct Inspector {
  let file: String
  let firstLine: Int
  var result = Inspection()
  var starts = [0]
  /// Offsets of control characters, which are read as spaces.
  var controls: [Int] = []
  private var findings: [(offset: Int, length: Int, make: (SourceRange) -> Diagnostic)] = []

  private var lineIsBlank = true
  private var blockStart = 0
  private var blockIsReported = false
  private var brackets = 0
  private var closedBrackets = 0
  /// Where the text of what may be a link reference definition begins, and the longest such text.
  private var definitionStart: Int?
  private var longestDefinition = (start: 0, count: 0)
  private var bracketsAreReported = false

  init(file: String, firstLine: Int) {
    self.file = file
    self.firstLine = firstLine
  }

  mutating func inspect(_ bytes: UnsafeBufferPointer<UInt8>) {
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte >= 0x80 {
        lineIsBlank = false
        let length = lengthOfScalar(at: offset, in: bytes)
        guard length > 0 else {
          find(offset, 1) { .notUTF8(byte, at: $0) }
          result.isReadable = false
          return
        }
        if byte == 0xEE, Sentinel.stands(at: offset, in: bytes) { noteSentinel(offset) }
        offset += length
        continue
      }
      switch byte {
      case UInt8(ascii: "\n"): endLine(offset + 1)
      case UInt8(ascii: "\r"):
        if offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "\n") { offset += 1 }
        endLine(offset + 1)
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      case 0..<0x20, 0x7F: noteControl(byte, offset)
      case UInt8(ascii: "\\"):
        lineIsBlank = false
        if offset + 1 < bytes.count, isASCIIPunctuation(bytes[offset + 1]) { offset += 1 }
      case UInt8(ascii: "["): openBracket(offset)
      case UInt8(ascii: "]"):
        closeBracket(offset, isDefinition: offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: ":"))
      default:
        if lineIsBlank {
          lineIsBlank = false
          countMarkers(bytes, from: offset)
        }
      }
      offset += 1
    }
    endLine(nil, at: bytes.count)
    endDefinition(at: bytes.count)
    if longestDefinition.count * closedBrackets > Limits.expansion {
      find(longestDefinition.start, 1) { .tooExpansive(at: $0) }
      result.isReadable = false
    }
  }

  private mutating func closeBracket(_ offset: Int, isDefinition: Bool) {
    lineIsBlank = false
    if brackets > 0 { brackets -= 1 }
    closedBrackets += 1
    if isDefinition {
      endDefinition(at: offset)
      definitionStart = offset
    }
  }

  private mutating func endDefinition(at offset: Int) {
    if let start = definitionStart, offset - start > longestDefinition.count {
      longestDefinition = (start, offset - start)
    }
    definitionStart = nil
  }

  private mutating func endLine(_ next: Int?, at end: Int? = nil) {
    let offset = next ?? end ?? 0
    if lineIsBlank {
      blockStart = offset
      blockIsReported = false
      endDefinition(at: offset)
      brackets = 0
      bracketsAreReported = false
    } else if offset - blockStart > Limits.block, !blockIsReported {
      blockIsReported = true
      let size = offset - blockStart
      find(blockStart, 0) { .blockTooLong(size, at: $0) }
      result.isReadable = false
    }
    lineIsBlank = true
    if let next { starts.append(next) }
  }

  private mutating func openBracket(_ offset: Int) {
    lineIsBlank = false
    brackets += 1
    guard brackets > Limits.nesting, !bracketsAreReported else { return }
    bracketsAreReported = true
    find(offset, 1) { .tooDeep(at: $0) }
    result.isReadable = false
  }

  /// Counts the markers of block quotes and lists that one line opens.
  private mutating func countMarkers(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    var offset = start
    var count = 0
    var differs = false
    while offset < bytes.count {
      let byte = bytes[offset]
      var end = offset + 1
      switch byte {
      case UInt8(ascii: ">"): break
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        while end < bytes.count, end - offset < 9, (0x30...0x39).contains(bytes[end]) { end += 1 }
        guard end < bytes.count, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")") else { return }
        end += 1
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): break
      default: return
      }
      if byte != UInt8(ascii: ">"), end < bytes.count, !isBlank(bytes[end]) { return }
      if byte != bytes[start] || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "+") { differs = true }
      while end < bytes.count, isBlank(bytes[end]) { end += 1 }
      count += 1
      offset = end
      // `- - -` is a thematic break however long it is.
      guard count > Limits.nesting, differs || !isThematicBreak(bytes, from: offset, of: byte) else { continue }
      find(start, 1) { .tooDeep(at: $0) }
      result.isReadable = false
      return
    }
  }

  private func isThematicBreak(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, of marker: UInt8) -> Bool {
    var offset = start
    while offset < bytes.count, bytes[offset] == marker || isBlank(bytes[offset]) { offset += 1 }
    return offset == bytes.count || bytes[offset] == UInt8(ascii: "\n") || bytes[offset] == UInt8(ascii: "\r")
  }

  private mutating func noteControl(_ byte: UInt8, _ offset: Int) {
    // One finding a line is enough.
    if controls.last.map({ $0 < starts[starts.count - 1] }) ?? true {
      find(offset, 1) { .controlCharacter(byte, at: $0) }
    }
    controls.append(offset)
  }

  private mutating func noteSentinel(_ offset: Int) {
    guard !result.hasSentinel else { return }
    result.hasSentinel = true
    find(offset, 1) { .sentinel(at: $0) }
  }

  private mutating func find(_ offset: Int, _ length: Int, _ make: @escaping (SourceRange) -> Diagnostic) {
    if findings.count < Limits.findings { findings.append((offset, length, make)) }
  }

  /// Turns offsets into positions, now that the lines are known.
  mutating func report(in source: SourceText) {
    var positions = PositionFinder()
    for finding in findings {
      let start = positions.position(of: finding.offset, in: source)
      let end = SourcePosition(line: start.line, column: start.column + finding.length)
      result.diagnostics.append(finding.make(SourceRange(file: file, start: start, end: end)))
    }
  }
}

/// The bytes of the UTF-8 scalar at an offset (Unicode 3.9, table 3-7); 0 if there is none.
private func lengthOfScalar(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
  func continues(_ index: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
    offset + index < bytes.count && bytes[offset + index] >= low && bytes[offset + index] <= high
  }
  switch bytes[offset] {
  case 0xC2...0xDF: return continues(1) ? 2 : 0
  case 0xE0: return continues(1, 0xA0) && continues(2) ? 3 : 0
  case 0xED: return continues(1, 0x80, 0x9F) && continues(2) ? 3 : 0
  case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
  case 0xF0: return continues(1, 0x90) && continues(2) && continues(3) ? 4 : 0
  case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
  case 0xF4: return continues(1, 0x80, 0x8F) && continues(2) && continues(3) ? 4 : 0
  default: return 0
  }
}
