import Corpus
import Diagnostics
import Legislation

/// LW121: the dates of `regulation.yml` against those that the text itself gives: the adoption note, and the provision that
/// says 自……起施行.
func judgeDatesInText(_ regulation: Regulation) -> [Diagnostic] {
  let facts = regulation.facts
  let note = regulation.original.adoption.map(\.text).joined(separator: "　")
  let acts = acts(in: note)
  var found: [Diagnostic] = []
  func report(_ key: String, _ date: CalendarDate, _ stated: [CalendarDate], _ line: Int) {
    guard !stated.isEmpty, !stated.contains(date) else { return }
    let text = stated.map { $0.formatted(in: .zh) }.joined(separator: "、")
    found.append(
      Diagnostic(
        .statusAndDates, at: facts.ranges[key] ?? SourceRange(file: facts.file, line: 1),
        Bilingual(zh: "\(key) 是 \(date)，文本里是 \(text)", en: "'\(key)' is \(date), the text says \(stated.map(\.description).joined(separator: ", "))"),
        notes: [Diagnostic.Note(Bilingual(zh: "文本在这里", en: "the text says so here"), at: SourceRange(file: regulation.originalFile, line: line))],
        help: Bilingual(zh: "以公布的文本为准", en: "the published text decides")))
  }
  let noteLine = regulation.original.adoption.first?.line ?? 1
  if let adopted = facts.adopted { report("adopted", adopted, acts.filter { $0.act != "批准" }.map(\.date), noteLine) }
  if let approved = facts.approved { report("approved", approved, acts.filter { $0.act == "批准" }.map(\.date), noteLine) }
  // An amended text keeps its first date in its last article, and takes effect anew.
  if let effective = facts.effective, !note.has("修正"), !note.has("修订"), let last = regulation.provisions.last?.original {
    for paragraph in last.paragraphs { report("effective", effective, effectiveDates(in: paragraph.text), paragraph.line) }
  }
  return found
}

/// Dates of an adoption note, each with what was done on it: 通过, 制定, 修订, 批准.
private func acts(in note: String) -> [(act: String, date: CalendarDate)] {
  let scalars = [Unicode.Scalar](of: note)
  let dates = dates(in: note)
  return dates.enumerated().compactMap { index, date in
    let end = index + 1 < dates.count ? dates[index + 1].range.lowerBound : scalars.count
    let words = String(scalars: scalars[date.range.upperBound..<end])
    return ["通过", "制定", "修订", "修正", "批准"].first { words.has($0) }.map { ($0, date.value) }
  }
}

/// 2021年9月1日 in 自2021年9月1日起施行.
private func effectiveDates(in text: String) -> [CalendarDate] {
  let scalars = [Unicode.Scalar](of: text)
  return dates(in: text).compactMap { date in
    let after = scalars[date.range.upperBound...]
    return after.starts(with: "起施行".unicodeScalars) || after.starts(with: "起实施".unicodeScalars) ? date.value : nil
  }
}

private func dates(in text: String) -> [(value: CalendarDate, range: Range<Int>)] {
  guard text.has("年") else { return [] }
  return chineseFigures(in: text).compactMap { figure in
    guard case .date(let year, let month, let day) = figure.figure else { return nil }
    return CalendarDate(year: year, month: month, day: day).map { ($0, figure.range) }
  }
}

/// LW122: a text that was replaced says by what.
func judgeReplacement(_ regulation: Regulation, in corpus: Corpus) -> [Diagnostic] {
  let facts = regulation.facts
  guard facts.status == .superseded, facts.replacedBy == nil, !corpus.regulations.contains(where: { $0.facts.succeeds?.value == regulation.id }) else { return [] }
  return [
    Diagnostic(
      .succession, at: facts.ranges["status"] ?? SourceRange(file: facts.file, line: 1),
      Bilingual(zh: "\(regulation.id) 已被取代，却没有写被什么取代", en: "\(regulation.id) is superseded, and nothing says by what"),
      help: Bilingual(
        zh: "在新文本里写 succeeds: \(regulation.id)，或者在这里写 replaced-by", en: "write 'succeeds: \(regulation.id)' in the new text, or 'replaced-by' here"))
  ]
}
