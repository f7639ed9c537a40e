import Corpus
import Diagnostics

extension NewKind {
  /// The pocket guide of a regulation: eight panels, laid over its provisions.
  static let pocket = NewKind(name: "pocket") { entry throws(Failure) in
    try entry.mustBeNew(entry.corpus.school.pocketGuides.contains { $0.regulation == entry.name })
    guard let provisions = entry.corpus.regulation(entry.name)?.provisions, !provisions.isEmpty else {
      let all = entry.corpus.regulations.map(\.id)
      let near = nearestNames(to: entry.name, among: all, limit: 1).first
      throw .usage(
        Bilingual(
          zh: "口袋指南以法规命名，没有法规 \(entry.name)" + (near.map { "；是不是 \($0)？" } ?? ""),
          en: "a pocket guide is named as its regulation, and there is none '\(entry.name)'" + (near.map { "; did you mean '\($0)'?" } ?? "")))
    }
    return entry.documents(in: "school/pocket") { language in
      (0..<8).map { panel in
        let provision = provisions[panel * provisions.count / 8]
        return """

          ### \(toWrite(language, "第\(panel + 1)面", "panel \(panel + 1)"))

          \(toWrite(language, "一两句话，力度词加粗。", "a sentence or two, with the word of force in bold."))

          [](\(entry.name)/\(provision.id))

          """
      }.joined()
    }
  }
}
