import Corpus
import Diagnostics

extension ContentCheck {
  /// What is wrong with characters and lines whatever they say; over whole files, front matter included.
  static let characters = ContentCheck(.badCharacter, .trailingSpace) { corpus, _ in
    let files = corpus.documents.map(\.source) + corpus.regulations.compactMap(\.translationSource) + corpus.dataFiles
    return concurrentMap(files, judge).flatMap { $0 }
  }
}

private func judge(_ file: SourceFile) -> [Diagnostic] {
  var found: [Diagnostic] = []
  var line = 1
  var column = 1
  /// Column at which the spaces that end the line so far begin.
  var blank: Int?
  func endLine() {
    guard let start = blank else { return }
    let range = SourceRange(file: file.path, line: line, column: start, length: column - start)
    found.append(
      Diagnostic(
        .trailingSpace, at: range, Bilingual(zh: "行尾有空格", en: "spaces at the end of the line"),
        help: Bilingual(zh: "删去", en: "delete them"), fix: Diagnostic.Fix(range, "", isSafe: true)))
  }
  func report(_ scalar: Unicode.Scalar) {
    let range = SourceRange(file: file.path, line: line, column: column, length: 1)
    found.append(
      Diagnostic(
        .badCharacter, at: range,
        scalar == "\u{fffd}"
          ? Bilingual(zh: "这里丢了一个字（U+FFFD）", en: "a character was lost here (U+FFFD)")
          : Bilingual(zh: "看不见的字符 \(codePoint(scalar))", en: "an invisible character \(codePoint(scalar))"),
        help: scalar == "\u{fffd}"
          ? Bilingual(zh: "对照原稿补上", en: "restore it from the source") : Bilingual(zh: "删去", en: "delete it"),
        fix: scalar == "\u{fffd}" ? nil : Diagnostic.Fix(range, "", isSafe: true)))
  }
  file.bytes.withUnsafeBufferPointer { bytes in
    for index in bytes.indices where bytes[index] & 0xc0 != 0x80 {
      switch bytes[index] {
      case 0x0a:
        endLine()
        (line, column, blank) = (line + 1, 0, nil)
      case 0x0d: break
      case 0x20, 0x09: blank = blank ?? column
      // Nothing invisible begins with another byte.
      case 0x00...0x1f, 0x7f, 0xc2, 0xe2, 0xee, 0xef:
        blank = nil
        let scalar = [Unicode.Scalar](decoding: UnsafeBufferPointer(rebasing: bytes[index..<min(index + 3, bytes.count)]))[0]
        if isInvisible(scalar) { report(scalar) }
      default: blank = nil
      }
      column += 1
    }
  }
  endLine()
  return found
}

/// Controls, formats, private use, and the sign of a lost character.
private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x1f, 0x7f...0x9f, 0xad, 0x200b...0x200f, 0x2028...0x202e, 0x2060...0x2069, 0xfeff, 0xfffd, 0xe000...0xf8ff: true
  default: false
  }
}
