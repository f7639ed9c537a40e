import Corpus
import Diagnostics
import Legislation

/// LW123 for chapters (章): 本条例第九章 and 本章 in the law, Chapter IX of this Regulation in its translation; 第九章, 本章 and
/// Chapter IX in a note.
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
    for (place, number) in isLaw ? chineseChapters(in: scalars, ofThisText: true) : englishChapters(in: scalars, ofThisText: true) where number.map({ !chapters.contains($0) }) ?? chapters.isEmpty {
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
    let isInChapter = provision.path.contains { $0.heading.label.hasSuffix("章") }
    for note in [provision.noteZh, provision.noteEn].compactMap({ $0?.document }) where note.source.has(note.language == .zh ? "章" : "Chapter") {
      for line in note.bodyLines where line.scalars.first != "#" {
        let cited = note.language == .zh ? chineseChapters(in: line.scalars, ofThisText: false) : englishChapters(in: line.scalars, ofThisText: false)
        for (place, number) in cited where !line.isInLabel(place.lowerBound) && !(number.map(chapters.contains) ?? isInChapter) {
          report(line.words(place), at: line.range(place))
        }
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

/// Chapter IX with its number. `ofThisText` asks for “of this Regulation” after it; without that, in a note, what goes on with
/// “of” or stands after a name and a comma is another text's.
private func englishChapters(in scalars: [Unicode.Scalar], ofThisText: Bool) -> [(Range<Int>, Int?)] {
  chapterWord.places(in: scalars).compactMap { place -> (Range<Int>, Int?)? in
    guard scalars[place.lowerBound] == "C", place.upperBound + 1 < scalars.count, scalars[place.upperBound] == " " else { return nil }
    var (end, number) = (place.upperBound + 1, 0)
    var last = 0
    while end < scalars.count, let value = roman[scalars[end]] {
      number += value > last ? value - 2 * last : value
      last = value
      end += 1
    }
    guard number > 0 else { return nil }
    let rest = scalars[end...]
    let isOwn = rest.starts(with: " of this Regulation".unicodeScalars)
    let isOthers = rest.starts(with: " of ".unicodeScalars) || place.lowerBound > 1 && scalars[place.lowerBound - 2] == ","
    guard isOwn || !ofThisText && !isOthers else { return nil }
    return (place.lowerBound..<end, number)
  }
}

private let chapterWord = CueWords(["chapter"])
private let roman: [Unicode.Scalar: Int] = ["I": 1, "V": 5, "X": 10, "L": 50]

private func number(ofChapter label: some Sequence<Unicode.Scalar>) -> Int? {
  number(chinese: String(String.UnicodeScalarView(Array(label).dropFirst().dropLast())))
}

private func number(ofChapter label: String) -> Int? { number(ofChapter: label.unicodeScalars) }
