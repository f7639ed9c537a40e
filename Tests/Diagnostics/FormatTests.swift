import Diagnostics
import Foundation
import Testing

private let figures = Rule(
  "TR206", .error, title: Bilingual(zh: "数字一致", en: "Figures agree"), explanation: Bilingual(zh: "为什么", en: "Why"), bad: "95.8%", good: "98.5%")
private let marks = Rule("TY601", .warning, title: Bilingual(zh: "标点", en: "Marks"), explanation: Bilingual(zh: "说明", en: "What"), bad: ",", good: "，")

private let finding = Diagnostic(
  figures, at: SourceRange(file: "content/a b/质.md", line: 3, column: 5, length: 4), Bilingual(zh: "不对", en: "is \"wrong\", 50%"),
  notes: [Diagnostic.Note(Bilingual(zh: "原文", en: "the Chinese is here"), at: SourceRange(file: "content/zh.md", line: 1, column: 2, length: 2))],
  help: Bilingual(zh: "改", en: "mend it"), fix: Diagnostic.Fix(SourceRange(file: "content/a b/质.md", line: 3, column: 5, length: 4), "98.5%"))

struct JSONTests {
  @Test func keysOfTheContract() throws {
    let json = JSONWriter.write([finding], language: .en)
    let root = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let first = try #require((root["diagnostics"] as? [[String: Any]])?.first)
    #expect(Set(first.keys) == ["code", "severity", "file", "line", "column", "message", "help"])
    #expect(first["message"] as? String == "is \"wrong\", 50%")
    #expect(root["summary"] as? [String: Int] == ["errors": 1, "warnings": 0])
  }
}

/// The structure that SARIF 2.1.0 requires, section by section.
struct SARIFTests {
  func run() throws -> [String: Any] {
    let json = SARIFWriter.write([finding], rules: [figures, marks], version: "0.1.0", language: .en)
    let root = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(Set(root.keys) == ["$schema", "version", "runs"])
    #expect(root["version"] as? String == "2.1.0")
    return try #require((root["runs"] as? [[String: Any]])?.first)
  }

  @Test func driverDeclaresEveryRule() throws {
    let tool = try #require(try run()["tool"] as? [String: Any])
    let driver = try #require(tool["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "mingzhi")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.map { $0["id"] as? String } == ["TR206", "TY601"])
    for rule in rules {
      #expect(Set(rule.keys) == ["id", "shortDescription", "fullDescription", "help", "defaultConfiguration"])
      #expect((rule["shortDescription"] as? [String: String])?.keys.first == "text")
    }
    #expect((rules[1]["defaultConfiguration"] as? [String: String]) == ["level": "warning"])
  }

  @Test func resultPointsByCodePoints() throws {
    let run = try run()
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    #expect(Set(result.keys) == ["ruleId", "ruleIndex", "level", "message", "locations", "relatedLocations", "fixes"])
    #expect(result["ruleIndex"] as? Int == 0)
    #expect(result["level"] as? String == "error")
    #expect(result["message"] as? [String: String] == ["text": "is \"wrong\", 50%\nmend it"])
    let location = try #require((result["locations"] as? [[String: [String: Any]]])?.first?["physicalLocation"])
    #expect(location["artifactLocation"] as? [String: String] == ["uri": "content/a%20b/%E8%B4%A8.md"])
    #expect(location["region"] as? [String: Int] == ["startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 9])
    let fix = try #require((result["fixes"] as? [[String: [[String: Any]]]])?.first?["artifactChanges"]?.first)
    let replacement = try #require((fix["replacements"] as? [[String: Any]])?.first)
    #expect(replacement["insertedContent"] as? [String: String] == ["text": "98.5%"])
  }
}

struct GitHubTests {
  @Test func commandEscapesWhatTheServiceReads() {
    let output = GitHubWriter.write([finding], language: .en)
    #expect(
      output.commands
        == "::error title=TR206 Figures agree,file=content/a b/质.md,line=3,endLine=3,col=5,endColumn=9::is \"wrong\", 50%25%0Amend it\n")
  }

  @Test func atMostTenOfALevelEveryKindFirst() {
    func many(_ rule: Rule, _ count: Int) -> [Diagnostic] {
      (1...count).map { Diagnostic(rule, at: SourceRange(file: "f", line: $0), Bilingual(zh: "x", en: "x")) }
    }
    let rare = Rule("ZZ999", .warning, title: Bilingual(zh: "少", en: "Rare"), explanation: Bilingual(zh: "", en: ""), bad: "", good: "")
    let output = GitHubWriter.write(many(figures, 30) + many(marks, 30) + many(rare, 1), language: .en)
    let lines = output.commands.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::error") } == 10)
    #expect(lines.count { $0.hasPrefix("::warning") } == 10)
    #expect(lines.contains { $0.contains("ZZ999") })
    #expect(output.summary.contains("### 30 errors, 31 warnings"))
    #expect(output.summary.contains("| TR206 | Figures agree | 30 | f:1 |"))
  }
}
