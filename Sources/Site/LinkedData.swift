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
  func element() -> String {
    var text = "<script type=\"application/ld+json\">"
    LinkedData.object([("@context", .text("https://schema.org"))]).merged(with: self).write(to: &text)
    return text + "</script>\n"
  }

  private func merged(with other: LinkedData) -> LinkedData {
    guard case .object(let ours) = self, case .object(let theirs) = other else { return other }
    return .object(ours + theirs)
  }

  private func write(to text: inout String) {
    switch self {
    case .text(let value): Self.write(value, to: &text)
    case .list(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        value.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      var isFirst = true
      for (name, value) in members {
        guard let value else { continue }
        if !isFirst { text += "," }
        isFirst = false
        Self.write(name, to: &text)
        text += ":"
        value.write(to: &text)
      }
      text += "}"
    }
  }

  /// A JSON string. `<` is escaped as well, so that no text can end the element.
  private static func write(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "<": text += "\\u003c"
      case "\u{2028}": text += "\\u2028"
      case "\u{2029}": text += "\\u2029"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
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
