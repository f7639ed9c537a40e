import Checks
import Corpus
import Diagnostics
import Foundation
import Insights
import Testing

/// Citations of a law's own places, corrections of duties, departments.
@Suite struct JurisdictionCheckTests {
  /// Findings with one of these codes, as `code line:column message`.
  private func findings(_ text: String, facts: String = "", note: String = "", codes: Set<String>) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mingzhi-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ path: String, _ text: String) throws {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: false, encoding: .utf8)
    }
    try write("site.yml", "title: { zh: 测, en: T }\n")
    try write("regulations/a/regulation.yml", "title: { zh: 某条例, en: A }\nkind: local-regulation\nstatus: in-force\n" + facts)
    try write("regulations/a/published.txt", text)
    try write("regulations/a/text.zh.md", text)
    if !note.isEmpty { try write("regulations/a/notes/1.zh.md", note) }
    let corpus = try #require(try Corpus.load(from: folder.path).corpus)
    return corpus.check(with: Insights.derive(from: corpus)).filter { codes.contains($0.rule.code) }.map { finding in
      "\(finding.rule.code) \(finding.range?.start.line ?? 0):\(finding.range?.start.column ?? 0) \(finding.message.en)"
    }
  }

  @Test(arguments: [
    ("依照本条例第九条执行。", ["LW123 5:3 a has no “本条例第九条”"]), ("依照第一条第三款执行。", ["LW123 5:3 a has no “第一条第三款”"]),
    ("依照前款执行。", ["LW123 5:3 a has no “前款”"]), ("依照本条例第一条、《某法》第九条执行。", []),
    ("执行：\n\n（一）依照第九条。", ["LW123 7:6 a has no “第九条”"]),
  ])
  func aCitedPlaceMustBeThere(text: String, expected: [String]) throws {
    #expect(try findings("# 某条例\n\n## 第一条\n\n\(text)\n", codes: ["LW123"]) == expected)
  }

  @Test(arguments: [
    ("{ at: p9, force: may }", ["FM720 3:5 a/1#p9 has no statement 1"]), ("{ at: p1, statement: 2, force: may }", ["FM720 3:5 a/1#p1 has no statement 2"]),
    ("{ at: p1, force: shall }", ["FM720 3:5 this says what the rules read by themselves"]), ("{ at: p1, force: may }", []),
  ])
  func aCorrectionFitsASentenceAndChangesIt(override: String, expected: [String]) throws {
    let note = "---\nduties:\n  - \(override)\n---\n\n说明。\n"
    #expect(try findings("# 某条例\n\n## 第一条\n\n企业应当诚信。\n", note: note, codes: ["FM720"]) == expected)
  }

  @Test func aResponsibleDepartmentIsListed() throws {
    let facts = "departments:\n  - { id: finance, zh: 市财政局, en: Finance }\n"
    let text = "# 某方案\n\n## （一）做事。\n\n做事。\n\n（责任部门：市财政局、市审计局等）\n"
    #expect(try findings(text, facts: facts, codes: ["FM722"]) == ["FM722 7:1 市审计局, responsible for a/1, is not among the departments"])
  }
}
