import CommonMark
import Corpus
import Diagnostics

extension Rule {
  public static let samePlaces = Rule(
    "TR232", .warning, title: Bilingual(zh: "两种语言的页面链接同样的地方", en: "Both languages of a page link the same places"),
    explanation: Bilingual(
      zh: "中文页和英文页的每一节（##），链接的条文、主题、术语和事实一样。英文指到第十四条，中文指到第十三条，总有一个是错的。站外的链接不比。",
      en: "Section by section (##), the Chinese and the English page link the same provisions, topics, terms and facts. Where one leads to Article 14 and the other to Article 13, one of them is wrong. Links out of the site are not compared."),
    bad: "zh: [](nantong/13) / en: [](nantong/14)", good: "zh: [](nantong/13) / en: [](nantong/13)")
}

extension ContentCheck {
  static let samePlaces = ContentCheck(.samePlaces) { corpus, _ in
    concurrentMap(corpus.documentPairs) { compare($0.zh, $0.en) }.flatMap { $0 }
  }
}

private func compare(_ zh: Document, _ en: Document) -> [Diagnostic] {
  let (chinese, english) = (sections(of: zh), sections(of: en))
  guard chinese.count == english.count else {
    return [
      Diagnostic(
        .samePlaces, at: en.place, Bilingual(zh: "中文有 \(chinese.count - 1) 节，英文有 \(english.count - 1) 节", en: "the Chinese has \(chinese.count - 1) sections, the English \(english.count - 1)"),
        notes: [Diagnostic.Note(Bilingual(zh: "中文在这里", en: "the Chinese is here"), at: zh.place)], help: Bilingual(zh: "两种语言写一样的各节（##）", en: "give both the same sections (##)"))
    ]
  }
  return zip(chinese, english).flatMap { chinese, english in
    surplus(english, over: chinese).map { link in
      report(link, Bilingual(zh: "中文的这一节没有链接 \(link.destination)", en: "the Chinese of this section does not link \(link.destination)"), zh)
    } + surplus(chinese, over: english).map { link in
      report(link, Bilingual(zh: "英文的这一节没有链接 \(link.destination)", en: "the English of this section does not link \(link.destination)"), en)
    }
  }
}

private func report(_ link: Link, _ message: Bilingual, _ other: Document) -> Diagnostic {
  Diagnostic(
    .samePlaces, at: link.range, message, notes: [Diagnostic.Note(Bilingual(zh: "另一种语言的文件在这里", en: "the other language is here"), at: other.place)],
    help: Bilingual(zh: "两种语言链接同样的地方", en: "link the same place in both languages"))
}

/// The internal links of each section, what stands before the first `##` included.
private func sections(of document: Document) -> [[Link]] {
  let starts = document.body.headings.filter { $0.level == 2 }.map(\.range.start.line)
  var sections = [[Link]](repeating: [], count: starts.count + 1)
  for link in document.body.links where !link.isExternal && !link.isImage {
    sections[starts.count { $0 <= link.range.start.line }].append(link)
  }
  return sections
}

/// Links of one list to places that the other does not link at all, each once. English may need two quotations where Chinese
/// has one, so how often does not count.
private func surplus(_ links: [Link], over others: [Link]) -> [Link] {
  var known = Set(others.map(\.destination))
  return links.filter { known.insert($0.destination).inserted }
}
