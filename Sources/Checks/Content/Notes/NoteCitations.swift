import Corpus
import Diagnostics

/// What a regulation is called where one of its provisions is cited in words.
struct CitedNames: Sendable {
  let id: String
  let zh: [String]
  let en: [String]

  init(_ regulation: Regulation) {
    id = regulation.id
    let facts = regulation.facts
    zh = [facts.title.zh, facts.short.zh, facts.shortPlace].filter { !$0.isEmpty }
    let owner = facts.place.en.isEmpty ? [] : ["’s Article ", "’s Measure ", " Article ", " Measure "].map { facts.place.en + $0 }
    en = [facts.title.en, facts.short.en].filter { !$0.isEmpty } + owner
  }
}

/// NT304: a provision of another regulation, cited in words.
func judgeCitedProvisions(_ note: NoteReading, _ names: [CitedNames]) -> [Diagnostic] {
  let isChinese = note.document.language == .zh
  return note.lines.flatMap { line -> [Diagnostic] in
    // Few lines cite anything in words, so the names of all regulations are only looked for around a citation.
    citations(in: line, note.document.language).compactMap { cited in
      let near = max(0, cited.lowerBound - 64)..<(isChinese ? cited.lowerBound : min(line.scalars.count, cited.upperBound + 96))
      let context = line.words(near)
      for other in names where other.id != note.regulation.id {
        guard let name = (isChinese ? other.zh : other.en).first(where: { context.has($0) }), let place = context.scalarRange(of: name),
          !line.isInLabel(near.lowerBound + place.lowerBound),
          !isChinese || place.upperBound >= context.unicodeScalars.count - 2
        else { continue }
        let start = min(cited.lowerBound, near.lowerBound + place.lowerBound)
        return note.report(
          .unlinkedCitation, line, start..<max(cited.upperBound, near.lowerBound + place.upperBound),
          Bilingual(zh: "提到\(name)\(line.words(cited))，没有链接", en: "\(line.words(cited)) of \(other.id) is cited without a link"),
          help: Bilingual(zh: "写成 [](\(other.id)/…)", en: "write [](\(other.id)/…)"))
      }
      return nil
    }
  }
}

/// 第三十二条, Article 32, Measure 5, outside labels.
private func citations(in line: BodyLine, _ language: Language) -> [Range<Int>] {
  let scalars = line.scalars
  var found: [Range<Int>] = []
  if language == .zh {
    var index = 0
    while index < scalars.count {
      if scalars[index] == "第", !line.isInLabel(index), let end = scalars[index...].prefix(8).firstIndex(of: "条") {
        found.append(index..<end + 1)
        index = end
      }
      index += 1
    }
    return found
  }
  for place in citationWords.places(in: scalars) where !line.isInLabel(place.lowerBound) && scalars[place.lowerBound].value < 0x61 {
    guard place.upperBound < scalars.count, scalars[place.upperBound] == " " else { continue }
    var end = place.upperBound + 1
    while end < scalars.count, (0x30...0x39).contains(scalars[end].value) { end += 1 }
    if end > place.upperBound + 1 { found.append(place.lowerBound..<end) }
  }
  return found
}

private let citationWords = CueWords(["article", "measure"])
