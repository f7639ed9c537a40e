import CommonMark
import Corpus
import Diagnostics

extension Rule {
  public static let unusedFact = Rule(
    "FT401", .warning, title: Bilingual(zh: "每个事实都有地方用到", en: "Every fact is used"),
    explanation: Bilingual(
      zh: "没有任何注解、主题、情景、页面、教案或词条链接它，就不用维护它。删去，或者在用到的地方写 [](fact:…)。",
      en: "A fact that no note, topic, situation, page, lesson or term links need not be kept up. Delete it or link it as [](fact:…)."),
    bad: "- id: world-metrology-day (no link)", good: "[](fact:world-metrology-day)")
  public static let outdatedFact = Rule(
    "FT402", .warning, title: Bilingual(zh: "事实按期复核", en: "A fact is looked at again in time"),
    explanation: Bilingual(
      zh: "review-by 的日子过了。查证后更新 as-of 和 review-by。", en: "The day of `review-by` has passed. Verify the fact, then renew `as-of` and `review-by`."),
    bad: "review-by: 2020-01-01", good: "review-by: 2030-01-01")
  public static let unsourcedFact = Rule(
    "FT403", .error, title: Bilingual(zh: "事实有来源，复核日在确知日之后", en: "A fact has a source, and is reviewed after it was known"),
    explanation: Bilingual(
      zh: "来源要写明机构和文件；review-by 不能早于 as-of。", en: "The source names a body and a document; `review-by` is not before `as-of`."),
    bad: "source: { zh: 网上, en: web }", good: "source: { zh: 国务院令第279号，2000年, en: State Council Decree No. 279, 2000 }")
}

extension ContentCheck {
  /// `today` decides what is outdated; nil leaves that out, so that the same content gives the same findings.
  static func facts(today: CalendarDate?) -> ContentCheck {
    ContentCheck(.unusedFact, .outdatedFact, .unsourcedFact) { corpus, _ in
      let used = usedFacts(corpus)
      return corpus.facts.flatMap { fact -> [Diagnostic] in
        var found: [Diagnostic] = []
        if !used.contains(fact.id), corpus.isWhole {
          found.append(
            Diagnostic(
              .unusedFact, at: fact.range, Bilingual(zh: "没有地方用到事实 \(fact.id)", en: "nothing links the fact '\(fact.id)'"),
              help: Bilingual(zh: "在用到的地方写 [](fact:\(fact.id))，或者删去", en: "link it as [](fact:\(fact.id)) or delete it")))
        }
        if let today, let reviewBy = fact.reviewBy, reviewBy < today {
          found.append(
            Diagnostic(
              .outdatedFact, at: fact.reviewRange,
              Bilingual(zh: "事实 \(fact.id) 该在 \(reviewBy) 前复核", en: "the fact '\(fact.id)' was to be reviewed by \(reviewBy)"),
              help: Bilingual(zh: "查证后更新 as-of 和 review-by", en: "verify it, then renew as-of and review-by")))
        }
        if let today, today < fact.asOf {
          found.append(
            Diagnostic(
              .unsourcedFact, at: fact.range,
              Bilingual(zh: "事实 \(fact.id) 的 as-of（\(fact.asOf)）还没有到", en: "as-of of the fact '\(fact.id)' (\(fact.asOf)) has not come yet"),
              help: Bilingual(zh: "写查证的那一天", en: "give the day on which it was verified")))
        }
        if let reviewBy = fact.reviewBy, reviewBy < fact.asOf {
          found.append(
            Diagnostic(
              .unsourcedFact, at: fact.reviewRange,
              Bilingual(zh: "事实 \(fact.id) 的 review-by 早于 as-of", en: "review-by of the fact '\(fact.id)' is before its as-of"),
              help: Bilingual(zh: "改正日期", en: "mend the dates")))
        }
        if min(fact.source.zh.unicodeScalars.count * 2, fact.source.en.unicodeScalars.count) < 8 {
          found.append(
            Diagnostic(
              .unsourcedFact, at: fact.sourceRange,
              Bilingual(zh: "事实 \(fact.id) 的来源说不清出处", en: "the source of the fact '\(fact.id)' names no document"),
              help: Bilingual(zh: "写明机构和文件", en: "name the body and the document")))
        }
        return found
      }
    }
  }
}

private func usedFacts(_ corpus: Corpus) -> Set<String> {
  var used: Set<String> = []
  for document in corpus.documents {
    for link in document.body.links {
      if case .fact(let id) = LinkTarget(link.destination) { used.insert(id) }
    }
  }
  used.formUnion(corpus.terms.compactMap { $0.fact?.value })
  used.formUnion(corpus.regulations.compactMap { $0.facts.replacedByFact?.value })
  return used
}
