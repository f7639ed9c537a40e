import Corpus
import Diagnostics

/// A line of a Markdown document with its addresses blanked out, so that rules can read sentences and point into them.
struct BodyLine: Sendable {
  /// From 1, in the file.
  let number: Int
  /// As long as the line of the file: what is no word of ours is spaces.
  let scalars: [Unicode.Scalar]
  /// Scalars that are a link's label.
  let labels: [Range<Int>]
  /// The `##` heading it stands under.
  let section: String
  let file: String

  var text: String { String(scalars: scalars) }

  func range(_ offsets: Range<Int>) -> SourceRange {
    SourceRange(file: file, line: number, column: offsets.lowerBound + 1, length: offsets.count)
  }

  func isInLabel(_ offset: Int) -> Bool { labels.contains { $0.contains(offset) } }

  /// Sentences as ranges of scalars.
  func sentences(in language: Language) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    for index in scalars.indices {
      let isEnd =
        switch scalars[index] {
        case "。", "；", "！", "？": true
        case ".", "!", "?", ";": language == .en && (index + 1 == scalars.count || scalars[index + 1] == " ")
        default: false
        }
      if isEnd {
        found.append(start..<index + 1)
        start = index + 1
      }
    }
    if start < scalars.count { found.append(start..<scalars.count) }
    return found
  }

  func words(_ range: Range<Int>) -> String { String(scalars: scalars[range]) }
}

extension Document {
  /// The lines of the body that hold words, headings included.
  var bodyLines: [BodyLine] {
    source.bytes.withUnsafeBufferPointer { bytes in
      var lines: [BodyLine] = []
      let start = source.bodyOffset
      let before = bytes[..<start].count { $0 == UInt8(ascii: "\n") }
      var section = ""
      bytes.forEachLine(from: start) { number, line in
        guard line.contains(where: { $0 > 0x20 }), !line.starts(with: "<!--".utf8) else { return }
        if line.starts(with: "## ".utf8) { section = String(decoding: line.dropFirst(3), as: UTF8.self) }
        let words = [Unicode.Scalar](decoding: line)
        let (scalars, labels) = line.place(of: UInt8(ascii: "["), from: 0) == nil ? (words, []) : masked(words)
        lines.append(BodyLine(number: before + number, scalars: scalars, labels: labels, section: section, file: file))
      }
      return lines
    }
  }
}

extension SourceFile {
  /// Where the body begins, in bytes: after the `---` that ends the front matter, or at 0 when there is none.
  var bodyOffset: Int {
    bytes.withUnsafeBufferPointer { bytes in
      guard bytes.starts(with: "---\n".utf8) else { return 0 }
      var start = 4
      while start < bytes.count {
        let end = bytes.place(of: UInt8(ascii: "\n"), from: start) ?? bytes.count
        if bytes[start..<end].elementsEqual("---".utf8) { return min(end + 1, bytes.count) }
        start = end + 1
      }
      return 0
    }
  }
}

/// Blanks the address of `[label](address)`; remembers where labels stand.
private func masked(_ line: [Unicode.Scalar]) -> (scalars: [Unicode.Scalar], labels: [Range<Int>]) {
  var scalars = line
  var labels: [Range<Int>] = []
  var open: Int?
  var index = 0
  while index < scalars.count {
    switch scalars[index] {
    case "[": open = index
    case "]":
      if let start = open, index + 1 < scalars.count, scalars[index + 1] == "(" {
        labels.append(start + 1..<index)
        var end = index + 1
        while end < scalars.count, scalars[end] != ")" { end += 1 }
        for blank in index + 1..<min(scalars.count, end + 1) { scalars[blank] = " " }
        index = end
      }
      open = nil
    default: break
    }
    index += 1
  }
  return (scalars, labels)
}
