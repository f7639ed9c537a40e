import Corpus
import Diagnostics
import Legislation

/// The files of the search. Each is a script that hands over its piece, since pages opened from disk may load scripts
/// but fetch nothing.
extension SiteContext {
  /// The search of a language; no page leads to its files.
  public func searchFiles(_ language: Language) -> [SiteFile] { files(of: SearchIndex(self, language), language) }

  private func files(of index: SearchIndex, _ language: Language) -> [SiteFile] {
    let terms = index.termPieces.map { [UInt8(ascii: "\"")] + $0 + [UInt8(ascii: "\"")] }
    let pieces = named("terms", terms) + named("texts", index.textPieces.map(\.json))
    var json = JSONText()
    index.writeOverview(of: self, language, version: version(of: pieces.map(\.json)), to: &json)
    return ([("index", json.bytes)] + pieces).map { name, json in
      let call = "mingzhiSearch.receive(\"\(language.rawValue)/\(name)\","
      return SiteFile(
        route: Route("search/\(language.rawValue)/\(name).js"), bytes: Array(call.utf8) + json + Array(");\n".utf8))
    }
  }

  /// A digest of all pieces together.
  private func version(of pieces: [[UInt8]]) -> String {
    digest(of: concurrentMap(pieces) { digest(ofBytes: $0) }.joined())
  }

  private func named(_ name: String, _ pieces: [[UInt8]]) -> [(name: String, json: [UInt8])] {
    pieces.enumerated().map { ("\(name)-\($0)", $1) }
  }
}

extension SearchIndex {
  /// What the browser reads first: how the index is cut, which documents it has, and which words lead to which.
  ///
  /// `version` stands in the addresses of all other pieces, so that a browser never mixes two builds.
  fileprivate func writeOverview(
    of context: SiteContext, _ language: Language, version: String, to json: inout JSONText
  ) {
    json.raw("{\"version\":\"\(version)\",\"documents\":\(groups.reduce(0) { $0 + $1.count }),")
    json.raw("\"termPieces\":\(termPieces.count),\"levels\":\(Posting.levels),\n")
    json.raw("\"textPieces\":[\(textPieces.map { String($0.count) }.joined(separator: ","))],\n\"groups\":")
    json.list(groups) { json, group in
      json.raw("{\"count\":\(group.count),\"about\":")
      json.object(
        [
          ("kind", group.kind.rawValue), ("label", context.words(language)[group.kind.word]), ("place", group.place),
          ("status", group.status), ("statusCode", group.statusCode),
        ].filter { !$0.1.isEmpty })
      json.raw("}")
    }
    json.raw(",\n\"ignored\":")
    json.list(Language.allCases.flatMap { context.corpus.searchWords.ignored[$0] ?? [] }) { $0.string($1) }
    json.raw(",\n\"leads\":")
    json.list(searchLeads(from: context.corpus.searchWords, context.corpus.terms, to: language)) { json, lead in
      json.list([lead.from] + lead.to) { $0.string($1) }
    }
    json.raw("}")
  }
}
