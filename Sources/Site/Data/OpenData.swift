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
  var dataFiles: [PlannedFile] {
    [
      file("index") { $0.indexData(&$1) }, file("topics") { $0.topicData(&$1) }, file("glossary") { $0.glossaryData(&$1) },
      file("facts") { $0.factData(&$1) },
    ] + corpus.regulations.indices.map { r in file(corpus.regulations[r].id) { $0.regulationData(r, &$1) } }
  }

  private func file(_ name: String, _ write: @escaping @Sendable (SiteContext, inout JSONText) -> Void) -> PlannedFile {
    PlannedFile(route: .data(name)) { context in
      var json = JSONText()
      write(context, &json)
      json.raw("\n")
      return json.bytes
    }
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
      "parts": { partData(regulation.original.divisions, TranslatedHeadings(regulation.translation).parts, &$0) },
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
        let links = LinkWriter(context: self, route: .data(regulation.id), language: language, regulation: regulation.id)
        return provision.note(in: language).map { note in
          (key: language.rawValue, value: note.document.body.plainText { links.label(of: $0) })
        }
      }) },
      "topics": { $0.list(topics) { $0.string($1) } },
      "related": { $0.list(provision.noteZh?.related ?? []) { $0.string($1.value) } },
      "statements": { $0.list(insights.duties.statements(of: position)) { json, statement in statementData(statement, &json) } },
      "shared": { $0.list(insights.wording.closest(to: position)) { json, close in sharedData(close, with: provision.original, &json) } },
      "page": { $0.object(Language.allCases.map { language in
        (key: language.rawValue, value: Route.provision(regulation.id, provision.id, language).path)
      }) },
    ])
  }

  /// Parts with what stands directly in them; translated headings follow in the same order.
  private func partData(_ divisions: [Division], _ translated: [Heading], _ json: inout JSONText) {
    var number = 0
    func write(_ divisions: [Division], _ json: inout JSONText) {
      let parts = divisions.compactMap { if case .part(let part) = $0 { part } else { nil } }
      json.list(parts) { json, part in
        let heading = number < translated.count ? joined(translated[number], .en) : ""
        number += 1
        json.object([
          "kind": { $0.string(part.kind.rawValue) },
          "heading": { $0.bilingual(Bilingual(zh: joined(part.heading, .zh), en: heading)) },
          "provisions": { json in
            let own = part.divisions.compactMap { if case .provision(let provision) = $0 { provision.id.rawValue } else { nil } }
            json.list(own) { $0.string($1) }
          },
          "parts": { write(part.divisions, &$0) },
        ])
      }
    }
    write(divisions, &json)
  }

  /// Whom a sentence asks, how strongly, and its words.
  private func statementData(_ statement: Statement, _ json: inout JSONText) {
    json.object([
      "anchor": { $0.string(statement.anchor.description) },
      "force": { $0.string(statement.force.rawValue) },
      "actors": { $0.list(statement.actors) { $0.string($1.rawValue) } },
      "text": { $0.string(statement.text) },
    ])
  }

  /// The runs that a provision of another text has in common with this one.
  private func sharedData(_ close: CloseProvision, with provision: Provision, _ json: inout JSONText) {
    let (regulation, other) = corpus[close.position]
    json.object([
      "provision": { $0.string("\(regulation.id)/\(other.id)") },
      "runs": { $0.list(close.runs) { json, run in
        json.object([
          (key: "here", value: run.here.anchor.description), (key: "there", value: run.there.anchor.description),
          (key: "text", value: words(provision, at: run.here)),
        ])
      } },
    ])
  }

  private func words(_ provision: Provision, at stretch: TextStretch) -> String {
    guard let (paragraph, items) = provision.element(at: stretch.anchor) else { return "" }
    let scalars = (items.last?.text ?? paragraph.text).unicodeScalars
    return String(String.UnicodeScalarView(scalars.dropFirst(stretch.range.lowerBound).prefix(stretch.range.count)))
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
