import Corpus
import Diagnostics
import Legislation

/// A note with its lines, beside the provision it explains.
private struct NoteReading {
  let regulation: Regulation
  let provision: AnnotatedProvision
  let document: Document
  let lines: [BodyLine]
  var place: String { "\(regulation.id)/\(provision.id)" }

  func report(_ rule: Rule, _ line: BodyLine, _ range: Range<Int>, _ message: Bilingual, help: Bilingual, notes: [Diagnostic.Note] = []) -> Diagnostic {
    Diagnostic(rule, at: line.range(range), message, notes: notes, help: help)
  }

  var original: Diagnostic.Note {
    Diagnostic.Note(
      Bilingual(zh: "条文在这里", en: "the provision is here"),
      at: SourceRange(file: regulation.originalFile, line: provision.original.line))
  }
}

extension ContentCheck {
  static let noteContent = ContentCheck(
    .shortNote, .overstatedNote, .unlinkedCitation, .foreignFigure, .draftAsLaw
  ) { corpus, _ in
    let names = corpus.regulations.map(CitedNames.init)
    let facts = FactFigures(corpus)
    return concurrentMap(corpus.regulations) { regulation in
      regulation.provisions.flatMap { provision in
        Language.allCases.flatMap { language -> [Diagnostic] in
          guard let document = provision.note(in: language)?.document else { return [] }
          let note = NoteReading(regulation: regulation, provision: provision, document: document, lines: document.bodyLines)
          return judgeLength(note) + judgeDuty(note) + judgeCitations(note, names) + judgeStatus(note)
            + judgeFigures(note, facts, corpus)
        }
      }
    }.flatMap { $0 }
  }
}

// MARK: NT302

/// Our shortest real note, on the day a regulation takes effect, has 60 characters in Chinese, 35 words in English.
private func judgeLength(_ note: NoteReading) -> [Diagnostic] {
  let text = note.document.body.plainText
  let size =
    note.document.language == .zh
    ? text.unicodeScalars.count { isHan($0) } : lowercasedBytes(text).split { !isLatin($0) && $0 != UInt8(ascii: "'") }.count
  guard size < (note.document.language == .zh ? 30 : 18) else { return [] }
  return [
    Diagnostic(
      .shortNote, at: note.document.place,
      size == 0
        ? Bilingual(zh: "\(note.place) 的注解是空的", en: "the note on \(note.place) is empty")
        : Bilingual(zh: "\(note.place) 的注解只有 \(size) 个字", en: "the note on \(note.place) has only \(size) words"),
      severity: size == 0 ? .error : nil,
      help: Bilingual(zh: "写明意思、谁来做、例子、没有说的", en: "say what it means, who does what, an example, what it does not say"))
  ]
}

// MARK: NT303

private let zhDuties = ["应当", "必须", "不得"]
private let enDuties = ["must", "shall", "obliged", "obligated"]
private let zhDenials = ["没", "不是", "不等于", "不必", "并非", "未", "无", "不会", "不要求", "不强制", "不算", "不用", "不代表", "而非", "吗", "？"]
private let enDenials = [
  "no", "not", "without", "nothing", "nobody", "none", "neither", "nor", "never", "n't", "rather", "cannot", "lacks", "?",
]

private func judgeDuty(_ note: NoteReading) -> [Diagnostic] {
  let law = note.provision.original.sourceText
  guard !(["应当", "必须", "不得", "禁止", "应予"].contains { law.has($0) }) else { return [] }
  let language = note.document.language
  let duties = language == .zh ? zhDuties : enDuties
  return note.lines.flatMap { line -> [Diagnostic] in
    let whole = line.text
    guard duties.contains(where: { whole.has($0) }) else { return [] }
    return line.sentences(in: language).compactMap { sentence -> Diagnostic? in
      let text = line.words(sentence)
      // What another provision says is not this one's.
      guard !line.labels.contains(where: { sentence.overlaps($0) }) else { return nil }
      let denied =
        language == .zh
        ? zhDenials.contains { text.has($0) }
        : { bytes in enDenials.contains { bytes.containsWord($0) } || text.has("’t") }(lowercasedBytes(text))
      guard !denied, let (cue, place) = cue(in: line, sentence, language) else { return nil }
      return note.report(
        .overstatedNote, line, place,
        Bilingual(zh: "注解说“\(cue)”，\(note.place) 里没有", en: "the note says “\(cue)”, \(note.place) imposes no duty"),
        help: Bilingual(zh: "照条文的力度说：鼓励、支持、引导，或者“写的是……”", en: "keep the provision's force: encouraged, supported, or what it says is to be done"),
        notes: [note.original])
    }
  }
}

