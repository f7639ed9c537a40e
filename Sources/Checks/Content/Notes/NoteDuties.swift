import Corpus
import Diagnostics

/// NT303: a duty that the provision does not impose.
func judgeDuty(_ note: NoteReading) -> [Diagnostic] {
  let law = note.provision.original.sourceText
  guard !(["应当", "必须", "不得", "禁止", "应予"].contains { law.has($0) }) else { return [] }
  let language = note.document.language
  return note.lines.flatMap { line in
    line.claims(ForceWords.duties[language], in: language).map { place in
      note.report(
        .overstatedNote, line, place,
        Bilingual(zh: "注解说“\(line.words(place))”，\(note.place) 里没有", en: "the note says “\(line.words(place))”, \(note.place) imposes no duty"),
        help: Bilingual(zh: "照条文的力度说：鼓励、支持、引导，或者“写的是……”", en: "keep the provision's force: encouraged, supported, or what it says is to be done"),
        notes: [note.original])
    }
  }
}

/// NT308: a right or a penalty that the provision does not hold. Where it speaks of rights or penalties at all, what a note
/// makes of them is for a reader to judge.
func judgeRights(_ note: NoteReading) -> [Diagnostic] {
  let law = note.provision.original.sourceText
  let language = note.document.language
  let kinds = [
    (ForceWords.rights, ["有权", "权利", "权益"], Bilingual(zh: "权利", en: "right")),
    (ForceWords.penalties, ["罚", "吊销", "没收", "责任", "处分", "惩"], Bilingual(zh: "处罚", en: "penalty")),
  ]
  return kinds.flatMap { cues, grounds, kind -> [Diagnostic] in
    guard !grounds.contains(where: { law.has($0) }) else { return [] }
    return note.lines.flatMap { line in
      line.claims(cues[language], in: language).map { place in
        note.report(
          .addedRight, line, place,
          Bilingual(zh: "注解说“\(line.words(place))”，\(note.place) 没有写\(kind.zh)", en: "the note says “\(line.words(place))”, \(note.place) names no \(kind.en)"),
          help: Bilingual(zh: "只说条文写的；别处的规定写进 facts.yml 再链接", en: "say what the provision says; what comes from elsewhere is linked as a fact"),
          notes: [note.original])
      }
    }
  }
}
