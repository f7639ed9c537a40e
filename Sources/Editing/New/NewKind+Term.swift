import Diagnostics

extension NewKind {
  static let term = NewKind(name: "term") { entry throws(Failure) in
    try entry.mustBeNew(entry.corpus.term(entry.name) != nil)
    let text = """
      - id: \(entry.name)
        zh: \(quoted(entry.title(.zh)))
        en: \(quoted(entry.title(.en)))
        definition: \(yamlToWrite("一两句话的解释。", "one or two plain sentences."))

      """
    return [entry.appended(text, to: "glossary.yml")]
  }
}
