import Corpus
import Diagnostics
import Legislation

extension PageKind {
  /// Quality Month day by day, and the quality days of the year.
  static let schoolCalendar = PageKind(
    template: "school-calendar",
    fields: .school([
      "year": .text, "theme": .section(["words": .text, "source": .text]), "noTheme": .flag, "isEarly": .flag, "daysFile": .text, "monthFile": .text,
      "weeks": .section([
        "title": .text,
        "days": .section([
          "id": .text, "date": .text, "title": .text, "activity": .text, "provision": .section(linkFields),
          "lesson": .section(linkFields),
        ]),
      ]),
      "days": .section([
        "id": .text, "date": .text, "title": .text, "about": .text, "statement": .text, "factHref": .text,
        "provisions": .section(linkFields),
      ]),
    ])
  ) { context in
    guard context.corpus.school.calendar != nil else { return [] }
    return Language.allCases.map { language in
      PlannedPage(route: .schoolCalendar(language)) { calendarPage(language, $0) }
    }
  }
}

private func calendarPage(_ language: Language, _ context: SiteContext) -> Page {
  let route = Route.schoolCalendar(language)
  let words = context.words(language)
  let links = LinkWriter(context: context, route: route, language: language)
  var body = View()
  let calendar = context.corpus.school.calendar
  body.text("year", calendar.map { String($0.theme.year) } ?? "")
  let theme = calendar?.theme.words[language] ?? ""
  body.section("theme", theme.isEmpty ? nil : {
    var view = View()
    view.text("words", theme)
    view.text("source", calendar?.theme.source[language] ?? "")
    return view
  }())
  body.flag("noTheme", theme.isEmpty)
  body.flag("isEarly", calendar?.dates.first?.month == 8)
  body.text("daysFile", route.href(to: .qualityDays(language)))
  body.text("monthFile", route.href(to: .qualityMonth(language)))
  body.section("weeks", calendar.map { weeks($0, links, context) } ?? [])
  let days = (calendar?.days ?? []).sorted { ($0.month, $0.day ?? 0) < ($1.month, $1.day ?? 0) }
  body.section("days", days.map { day(of: $0, links, context) })
  var page = Page.school(
    "school-calendar", route: route, language: language, title: words[.titleCalendar], body: body, context: context)
  page.source = calendar?.file ?? ""
  return page
}

private func weeks(_ calendar: SchoolCalendar, _ links: LinkWriter, _ context: SiteContext) -> [View] {
  let dates = calendar.dates
  var number = 0
  return calendar.weeks.map { week in
    var view = View()
    view.text("title", week.title[links.language])
    view.section("days", week.days.map { activity in
      var day = View()
      day.text("id", "day-\(number + 1)")
      day.text("date", dates.indices.contains(number) ? monthAndDay(dates[number].month, dates[number].day, links.language) : "")
      number += 1
      day.text("title", activity.title[links.language])
      day.text("activity", activity.activity[links.language])
      day.section("provision", Reference(activity.provision.value).map {
        linkView(links.label(.text($0)), links.href(.text($0)))
      })
      day.section("lesson", activity.lesson.flatMap { context.corpus.school.lesson($0.value) }.map {
        linkView($0.document.title(in: links.language), links.href(.lesson($0.slug)))
      })
      return day
    })
    return view
  }
}

private func day(of day: SchoolCalendar.QualityDay, _ links: LinkWriter, _ context: SiteContext) -> View {
  let language = links.language
  let fact = context.corpus.fact(day.fact.value)
  var view = View()
  view.text("id", day.id)
  view.text("date", monthAndDay(day.month, day.day, language))
  view.text("title", fact?.title[language] ?? day.id)
  view.text("about", day.about[language])
  view.text("statement", fact?.statement[language] ?? "")
  view.text("factHref", links.href(.fact(day.fact.value)))
  view.section("provisions", day.provisions.compactMap { Reference($0.value) }.map {
    linkView(links.label(.text($0)), links.href(.text($0)))
  })
  return view
}

/// `3月15日`, `15 March`; `9月`, `September` for a whole month.
private func monthAndDay(_ month: Int, _ day: Int?, _ language: Language) -> String {
  guard let date = CalendarDate(year: 2024, month: month, day: day ?? 1) else { return "" }
  let text = date.formatted(in: language)
  if language == .zh {
    let rest = text.dropFirst("2024年".count)
    return day == nil ? String(rest.prefix { $0 != "月" }) + "月" : String(rest)
  }
  let parts = text.split(separator: " ")
  return day == nil ? String(parts[1]) : parts.prefix(2).joined(separator: " ")
}
