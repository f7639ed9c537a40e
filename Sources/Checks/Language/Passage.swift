import Corpus
import Diagnostics
import Legislation

/// A source file cut into lines, so that a rule can point at words it found in the text that was read from it.
struct SourceLines: Sendable {
  let file: String
  let lines: [Substring]

  init(_ source: SourceFile) {
    file = source.path
    // By bytes: splitting by Character takes ten times as long.
    let text = source.text
    lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Substring($0) }
  }

  /// Nil past the end of the file.
  func line(_ number: Int) -> Substring? { lines.indices.contains(number - 1) ? lines[number - 1] : nil }
}

/// A run of words of a text, and where it stands.
struct Passage: Sendable {
  let text: String
  /// Line of the file on which it begins, from 1.
  let line: Int
  let source: SourceLines
  let scalars: [Unicode.Scalar]

  init(text: String, line: Int, source: SourceLines) {
    (self.text, self.line, self.source) = (text, line, source)
    scalars = [Unicode.Scalar](of: text)
  }

  /// The place of the whole passage's first line.
  var range: SourceRange { range(of: scalars.indices) }

  /// The place of some scalars of the passage. It ends the line it begins on, after a label; a passage that was
  /// broken over several lines is searched for the words.
  func range(of offsets: Range<Int>) -> SourceRange {
    guard let first = source.line(line) else { return SourceRange(file: source.file, line: line) }
    var raw = [Unicode.Scalar](of: first)
    while let last = raw.last, last.properties.isWhitespace { raw.removeLast() }
    let all = scalars
    if raw.count >= all.count, raw[(raw.count - all.count)...].elementsEqual(all) {
      let column = raw.count - all.count + 1 + offsets.lowerBound
      return SourceRange(file: source.file, line: line, column: column, length: offsets.count)
    }
    let words = all[offsets.clamped(to: 0..<all.count)]
    var number = line
    while let content = source.line(number), content.utf8.contains(where: { $0 > 0x20 }) {
      let scalars = [Unicode.Scalar](of: content)
      if let found = scalars.place(of: words) {
        return SourceRange(file: source.file, line: number, column: found.lowerBound + 1, length: words.count)
      }
      number += 1
    }
    return SourceRange(file: source.file, line: line, column: 1, length: raw.count)
  }
}

/// A paragraph, item, heading or adoption note beside its translation.
struct AlignedPassage: Sendable {
  /// What it belongs to, for messages: `nantong/5`, or the regulation's id.
  let place: String
  let zh: Passage
  let en: Passage
}

extension Regulation {
  /// The original and its translation side by side, as far as both are built alike.
  var alignedPassages: [AlignedPassage] {
    guard let translation, let translationSource else { return [] }
    var pairs = PassagePairs(zh: SourceLines(originalSource), en: SourceLines(translationSource), place: id)
    if let zh = original.title, let en = translation.title { pairs.add(zh.text, zh.line, en.text, en.line) }
    for (zh, en) in zip(original.adoption, translation.adoption) { pairs.add(zh.text, zh.line, en.text, en.line) }
    for (zh, en) in zip(original.parts, translation.parts) {
      pairs.add(zh.heading.text, zh.heading.line, en.heading.text, en.heading.line)
    }
    for provision in provisions {
      guard let translated = provision.translation else { continue }
      pairs.place = "\(id)/\(provision.id)"
      if let zh = provision.original.heading, let en = translated.heading { pairs.add(zh.text, zh.line, en.text, en.line) }
      for (zh, en) in zip(provision.original.paragraphs, translated.paragraphs) {
        pairs.add(zh.text, zh.line, en.text, en.line)
        pairs.add(zh.items, en.items)
      }
    }
    return pairs.found
  }
}

private struct PassagePairs {
  let zh: SourceLines
  let en: SourceLines
  var place: String
  var found: [AlignedPassage] = []

  mutating func add(_ chinese: String, _ chineseLine: Int, _ english: String, _ englishLine: Int) {
    guard !chinese.isEmpty, !english.isEmpty else { return }
    found.append(
      AlignedPassage(
        place: place, zh: Passage(text: chinese, line: chineseLine, source: zh),
        en: Passage(text: english, line: englishLine, source: en)))
  }

  mutating func add(_ chinese: [Item], _ english: [Item]) {
    for (a, b) in zip(chinese, english) {
      add(a.text, a.line, b.text, b.line)
      add(a.items, b.items)
    }
  }
}
