import Corpus
import Diagnostics
import Insights

extension Route {
  static func timeline(_ language: Language) -> Route { Route(language, "timeline.html") }
}

extension PageKind {
  /// When each text was adopted, approved, issued, in force, replaced; what has no date stands in a lane of its own.
  static let timeline = PageKind(
    template: "timeline",
    fields: [
      "chart": .html, "table": .html, "hasUndated": .flag,
      "undated": .section(["title": .text, "href": .text, "status": .text, "statusCode": .text, "replaced": .text]),
    ]
  ) { _ in
    Language.allCases.map { language in PlannedPage(route: .timeline(language)) { Timeline(context: $0, language: language).page } }
  }
}

private struct Timeline {
  let context: SiteContext
  let language: Language
  var route: Route { .timeline(language) }

  /// Something that happened to a text on a day.
  struct Event {
    let word: Word
    let date: CalendarDate
    let shape: Drawing.Shape
  }

  func events(of regulation: Regulation) -> [Event] {
    let facts = regulation.facts
    let successor = context.corpus.regulations.first { $0.facts.succeeds?.value == regulation.id }
    let dates: [(Word, CalendarDate?, Drawing.Shape)] = [
      (.factAdopted, facts.adopted, .circle), (.factApproved, facts.approved, .diamond), (.factIssued, facts.issued, .square),
      (.factEffective, facts.effective, .triangle), (.factReplaced, successor?.facts.effective, .square),
    ]
    return dates.compactMap { word, date, shape in date.map { Event(word: word, date: $0, shape: shape) } }
  }

  var page: Page {
    let words = context.words(language)
    let all = context.corpus.regulations.map { ($0, events(of: $0)) }
    let dated = all.filter { !$0.1.isEmpty }.sorted { ($0.1[0].date, $0.0.id) < ($1.1[0].date, $1.0.id) }
    let undated = all.filter(\.1.isEmpty).map(\.0)
    var body = View()
    var chart = HTML()
    drawing(dated, undated).write(to: &chart)
    body.html("chart", chart)
    var table = HTML()
    DataTable(
      caption: words[.titleTimeline], columns: [words[.regulation], words[.event], words[.date]],
      rows: dated.flatMap { regulation, events in
        events.map { event in
          [
            anchor(route.href(to: .regulation(regulation.id, language)), labelWithStatus(regulation, language, context)),
            escaped(words[event.word]), escaped(event.date.formatted(in: language)),
          ]
        }
      } + undated.map { regulation in
        [
          anchor(route.href(to: .regulation(regulation.id, language)), labelWithStatus(regulation, language, context)),
          escaped(words[.undated]), "—",
        ]
      }
    ).write(to: &table)
    body.html("table", table)
    body.flag("hasUndated", !undated.isEmpty)
    body.section("undated", undated.map { regulation in
      View(text: [
        "title": regulation.facts.title(in: language), "href": route.href(to: .regulation(regulation.id, language)),
        "status": words[regulation.facts.status.word], "statusCode": regulation.facts.status.rawValue,
        "replaced": regulation.facts.replacedBy?[language] ?? "",
      ])
    })
    var page = Page(kind: "timeline", route: route, language: language, title: words[.titleTimeline], body: body)
    page.description = words[.descriptionTimeline]
    page.trail = [(context.corpus.settings.title[language], .home(language))]
    page.counterpart = .timeline(language.other)
    page.section = .menuTimeline
    return page
  }

  private func drawing(_ dated: [(Regulation, [Event])], _ undated: [Regulation]) -> Drawing {
    let words = context.words(language)
    let dates = dated.flatMap { $0.1.map(\.date) }
    let first = dates.min()?.year ?? 2000
    let last = (dates.max()?.year ?? first) + 1
    let lane = 46.0
    let height = 24 + lane * Double(dated.count) + (undated.isEmpty ? 0 : 26 + 20 * Double(undated.count))
    var drawing = Drawing(
      id: "timeline", title: words[.titleTimeline], description: words[.timelineDescription], width: 360, height: Int(height))
    let scale = 326.0 / Double(max(1, last - first))
    func place(_ date: CalendarDate) -> Double {
      17 + (Double(date.year - first) + (Double(date.month - 1) + Double(date.day - 1) / 31) / 12) * scale
    }
    // As many years as fit are named.
    let step = max(1, Int((34 / scale).rounded(.up)))
    for year in stride(from: first, through: last, by: step) {
      let x = 17 + Double(year - first) * scale
      drawing.text(String(year), x: x, y: 11, "tick", anchor: "middle")
      drawing.line(x, 16, x, 20 + lane * Double(dated.count), "grid")
    }
    for (number, (regulation, events)) in dated.enumerated() {
      let y = 20 + lane * Double(number) + 32
      drawing.text(labelWithStatus(regulation, language, context), x: 2, y: y - 14)
      let from = place(events.map(\.date).min() ?? events[0].date)
      drawing.line(from, y, place(events.map(\.date).max() ?? events[0].date), y, "before")
      if let effective = events.first(where: { $0.word == .factEffective })?.date {
        let end = events.first { $0.word == .factReplaced }.map { place($0.date) } ?? 343
        drawing.line(place(effective), y, end, y, "in-force")
      }
      for event in events { drawing.mark(event.shape, x: place(event.date), y: y, "event \(className(event.word))") }
    }
    guard !undated.isEmpty else { return drawing }
    let top = 24 + lane * Double(dated.count)
    drawing.rectangle(x: 0, y: top, width: 360, height: 24 + 20 * Double(undated.count), "undated-lane", rounded: true)
    drawing.text(words[.undated], x: 8, y: top + 16, "tick")
    for (number, regulation) in undated.enumerated() {
      drawing.text(labelWithStatus(regulation, language, context), x: 8, y: top + 36 + 20 * Double(number))
    }
    return drawing
  }

  private func className(_ word: Word) -> String {
    switch word {
    case .factAdopted: "adopted"
    case .factApproved: "approved"
    case .factIssued: "issued"
    case .factEffective: "effective"
    default: "replaced"
    }
  }
}
