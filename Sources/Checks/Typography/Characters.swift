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
  for scalar in file.text.unicodeScalars {
    switch scalar.value {
    case 0x0a:
      endLine()
      (line, column, blank) = (line + 1, 1, nil)
      continue
    case 0x0d: break
    case 0x20, 0x09: blank = blank ?? column
    case 0x00...0x1f, 0x7f...0x9f, 0xad, 0x200b...0x200f, 0x2028...0x202e, 0x2060...0x2069, 0xfeff, 0xfffd, 0xe000...0xf8ff:
      blank = nil
      found.append(
        Diagnostic(
          .badCharacter, at: SourceRange(file: file.path, line: line, column: column, length: 1),
          scalar == "\u{fffd}"
            ? Bilingual(zh: "这里丢了一个字（U+FFFD）", en: "a character was lost here (U+FFFD)")
            : Bilingual(zh: "看不见的字符 \(codePoint(scalar))", en: "an invisible character \(codePoint(scalar))"),
          help: scalar == "\u{fffd}"
            ? Bilingual(zh: "对照原稿补上", en: "restore it from the source") : Bilingual(zh: "删去", en: "delete it"),
          fix: scalar == "\u{fffd}" ? nil : Diagnostic.Fix(SourceRange(file: file.path, line: line, column: column, length: 1), "", isSafe: true)))
    default: blank = nil
    }
    column += 1
  }
  endLine()
  return found
}
