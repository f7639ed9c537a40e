import Corpus
import Diagnostics
import Legislation

extension Rule {
  public static let statusAndDates = Rule(
    "LW121", .error, title: Bilingual(zh: "状态和日期相符", en: "Status and dates agree"),
    explanation: Bilingual(
      zh: "草案没有通过日和施行日；现行有效的要有施行日；先通过、再批准、再施行；方案用印发日。题注和最后一条写了日期的，regulation.yml 要和它们一样。",
      en: "A draft has no date of adoption or effect; a text in force has one; adoption comes before approval, approval before effect; a plan has a date of issue. Where the adoption note or the last article gives a date, regulation.yml gives the same."),
    bad: "status: draft\neffective: 2024-11-01", good: "status: draft")
  public static let succession = Rule(
    "LW122", .error, title: Bilingual(zh: "succeeds 指向前一版，不绕圈", en: "`succeeds` names the version before and does not go round"),
    explanation: Bilingual(
      zh: "不能指向自己，不能几部互相接替，前一版也不能晚于后一版通过。标为 superseded 的要有后一版，或者写 replaced-by。",
      en: "A text does not succeed itself, versions do not succeed each other in a circle, and the earlier one was not adopted later. One that is `superseded` has a successor or says `replaced-by`."),
    bad: "nantong: succeeds: nantong", good: "nantong-2026: succeeds: nantong")
  public static let deadCitation = Rule(
    "LW123", .error, title: Bilingual(zh: "引用的条文存在", en: "A provision that is cited exists"),
    explanation: Bilingual(
      zh: "“本条例第四十条”要在本条例里。译文的 Article 40 of this Regulation 和注解里的“本条例第四十条”“草案第四十条”也一样查。章也查：“本条例第九章”，没有分章的文本里的“本章”；注解里还有单写的“第九章”和 Chapter IX。",
      en: "本条例第四十条 must be in this text; so must “Article 40 of this Regulation” in the translation and 本条例第四十条 or 草案第四十条 in a note; and so must a chapter: 本条例第九章, and 本章 in a text without chapters; in a note 第九章 and Chapter IX alone as well."),
    bad: "依照本条例第九十条处理。", good: "依照本条例第三十条处理。")
}

extension ContentCheck {
  static let legalStatus = ContentCheck(.statusAndDates, .succession) { corpus, _ in
    corpus.regulations.filter { !$0.facts.isPartial }.flatMap {
      judgeDates($0.facts) + judgeNames($0) + judgeDatesInText($0) + judgeSuccession($0, in: corpus) + judgeReplacement($0, in: corpus)
    }
  }

  static let citations = ContentCheck(.deadCitation) { corpus, _ in
    concurrentMap(corpus.regulations) { judgeCitations($0) + judgeCitedChapters($0) }.flatMap { $0 }
  }
}

