import Testing

@testable import Corpus

@Suite struct CalendarDateTests {
  @Test func readsWhatTheCalendarHas() {
    #expect(CalendarDate("2021-09-01")?.description == "2021-09-01")
    #expect(CalendarDate("2024-02-29") != nil)
    #expect(CalendarDate("2000-02-29") != nil)
  }

  @Test(arguments: ["2021-02-29", "1900-02-29", "2021-13-01", "2021-00-10", "2021-9-1", "2021/09/01", "+021-09-01", "", "２０２１-09-01"])
  func refusesWhatItDoesNot(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func isWrittenInBothLanguages() throws {
    let date = try #require(CalendarDate("2021-09-01"))
    #expect(date.formatted(in: .zh) == "2021年9月1日")
    #expect(date.formatted(in: .en) == "1 September 2021")
  }

  @Test func earlierDaysComeFirst() throws {
    #expect(try #require(CalendarDate("2021-09-30")) < #require(CalendarDate("2021-10-01")))
  }
}
