import Corpus
import Diagnostics
import Insights
import Legislation

extension Route {
  static func departments(_ language: Language) -> Route { Route(language, "departments/index.html") }
  static func department(_ id: String, _ language: Language) -> Route { Route(language, "departments/\(id).html") }
}

extension SiteContext {
  var hasDepartments: Bool { !insights.departments.entries.isEmpty }

  /// The entries of all plans under one id: `finance-bureau` of two plans is one page.
  func departments(_ id: String) -> [DepartmentIndex.Entry] { insights.departments.entries.filter { $0.department.id == id } }

  fileprivate var departmentIDs: [String] {
    var ids: [String] = []
    for entry in insights.departments.entries where !ids.contains(entry.department.id) { ids.append(entry.department.id) }
    return ids
  }
}

extension PageKind {
  /// Departments × measures.
  static let departments = PageKind(
    template: "departments",
    fields: [
      "plans": .section(["title": .text, "href": .text, "status": .text, "statusCode": .text, "notice": .section(StatusNotice.fields), "chart": .html, "table": .html])
    ]
  ) { context in
    guard context.hasDepartments else { return [] }
    return Language.allCases.map { language in PlannedPage(route: .departments(language)) { departmentsPage(language, $0) } }
  }

  /// The measures for which one department is responsible.
  static let department = PageKind(
    template: "department",
    fields: [
      "title": .text, "original": .section(["name": .text]),
      "plans": .section([
        "title": .text, "href": .text, "status": .text, "statusCode": .text, "count": .text, "notice": .section(StatusNotice.fields),
        "measures": .section(["label": .text, "title": .text, "href": .text, "others": .html]),
      ]),
    ]
  ) { context in
    Language.allCases.flatMap { language in
      context.departmentIDs.map { id in PlannedPage(route: .department(id, language)) { departmentPage(id, language, $0) } }
    }
  }
}

private func departmentsPage(_ language: Language, _ context: SiteContext) -> Page {
  let words = context.words(language)
  let route = Route.departments(language)
  let plans = context.corpus.regulations.indices.filter { !context.corpus.regulations[$0].facts.departments.isEmpty }
  var body = View()
  body.section("plans", plans.map { index in
    let plan = context.corpus.regulations[index]
    let entries = context.insights.departments.entries.filter { $0.regulation == index }
      .sorted { ($1.measures.count, $0.department.id) < ($0.measures.count, $1.department.id) }
    var view = View(text: [
      "title": plan.facts.title(in: language), "href": route.href(to: .regulation(plan.id, language)),
      "status": words[plan.facts.status.word], "statusCode": plan.facts.status.rawValue,
    ])
    view.section("notice", StatusNotice.view(plan, from: route, language, context))
    var chart = HTML()
    drawing(entries, plan, language, words).write(to: &chart)
    view.html("chart", chart)
    var table = HTML()
    DataTable(
      caption: words[.titleDepartments], columns: [words[.department], words[.departmentMeasureCount], words[.measures]],
      rows: entries.map { entry in
        let links = entry.measures.map { position in
          let provision = context.corpus[position].provision
          return anchor(route.href(to: .provision(plan.id, provision.id, language)), provision.id.rawValue)
        }
        return [
          anchor(route.href(to: .department(entry.department.id, language)), entry.department.label(in: language)), String(entry.measures.count),
          links.joined(separator: language == .zh ? "、" : ", "),
        ]
      }
    ).write(to: &table)
    view.html("table", table)
    return view
  })
  var page = Page(kind: "departments", route: route, language: language, title: words[.titleDepartments], body: body)
  page.description = words[.descriptionDepartments]
  page.trail = [(context.corpus.settings.title[language], .home(language)), (words[.titleCompare], .comparisons(language))]
  page.counterpart = .departments(language.other)
  page.section = .menuCompare
  return page
}

