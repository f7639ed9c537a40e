import Diagnostics

/// What to do in Quality Month, and the days of the year that the texts name.
public struct SchoolCalendar: Sendable {
  /// Five school days.
  public struct Week: Sendable {
    public let title: Bilingual
    public let days: [Activity]
    public let range: SourceRange
  }

  /// Ten minutes of a school day.
  public struct Activity: Sendable {
    public let title: Bilingual
    public let activity: Bilingual
    /// `nantong/34`
    public let provision: Located<String>
    /// Slug of a lesson that goes on from there.
    public let lesson: Located<String>?
  }

  /// A day (or month) of the year that a text names.
  public struct QualityDay: Sendable {
    public let id: String
    /// 1 to 12.
    public let month: Int
    /// 1 to 31; nil for the whole month.
    public let day: Int?
    /// Id of the fact that states the date.
    public let fact: Located<String>
    /// Provisions that name it.
    public let provisions: [Located<String>]
    public let about: Bilingual
    public let range: SourceRange
  }

  /// The national theme of a year's Quality Month; its words are empty until an editor knows them.
  public struct Theme: Sendable {
    public let year: Int
    public let words: Bilingual
    /// The document that announced it; empty as long as the words are.
    public let source: Bilingual
    public let range: SourceRange
  }

  public let file: String
  public let weeks: [Week]
  public let days: [QualityDay]
  public let theme: Theme

  /// The twenty school days of the plan: four weeks from Monday to Friday in the theme's year.
  ///
  /// They begin on the first Monday of September, or a week earlier where they would run into October: then the first
  /// day or two stand in August.
  public var dates: [CalendarDate] {
    guard let first = CalendarDate(year: theme.year, month: 9, day: 1) else { return [] }
    let days = (8 - first.weekday) % 7 + 1
    let monday = days > 5 ? CalendarDate(year: theme.year, month: 8, day: days + 24) : CalendarDate(year: theme.year, month: 9, day: days)
    guard var date = monday else { return [] }
    var found: [CalendarDate] = []
    while found.count < 20 {
      if date.weekday <= 5 { found.append(date) }
      date = date.next
    }
    return found
  }
}

extension CalendarDate {
  /// 1 for Monday to 7 for Sunday (ISO 8601), by Sakamoto's congruence.
  public var weekday: Int {
    let shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let y = month < 3 ? year - 1 : year
    let sunday = (y + y / 4 - y / 100 + y / 400 + shift[month - 1] + day) % 7
    return sunday == 0 ? 7 : sunday
  }

  /// The day after.
  public var next: CalendarDate {
    CalendarDate(year: year, month: month, day: day + 1) ?? CalendarDate(year: year, month: month + 1, day: 1)
      ?? CalendarDate(year: year + 1, month: 1, day: 1) ?? self
  }
}
