import Corpus
import Diagnostics
import Legislation

/// LW123 for articles that a note cites without saying whose they are: they are of the text that the note is on.
func judgeBareArticles(_ note: NoteReading, known: Set<String>) -> [Diagnostic] {
  let isChinese = note.document.language == .zh
  guard note.document.source.has(isChinese ? "条" : "Article ") else { return [] }
  let id = note.regulation.id
  return note.lines.flatMap { line -> [Diagnostic] in
    let cited = isChinese ? chineseArticles(in: line.scalars) : englishArticles(in: line.scalars)
    return cited.filter { !line.isInLabel($0.range.lowerBound) && !known.contains($0.number) }.map { place, _ in
      note.report(
        .deadCitation, line, place, Bilingual(zh: "\(id) 里没有“\(line.words(place))”", en: "\(id) has no “\(line.words(place))”"),
        help: Bilingual(zh: "改正条号；是别的文本的，写成链接", en: "mend the number; link it where it is another text's"))
    }
  }
}

/// 第六十条, 第三条至第九十条; not behind the end of another text's name, nor behind 本条例, which is judged elsewhere.
private func chineseArticles(in scalars: [Unicode.Scalar]) -> [(range: Range<Int>, number: String)] {
  scalars.indices.filter { scalars[$0] == "条" && $0 > 1 }.compactMap { end in
    guard let start = scalars[max(0, end - 8)..<end].lastIndex(of: "第"), let value = number(chinese: String(scalars: scalars[start + 1..<end])) else { return nil }
    let before = scalars[max(0, start - 1)..<start].first
    guard before.map({ !"》法例则定案程约”".unicodeScalars.contains($0) }) ?? true else { return nil }
    return (start..<end + 1, String(value))
  }
}

/// Article 60; not behind a name (Nantong's Article 60, the Law, Article 60) nor before “of”.
private func englishArticles(in scalars: [Unicode.Scalar]) -> [(range: Range<Int>, number: String)] {
  articleWord.places(in: scalars).compactMap { place in
    guard scalars[place.lowerBound] == "A", place.upperBound < scalars.count, scalars[place.upperBound] == " " else { return nil }
    let digits = scalars[(place.upperBound + 1)...].prefix { (0x30...0x39).contains($0.value) }
    guard !digits.isEmpty, digits.count <= 4, !scalars[digits.endIndex...].starts(with: " of ".unicodeScalars), scalars[digits.endIndex...].first != "-" else { return nil }
    let before = scalars[..<place.lowerBound].split(separator: " ").last
    // A name, or the possessive of one; the first word of a sentence is not told from a name and left alone.
    if let before, let first = before.first, (0x41...0x5a).contains(first.value) || before.last == "," || before.suffix(2).elementsEqual("’s".unicodeScalars) { return nil }
    return (place.lowerBound..<digits.endIndex, String(scalars: digits))
  }
}

private let articleWord = CueWords(["article"])
