import Corpus
import Diagnostics

extension Rule {
  public static let draftAsLaw = Rule(
    "NT307", .error, title: Bilingual(zh: "草案不说成条例，方案不说成法规", en: "A draft is called a draft, a plan a plan"),
    explanation: Bilingual(
      zh: "草案的注解说“草案”，方案的注解说“方案”，不说“本条例规定”“这部法规要求”“已经生效”。别的注解、情景、主题、页面和教材提到它们，也不说“湖北条例”“湖北的法规”。引号里的不算，说它后来通过或被取代的话不算。",
      en: "Notes on a draft say “the draft”, notes on a plan “the plan”, never “this Regulation”, “the law requires” or “in force”. Other notes, situations, topics, pages and school materials do not call them “the Hubei Regulation” or “Hubei's law” either. Words in quotation marks are not meant, nor what is said of their later adoption."),
    bad: "本条例规定……（湖北草案）", good: "草案写的是……")
}

extension ContentCheck {
  static let draftAsLaw = ContentCheck(.draftAsLaw) { corpus, _ in
    let unfinished = corpus.regulations.filter { $0.facts.status == .draft || $0.facts.status == .plan }.map { UnfinishedText($0, in: corpus) }
    guard !unfinished.isEmpty else { return [] }
    let own = owners(of: unfinished.map(\.regulation))
    // All names in one pass: most documents call none of these texts by one, and there may be many texts.
    let anyName = Bilingually(zh: CueWords(unfinished.flatMap(\.calledSo.zh)), en: CueWords(unfinished.flatMap(\.calledSo.en)))
    return concurrentMap(corpus.documents) { document in
      let lines = document.bodyLines
      let names = lines.contains { anyName[document.language].occur(in: $0.scalars) }
      return unfinished.indices.filter { names || own[document.file] == $0 }.flatMap {
        unfinished[$0].misnomers(in: document, lines, isOwn: own[document.file] == $0)
      }
    }.flatMap { $0 }
  }
}

/// For each note the position of the text that it explains.
private func owners(of regulations: [Regulation]) -> [String: Int] {
  var owners: [String: Int] = [:]
  for (index, regulation) in regulations.enumerated() {
    for provision in regulation.provisions {
      for note in [provision.noteZh, provision.noteEn].compactMap(\.self) { owners[note.document.file] = index }
    }
  }
  return owners
}

/// A draft or a plan, and the words that would make a law of it.
private struct UnfinishedText: Sendable {
  let regulation: Regulation
  /// What others must not call it; empty when its place has a regulation in force that may be called so.
  let calledSo: Bilingually<[String]>
  private let names: Bilingually<CueWords>
  /// What its own notes must not say of it.
  private let phrases: Bilingually<CueWords>

  init(_ regulation: Regulation, in corpus: Corpus) {
    self.regulation = regulation
    let facts = regulation.facts
    let hasLaw = corpus.regulations.contains { $0.facts.place.zh == facts.place.zh && ($0.facts.status == .inForce || $0.facts.status == .adopted) }
    let (zh, en) = hasLaw || facts.place.zh.isEmpty ? ([], []) : (Self.chineseNames(facts), Self.englishNames(facts))
    calledSo = Bilingually(zh: zh, en: en)
    names = Bilingually(zh: CueWords(zh), en: CueWords(en))
    phrases = Bilingually(zh: CueWords(chinesePhrases + zh), en: CueWords(englishPhrases + en))
  }

  /// 湖北条例, 湖北的法规, the title without （草案）.
  private static func chineseNames(_ facts: RegulationFacts) -> [String] {
    let stems = Set([facts.shortPlace, facts.place.zh])
    let names = stems.flatMap { stem in ["条例", "法规", "的条例", "的法规", "的法律", "这部条例", "这部法规"].map { stem + $0 } }
    let title = facts.title.zh.split(separator: "（", maxSplits: 1).first.map(String.init) ?? ""
    return names + (title.hasSuffix("条例") || title.hasSuffix("规定") ? [title] : [])
  }

  private static func englishNames(_ facts: RegulationFacts) -> [String] {
    let place = facts.place.en.lowercased()
    guard !place.isEmpty else { return [] }
    return ["\(place) regulation", "\(place)'s regulation", "\(place)'s law", "\(place) law", "regulation of \(place)"]
  }

  func misnomers(in document: Document, _ lines: [BodyLine], isOwn: Bool) -> [Diagnostic] {
    let language = document.language
    let cues = (isOwn ? phrases : names)[language]
    var linked: Set<Int>?
    return lines.flatMap { line -> [Diagnostic] in
      let claims = line.claims(cues, in: language, evenLinked: true)
      guard !claims.isEmpty else { return [] }
      if linked == nil { linked = linesOnSuccessor(document) }
      guard linked?.contains(line.number) == false else { return [] }
      let sentences = line.sentences(in: language)
      return claims.compactMap { place in
        guard let sentence = sentences.first(where: { $0.contains(place.lowerBound) }), !excuses[language].occur(in: Array(line.scalars[sentence])),
          // A provision of another text that is linked may well be of a regulation.
          !isOwn || names[language].places(in: line.scalars).contains(place) || !line.labels.contains(where: { sentence.contains($0.lowerBound) })
        else { return nil }
        return report(line, place)
      }
    }
  }

  /// Lines that link the fact of what replaced it: they speak of that.
  private func linesOnSuccessor(_ document: Document) -> Set<Int> {
    guard let fact = regulation.facts.replacedByFact?.value else { return [] }
    return Set(document.body.links.filter { LinkTarget($0.destination) == .fact(fact) }.map(\.range.start.line))
  }

  private func report(_ line: BodyLine, _ place: Range<Int>) -> Diagnostic {
    let isDraft = regulation.facts.status == .draft
    let name = isDraft ? Bilingual(zh: "草案", en: "draft") : Bilingual(zh: "方案", en: "plan")
    let words = line.words(place)
    return Diagnostic(
      .draftAsLaw, at: line.range(place),
      Bilingual(zh: "\(regulation.id) 是\(name.zh)，这里说成“\(words)”", en: "\(regulation.id) is a \(name.en); this says “\(words)”"),
      notes: [Diagnostic.Note(Bilingual(zh: "状态在这里", en: "the status is here"), at: regulation.facts.ranges["status"])],
      help: Bilingual(zh: "说“\(name.zh)”", en: "say “the \(name.en)”"))
  }
}

private let chinesePhrases = [
  "本条例", "这部条例", "该条例", "这个条例", "条例规定", "条例要求", "条例写", "本法", "这部法规", "这部法律", "法律要求", "法规要求", "法规规定", "法规写", "已经生效", "已生效",
  "现行有效", "按照条例", "根据条例", "依照条例", "条例鼓励", "条例支持", "条例第", "法规鼓励", "已经施行", "已施行", "正在施行", "已经实施", "生效以后", "生效后",
]
private let englishPhrases = [
  "this regulation", "the regulation requires", "the regulation says", "the regulation provides", "the regulation asks", "under the regulation", "this law",
  "the law requires", "the law says", "the regulation encourages", "according to the regulation", "this local regulation", "is now in force", "is in force", "in force since", "has taken effect", "took effect", "is now law", "is law",
]
/// A sentence with one of these speaks of the draft as a draft, or of what came after it.
private let excuses = Bilingually(
  zh: CueWords(["草案", "通过", "正式", "国家", "方案", "取代"]), en: CueWords(["draft", "adopted", "national", "plan", "replaced", "replace"]))
