import Corpus
import Diagnostics

extension ContentCheck {
  static let repeatedParagraphs = ContentCheck(.repeatedParagraph) { corpus, _ in
    let notes = corpus.regulations.flatMap { $0.provisions.flatMap { [$0.noteZh?.document, $0.noteEn?.document].compactMap(\.self) } }
    let others = (corpus.topics.map(\.document) + corpus.situations.map(\.document)).flatMap { [$0.zh, $0.en].compactMap(\.self) }
    // Situations give the same advice in the same words; only what a note says is its own.
    let paragraphs = concurrentMap(notes) { OwnParagraph.all(of: $0, isNote: true) } + concurrentMap(others) { OwnParagraph.all(of: $0, isNote: false) }
    return repeats(in: paragraphs.flatMap { $0 })
  }
}

/// A paragraph of ours and the clauses it is made of.
private struct OwnParagraph {
  let place: SourceRange
  let isNote: Bool
  /// Scalars of the paragraph.
  let length: Int
  /// Hash and length of each clause that is long enough to tell something.
  let clauses: [(hash: UInt64, length: Int)]

  static func all(of document: Document, isNote: Bool) -> [OwnParagraph] {
    let isChinese = document.language == .zh
    return document.bodyLines.compactMap { line in
      // An entry of a list (responsible departments) may well be the same.
      guard line.scalars.count >= (isChinese ? 24 : 60), line.scalars[0] != "#", line.scalars[0] != "-" else { return nil }
      let (clauses, length) = clauses(of: line.scalars, atLeast: isChinese ? 5 : 12)
      return OwnParagraph(place: line.range(0..<line.scalars.count), isNote: isNote, length: length, clauses: clauses)
    }
  }

  /// Clauses between punctuation, spaces and marks left out (FNV-1a over the rest).
  private static func clauses(of scalars: [Unicode.Scalar], atLeast least: Int) -> ([(hash: UInt64, length: Int)], Int) {
    var found: [(hash: UInt64, length: Int)] = []
    var (hash, length, total) = (offset, 0, 0)
    func isEnd(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case "，", "。", "；", "：", "！", "？", ",", ".", ";", ":", "!", "?", "—": true
      default: false
      }
    }
    for scalar in scalars {
      if isEnd(scalar) {
        if length >= least { found.append((hash, length)) }
        (hash, length) = (offset, 0)
      } else if scalar != " ", scalar != "*" {
        hash = (hash ^ UInt64(scalar.value)) &* 0x100_0000_01b3
        length += 1
        total += 1
      }
    }
    if length >= least { found.append((hash, length)) }
    return (found, total)
  }

  private static let offset: UInt64 = 0xcbf2_9ce4_8422_2325
}

/// Paragraphs that share two thirds of their words, clause for clause, with one before them. One changed character
/// spares the other clauses.
private func repeats(in paragraphs: [OwnParagraph]) -> [Diagnostic] {
  var seen: [UInt64: [Int32]] = [:]
  var copies: [Int32: Int] = [:]
  var found: [Diagnostic] = []
  for (index, paragraph) in paragraphs.enumerated() {
    var shared: [Int32: Int] = [:]
    for clause in paragraph.clauses {
      // A clause that stands everywhere is a turn of phrase.
      for earlier in seen[clause.hash] ?? [] { shared[earlier, default: 0] += clause.length }
      if seen[clause.hash, default: []].count < 6, seen[clause.hash]?.last != Int32(index) { seen[clause.hash, default: []].append(Int32(index)) }
    }
    let alike = shared.filter { earlier, length in
      earlier != Int32(index) && length * 3 >= max(paragraph.length, paragraphs[Int(earlier)].length) * 2
        && (paragraph.isNote || paragraphs[Int(earlier)].isNote)
    }
    guard let original = alike.keys.min() else { continue }
    // Three places are enough to see that a paragraph was copied.
    copies[original, default: 0] += 1
    guard copies[original, default: 0] <= 3 else { continue }
    let earlier = paragraphs[Int(original)]
    found.append(
      Diagnostic(
        .repeatedParagraph, at: paragraph.place,
        Bilingual(zh: "这一段与 \(earlier.place.file) 的一段相同或几乎相同", en: "this paragraph stands in \(earlier.place.file) as well, or almost so"),
        notes: [Diagnostic.Note(Bilingual(zh: "另一处在这里", en: "the other one is here"), at: earlier.place)],
        help: Bilingual(zh: "照眼前的条文重写", en: "write it anew for the provision in front of you")))
  }
  return found
}
