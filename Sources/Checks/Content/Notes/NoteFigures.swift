import Corpus
import Diagnostics
import Legislation

/// The figures and the wording of every fact, by id.
struct FactFigures: Sendable {
  let figures: [String: Set<Figure>]
  let words: [String: String]

  /// The Chinese words of every fact's title, statement and source, and the English ones, by id.
  init(_ corpus: Corpus) {
    var figures: [String: Set<Figure>] = [:]
    var words: [String: String] = [:]
    for fact in corpus.facts {
      let all = [fact.title, fact.statement, fact.source]
      figures[fact.id] = all.reduce(into: []) { $0.formUnion(allFigures($1.zh, $1.en)) }
      words[fact.id] = all.map { $0.zh + "\n" + $0.en }.joined(separator: "\n")
    }
    self.figures = figures
    self.words = words
  }
}

private func allFigures(_ zh: String, _ en: String) -> Set<Figure> {
  let found = Set(chineseFigures(in: zh).map(\.figure)).union(englishFigures(in: en).map(\.figure))
  // A date is also known by its year, its month, its day.
  return found.union(found.flatMap(\.parts))
}

/// NT305: figures, dates and laws that come from nowhere.
func judgeFigures(_ note: NoteReading, _ facts: FactFigures, _ corpus: Corpus) -> [Diagnostic] {
  var known: Set<Figure>?
  var wording: String?
  let isChinese = note.document.language == .zh
  let examples = ["举个例子", "For example"]
  return note.lines.filter { !examples.contains($0.section) && $0.scalars.first != "#" }.flatMap { line -> [Diagnostic] in
    var found: [Diagnostic] = []
    for occurrence in isChinese ? chineseFigures(in: line.scalars) : englishFigures(in: line.scalars) {
      guard asksForSource(occurrence, in: line, isChinese) else { continue }
      if known == nil { known = knownFigures(note, facts, corpus) }
      guard known?.contains(occurrence.figure) == false else { continue }
      let words = line.words(occurrence.range)
      found.append(
        note.report(
          .foreignFigure, line, occurrence.range,
          Bilingual(zh: "“\(words)”不在 \(note.place) 里，也不在所链接的事实里", en: "“\(words)” is neither in \(note.place) nor in a fact that the note links"),
          help: Bilingual(zh: "删去，或者写进 facts.yml 再链接", en: "leave it out, or put it into facts.yml and link it"), notes: [note.original]))
    }
    for place in isChinese ? lawNames(in: line) : englishLawNames(in: line.scalars) where !line.isInLabel(place.lowerBound) {
      let name = line.words(place)
      if wording == nil { wording = knownWording(note, facts, corpus) }
      guard let wording, !holds(wording, name, isChinese) else { continue }
      found.append(
        note.report(
          .foreignFigure, line, place,
          Bilingual(zh: "“\(name)”不在 \(note.place) 里，也不在所链接的事实里", en: "“\(name)” is neither in \(note.place) nor in a fact that the note links"),
          help: Bilingual(zh: "删去，或者写进 facts.yml 再链接", en: "leave it out, or put it into facts.yml and link it"), notes: [note.original]))
    }
    return found
  }
}

/// Percentages, dates and digits; a numeral only before a unit of money or time. Places in the text (第五项, item (5)) are none.
private func asksForSource(_ occurrence: FigureOccurrence, in line: BodyLine, _ isChinese: Bool) -> Bool {
  guard occurrence.isStrong, !line.isInLabel(occurrence.range.lowerBound) else { return false }
  let (start, end) = (occurrence.range.lowerBound, occurrence.range.upperBound)
  switch occurrence.figure {
  case .percent, .date, .yearMonth, .monthDay, .month, .clock, .clockFace: return true
  case .number:
    let isDigits = line.scalars[occurrence.range].contains { (0x30...0x39).contains($0.value) }
    if isChinese {
      let next = end < line.scalars.count ? line.scalars[end] : " "
      let before = start > 0 ? line.scalars[start - 1] : " "
      if before == "第" { return false }
      guard !isDigits else { return !["条", "款", "项", "章"].contains(next) }
      let second = end + 1 < line.scalars.count ? line.scalars[end + 1] : " "
      return ["元", "倍", "日", "天", "周", "年"].contains(next) || next == "个" && ["月", "工", "小", "星"].contains(second)
    }
    let before = line.words(max(0, start - 12)..<start).lowercased()
    let isPlace = ["article ", "articles ", "item ", "items ", "paragraph ", "measure ", "measures ", "part ", "chapter ", "("].contains { before.hasSuffix($0) }
    return isPlace ? false : isDigits || isBeforeUnit(end, in: line.scalars)
  }
}

