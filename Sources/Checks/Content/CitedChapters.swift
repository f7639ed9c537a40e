import Corpus
import Diagnostics
import Legislation

/// LW123 for chapters (章): 本条例第九章 and 本章 in the law, Chapter IX of this Regulation in its translation, 第九章 in a note.
func judgeCitedChapters(_ regulation: Regulation) -> [Diagnostic] {
  let chapters = Set(regulation.original.parts.map(\.heading.label).filter { $0.hasSuffix("章") }.compactMap { number(ofChapter: $0) })
  var found: [Diagnostic] = []
  func report(_ words: String, at place: SourceRange) {
    found.append(
      Diagnostic(
        .deadCitation, at: place, Bilingual(zh: "\(regulation.id) 里没有“\(words)”", en: "\(regulation.id) has no “\(words)”"),
        help: chapters.isEmpty
          ? Bilingual(zh: "\(regulation.id) 没有分章", en: "\(regulation.id) has no chapters")
          : Bilingual(zh: "\(regulation.id) 共 \(chapters.count) 章", en: "\(regulation.id) has \(chapters.count) chapters")))
  }
  func judgePassage(_ passage: Passage, isLaw: Bool) {
    guard passage.text.has(isLaw ? "章" : "Chapter") else { return }
    let scalars = passage.scalars
    for (place, number) in isLaw ? chineseChapters(in: scalars, ofThisText: true) : englishChapters(in: scalars) where number.map({ !chapters.contains($0) }) ?? chapters.isEmpty {
      report(passage.words(place), at: passage.range(of: place))
    }
  }
  func judge(_ paragraphs: [Paragraph], in source: SourceLines, isLaw: Bool) {
    func judgeItems(_ items: [Item]) {
      for item in items {
        judgePassage(Passage(text: item.text, line: item.line, source: source), isLaw: isLaw)
        judgeItems(item.items)
      }
    }
    for paragraph in paragraphs {
      judgePassage(Passage(text: paragraph.text, line: paragraph.line, source: source), isLaw: isLaw)
      judgeItems(paragraph.items)
    }
  }
  let original = SourceLines(regulation.originalSource)
  let translation = regulation.translationSource.map(SourceLines.init)
  for provision in regulation.provisions {
    judge(provision.original.paragraphs, in: original, isLaw: true)
    if let translated = provision.translation, let translation { judge(translated.paragraphs, in: translation, isLaw: false) }
    guard let note = provision.noteZh?.document, note.source.has("章") else { continue }
    for line in note.bodyLines where line.scalars.first != "#" {
      for (place, number) in chineseChapters(in: line.scalars, ofThisText: false) where !line.isInLabel(place.lowerBound) {
        if let number, !chapters.contains(number) { report(line.words(place), at: line.range(place)) }
      }
    }
  }
  return found
}

/// 第三章 with its number, and 本章 with nil. `ofThisText` asks for 本条例 or the like before the number: an official text may
/// name another law's chapter without 《》. In a note only the end of another text's name before it sets it apart.
private func chineseChapters(in scalars: [Unicode.Scalar], ofThisText: Bool) -> [(Range<Int>, Int?)] {
  scalars.indices.filter { scalars[$0] == "章" && $0 > 0 }.compactMap { end -> (Range<Int>, Int?)? in
    if scalars[end - 1] == "本" { return (end - 1..<end + 1, nil) }
    guard let start = scalars[max(0, end - 6)..<end].lastIndex(of: "第"), let number = number(ofChapter: scalars[start...end]) else { return nil }
    let before = String(String.UnicodeScalarView(scalars[max(0, start - 3)..<start]))
    let isOwn = ["本条例", "本办法", "本规定", "本法"].contains { before.hasSuffix($0) }
    guard ofThisText ? isOwn : isOwn || !["》", "法", "例", "则", "定"].contains(where: { before.hasSuffix($0) }) else { return nil }
    return (start..<end + 1, number)
  }
}

/// Chapter IX of this Regulation.
private func englishChapters(in scalars: [Unicode.Scalar]) -> [(Range<Int>, Int?)] {
  chapterWord.places(in: scalars).compactMap { place -> (Range<Int>, Int?)? in
    guard scalars[place.lowerBound] == "C", place.upperBound + 1 < scalars.count, scalars[place.upperBound] == " " else { return nil }
    var (end, number) = (place.upperBound + 1, 0)
    var last = 0
    while end < scalars.count, let value = roman[scalars[end]] {
      number += value > last ? value - 2 * last : value
      last = value
      end += 1
    }
    guard number > 0, scalars[end...].starts(with: " of this Regulation".unicodeScalars) else { return nil }
    return (place.lowerBound..<end, number)
  }
}

private let chapterWord = CueWords(["chapter"])
private let roman: [Unicode.Scalar: Int] = ["I": 1, "V": 5, "X": 10, "L": 50]

private func number(ofChapter label: some Sequence<Unicode.Scalar>) -> Int? {
  number(chinese: String(String.UnicodeScalarView(Array(label).dropFirst().dropLast())))
}

private func number(ofChapter label: String) -> Int? { number(ofChapter: label.unicodeScalars) }
