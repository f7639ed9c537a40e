import Corpus
import Diagnostics
import Insights
import Legislation

extension Route {
  static func data(_ name: String) -> Route { Route("data/\(name).json") }
}

extension SiteContext {
  /// The texts and what connects them, as JSON: one file a regulation and a list of them, the topics, terms and facts.
  /// docs/data.md describes every key.
  var dataFiles: [SiteFile] {
    [file("index", indexData), file("topics", topicData), file("glossary", glossaryData), file("facts", factData)]
      + corpus.regulations.indices.map { r in file(corpus.regulations[r].id) { regulationData(r, &$0) } }
  }

  private func file(_ name: String, _ write: (inout JSONText) -> Void) -> SiteFile {
    var json = JSONText()
    write(&json)
    json.raw("\n")
    return SiteFile(route: .data(name), bytes: json.bytes)
  }

  private func indexData(_ json: inout JSONText) {
    json.object([
      "title": { $0.bilingual(corpus.settings.title) },
      "regulations": { $0.list(corpus.regulations) { json, regulation in describe(regulation, &json) } },
      "files": { $0.list(["topics", "glossary", "facts"]) { $0.string(Route.data($1).path) } },
    ])
  }

  /// What `regulation.yml` says, and where the texts are.
  private func describe(_ regulation: Regulation, _ json: inout JSONText) {
    let facts = regulation.facts
    let dates = [("adopted", facts.adopted), ("approved", facts.approved), ("issued", facts.issued), ("effective", facts.effective)]
    json.object([
      "id": { $0.string(regulation.id) },
      "title": { $0.bilingual(facts.title) },
      "place": { $0.bilingual(facts.place) },
      "kind": { $0.string(facts.kind.rawValue) },
      "status": { $0.string(facts.status.rawValue) },
      "dates": { json in
        json.object(dates.compactMap { key, date in date.map { (key: key, value: $0.description) } })
      },
      "replacedBy": { $0.bilingual(facts.replacedBy) },
      "digest": { $0.string(regulation.digest) },
      "data": { $0.string(Route.data(regulation.id).path) },
    ])
  }

  private func regulationData(_ r: Int, _ json: inout JSONText) {
    let regulation = corpus.regulations[r]
    json.object([
      "regulation": { describe(regulation, &$0) },
      "provisions": { $0.list(regulation.provisions.indices) { json, p in
        provisionData(ProvisionPosition(regulation: r, provision: p), &json)
      } },
    ])
  }

  private func provisionData(_ position: ProvisionPosition, _ json: inout JSONText) {
    let (regulation, provision) = corpus[position]
    let topics = (provision.noteZh?.topics ?? []).map(\.value)
    json.object([
      "id": { $0.string(provision.id.rawValue) },
      "citation": { json in
        let citation = Citation(provision.original)
        json.bilingual(Bilingual(zh: citation.text(in: .zh), en: citation.text(in: .en)))
      },
      "zh": { text(provision.original, &$0) },
      "en": { json in
        if let translation = provision.translation { text(translation, &json) } else { json.raw("null") }
      },
      "reviewed": { $0.raw(provision.translation?.stamp?.review == .checked ? "true" : "false") },
      "note": { $0.object(Language.allCases.compactMap { language in
        provision.note(in: language).map { (key: language.rawValue, value: $0.document.body.plainText) }
      }) },
      "topics": { $0.list(topics) { $0.string($1) } },
      "related": { $0.list(provision.noteZh?.related ?? []) { $0.string($1.value) } },
      "page": { $0.object(Language.allCases.map { language in
        (key: language.rawValue, value: Route.provision(regulation.id, provision.id, language).path)
      }) },
    ])
  }

  /// Heading, and a line for each paragraph and item with its anchor.
  private func text(_ provision: Provision, _ json: inout JSONText) {
    json.object([
      "heading": { $0.string(provision.heading.map { $0.text.isEmpty ? $0.label : $0.sourceText } ?? "") },
      "paragraphs": { $0.list(provision.anchors.compactMap { anchor in line(provision, at: anchor) }) { json, line in
        json.object([(key: "anchor", value: line.anchor), (key: "text", value: line.text)])
      } },
    ])
  }

  private func line(_ provision: Provision, at anchor: Anchor) -> (anchor: String, text: String)? {
    guard let (paragraph, items) = provision.element(at: anchor) else { return nil }
    let text = items.last?.printedText ?? paragraph.text
    return text.isEmpty ? nil : (anchor.description, text)
  }

  private func topicData(_ json: inout JSONText) {
    json.list(corpus.topics) { json, topic in
      json.object([
        "slug": { $0.string(topic.slug) },
        "title": { $0.bilingual(Bilingual(zh: topic.document.zh.title, en: topic.document.en?.title ?? "")) },
        "criterion": { $0.bilingual(topic.criterion) },
        "provisions": { $0.list(insights.topics.provisions(of: topic.slug)) { json, position in
          let (regulation, provision) = corpus[position]
          json.string("\(regulation.id)/\(provision.id)")
        } },
        "absent": { $0.list(topic.absent) { json, blank in
          json.object([(key: "regulation", value: blank.regulation.value), (key: "on", value: blank.on.description), (key: "of", value: blank.of)])
        } },
      ])
    }
  }

  private func glossaryData(_ json: inout JSONText) {
    json.list(corpus.terms) { json, term in
      json.object([
        "id": { $0.string(term.id) }, "name": { $0.bilingual(term.name) }, "definition": { $0.bilingual(term.definition) },
      ])
    }
  }

  private func factData(_ json: inout JSONText) {
    json.list(corpus.facts) { json, fact in
      json.object([
        "id": { $0.string(fact.id) }, "title": { $0.bilingual(fact.title) }, "statement": { $0.bilingual(fact.statement) },
        "source": { $0.bilingual(fact.source) }, "asOf": { $0.string(fact.asOf.description) },
      ])
    }
  }
}

extension JSONText {
  /// `{"zh":…,"en":…}`, or null.
  fileprivate mutating func bilingual(_ text: Bilingual?) {
    guard let text else { return raw("null") }
    object([(key: "zh", value: text.zh), (key: "en", value: text.en)])
  }
}
