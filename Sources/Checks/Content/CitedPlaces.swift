import Corpus
import Diagnostics
import Insights
import Legislation

extension Rule {
  public static let missingCitedPlace = Rule(
    "LW130", .error, title: Bilingual(zh: "法规引用自己的条款时，那一条款要存在", en: "A law cites places of its own that are there"),
    explanation: Bilingual(
      zh: "本条例第X条、前款、第X条第Y款第Z项等引用在网页上成为链接。指向不存在的条款，多半是录入错误；先对照公布文本。",
      en: "Citations such as 本条例第X条, 前款 or 第X条第Y款第Z项 become links on the page. One that leads nowhere is mostly a slip of the edition; compare it with the publication first."),
    bad: "违反本条例第九十条规定的", good: "违反本条例第十九条规定的")
}

extension ContentCheck {
  static let citedPlaces = ContentCheck(.missingCitedPlace) { corpus, insights in
    var found: [Diagnostic] = []
    for (r, regulation) in corpus.regulations.enumerated() {
      for (p, provision) in regulation.provisions.enumerated() {
        for citation in insights.citations.citations(in: ProvisionPosition(regulation: r, provision: p)) {
          guard case .missing(let cited) = citation.target else { continue }
          found.append(
            Diagnostic(
              .missingCitedPlace, at: range(of: citation, in: provision.original, file: regulation.originalFile),
              Bilingual(
                zh: "\(regulation.id)/\(provision.id) 引用的 \(cited.isEmpty ? citation.text : cited) 不存在",
                en: "\(regulation.id)/\(provision.id) cites \(cited.isEmpty ? citation.text : cited), which is not there"),
              help: Bilingual(zh: "对照公布文本；文本本身如此时，在 exceptions.yml 里写明", en: "compare it with the publication; if the law itself says so, excuse it in exceptions.yml")))
        }
      }
    }
    return found
  }
}

/// Where a citation stands in the file, when its paragraph is written on one line.
private func range(of citation: TextCitation, in provision: Provision, file: String) -> SourceRange {
  let element = provision.element(at: citation.anchor)
  let item = element?.items.last
  let label = item.map { $0.printedText.unicodeScalars.count - $0.text.unicodeScalars.count } ?? 0
  return SourceRange(
    file: file, line: item?.line ?? element?.paragraph.line ?? provision.line,
    column: citation.range.lowerBound + label + 1, length: citation.range.count)
}
