import Diagnostics

/// The bytes given to libcmark, and their lines. Immutable; a class because many cursors share it.
final class SourceText: Sendable {
  let bytes: [UInt8]
  /// Offset of each line's first byte, and of the end.
  let lineStarts: [Int]
  let file: String
  /// The number of the first line in its file.
  let firstLine: Int
  /// Whether we have put sentinels into the bytes; they have no column.
  let hasSentinels: Bool

  init(bytes: [UInt8], lineStarts: [Int], file: String, firstLine: Int, hasSentinels: Bool = false) {
    self.bytes = bytes
    self.lineStarts = lineStarts
    self.file = file
    self.firstLine = firstLine
    self.hasSentinels = hasSentinels
  }

  var lineCount: Int { lineStarts.count - 1 }

  /// The byte at an offset; 0 outside.
  subscript(offset: Int) -> UInt8 { offset >= 0 && offset < bytes.count ? bytes[offset] : 0 }

  func start(ofLine line: Int) -> Int { lineStarts[min(max(line, 0), lineCount)] }

  /// Where a line's ending (or the text) begins.
  func end(ofLine line: Int) -> Int {
    var end = start(ofLine: line + 1)
    let start = start(ofLine: line)
    if end > start, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return end
  }

  /// The offset where each line of some bytes begins, and their end. Lines end with LF, CR or CR LF, as in CommonMark.
  static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
      if byte == UInt8(ascii: "\r"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") { continue }
      starts.append(index + 1)
    }
    if starts.last != bytes.count { starts.append(bytes.count) }
    if starts.count == 1 { starts.append(bytes.count) }
    return starts
  }
}

/// Turns byte offsets into lines and columns; cheap when they are asked for in ascending order.
struct PositionFinder {
  private var line = -1
  private var offset = 0
  private var column = 1

  mutating func position(of wanted: Int, onLine wantedLine: Int, in source: SourceText) -> SourcePosition {
    if wantedLine != line || wanted < offset {
      line = wantedLine
      offset = source.start(ofLine: line)
      column = 1
    }
    source.bytes.withUnsafeBufferPointer { bytes in
      let end = min(wanted, bytes.count)
      while offset < end {
        if source.hasSentinels, Sentinel.stands(at: offset, in: bytes) {
          offset += Sentinel.bytes.count
          continue
        }
        // Continuation bytes of a scalar count nothing.
        if bytes[offset] & 0xC0 != 0x80 { column += 1 }
        offset += 1
      }
    }
    return SourcePosition(line: source.firstLine + wantedLine, column: column)
  }

  /// The position of an offset whose line is not known.
  mutating func position(of wanted: Int, in source: SourceText) -> SourcePosition {
    var low = 0
    var high = source.lineCount - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if source.lineStarts[middle] <= wanted { low = middle } else { high = middle - 1 }
    }
    return position(of: wanted, onLine: low, in: source)
  }
}

/// U+EFFF, a private-use character that stands for a letter where CommonMark's rule of emphasis needs one. It is
/// put into the source beside a delimiter and taken out of the HTML.
enum Sentinel {
  static let bytes: [UInt8] = [0xEE, 0xBF, 0xBF]

  static func stands(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[offset] == 0xEE && offset + 2 < bytes.count && bytes[offset + 1] == 0xBF && bytes[offset + 2] == 0xBF
  }

  /// The bytes without sentinels.
  static func stripped(from bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var copied = 0
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] == 0xEE, stands(at: offset, in: bytes) {
        result.append(contentsOf: bytes[copied..<offset])
        offset += 3
        copied = offset
      } else {
        offset += 1
      }
    }
    result.append(contentsOf: bytes[copied...])
    return result
  }

  /// The bytes with a sentinel before each of the offsets, which ascend.
  static func inserted(into bytes: [UInt8], at offsets: [Int]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 3 * offsets.count)
    var copied = 0
    for offset in offsets {
      result.append(contentsOf: bytes[copied..<offset])
      result.append(contentsOf: Self.bytes)
      copied = offset
    }
    result.append(contentsOf: bytes[copied...])
    return result
  }
}
