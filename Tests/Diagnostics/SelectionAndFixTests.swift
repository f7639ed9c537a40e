@testable import Diagnostics
import Testing

private let rule = Rule("TY601", .warning, title: Bilingual(zh: "标点", en: "Marks"), explanation: Bilingual(zh: "", en: ""), bad: "", good: "")
private let other = Rule("TR206", .error, title: Bilingual(zh: "数字", en: "Figures"), explanation: Bilingual(zh: "", en: ""), bad: "", good: "")

private func finding(_ rule: Rule, _ file: String, _ line: Int) -> Diagnostic {
  Diagnostic(rule, at: SourceRange(file: file, line: line), Bilingual(zh: "第\(line)", en: "number \(line)"))
}

struct FindingSelectionTests {
  @Test func showsSoManyOfAKindInAFileAndCountsTheRest() {
    let all = (1...5).map { finding(rule, "a", $0) } + [finding(other, "a", 6), finding(rule, "b", 1)]
    let selection = FindingSelection(all, limit: 2)
    #expect(selection.shown == [all[0], all[1], all[5], all[6]])
    #expect(selection.rest == [FindingSelection.Rest(rule: rule, file: "a", count: 3)])
    #expect(FindingSelection(all, limit: 0).shown == all)
  }

  @Test func aKindThatIsEverywhereIsCutToo() {
    let all = (1...30).map { finding(rule, "file\($0)", 1) }
    let selection = FindingSelection(all, limit: 2)
    #expect(selection.shown.count == 8)
    #expect(selection.rest == [FindingSelection.Rest(rule: rule, file: "", count: 22)])
  }

  @Test func orderIsByFileLineColumnCodeAndDoesNotDependOnHowTheyCame() {
    let all = [finding(rule, "b", 1), finding(other, "a", 2), finding(rule, "a", 2), finding(rule, "a", 1)]
    let sorted = [all[3], all[1], all[2], all[0]]
    #expect(all.sortedForReading() == sorted)
    #expect(all.reversed().sortedForReading() == sorted)
  }
}

struct FixTests {
  func fix(_ line: Int, _ column: Int, _ length: Int, _ text: String) -> Diagnostic.Fix {
    Diagnostic.Fix(SourceRange(file: "a", line: line, column: column, length: length), text)
  }

  @Test func fixesOfALineAreAllWritten() {
    let result = applying([fix(1, 3, 1, "，"), fix(1, 6, 1, "。"), fix(2, 1, 2, "")], to: "质量,促进.\n  完\n")
    #expect(result.text == "质量，促进。\n完\n")
    #expect(result.applied == 3)
  }

  @Test func overlappingAndImpossibleFixesAreLeft() {
    let result = applying([fix(1, 1, 3, "x"), fix(1, 2, 1, "y"), fix(9, 1, 1, "z"), fix(1, 4, 9, "w")], to: "abc")
    #expect(result.text == "ayc")
    #expect(result.applied == 1)
  }

  @Test func differenceHasThreeLinesAround() {
    let old = (1...12).map { "line \($0)" }.joined(separator: "\n") + "\n"
    let new = old.split(separator: "\n", omittingEmptySubsequences: false).map { $0 == "line 6" ? "six" : $0 }.joined(separator: "\n")
    #expect(
      unifiedDiff(of: "a.md", from: old, to: new) == """
        --- a/a.md
        +++ b/a.md
        @@ -3,7 +3,7 @@
         line 3
         line 4
         line 5
        -line 6
        +six
         line 7
         line 8
         line 9

        """)
    #expect(unifiedDiff(of: "a.md", from: old, to: old) == "")
    #expect(unifiedDiff(of: "/site/a.md", from: "old", to: "new") == "--- a/site/a.md\n+++ b/site/a.md\n@@ -1,1 +1,1 @@\n-old\n+new\n")
  }
}

struct NearestNamesTests {
  @Test func namesOneSlipAway() {
    #expect(nearestNames(to: "topcis", among: ["topics", "title", "related"]) == ["topics"])
    #expect(nearestNames(to: "nonsense", among: ["topics", "title"]) == [])
  }
}
