import Diagnostics

/// Readers of the files that hold one list each: glossary, facts, exceptions.
extension Term {
  static func loadAll(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) -> [Term] {
    loadList(file, &diagnostics) { object, diagnostics in
      let id = object.string("id", required: true, &diagnostics)
      let name = object.name(&diagnostics)
      let definition = object.bilingual("definition", required: true, &diagnostics)
      var variants: [Language: [String]] = [:]
      if var lists = object.object("variants", &diagnostics) {
        for language in Language.allCases {
          variants[language] = lists.strings(language.rawValue, &diagnostics).map(\.value)
        }
        lists.finish(&diagnostics)
      }
      let fact = object.string("fact", &diagnostics).map { Located($0, object.range("fact")) }
      guard let id, let definition else { return nil }
      return Term(id: id, name: name, definition: definition, variants: variants, fact: fact, range: object.range("id"))
    }
  }
}

extension Fact {
  static func loadAll(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) -> [Fact] {
    loadList(file, &diagnostics) { object, diagnostics in
      let id = object.string("id", required: true, &diagnostics)
      let title = object.bilingual("title", required: true, &diagnostics)
      let statement = object.bilingual("statement", required: true, &diagnostics)
      let source = object.bilingual("source", required: true, &diagnostics)
      let url = object.string("url", &diagnostics) ?? ""
      let asOf = object.date("as-of", required: true, &diagnostics)
      let reviewBy = object.date("review-by", &diagnostics)
      guard let id, let title, let statement, let source, let asOf else { return nil }
      return Fact(
        id: id, title: title, statement: statement, source: source, url: url, asOf: asOf, reviewBy: reviewBy,
        range: object.range("id"), sourceRange: object.range("source"), reviewRange: object.range("review-by"))
    }
  }
}

extension Exemption {
  static func loadAll(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) -> [Exemption] {
    loadList(file, &diagnostics) { object, diagnostics in
      let code = object.string("code", required: true, &diagnostics)
      let path = object.string("file", required: true, &diagnostics)
      let containing = object.string("containing", &diagnostics) ?? ""
      let reason = object.string("reason", required: true, &diagnostics)
      guard let code, let path, let reason else { return nil }
      return Exemption(code: code, file: path, containing: containing, reason: reason, range: object.range("code"))
    }
  }
}

func loadList<Element>(
  _ file: SourceFile, _ diagnostics: inout [Diagnostic],
  _ element: (inout YAMLObject, inout [Diagnostic]) -> Element?
) -> [Element] {
  let source = YAMLSource(file: file.path, firstLine: 1, text: file.text)
  guard let node = source.parse(&diagnostics) else { return [] }
  if node.mapping?.isEmpty == true { return [] }
  guard let sequence = node.sequence else {
    diagnostics.append(source.wrongType(node, Bilingual(zh: "列表", en: "a list")))
    return []
  }
  return sequence.compactMap { node in
    guard var object = YAMLObject(node, in: source, &diagnostics) else { return nil }
    defer { object.finish(&diagnostics) }
    return element(&object, &diagnostics)
  }
}