private func judgeDates(_ facts: RegulationFacts) -> [Diagnostic] {
  var found: [Diagnostic] = []
  func report(_ key: String, _ message: Bilingual, _ help: Bilingual) {
    found.append(
      Diagnostic(
        .statusAndDates, at: facts.ranges[key] ?? SourceRange(file: facts.file, line: 1), message,
        notes: key == "status" ? [] : [Diagnostic.Note(Bilingual(zh: "状态在这里", en: "the status is here"), at: facts.ranges["status"])], help: help))
  }
  switch facts.status {
  case .draft:
    for (key, date) in [("adopted", facts.adopted), ("approved", facts.approved), ("effective", facts.effective)] {
      guard let date else { continue }
      report(key, Bilingual(zh: "草案不会有 \(key): \(date)", en: "a draft has no '\(key)' (\(date))"), Bilingual(zh: "删去日期，或者改 status", en: "drop the date or change the status"))
    }
  case .inForce:
    if facts.effective == nil {
      report("status", Bilingual(zh: "现行有效，却没有 effective", en: "in force without an 'effective' date"), Bilingual(zh: "写上 effective，或者改 status", en: "add 'effective' or change the status"))
    }
  case .adopted:
    if facts.adopted == nil {
      report("status", Bilingual(zh: "已经通过，却没有 adopted", en: "adopted without an 'adopted' date"), Bilingual(zh: "写上 adopted", en: "add 'adopted'"))
    }
  case .plan:
    if let date = facts.adopted ?? facts.approved {
      report(facts.adopted == nil ? "approved" : "adopted", Bilingual(zh: "方案是印发的，不是通过的（\(date)）", en: "a plan is issued, not adopted (\(date))"), Bilingual(zh: "用 issued", en: "use 'issued'"))
    }
  case .superseded, .repealed: break
  }
  if (facts.status == .plan) != (facts.kind == .plan) {
    report("status", Bilingual(zh: "kind 和 status 只有一个是 plan", en: "only one of 'kind' and 'status' is plan"), Bilingual(zh: "两处写成一样", en: "make them agree"))
  }
  let order = [("adopted", facts.adopted), ("approved", facts.approved), ("effective", facts.effective)].compactMap { key, date in date.map { (key, $0) } }
  for (earlier, later) in zip(order, order.dropFirst()) where later.1 < earlier.1 {
    report(
      later.0, Bilingual(zh: "\(later.0)（\(later.1)）早于 \(earlier.0)（\(earlier.1)）", en: "'\(later.0)' (\(later.1)) is before '\(earlier.0)' (\(earlier.1))"),
      Bilingual(zh: "对照题注改正", en: "compare the adoption note and mend it"))
  }
  return found
}

/// What `regulation.yml` calls the text and its bodies stands in the text: its title, and who adopted or approved it.
private func judgeNames(_ regulation: Regulation) -> [Diagnostic] {
  let facts = regulation.facts
  var found: [Diagnostic] = []
  func report(_ key: String, _ message: Bilingual) {
    found.append(Diagnostic(.statusAndDates, at: facts.ranges[key] ?? SourceRange(file: facts.file, line: 1), message, help: Bilingual(zh: "对照文本改正", en: "compare the text and mend it")))
  }
  if let title = regulation.original.title?.text, folded(title) != folded(facts.title.zh) {
    report("title", Bilingual(zh: "title 是“\(facts.title.zh)”，文本的标题是“\(title)”", en: "'title' is “\(facts.title.zh)”, the text is headed “\(title)”"))
  }
  let adoption = regulation.original.adoption.map(\.text).joined()
  guard !adoption.isEmpty else { return found }
  for body in facts.bodies where !adoption.has(body.name.zh) {
    report("bodies", Bilingual(zh: "题注里没有“\(body.name.zh)”", en: "the adoption note does not name “\(body.name.zh)”"))
  }
  if adoption.has("批准"), facts.approved == nil {
    report("status", Bilingual(zh: "题注写着批准，这里没有 approved", en: "the adoption note speaks of an approval, and there is no 'approved'"))
  }
  return found
}

private func judgeSuccession(_ regulation: Regulation, in corpus: Corpus) -> [Diagnostic] {
  guard let link = regulation.facts.succeeds else { return [] }
  var seen: Set<String> = [regulation.id]
  var current = link.value
  while let earlier = corpus.regulation(current) {
    guard seen.insert(current).inserted else {
      return current == regulation.id
        ? [
          Diagnostic(
            .succession, at: link.range, Bilingual(zh: "succeeds 绕回了 \(regulation.id)", en: "'succeeds' leads back to \(regulation.id)"),
            help: Bilingual(zh: "指向真正的前一版", en: "name the version that came before"))
        ] : []
    }
    guard let next = earlier.facts.succeeds else { break }
    current = next.value
  }
  guard let earlier = corpus.regulation(link.value)?.facts.adopted, let later = regulation.facts.adopted, later < earlier else { return [] }
  return [
    Diagnostic(
      .succession, at: link.range, Bilingual(zh: "\(link.value) 通过得更晚（\(earlier)）", en: "\(link.value) was adopted later (\(earlier))"),
      help: Bilingual(zh: "接替关系写反了？", en: "is the succession the wrong way round?"))
  ]
}

