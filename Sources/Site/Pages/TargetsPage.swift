import Corpus
import Diagnostics
import Insights
import Legislation

extension Route {
  static func targets(_ language: Language) -> Route { Route(language, "targets.html") }
}

extension SiteContext {
  var hasTargets: Bool { corpus.regulations.contains { !$0.targets.isEmpty } }
}

extension PageKind {
  /// The figures that plans aim at, each with its words and its place: aims, not results.
  static let targets = PageKind(
    template: "targets",
    fields: [
      "plans": .section([
        "title": .text, "href": .text, "status": .text, "statusCode": .text, "notice": .section(StatusNotice.fields), "chart": .html,
        "periods": .section(["name": .text, "targets": .section(["id": .text, "name": .text, "figure": .text, "quotation": .text, "place": .text, "href": .text])]),
      ])
    ]
  ) { context in
    guard context.hasTargets else { return [] }
    return Language.allCases.map { language in PlannedPage(route: .targets(language)) { targetsPage(language, $0) } }
  }
}

private func targetsPage(_ language: Language, _ context: SiteContext) -> Page {
  let words = context.words(language)
  let route = Route.targets(language)
  var body = View()
  body.section("plans", context.corpus.regulations.filter { !$0.targets.isEmpty }.map { plan in
    var view = View(text: [
      "title": plan.facts.title(in: language), "href": route.href(to: .regulation(plan.id, language)),
      "status": words[plan.facts.status.word], "statusCode": plan.facts.status.rawValue,
    ])
    view.section("notice", StatusNotice.view(plan, from: route, language, context))
    var chart = HTML()
    percentages(plan, language, words).write(to: &chart)
    view.html("chart", chart)
    var periods: [String] = []
    for target in plan.targets where !periods.contains(target.period[language]) { periods.append(target.period[language]) }
    view.section("periods", periods.map { period in
      var section = View(text: ["name": period])
      section.section("targets", plan.targets.filter { $0.period[language] == period }.map { target in
        let provision = plan[target.provision]
        return View(text: [
          "id": "target-\(target.id)", "name": target.name[language], "figure": target.figure(in: language), "quotation": target.quotation,
          "place": provision.map { Citation($0.original, at: target.anchor).text(in: language) } ?? "",
          "href": route.href(to: .provision(plan.id, target.provision, language)) + "#\(target.anchor)",
        ])
      })
      return section
    })
    return view
  })
  var page = Page(kind: "targets", route: route, language: language, title: words[.titleTargets], body: body)
  page.description = words[.descriptionTargets]
  page.trail = [(context.corpus.settings.title[language], .home(language)), (words[.titleCompare], .comparisons(language))]
  page.counterpart = .targets(language.other)
  page.section = .menuCompare
  return page
}

/// The targets that are shares of a whole, as bars from 0 to 100 %. A change against an earlier year (比…降低) is no share.
private func percentages(_ plan: Regulation, _ language: Language, _ words: Wording) -> Drawing {
  let shares = plan.targets.filter { $0.unit.zh == "%" && tenths($0.value) != nil && !$0.qualifier.zh.hasPrefix("比") }
  // English figures need more room beside the bar: "applied throughout: 75%".
  let length = language == .zh ? 270.0 : 200.0
  var drawing = Drawing(
    id: "targets-\(plan.id)", title: words[.targetChartTitle], description: words[.targetChartDescription], width: 360,
    height: shares.count * 40 + 4)
  for (number, target) in shares.enumerated() {
    let top = Double(number) * 40
    let share = Double(tenths(target.value) ?? 0) / 1000
    drawing.text(target.figure(in: language), x: 360, y: top + 34, "count-outside", anchor: "end")
    // English names are long; the table beside holds them whole.
    let limit = language == .zh ? 30 : 58
    let name = target.name[language].unicodeScalars
    drawing.text(name.count > limit ? String(String.UnicodeScalarView(name.prefix(limit))) + "…" : target.name[language], x: 0, y: top + 13, "label small")
    drawing.rectangle(x: 0, y: top + 20, width: length, height: 16, "track", rounded: true)
    drawing.rectangle(x: 0, y: top + 20, width: length * min(1, share), height: 16, "aim", rounded: true)
  }
  return drawing
}

/// Ten times a decimal number of at most one place; nil for anything else.
private func tenths(_ text: String) -> Int? {
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  guard let whole = Int(parts[0]), parts.count <= 2 else { return nil }
  guard parts.count == 2 else { return whole * 10 }
  return parts[1].utf8.count == 1 ? Int(parts[1]).map { whole * 10 + $0 } : nil
}

extension Target {
  /// `4%左右`, `比2020年降低18%`; `around 4% of GDP`. A qualifier stands on the side of the figure where the text has it.
  func figure(in language: Language) -> String {
    switch language {
    case .zh:
      let figure = value + unit.zh
      guard let place = quotation.firstRange(of: qualifier.zh), let number = quotation.firstRange(of: value),
        place.lowerBound > number.lowerBound
      else { return qualifier.zh + figure }
      return figure + qualifier.zh
    case .en:
      let figure = unit.en.hasPrefix("%") ? value + unit.en : value + (unit.en.isEmpty ? "" : " " + unit.en)
      return qualifier.en.isEmpty ? figure : qualifier.en + " " + figure
    }
  }
}
