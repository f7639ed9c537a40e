import CommonMark
import Corpus
import Diagnostics

extension Rule {
  public static let unknownTarget = Rule(
    "LK501", .error, title: Bilingual(zh: "链接指向存在的东西", en: "A link leads to something that is there"),
    explanation: Bilingual(
      zh: "正文里的链接写成 nantong/32、nantong/5#p1-i3、topic:brands、fact:hotline-12315 等，目标必须存在。",
      en: "Links are written nantong/32, nantong/5#p1-i3, topic:brands, fact:hotline-12315 and so on; the target must exist."),
    bad: "[](nantong/93)", good: "[](nantong/39)")
}

extension ContentCheck {
  static let references = ContentCheck(.unknownTarget) { corpus, _ in
    var found: [Diagnostic] = []
    for document in corpus.documents {
      for link in document.body.links where !link.isExternal {
        found += judge(link.destination, at: link.destinationRange, in: corpus)
      }
    }
    for regulation in corpus.regulations {
      for provision in regulation.provisions {
        for topic in provision.noteZh?.topics ?? [] { found += judge("topic:" + topic.value, at: topic.range, in: corpus) }
        for other in provision.noteZh?.related ?? [] { found += judge(other.value, at: other.range, in: corpus) }
      }
      if let earlier = regulation.facts.succeeds { found += judge(earlier.value, at: earlier.range, in: corpus) }
      if let fact = regulation.facts.replacedByFact { found += judge("fact:" + fact.value, at: fact.range, in: corpus) }
    }
    for situation in corpus.situations {
      for topic in situation.topics { found += judge("topic:" + topic.value, at: topic.range, in: corpus) }
    }
    for term in corpus.terms {
      if let fact = term.fact { found += judge("fact:" + fact.value, at: fact.range, in: corpus) }
    }
    for topic in corpus.topics {
      for blank in topic.absent { found += judge(blank.regulation.value, at: blank.regulation.range, in: corpus) }
    }
    for id in corpus.settings.compared { found += judge(id.value, at: id.range, in: corpus) }
    return found
  }
}

func judge(_ destination: String, at range: SourceRange, in corpus: Corpus) -> [Diagnostic] {
  guard let target = LinkTarget(destination) else {
    return [
      Diagnostic(
        .unknownTarget, at: range, Bilingual(zh: "看不懂链接 \(destination)", en: "'\(destination)' is no link that the site knows"),
        help: Bilingual(
          zh: "写成 nantong/32、topic:brands、fact:hotline-12315 或 https://…",
          en: "write nantong/32, topic:brands, fact:hotline-12315 or https://…"))
    ]
  }
  guard let problem = corpus.problem(with: target), !corpus.isExcusedByFaultyFile(target) else { return [] }
  return [Diagnostic(.unknownTarget, at: range, problem.message, help: problem.help)]
}

extension Corpus {
  /// Every document of ours but the notes, in both languages.
  var bilingualDocuments: [BilingualDocument] { topics.map(\.document) + situations.map(\.document) + pages + school.documents }

  /// Our documents that exist in both languages, notes included.
  var documentPairs: [(zh: Document, en: Document)] {
    let notes = regulations.flatMap { regulation in
      regulation.provisions.compactMap { provision in
        provision.noteZh.flatMap { zh in provision.noteEn.map { (zh.document, $0.document) } }
      }
    }
    return notes + bilingualDocuments.compactMap { pair in pair.en.map { (pair.zh, $0) } }
  }

  /// Every Markdown document of ours.
  var documents: [Document] {
    let notes = regulations.flatMap { $0.provisions.flatMap { [$0.noteZh?.document, $0.noteEn?.document].compactMap(\.self) } }
    return notes + bilingualDocuments.flatMap { [$0.zh, $0.en].compactMap(\.self) }
  }
}