/// The first word of duty outside quotation marks.
private func cue(in line: BodyLine, _ sentence: Range<Int>, _ language: Language) -> (String, Range<Int>)? {
  var quotes = 0
  for index in sentence {
    switch line.scalars[index] {
    case "“", "‘": quotes += 1
    case "”": quotes = max(0, quotes - 1)
    default: break
    }
    guard quotes == 0 else { continue }
    for word in language == .zh ? zhDuties : enDuties {
      let scalars = Array(word.unicodeScalars)
      let end = index + scalars.count
      guard end <= sentence.upperBound, line.scalars[index..<end].elementsEqual(scalars) else { continue }
      if language == .en {
        func isLetter(_ place: Int) -> Bool { sentence.contains(place) && (0x61...0x7a).contains(line.scalars[place].value | 0x20) }
        if isLetter(index - 1) || isLetter(end) { continue }
      }
      return (word, index..<end)
    }
  }
  return nil
}

// MARK: NT304

/// What a regulation is called where one of its provisions is cited in words.
private struct CitedNames: Sendable {
  let id: String
  let zh: [String]
  let en: [String]

  init(_ regulation: Regulation) {
    id = regulation.id
    let facts = regulation.facts
    zh = [facts.title.zh, facts.short.zh].filter { !$0.isEmpty }
    en = [facts.title.en, facts.short.en].filter { !$0.isEmpty }
  }
}

