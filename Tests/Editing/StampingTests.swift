import Testing

@testable import Editing

@Suite struct StampingTests {
  @Test func newKeysGoFirstAndOldOnesAreReplacedWhereTheyStand() {
    let source = "---\ntopics: [brands]\nreview: checked\n---\n正文\n"
    #expect(
      settingFrontMatter(["of": "1a2b3c4d5e6f", "review": "draft"], in: source)
        == "---\nof: 1a2b3c4d5e6f\ntopics: [brands]\nreview: draft\n---\n正文\n")
  }

  @Test func aFileWithoutFrontMatterGetsOne() {
    #expect(settingFrontMatter(["of": "1a2b3c4d5e6f"], in: "正文\n") == "---\nof: 1a2b3c4d5e6f\n---\n正文\n")
  }

  @Test func theSameValuesChangeNothing() {
    let source = "---\nof: 1a2b3c4d5e6f\nreview: draft\n---\n\n正文\n"
    #expect(settingFrontMatter(["of": "1a2b3c4d5e6f", "review": "draft"], in: source) == source)
  }
}