private func judgeCitations(_ regulation: Regulation) -> [Diagnostic] {
  let known = Set(regulation.provisions.compactMap { $0.original.label?.number })
  var found: [Diagnostic] = []
  func judge(_ text: String, _ range: (Range<Int>) -> SourceRange, _ marks: [String], _ language: Language) {
    for (place, number) in citations(in: text, marks, language) where !known.contains(number) {
      let words = String(String.UnicodeScalarView([Unicode.Scalar](of: text)[place]))
      found.append(
        Diagnostic(
          .deadCitation, at: range(place), Bilingual(zh: "\(regulation.id) 里没有“\(words)”", en: "\(regulation.id) has no “\(words)”"),
          help: Bilingual(zh: "\(regulation.id) 到 \(regulation.provisions.last?.id.rawValue ?? "") 为止", en: "\(regulation.id) ends with \(regulation.provisions.last?.id.rawValue ?? "")")))
    }
  }
  // The law itself is read by the recogniser of citations, see ContentCheck.citedPlaces.
  if let text = regulation.translation, let source = regulation.translationSource {
    let lines = SourceLines(source)
    for provision in text.provisions {
      for paragraph in provision.paragraphs {
        let passage = Passage(text: paragraph.text, line: paragraph.line, source: lines)
        judge(passage.text, passage.range(of:), ["of this Regulation", "of these Measures", "of this Law"], .en)
        for item in paragraph.items {
          let passage = Passage(text: item.text, line: item.line, source: lines)
          judge(passage.text, passage.range(of:), ["of this Regulation", "of these Measures", "of this Law"], .en)
        }
      }
    }
  }
  let isDraft = regulation.facts.status == .draft
  for provision in regulation.provisions {
    for note in [provision.noteZh, provision.noteEn].compactMap(\.self) {
      let isChinese = note.document.language == .zh
      let marks = isDraft ? [isChinese ? "草案" : "of the draft"] : [isChinese ? "本条例" : "of this Regulation"]
      guard marks.contains(where: note.document.source.has) else { continue }
      for line in note.document.bodyLines { judge(line.text, line.range, marks, note.document.language) }
    }
  }
  return found
}

/// 本条例第四十条; Article 40 of this Regulation. The numbers are those of ids: 12-1.
private func citations(in text: String, _ marks: [String], _ language: Language) -> [(Range<Int>, String)] {
  guard marks.contains(where: { text.has($0) }) else { return [] }
  let scalars = [Unicode.Scalar](of: text)
  var found: [(Range<Int>, String)] = []
  for mark in marks {
    let mark = [Unicode.Scalar](of: mark)
    var index = 0
    while index + mark.count <= scalars.count {
      guard scalars[index..<index + mark.count].elementsEqual(mark) else {
        index += 1
        continue
      }
      if language == .zh {
        let start = index + mark.count
        if start < scalars.count, scalars[start] == "第", let end = scalars[start...].prefix(8).firstIndex(of: "条"),
          let value = number(chinese: String(scalars: scalars[start + 1..<end]))
        {
          found.append((index..<end + 1, String(value)))
        }
      } else {
        var start = index - 1
        while start > 0, scalars[start] == " " { start -= 1 }
        let end = start + 1
        while start >= 0, (0x30...0x39).contains(scalars[start].value) { start -= 1 }
        let digits = String(scalars: scalars[max(0, start + 1)..<max(0, end)])
        if start >= 8, !digits.isEmpty, String(scalars: scalars[start - 7..<start + 1]) == "Article " {
          found.append((start - 7..<index + mark.count, digits))
        }
      }
      index += mark.count
    }
  }
  return found
}
