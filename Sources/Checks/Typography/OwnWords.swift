import CommonMark
import Corpus
import Diagnostics

/// Words that we wrote, on one line: the official text is never among them.
struct OwnWords: Sendable {
  let text: String
  let language: Language
  let range: SourceRange
  /// Whether they go on from the words before without anything a reader sees in between.
  let continues: Bool
}

extension ContentCheck {
  /// The rules over our own words of prose. The words of a file are gathered once for all of them.
  static let ownWords = ContentCheck(
    .halfWidthPunctuation, .fullWidthPunctuation, .straightQuote, .dash, .spacing, .literalEmphasis, .normalization, .lookAlike,
    .untranslated, .latinInChinese
  ) { corpus, _ in
    @Sendable func judge(_ words: [OwnWords]) -> [Diagnostic] { judgeTypography(words) + judgeForeignWords(words) }
    let documents = concurrentMap(corpus.documents) { judge(documentWords($0)) }
    let translations = concurrentMap(corpus.regulations.compactMap(\.translationSource)) { judge(translationWords($0)) }
    let data = concurrentMap(corpus.dataFiles) { file in
      let words = yamlWords(file.text, file: file.path)
      return judge(words) + judgeSentenceMarks(words)
    }
    return (documents + translations + data).flatMap { $0 }
  }
}

private func documentWords(_ document: Document) -> [OwnWords] {
  let keys = ["title", "criterion", "summary", "question"]
  let front = String(decoding: document.source.bytes[..<document.source.bodyOffset], as: UTF8.self)
  let words = yamlWords(front, file: document.file, keys: keys, language: document.language)
  return words + document.body.prose.map { prose in
    OwnWords(text: prose.text, language: document.language, range: prose.range, continues: prose.continues)
  }
}

/// The lines of a translation, headings without their marks and comments left out.
private func translationWords(_ source: SourceFile) -> [OwnWords] {
  let lines = SourceLines(source)
  return lines.lines.enumerated().compactMap { index, line in
    guard !line.hasPrefix("<!--") else { return nil }
    let marks = line.prefix { $0 == "#" }.count
    let start = marks > 0 ? marks + 1 : 0
    let text = String(line.dropFirst(start))
    guard !text.isEmpty else { return nil }
    return OwnWords(
      text: text, language: .en,
      range: SourceRange(file: source.path, line: index + 1, column: start + 1, length: text.unicodeScalars.count),
      continues: false)
  }
}

/// Texts under `zh:` and `en:` of a YAML file, and under `keys` in `language`; in blocks, in `{ … }` and in `[ … ]`.
func yamlWords(_ text: String, file: String, keys: [String] = [], language: Language = .zh) -> [OwnWords] {
  var found: [OwnWords] = []
  var block: (indent: Int, language: Language)?
  let keys = ([("zh", .zh), ("en", .en)] + keys.map { ($0, language) }).map { YAMLLineScanner.Key(scalars: [Unicode.Scalar](of: $0 + ":"), language: $1) }
  for (index, line) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map({ Substring($0) }).enumerated() {
    var scanner = YAMLLineScanner(
      scalars: [Unicode.Scalar](of: line), file: file, line: index + 1, keys: keys)
    let indent = line.prefix { $0 == " " }.count
    if let open = block {
      if indent > open.indent || line.isEmpty {
        scanner.add(indent..<scanner.scalars.count, open.language)
        found += scanner.found
        continue
      }
      block = nil
    }
    scanner.scan()
    found += scanner.found
    if let language = scanner.opensBlock { block = (indent, language) }
  }
  return found
}

private struct YAMLLineScanner {
  let scalars: [Unicode.Scalar]
  let file: String
  let line: Int
  let keys: [Key]
  var found: [OwnWords] = []
  var opensBlock: Language?
  private var index = 0
  private var braces = 0

  /// A key whose value is words, with its colon.
  struct Key {
    let scalars: [Unicode.Scalar]
    let language: Language
  }

  init(scalars: [Unicode.Scalar], file: String, line: Int, keys: [Key]) {
    (self.scalars, self.file, self.line, self.keys) = (scalars, file, line, keys)
  }

  mutating func add(_ range: Range<Int>, _ language: Language) {
    guard !range.isEmpty else { return }
    found.append(
      OwnWords(
        text: String(scalars: scalars[range]), language: language,
        range: SourceRange(file: file, line: line, column: range.lowerBound + 1, length: range.count), continues: false))
  }

  mutating func scan() {
    while index < scalars.count {
      switch scalars[index] {
      case "#" where index == 0 || scalars[index - 1] == " ": return
      case "{": braces += 1
      case "}": braces -= 1
      case "'", "\"":
        if index == 0 || " [{,".unicodeScalars.contains(scalars[index - 1]) {
          index = quotedEnd(index) + 1
          continue
        }
      default:
        if let (length, language) = key() {
          index += length
          readValue(language)
          continue
        }
      }
      index += 1
    }
  }

  /// A key that begins here and holds words, with its colon.
  private func key() -> (length: Int, language: Language)? {
    guard index == 0 || " {,".unicodeScalars.contains(scalars[index - 1]) else { return nil }
    for key in keys where scalars[index...].starts(with: key.scalars) {
      let end = index + key.scalars.count
      if end == scalars.count || scalars[end] == " " { return (key.scalars.count, key.language) }
    }
    return nil
  }

  private mutating func readValue(_ language: Language) {
    while index < scalars.count, scalars[index] == " " { index += 1 }
    guard index < scalars.count else { return }
    switch scalars[index] {
    case ">", "|": opensBlock = language
    case "{": return
    case "[":
      index += 1
      while index < scalars.count, scalars[index] != "]" {
        if scalars[index] == " " || scalars[index] == "," { index += 1 } else { readScalar(language, isInList: true) }
      }
      return
    default: return readScalar(language, isInList: false)
    }
    index = scalars.count
  }

  private mutating func readScalar(_ language: Language, isInList: Bool) {
    let start = index
    if scalars[start] == "'" || scalars[start] == "\"" {
      let end = quotedEnd(start)
      add(start + 1..<max(start + 1, end), language)
      index = end + 1
      return
    }
    while index < scalars.count {
      if isInList && (scalars[index] == "," || scalars[index] == "]") { break }
      if braces > 0, scalars[index] == "}" { break }
      if braces > 0, scalars[index] == ",", index + 1 < scalars.count, scalars[index + 1] == " " { break }
      index += 1
    }
    var end = index
    while end > start, scalars[end - 1] == " " { end -= 1 }
    add(start..<end, language)
  }

  /// The closing quotation mark; a doubled one is an escape.
  private func quotedEnd(_ start: Int) -> Int {
    var end = start + 1
    while end < scalars.count {
      if scalars[end] == "\\", scalars[start] == "\"" {
        end += 2
        continue
      }
      if scalars[end] == scalars[start] {
        guard scalars[start] == "'", end + 1 < scalars.count, scalars[end + 1] == "'" else { return end }
        end += 1
      }
      end += 1
    }
    return scalars.count
  }
}