private let englishUnits = CueWords(["day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "yuan", "times", "percent"])

/// Whether a unit of time or money follows: thirty days, ten working days, a thirty-day period.
private func isBeforeUnit(_ end: Int, in scalars: [Unicode.Scalar]) -> Bool {
  guard end < scalars.count, scalars[end] == " " || scalars[end] == "-" else { return false }
  let next = scalars[(end + 1)...].prefix(18)
  guard let unit = englishUnits.places(in: Array(next)).first else { return false }
  let between = String(String.UnicodeScalarView(next.prefix(unit.lowerBound)))
  return ["", "working ", "calendar ", "full "].contains(between)
}

private func knownFigures(_ note: NoteReading, _ facts: FactFigures, _ corpus: Corpus) -> Set<Figure> {
  let (regulation, provision) = (note.regulation, note.provision)
  var known = allFigures(provision.original.sourceText, provision.translation?.sourceText ?? "")
  known.formUnion(allFigures(regulation.facts.title.zh, regulation.facts.title.en))
  for date in [regulation.facts.adopted, regulation.facts.approved, regulation.facts.issued, regulation.facts.effective] {
    guard let date else { continue }
    known.formUnion(allFigures(date.formatted(in: .zh), ""))
  }
  if let adoption = regulation.original.adoption.first { known.formUnion(allFigures(adoption.text, "")) }
  for link in note.document.body.links {
    switch LinkTarget(link.destination) {
    case .fact(let id): known.formUnion(facts.figures[id] ?? [])
    case .text(let reference):
      guard let other = corpus.regulation(reference.regulation) else { break }
      for date in [other.facts.adopted, other.facts.approved, other.facts.issued, other.facts.effective] {
        if let date { known.formUnion(allFigures(date.formatted(in: .zh), "")) }
      }
      if let id = reference.provision, let cited = other[id] {
        known.formUnion(allFigures(cited.original.sourceText, cited.translation?.sourceText ?? ""))
      }
    default: break
    }
  }
  return known
}

/// Whether the wording has the name of a law. A Chinese name found without 《》 may have a word before it (违反食品安全法).
private func holds(_ wording: String, _ name: String, _ isChinese: Bool) -> Bool {
  guard isChinese else { return wording.has(String(decoding: lowercasedBytes(name), as: UTF8.self)) }
  let scalars = [Unicode.Scalar](of: name)
  for start in 0...max(0, scalars.count - 3) {
    let rest = String(scalars: scalars[start...])
    if wording.has(rest), start == 0 || !endings.contains(rest) { return true }
  }
  return false
}

/// What names of laws share: alone they name none.
private let endings: Set<String> = ["质量法", "安全法", "保护法", "管理法", "促进法", "监督法", "保障法", "责任法", "竞争法", "诉讼法", "合同法"]

/// What a note may name laws after, in its language: Chinese as it is, English in lower case.
private func knownWording(_ note: NoteReading, _ facts: FactFigures, _ corpus: Corpus) -> String {
  let isChinese = note.document.language == .zh
  func text(of provision: AnnotatedProvision) -> String {
    isChinese ? provision.original.sourceText : (provision.translation?.sourceText ?? "")
  }
  func title(of regulation: Regulation) -> String {
    isChinese ? regulation.facts.title.zh : regulation.facts.title.en + " " + regulation.facts.short.en
  }
  var words = text(of: note.provision) + title(of: note.regulation)
  for link in note.document.body.links {
    switch LinkTarget(link.destination) {
    case .fact(let id): words += "\n" + (facts.words[id] ?? "")
    case .text(let reference):
      guard let other = corpus.regulation(reference.regulation) else { break }
      words += "\n" + title(of: other)
      if let id = reference.provision, let cited = other[id] { words += text(of: cited) }
    default: break
    }
  }
  return isChinese ? words : String(decoding: lowercasedBytes(words), as: UTF8.self)
}

/// What stands in 《》, without them, and names of laws without them.
private func lawNames(in line: BodyLine) -> [Range<Int>] {
  var found: [Range<Int>] = []
  var open: Int?
  for (index, scalar) in line.scalars.enumerated() {
    if scalar == "《" { open = index + 1 }
    if scalar == "》", let start = open {
      found.append(start..<index)
      open = nil
    }
  }
  return found + bareLawNames(in: line.scalars).filter { name in !found.contains { $0.overlaps(name) } }
}
