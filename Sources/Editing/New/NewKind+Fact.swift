import Diagnostics

extension NewKind {
  static let fact = NewKind(name: "fact") { entry throws(Failure) in
    try entry.mustBeNew(entry.corpus.fact(entry.name) != nil)
    let text = """
      - id: \(entry.name)
        title: \(entry.yamlTitle)
        statement: \(yamlToWrite("事实，一两句话。", "the fact in one or two sentences."))
        source: \(yamlToWrite("出处。", "where it is from."))
        as-of: \(entry.today)

      """
    return [entry.appended(text, to: "facts.yml")]
  }
}
