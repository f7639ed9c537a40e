import Corpus
import Diagnostics

/// A calendar file by RFC 5545: lines end in CRLF and hold at most 75 octets, longer ones are folded.
struct ICalendar {
  /// An event that lasts whole days.
  struct Event {
    /// Stable: the same event keeps it in every build.
    let uid: String
    /// When the content last said so. DTSTAMP comes from here, never from the clock.
    let stamp: CalendarDate
    let start: CalendarDate
    /// The day after the last one.
    let end: CalendarDate
    let isYearly: Bool
    let summary: String
    let description: String
    /// Empty for none.
    let url: String
  }

  let name: String
  let language: Language
  let events: [Event]

  /// The file.
  var bytes: [UInt8] {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Mingzhi//Quality calendar//\(language.rawValue.uppercased())",
      "CALSCALE:GREGORIAN", "X-WR-CALNAME:" + Self.escaped(name),
    ]
    for event in events { lines += Self.lines(event, language) }
    lines.append("END:VCALENDAR")
    return lines.flatMap(Self.folded)
  }

  private static func lines(_ event: Event, _ language: Language) -> [String] {
    let tag = ";LANGUAGE=\(language.tag):"
    var lines = [
      "BEGIN:VEVENT", "UID:" + event.uid, "DTSTAMP:\(basic(event.stamp))T000000Z", "DTSTART;VALUE=DATE:" + basic(event.start),
      "DTEND;VALUE=DATE:" + basic(event.end),
    ]
    if event.isYearly { lines.append("RRULE:FREQ=YEARLY") }
    lines += ["SUMMARY" + tag + escaped(event.summary), "DESCRIPTION" + tag + escaped(event.description)]
    if !event.url.isEmpty { lines.append("URL:" + event.url) }
    // A whole day that does not make anyone look busy.
    return lines + ["TRANSP:TRANSPARENT", "END:VEVENT"]
  }

  /// `20260901`
  private static func basic(_ date: CalendarDate) -> String { date.description.filter { $0 != "-" } }

  /// RFC 5545 section 3.3.11.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case "\n": result += "\\n"
      case "\r": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A content line with its CRLF, folded at 75 octets and never within a character (RFC 5545 section 3.1).
  static func folded(_ line: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var length = 0
    for scalar in line.unicodeScalars {
      let encoded = Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      if length + encoded.count > 75 {
        bytes += [0x0d, 0x0a, 0x20]
        length = 1
      }
      bytes += encoded
      length += encoded.count
    }
    return bytes + [0x0d, 0x0a]
  }
}

extension SiteContext {
  /// The calendar files of both languages: days of the year, and the plan of Quality Month.
  var calendarFiles: [PlannedFile] {
    guard let calendar = corpus.school.calendar else { return [] }
    return Language.allCases.flatMap { language in
      [
        PlannedFile(route: .qualityDays(language)) { context in
          ICalendar(
            name: context.words(language)[.titleQualityDays], language: language, events: context.days(calendar, language)).bytes
        },
        PlannedFile(route: .qualityMonth(language)) { context in
          ICalendar(
            name: context.words(language)[.titleCalendar], language: language, events: context.activities(calendar, language)).bytes
        },
      ]
    }
  }

  /// The part of ids behind `@`: the site's own name, whatever address a build is given.
  private var calendarHost: String {
    let url = corpus.settings.url
    let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
    let host = rest.prefix { $0 != "/" && $0 != ":" }
    return host.isEmpty ? "mingzhi" : String(host)
  }

  private func days(_ calendar: SchoolCalendar, _ language: Language) -> [ICalendar.Event] {
    calendar.days.compactMap { day in
      let fact = corpus.fact(day.fact.value)
      // 2024 was a leap year, so that every day of the year exists in it; the first event stands in the theme's year.
      guard let start = CalendarDate(year: calendar.theme.year, month: day.month, day: day.day ?? 1) else { return nil }
      let end =
        day.day != nil
        ? start.next : CalendarDate(year: start.year + start.month / 12, month: start.month % 12 + 1, day: 1) ?? start.next
      return ICalendar.Event(
        uid: "quality-day-\(day.id)@\(calendarHost)", stamp: fact?.asOf ?? start, start: start, end: end, isYearly: true,
        summary: fact?.title[language] ?? day.about[language], description: day.about[language],
        url: address(Route.schoolCalendar(language).path + "#" + day.id))
    }
  }

  private func activities(_ calendar: SchoolCalendar, _ language: Language) -> [ICalendar.Event] {
    let stamp = CalendarDate(year: calendar.theme.year, month: 1, day: 1)
    let plan = calendar.weeks.flatMap(\.days)
    return zip(plan, calendar.dates).enumerated().compactMap { number, item in
      let (activity, date) = item
      return ICalendar.Event(
        uid: "quality-month-\(calendar.theme.year)-\(number + 1)@\(calendarHost)", stamp: stamp ?? date, start: date,
        end: date.next, isYearly: false, summary: activity.title[language], description: activity.activity[language],
        url: address(Route.schoolCalendar(language).path + "#day-\(number + 1)"))
    }
  }

  private func address(_ path: String) -> String { baseURL.isEmpty ? "" : baseURL + path }
}
