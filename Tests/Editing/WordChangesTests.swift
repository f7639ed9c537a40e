import Testing

@testable import Editing

@Suite struct WordChangesTests {
  @Test(arguments: [
    ("企业可以参加。", "企业应当参加。", "企业[-可以-]{+应当+}参加。"),
    ("不少于12天。", "不少于120天。", "不少于[-12-]{+120+}天。"),
    ("应当连通。", "绿道应当连通。", "{+绿道+}应当连通。"),
    ("同样。", "同样。", "同样。"),
    ("", "新的。", "{+新的。+}"),
    ("旧的。", "", "[-旧的。-]"),
    ("甲乙丙丁", "戊乙己丁", "[-甲乙丙-]{+戊乙己+}丁"),
  ])
  func readsAsPhrases(_ old: String, _ new: String, _ expected: String) {
    #expect(marked(wordChanges(from: old, to: new)) == expected)
  }

  @Test func losesNothing() {
    let (old, new) = ("第一条 绿道应当连通，宽 3 米。", "第二条 绿道宜连通，宽 2.5 米以上。")
    let changes = wordChanges(from: old, to: new)
    #expect(changes.filter { $0.kind != .added }.map(\.text).joined() == old)
    #expect(changes.filter { $0.kind != .removed }.map(\.text).joined() == new)
  }

  @Test func isBoundedOnLargeTexts() {
    let changes = wordChanges(from: String(repeating: "甲乙", count: 5000), to: String(repeating: "丙丁", count: 5000))
    #expect(changes.map(\.kind) == [.removed, .added])
  }

  @Test func measuresLikeness() {
    #expect(similarity("一样", "一样") == 1)
    #expect(similarity("甲", "乙") == 0)
    #expect(similarity("", "") == 1)
    #expect(similarity("甲乙丙丁", "甲乙丙戊") == 0.75)
  }

  private func marked(_ changes: [WordChange]) -> String {
    changes.map { $0.kind == .same ? $0.text : $0.kind == .removed ? "[-\($0.text)-]" : "{+\($0.text)+}" }.joined()
  }
}
