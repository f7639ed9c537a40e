import Diagnostics

/// Addresses of school materials. A lesson stands right under `school/`; everything else has a folder of its own, so
/// that no two names collide.
extension Route {
  static func school(_ language: Language) -> Route { Route(language, "school/index.html") }
  static func lesson(_ slug: String, _ language: Language) -> Route { Route(language, "school/\(slug).html") }
  static func slides(_ slug: String, _ language: Language) -> Route { Route(language, "school/slides/\(slug).html") }
  static func worksheet(_ slug: String, _ language: Language) -> Route { Route(language, "school/worksheets/\(slug).html") }
  static func bilingualWorksheet(_ slug: String, _ language: Language) -> Route {
    Route(language, "school/worksheets/bilingual/\(slug).html")
  }
  static func quiz(_ slug: String, _ language: Language) -> Route { Route(language, "school/quizzes/\(slug).html") }
  static func game(_ slug: String, _ language: Language) -> Route { Route(language, "school/quizzes/game/\(slug).html") }
  static func testSheet(_ slug: String, _ language: Language) -> Route { Route(language, "school/quizzes/sheet/\(slug).html") }
  static func testKey(_ slug: String, _ language: Language) -> Route { Route(language, "school/quizzes/key/\(slug).html") }
  static func posters(_ language: Language) -> Route { Route(language, "school/posters/index.html") }
  static func poster(_ slug: String, _ language: Language) -> Route { Route(language, "school/posters/\(slug).html") }
  static func posterFile(_ slug: String, _ language: Language) -> Route { Route(language, "school/posters/\(slug).svg") }
  static func pocketGuide(_ regulation: String, _ language: Language) -> Route {
    Route(language, "school/pocket/\(regulation).html")
  }
  static func schoolGuide(_ slug: String, _ language: Language) -> Route { Route(language, "school/guide/\(slug).html") }
  static func schoolCalendar(_ language: Language) -> Route { Route(language, "school/calendar/index.html") }
  static func qualityDays(_ language: Language) -> Route { Route(language, "school/calendar/quality-days.ics") }
  static func qualityMonth(_ language: Language) -> Route { Route(language, "school/calendar/quality-month.ics") }
  static func correspondence(_ language: Language) -> Route { Route(language, "school/table/index.html") }
}
