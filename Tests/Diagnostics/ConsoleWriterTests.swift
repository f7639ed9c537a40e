import Diagnostics
import Testing

private let rule = Rule(
  "TR206", .error, title: Bilingual(zh: "数字一致", en: "Figures agree"), explanation: Bilingual(zh: "说明", en: "Why"), bad: "95.8%", good: "98.5%")

private func console(_ text: String, _ language: Language = .en, width: Int = 96) -> ConsoleWriter {
  ConsoleWriter(language: language, usesColour: false, width: width) { _ in text }
}

struct ConsoleWriterTests {
  @Test func excerptHasALineBeforeAndAfterAndCaretsUnderWideCharacters() {
    let finding = Diagnostic(
      rule, at: SourceRange(file: "a.md", line: 2, column: 4, length: 5), Bilingual(zh: "应为98.5%", en: "should be 98.5%"),
      notes: [Diagnostic.Note(Bilingual(zh: "原文在这里", en: "the Chinese says it here"), at: SourceRange(file: "a.md", line: 1, column: 1, length: 2))],
      help: Bilingual(zh: "改成98.5%", en: "write 98.5%"), fix: Diagnostic.Fix(SourceRange(file: "a.md", line: 2, column: 4, length: 5), "98.5%"))
    var writer = console("原文\n合格率95.8%以上\n完")
    #expect(
      writer.write(finding) == """
        error[TR206]: should be 98.5%
          --> a.md:2:4
        1 | 原文
        2 | 合格率95.8%以上
          |       ^^^^^
        3 | 完
          = note: the Chinese says it here
          --> a.md:1:1
        1 | 原文
          | ----
        2 | 合格率95.8%以上
          = help: write 98.5%
          = fix (check before you apply it): replace it by “98.5%”

        """)
  }

  @Test func chineseWords() {
    var writer = console("合格率95.8%", .zh)
    let finding = Diagnostic(
      rule, at: SourceRange(file: "a.md", line: 1, column: 1, length: 3), Bilingual(zh: "不对", en: "wrong"), severity: .warning,
      help: Bilingual(zh: "改正", en: "mend it"))
    #expect(writer.write(finding) == "警告[TR206]: 不对\n  --> a.md:1:1\n1 | 合格率95.8%\n  | ^^^^^^\n  = 怎么办: 改正\n")
  }

  @Test func tabsAndControlCharactersTakeTheCellsTheyAreShownIn() {
    var writer = console("\ta\u{1b}b")
    let finding = Diagnostic(rule, at: SourceRange(file: "a", line: 1, column: 4, length: 1), Bilingual(zh: "x", en: "x"))
    #expect(writer.write(finding) == "error[TR206]: x\n  --> a:1:4\n1 |     a␛b\n  |       ^\n")
  }

  @Test func longLineIsCutAroundTheMark() {
    var writer = console(String(repeating: "质", count: 200) + "错" + String(repeating: "量", count: 200), width: 30)
    let finding = Diagnostic(rule, at: SourceRange(file: "a", line: 1, column: 201, length: 1), Bilingual(zh: "x", en: "x"))
    let rows = writer.write(finding).split(separator: "\n")
    #expect(rows[2] == "1 | …质质质质质错量量量量量量量量…")
    #expect(rows[3] == "  |            ^^")
  }

  @Test func placeBeyondTheFileStillGivesItsMessage() {
    var writer = console("one line")
    let finding = Diagnostic(rule, at: SourceRange(file: "a", line: 9, column: 9), Bilingual(zh: "x", en: "x"))
    #expect(writer.write(finding) == "error[TR206]: x\n  --> a:9:9\n")
  }

  @Test(arguments: [("质" as Unicode.Scalar, 2), ("a", 1), ("，", 2), ("\u{301}", 0), ("\u{200b}", 0), ("“", 1), ("é", 1)])
  func width(_ scalar: Unicode.Scalar, _ cells: Int) { #expect(cellWidth(scalar) == cells) }
}
