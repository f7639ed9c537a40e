import Corpus
import Diagnostics
import Insights

extension Rule {
  public static let unsignedBlank = Rule(
    "LK510", .warning, title: Bilingual(zh: "矩阵的每一格要么有条文，要么签了空白", en: "Every cell of the matrix is filled or signed"),
    explanation: Bilingual(
      zh: "参加比较的法规在某个主题下没有条文时，编辑要在主题的 absent 里签名：哪天、读的是哪一版文本。",
      en: "When a compared regulation has no provision under a topic, an editor signs that in the topic's `absent:` with the day and the digest of the text that was read."),
    bad: "absent: []", good: "absent:\n  - { regulation: xuzhou, on: 2026-11-21, of: 1a2b3c4d5e6f }")
  public static let signedAndFilled = Rule(
    "LK511", .error, title: Bilingual(zh: "签了空白的格子里没有条文", en: "A signed blank has no provision"),
    explanation: Bilingual(zh: "注解把条文归入了主题，主题却签了“没有”。", en: "A note puts a provision under the topic, and the topic signs that there is none."),
    bad: "absent: [xuzhou], xuzhou/12: topics: [brands]", good: "xuzhou/12: topics: [brands]")
  public static let staleBlank = Rule(
    "LK512", .warning, title: Bilingual(zh: "空白是照现在的文本签的", en: "A blank is signed for the present text"),
    explanation: Bilingual(zh: "文本变了，要重读再签。", en: "The text has changed since; read it again and sign again."),
    bad: "of: 000000000000", good: "of: 1a2b3c4d5e6f")
}

extension ContentCheck {
  static let topicCells = ContentCheck(.unsignedBlank, .signedAndFilled, .staleBlank) { corpus, insights in
    var found: [Diagnostic] = []
    for topic in corpus.topics {
      for blank in topic.absent {
        guard let index = corpus.regulations.firstIndex(where: { $0.id == blank.regulation.value }) else { continue }
        let regulation = corpus.regulations[index]
        let filled = insights.topics.provisions(of: topic.slug, regulation: index)
        if let first = filled.first {
          let name = "\(regulation.id)/\(corpus[first].provision.id)"
          found.append(
            Diagnostic(
              .signedAndFilled, at: blank.range,
              Bilingual(zh: "签了空白，但 \(name) 属于这个主题", en: "signed as blank, but \(name) is under this topic"),
              help: Bilingual(zh: "删去签名，或改正注解的 topics", en: "remove the signature or mend the note's topics")))
        } else if blank.of != regulation.digest {
          found.append(
            Diagnostic(
              .staleBlank, at: blank.range,
              Bilingual(zh: "这是照另一版 \(regulation.id) 签的", en: "this was signed for another text of \(regulation.id)"),
              severity: regulation.severityOfGaps,
              help: Bilingual(zh: "重读后运行 mingzhi stamp topic:\(topic.slug)", en: "read it again, then run mingzhi stamp topic:\(topic.slug)")))
        }
      }
      // What its front matter says, or what a note is about, is not known.
      if !corpus.isWhole || corpus.faultyFiles.contains(topic.document.zh.file) { continue }
      for regulation in corpus.compared {
        guard let index = corpus.regulations.firstIndex(where: { $0.id == regulation.id }),
          insights.topics.provisions(of: topic.slug, regulation: index).isEmpty,
          !topic.absent.contains(where: { $0.regulation.value == regulation.id })
        else { continue }
        found.append(
          Diagnostic(
            .unsignedBlank, at: topic.document.zh.place,
            Bilingual(zh: "主题 \(topic.slug) 在 \(regulation.id) 里既没有条文也没有签名", en: "topic \(topic.slug) is neither filled nor signed for \(regulation.id)"),
            severity: regulation.severityOfGaps,
            help: Bilingual(
              zh: "读过 \(regulation.id) 之后在 absent 里写 - { regulation: \(regulation.id), on: 读完的日期, of: \"?\" }，再运行 mingzhi stamp topic:\(topic.slug) 填上摘要",
              en: "read \(regulation.id), then write - { regulation: \(regulation.id), on: DATE, of: \"?\" } under absent: and let mingzhi stamp topic:\(topic.slug) fill in the digest")))
      }
    }
    return found
  }
}
