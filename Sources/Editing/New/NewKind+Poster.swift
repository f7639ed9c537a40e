import Corpus
import Diagnostics

extension NewKind {
  static let poster = NewKind(name: "poster") { entry throws(Failure) in
    try entry.mustBeNew(entry.corpus.school.posters.contains { $0.slug == entry.name })
    let text = """
      title: \(entry.yamlTitle)
      # Big words, at most five lines. 大字，最多五行。
      lines:
        - \(yamlToWrite("大字", "big words"))

      """ + (try entry.passage()).yaml() + """
      # \(Poster.Motif.allCases.map(\.rawValue).joined(separator: ", "))
      motif: star
      # \(Poster.Colour.allCases.map(\.rawValue).joined(separator: ", "))
      colour: red

      """
    return [FileChange("\(entry.corpus.folder)/school/posters/\(entry.name).yml", text)]
  }
}