private func judgeCitations(_ note: NoteReading, _ names: [CitedNames]) -> [Diagnostic] {
  let isChinese = note.document.language == .zh
  return note.lines.compactMap { line -> Diagnostic? in
    // Few lines cite anything in words, so the names of all regulations are only looked for around a citation.
    guard let cited = citation(in: line, note.document.language), !line.isInLabel(cited.lowerBound) else { return nil }
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

/// 第三十二条, Article 32, Measure 5.
private func citation(in line: BodyLine, _ language: Language) -> Range<Int>? {
  let scalars = line.scalars
  if language == .zh {
    var index = 0
    while index < scalars.count {
      if scalars[index] == "第", !line.isInLabel(index), let end = scalars[index...].prefix(8).firstIndex(of: "条") { return index..<end + 1 }
      index += 1
    }
    return nil
  }
  for word in ["Article ", "Measure "] {
    var start = 0
    while let place = scalars[start...].place(of: Array(word.unicodeScalars)) {
      var end = place.upperBound
      while end < scalars.count, (0x30...0x39).contains(scalars[end].value) { end += 1 }
      if end > place.upperBound, !line.isInLabel(place.lowerBound) { return place.lowerBound..<end }
      start = place.upperBound
    }
  }
  return nil
}

// MARK: NT307

private func judgeStatus(_ note: NoteReading) -> [Diagnostic] {
  let status = note.regulation.facts.status
  guard status == .draft || status == .plan else { return [] }
  let phrases =
    note.document.language == .zh
    ? ["本条例", "这部条例", "该条例", "这个条例", "条例规定", "条例要求", "本法", "这部法规", "这部法律", "法律要求", "法规要求"]
    : ["this Regulation", "the Regulation requires", "the Regulation says", "the Regulation provides", "this law", "the law requires", "under the Regulation"]
  let name = status == .draft ? Bilingual(zh: "草案", en: "the draft") : Bilingual(zh: "方案", en: "the plan")
  let denials = note.document.language == .zh ? ["不是", "通过", "正式", "国家"] : ["not ", "adopted", "national", "no "]
  return note.lines.flatMap { line in
    line.sentences(in: note.document.language).compactMap { sentence -> Diagnostic? in
      let text = line.words(sentence)
      guard let phrase = phrases.first(where: { text.has($0) }), !denials.contains(where: { text.has($0) }),
        !line.labels.contains(where: { sentence.overlaps($0) }), let place = text.scalarRange(of: phrase)
      else { return nil }
      return note.report(
        .draftAsLaw, line, sentence.lowerBound + place.lowerBound..<sentence.lowerBound + place.upperBound,
        Bilingual(zh: "\(note.regulation.id) 是\(name.zh)，注解说成“\(phrase)”", en: "\(note.regulation.id) is \(name.en == "the draft" ? "a draft" : "a plan"); the note says “\(phrase)”"),
        help: Bilingual(zh: "说“\(name.zh)”", en: "say “\(name.en)”"))
    }
  }
}

// MARK: NT305

/// The figures and the wording of every fact, by id.
private struct FactFigures: Sendable {
  let figures: [String: Set<Figure>]
  let words: [String: String]

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

private func judgeFigures(_ note: NoteReading, _ facts: FactFigures, _ corpus: Corpus) -> [Diagnostic] {
  var known: Set<Figure>?
  var wording: String?
  let isChinese = note.document.language == .zh
  let examples = ["举个例子", "For example"]
  return note.lines.filter { !examples.contains($0.section) && $0.scalars.first != "#" }.flatMap { line -> [Diagnostic] in
    let text = line.text
    var found: [Diagnostic] = []
    for occurrence in isChinese ? chineseFigures(in: text) : englishFigures(in: text) {
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
    guard isChinese else { return found }
    for place in lawNames(in: line) {
      let name = line.words(place)
      if wording == nil { wording = knownWording(note, facts, corpus) }
      guard wording?.has(name) == false else { continue }
      found.append(
        note.report(
          .foreignFigure, line, place,
          Bilingual(zh: "《\(name)》不在 \(note.place) 里，也不在所链接的事实里", en: "《\(name)》 is neither in \(note.place) nor in a fact that the note links"),
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
  case .percent, .date, .yearMonth, .monthDay, .month: return true
  case .number:
    let isDigits = line.scalars[occurrence.range].contains { (0x30...0x39).contains($0.value) }
    if isChinese {
      let next = end < line.scalars.count ? line.scalars[end] : " "
      let before = start > 0 ? line.scalars[start - 1] : " "
      if before == "第" { return false }
      return isDigits ? !["条", "款", "项", "章"].contains(next) : next == "元" || next == "倍" || next == "日"
    }
    let before = line.words(max(0, start - 12)..<start).lowercased()
    let isPlace = ["article ", "articles ", "item ", "items ", "paragraph ", "measure ", "measures ", "part ", "chapter ", "("].contains { before.hasSuffix($0) }
    return isDigits && !isPlace
  }
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

private func knownWording(_ note: NoteReading, _ facts: FactFigures, _ corpus: Corpus) -> String {
  var words = note.provision.original.sourceText + note.regulation.facts.title.zh
  for link in note.document.body.links {
    switch LinkTarget(link.destination) {
    case .fact(let id): words += facts.words[id] ?? ""
    case .text(let reference):
      guard let other = corpus.regulation(reference.regulation) else { break }
      words += other.facts.title.zh
      if let id = reference.provision, let cited = other[id] { words += cited.original.sourceText }
    default: break
    }
  }
  return words
}

/// What stands in 《》, without them.
private func lawNames(in line: BodyLine) -> [Range<Int>] {
  var found: [Range<Int>] = []
  var open: Int?
  for (index, scalar) in line.scalars.enumerated() {
    if scalar == "《" { open = index + 1 }
    if scalar == "》", let start = open {
      if !line.isInLabel(start) { found.append(start..<index) }
      open = nil
    }
  }
  return found
}