/// A dot for every measure that names a department; busiest departments first.
private func drawing(_ entries: [DepartmentIndex.Entry], _ plan: Regulation, _ language: Language, _ words: Wording) -> Drawing {
  let measures = plan.provisions.indices.filter { !responsibleDepartments(in: plan.provisions[$0].original).isEmpty }
  let left = language == .zh ? 104.0 : 172.0
  let step = (356 - left) / Double(max(1, measures.count))
  var drawing = Drawing(
    id: "departments-\(plan.id)", title: words[.titleDepartments], description: words[.departmentChartDescription], width: 360,
    height: entries.count * 16 + 20)
  for (column, measure) in measures.enumerated() where column % 3 == 0 {
    let x = left + step * (Double(column) + 0.5)
    drawing.text(plan.provisions[measure].id.rawValue, x: x, y: 10, "tick", anchor: "middle")
  }
  for (row, entry) in entries.enumerated() {
    let y = 24 + Double(row) * 16
    let name = entry.department.label(in: language).unicodeScalars
    let limit = language == .zh ? 9 : 28
    drawing.text(name.count > limit ? String(String.UnicodeScalarView(name.prefix(limit))) + "…" : String(name), x: 0, y: y + 4, "label tiny")
    drawing.line(left, y, 356, y, "grid")
    let places = Set(entry.measures.map(\.provision))
    for (column, measure) in measures.enumerated() where places.contains(measure) {
      drawing.rectangle(x: left + step * Double(column) + 0.5, y: y - 5, width: step - 1, height: 10, "dot", rounded: true)
    }
  }
  return drawing
}

private func departmentPage(_ id: String, _ language: Language, _ context: SiteContext) -> Page {
  let words = context.words(language)
  let route = Route.department(id, language)
  let entries = context.departments(id)
  let title = entries.first?.department.label(in: language) ?? id
  var body = View()
  body.text("title", title)
  body.section("original", language == .en ? entries.first.map { View(text: ["name": $0.department.name.zh]) } : nil)
  body.section("plans", entries.map { entry in
    let plan = context.corpus.regulations[entry.regulation]
    var view = View(text: [
      "title": plan.facts.title(in: language), "href": route.href(to: .regulation(plan.id, language)),
      "status": words[plan.facts.status.word], "statusCode": plan.facts.status.rawValue,
      "count": words[.measuresOfDepartment, ["count": String(entry.measures.count)]],
    ])
    view.section("notice", StatusNotice.view(plan, from: route, language, context))
    view.section("measures", entry.measures.map { position in
      let provision = context.corpus[position].provision
      let heading = (language == .en ? provision.translation?.heading : nil) ?? provision.original.heading
      var text = (heading?.text ?? "")[...]
      while text.hasSuffix("。") { text.removeLast() }
      var measure = View(text: [
        "label": Citation(provision.original).text(in: language), "title": String(text),
        "href": route.href(to: .provision(plan.id, provision.id, language)),
      ])
      measure.html("others", others(in: provision.original, but: entry.department, plan, language, route))
      return measure
    })
    return view
  })
  var page = Page(kind: "department", route: route, language: language, title: title, body: body)
  page.description = words[.departmentDescription, ["name": title]]
  page.trail = [(context.corpus.settings.title[language], .home(language)), (words[.titleDepartments], .departments(language))]
  page.counterpart = .department(id, language.other)
  page.section = .menuCompare
  return page
}

/// The other departments that a measure names.
private func others(
  in provision: Provision, but own: RegulationFacts.Department, _ plan: Regulation, _ language: Language, _ route: Route
) -> HTML {
  var html = HTML()
  for name in responsibleDepartments(in: provision) where name != own.name.zh {
    if !html.isEmpty { html.raw(language == .zh ? "、" : ", ") }
    if let department = plan.facts.departments.first(where: { $0.name.zh == name }) {
      html.link(route.href(to: .department(department.id, language)), department.label(in: language))
    } else {
      html.text(name)
    }
  }
  return html
}

extension RegulationFacts.Department {
  func label(in language: Language) -> String { name[language].isEmpty ? name.zh : name[language] }
}
