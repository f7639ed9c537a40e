import Corpus
import Diagnostics
import Foundation
import Testing

@testable import Site

private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

@Suite struct SchoolCalendarTests {
  @Test func linesEndInCRLF() {
    #expect(ICalendar.folded("VERSION:2.0") == Array("VERSION:2.0\r\n".utf8))
  }

  @Test func longLinesAreFoldedAt75OctetsAndNeverInACharacter() {
    let line = "SUMMARY:" + String(repeating: "质", count: 40)
    let lines = text(ICalendar.folded(line)).components(separatedBy: "\r\n").dropLast()
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(([lines.first ?? ""] + lines.dropFirst().map { String($0.dropFirst()) }).joined() == line)
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" ") })
  }

  @Test func whatHasAMeaningIsEscaped() {
    #expect(ICalendar.escaped("a,b;c\\d\ne") == "a\\,b\\;c\\\\d\\ne")
  }

  @Test func anEventIsWrittenWhole() throws {
    let event = ICalendar.Event(
      uid: "quality-day-rights@sample.example", stamp: try #require(CalendarDate("2024-06-30")),
      start: try #require(CalendarDate("2026-03-15")), end: try #require(CalendarDate("2026-03-16")), isYearly: true,
      summary: "消费者权益日", description: "问，再买", url: "https://sample.example/zh/")
    let file = text(ICalendar(name: "质量日", language: .zh, events: [event]).bytes)
    #expect(
      file.components(separatedBy: "\r\n") == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Mingzhi//Quality calendar//ZH", "CALSCALE:GREGORIAN", "X-WR-CALNAME:质量日",
        "BEGIN:VEVENT", "UID:quality-day-rights@sample.example", "DTSTAMP:20240630T000000Z", "DTSTART;VALUE=DATE:20260315",
        "DTEND;VALUE=DATE:20260316", "RRULE:FREQ=YEARLY", "SUMMARY;LANGUAGE=zh-Hans:消费者权益日",
        "DESCRIPTION;LANGUAGE=zh-Hans:问，再买", "URL:https://sample.example/zh/", "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR", "",
      ])
  }
}
