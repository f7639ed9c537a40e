import Diagnostics
import Testing

@testable import Legislation

@Suite struct NumeralTests {
  @Test func writesAndReadsEveryNumberTo9999() {
    for number in 0...9999 { #expect(Legislation.number(chinese: chinese(number)) == number) }
  }

  @Test(arguments: [
    (10, "十"), (12, "十二"), (20, "二十"), (101, "一百零一"), (110, "一百一十"), (1010, "一千零一十"), (9999, "九千九百九十九"),
  ])
  func writesAsPrinted(number: Int, text: String) {
    #expect(chinese(number) == text)
  }

  @Test(arguments: [
    ("一百〇一", 101), ("一百一", 101), ("一百一十", 110), ("一百十", 110), ("两百", 200), ("廿一", 21), ("卅", 30), ("一百廿三", 123),
    ("二〇二四", 2024), ("12", 12), ("１２", 12), ("一〇三", 103), ("零", 0),
  ])
  func reads(text: String, number: Int) {
    #expect(Legislation.number(chinese: text) == number)
  }

  @Test(arguments: ["", "百", "十百", "一二十", "一百二三", "〇十", "甲", "一万", "99999", "廿廿", "十十"])
  func refuses(text: String) {
    #expect(Legislation.number(chinese: text) == nil)
  }

  @Test(arguments: [
    ("第一编", "Part I"), ("第二分编", "Subpart II"), ("第十四章", "Chapter XIV"), ("第三节", "Section 3"), ("第十二条", "Article 12"),
    ("第十二条之一", "Article 12-1"), ("四、", "IV."), ("（三）", "(3)"), ("1.", "(a)"), ("（2）", "(ii)"),
  ])
  func labelsCorrespond(zh: String, en: String) {
    let label = Label(zh, language: .zh)
    #expect(label?.text(in: .en) == en)
    #expect(label?.text(in: .zh) == zh)
  }

  @Test(arguments: ["第条", "第一", "第一条之", "（）", "1.5", "第一章总则", "壹、"])
  func refusesWhatIsNoLabel(text: String) {
    #expect(Label(text, language: .zh) == nil)
  }
}
