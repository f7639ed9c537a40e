import Diagnostics
import Foundation
import Testing

@testable import Corpus

/// A small site with two lessons, a quiz of every kind of question, ten posters and a calendar.
private let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("Fixtures/School").path

private func school() throws -> (school: School, diagnostics: [Diagnostic]) {
  let loaded = try Corpus.load(from: fixture)
  return (try #require(loaded.corpus).school, loaded.diagnostics)
}

@Suite struct SchoolTests {
  @Test func theFixtureIsReadWithoutFindings() throws {
    #expect(try school().diagnostics.isEmpty)
  }

  @Test func aLessonKnowsItsPlanInBothLanguages() throws {
    let lesson = try #require(try school().school.lesson("towels"))
    #expect(lesson.level == .primaryUpper)
    #expect(lesson.minutes.value == 40)
    #expect(lesson.subjects == [.science, .classMeeting])
    #expect(lesson.regulations == ["demo"])
    #expect(lesson.words.count == 12)
    let zh = try #require(lesson.plan(in: .zh))
    #expect(zh.steps.map(\.title) == ["1. 导入", "2. 测试", "3. 汇报"])
    #expect(zh.steps.map(\.minutes) == [5, 25, 10])
    #expect(zh.tasks.compactMap(\.heading?.text) == ["1. 记录", "2. 结论"])
    let en = try #require(lesson.plan(in: .en))
    #expect(en.steps.map(\.minutes) == [5, 25, 10])
    #expect(en.slides.compactMap(\.heading?.text) == ["Which is better?", "What the law says", "Start testing"])
    #expect(en.sections.compactMap { en.part(of: $0) } == LessonPlan.Part.allCases)
  }

  @Test(arguments: [
    ("1. 导入（5分钟）", "1. 导入", 5), ("1. Opening (5 minutes)", "1. Opening", 5), ("2. 汇报 (12分钟)", "2. 汇报", 12),
    ("3. One (1 minute)", "3. One", 1), ("1. 导入", "1. 导入", nil), ("1. 导入（五分钟）", "1. 导入（五分钟）", nil),
    ("4. 小结（5分钟）再见", "4. 小结（5分钟）再见", nil),
  ] as [(String, String, Int?)])
  func aStepNamesItsMinutes(heading: String, title: String, minutes: Int?) {
    let split = splitMinutes(heading)
    #expect(split.title == title)
    #expect(split.minutes == minutes)
  }

  @Test func aQuizHoldsEveryKindOfQuestion() throws {
    let quiz = try #require(try school().school.quiz("towels"))
    #expect(quiz.questions.map(\.kind) == [.single, .multiple, .trueFalse, .match, .order])
    #expect(quiz.levels == [.primaryUpper, .junior])
    #expect(quiz.questions[0].options.map(\.isRight) == [true, false, false])
    #expect(quiz.questions[2].answer == false)
    #expect(quiz.questions[3].pairs.map(\.left.en) == ["shall", "may", "encouraged"])
    #expect(quiz.questions[4].sequence.map(\.zh) == ["猜", "测", "报告"])
  }

  @Test func theCalendarLaysTwentyActivitiesOnFourWeeks() throws {
    let calendar = try #require(try school().school.calendar)
    #expect(calendar.weeks.flatMap(\.days).count == 20)
    #expect(calendar.dates.prefix(5).map(\.description) == ["2026-08-31", "2026-09-01", "2026-09-02", "2026-09-03", "2026-09-04"])
    #expect(calendar.dates.count == 20)
    #expect(calendar.days.map(\.month) == [3, 9])
    #expect(calendar.days.map(\.day) == [15, nil])
    #expect(calendar.theme.words.zh == "")
  }

  @Test func thePlanIsFourWeeksFromMondayToFridayThatEndInSeptember() throws {
    let words = Bilingual(zh: "", en: "")
    let place = SourceRange(file: "calendar.yml", line: 1)
    for year in 1900...2100 {
      let theme = SchoolCalendar.Theme(year: year, words: words, source: words, range: place)
      let dates = SchoolCalendar(file: "calendar.yml", weeks: [], days: [], theme: theme).dates
      #expect(dates.map(\.weekday) == [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5])
      #expect(dates.count { $0.month == 8 } <= 2 && dates.suffix(18).allSatisfy { $0.month == 9 })
    }
  }

  @Test(arguments: [("2026-11-21", 6), ("2024-02-29", 4), ("2000-01-01", 6), ("1970-01-01", 4), ("2026-03-01", 7)])
  func weekdaysCountFromMonday(date: String, weekday: Int) {
    #expect(CalendarDate(date)?.weekday == weekday)
  }

  @Test func theDayAfterTurnsMonthsAndYears() {
    #expect(CalendarDate("2023-02-28")?.next.description == "2023-03-01")
    #expect(CalendarDate("2024-02-28")?.next.description == "2024-02-29")
    #expect(CalendarDate("2024-12-31")?.next.description == "2025-01-01")
  }

  @Test func lessonsAreFoundByProvision() throws {
    let school = try school().school
    #expect(school.lessons(on: "2", of: "demo").map(\.slug) == ["towels"])
    #expect(school.lessons(on: "3", of: "demo").map(\.slug) == ["origin"])
    #expect(school.lessons(on: "9", of: "demo").isEmpty)
  }
}
