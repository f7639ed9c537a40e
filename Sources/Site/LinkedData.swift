import Corpus
import Diagnostics
import Legislation

/// A JSON value, written for a `<script type="application/ld+json">`.
indirect enum LinkedData {
  case text(String)
  case list([LinkedData])
  /// Members in the order in which they are written; those without a value are left out.
  case object([(String, LinkedData?)])

  /// The element that carries the value. Browsers do not execute it.
  func element() -> [UInt8] {
    var json = JSONText()
    json.raw("<script type=\"application/ld+json\">")
    LinkedData.object([("@context", .text("https://schema.org"))]).merged(with: self).write(to: &json)
    json.raw("</script>\n")
    return json.bytes
  }

  private func merged(with other: LinkedData) -> LinkedData {
    guard case .object(let ours) = self, case .object(let theirs) = other else { return other }
    return .object(ours + theirs)
  }

  private func write(to json: inout JSONText) {
    switch self {
    case .text(let value): json.string(value)
    case .list(let values):
      json.raw("[")
      for (index, value) in values.enumerated() {
        if index > 0 { json.raw(",") }
        value.write(to: &json)
      }
      json.raw("]")
    case .object(let members):
      json.raw("{")
      var isFirst = true
      for (name, value) in members {
        guard let value else { continue }
        if !isFirst { json.raw(",") }
        isFirst = false
        json.string(name)
        json.raw(":")
        value.write(to: &json)
      }
      json.raw("}")
    }
  }
}

extension LinkedData {
  /// A regulation as schema.org's `Legislation`: <https://schema.org/Legislation>.
  static func legislation(_ regulation: Regulation, _ language: Language, _ context: SiteContext) -> LinkedData {
    .object(members(of: regulation, language, context))
  }

  /// A provision as a `Legislation` that is part of another.
  static func legislation(
    _ place: String, of regulation: Regulation, at route: Route, _ language: Language, _ context: SiteContext
  ) -> LinkedData {
    let facts = regulation.facts
    return .object([
      ("@type", .text("Legislation")), ("name", .text(facts.cited(place, in: language))),
      ("inLanguage", language == .zh ? .text("zh-Hans") : .list([.text("en"), .text("zh-Hans")])),
      ("url", url(route, context)),
      ("legislationDate", facts.enacted.map { .text($0.description) }), ("legislationLegalForce", force(facts.status)),
      ("legislationLegalValue", .text("https://schema.org/UnofficialLegalValue")),
      ("isPartOf", .object(members(of: regulation, language, context))),
    ])
  }

  private static func members(of regulation: Regulation, _ language: Language, _ context: SiteContext) -> [(String, LinkedData?)] {
    let facts = regulation.facts
    return [
      ("@type", .text("Legislation")), ("name", .text(facts.title(in: language))),
      ("alternateName", language == .en ? .text(facts.title.zh) : nil),
      ("legislationType", .text(context.words(language)[facts.kind.word])),
      ("inLanguage", language == .zh ? .text("zh-Hans") : .list([.text("en"), .text("zh-Hans")])),
      ("url", url(.regulation(regulation.id, language), context)),
      ("legislationDate", facts.enacted.map { .text($0.description) }),
      ("temporalCoverage", facts.effective.map { .text("\($0)/..") }),
      ("legislationJurisdiction", facts.place.zh.isEmpty ? nil : .text(facts.place(in: language))),
      ("legislationPassedBy", facts.bodies.first.map { body in
        .object([
          ("@type", .text("GovernmentOrganization")), ("name", .text(body.name[language].isEmpty ? body.name.zh : body.name[language])),
        ])
      }),
      ("legislationLegalForce", force(facts.status)),
      ("legislationLegalValue", .text("https://schema.org/UnofficialLegalValue")),
    ]
  }

  private static func url(_ route: Route, _ context: SiteContext) -> LinkedData? {
    context.baseURL.isEmpty ? nil : .text(context.baseURL + route.path)
  }

  /// Nil for a plan, which never had the force of law.
  private static func force(_ status: RegulationFacts.Status) -> LinkedData? {
    switch status {
    case .inForce: .text("https://schema.org/InForce")
    case .adopted, .draft, .superseded, .repealed: .text("https://schema.org/NotInForce")
    case .plan: nil
    }
  }
}

extension RegulationFacts {
  /// The day on which the text came to be: adopted, or issued. A draft has none.
  var enacted: CalendarDate? { adopted ?? issued }
}
