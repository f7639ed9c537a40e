import Corpus
import Diagnostics

extension Rule {
  public static let keptForce = Rule(
    "NT311", .warning, title: Bilingual(zh: "注解不改条文的力度", en: "A note keeps the force of its provision"),
    explanation: Bilingual(
      zh: "条文里有“应当”“禁止”“可以”“鼓励”“支持”的，注解要说到同一个词；注解用粗体标出的力度（**应当**、**不得**、**禁止**、**鼓励**、**支持**），条文里要有。英文注解同样：must、prohibited、may、encouraged、supported。",
      en: "Where the provision says 应当, 禁止, 可以, 鼓励 or 支持 its note says so too: must, prohibited, may, encouraged, supported; and a word of force that the note sets in bold is one of the provision's."),
    bad: "市场监管部门应当会同…… → **鼓励**会同……", good: "市场监管部门应当会同…… → **应当**会同……")
}

/// What a provision says, and how a note of a language says it.
private let forces: [(law: String, grounds: [String], note: Bilingually<[String]>)] = [
  ("禁止", ["禁止", "不得"], Bilingually(zh: ["禁止"], en: ["prohibit", "forbid", "must not", "shall not"])),
  ("应当", ["应当", "必须", "应予", "不得", "禁止"], Bilingually(zh: ["应当"], en: ["must", "shall"])),
  ("可以", [], Bilingually(zh: ["可以"], en: ["may", "can"])),
  ("鼓励", ["鼓励"], Bilingually(zh: ["鼓励"], en: ["encourag"])),
  ("支持", ["支持"], Bilingually(zh: ["支持"], en: ["support"])),
]

/// NT311: a word of force that the provision has and its note has not, or the other way round.
func judgeForce(_ note: NoteReading) -> [Diagnostic] {
  let law = note.provision.original.sourceText
  let language = note.document.language
  let words = lowercasedBytes(note.document.body.plainText)
  guard !words.isEmpty else { return [] }
  let text = String(decoding: words, as: UTF8.self)
  let lost = forces.filter { law.has($0.law) && !$0.note[language].contains { text.has($0) } }.map { force in
    Diagnostic(
      .keptForce, at: note.document.place,
      Bilingual(zh: "\(note.place) 写的是“\(force.law)”，注解没有说到", en: "\(note.place) says \(force.law); the note has no “\(force.note[language][0])”"),
      notes: [note.original], help: Bilingual(zh: "照条文的力度说", en: "say it with the provision's force"))
  }
  let added = note.lines.flatMap { line in
    boldWords(of: line).compactMap { range -> Diagnostic? in
      let word = line.words(range).lowercased()
      guard let force = forces.first(where: { $0.note[language].contains { word == $0 || language == .en && $0 != "can" && word.hasPrefix($0) } }),
        !force.grounds.isEmpty, !force.grounds.contains(where: { law.has($0) })
      else { return nil }
      return note.report(
        .keptForce, line, range, Bilingual(zh: "注解标出“\(line.words(range))”，\(note.place) 里没有“\(force.law)”", en: "the note stresses “\(line.words(range))”; \(note.place) has no \(force.law)"),
        help: Bilingual(zh: "照条文的力度说", en: "say it with the provision's force"), notes: [note.original])
    }
  }
  return lost + added
}

/// What stands between `**` and `**` on a line.
private func boldWords(of line: BodyLine) -> [Range<Int>] {
  var found: [Range<Int>] = []
  var open: Int?
  var index = 0
  while index + 1 < line.scalars.count {
    guard line.scalars[index] == "*", line.scalars[index + 1] == "*" else {
      index += 1
      continue
    }
    if let start = open {
      found.append(start..<index)
      open = nil
    } else {
      open = index + 2
    }
    index += 2
  }
  return found
}
