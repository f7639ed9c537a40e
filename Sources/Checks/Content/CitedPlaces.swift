import Corpus
import Diagnostics
import Insights
import Legislation

extension ContentCheck {
  /// Citations of a law's own places: an article, paragraph or item that is not there.
  static let citedPlaces = ContentCheck(.deadCitation) { corpus, insights in
    var found: [Diagnostic] = []
    for (r, regulation) in corpus.regulations.enumerated() {
      for (p, provision) in regulation.provisions.enumerated() {
        for citation in insights.citations.citations(in: ProvisionPosition(regulation: r, provision: p)) {
          guard case .missing(let cited) = citation.target else { continue }
          found.append(
            Diagnostic(
              .deadCitation, at: range(of: citation, in: provision.original, file: regulation.originalFile),
              Bilingual(
                zh: "\(regulation.id) 里没有“\(cited.isEmpty ? citation.text : cited)”", en: "\(regulation.id) has no “\(cited.isEmpty ? citation.text : cited)”"),
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
