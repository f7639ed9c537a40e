import Diagnostics
import Testing

@testable import Corpus

@Suite struct FrontMatterTests {
  private func split(_ text: String) -> (FrontMatter, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let front = FrontMatter(SourceFile(path: "a.md", bytes: Array(text.utf8)), &diagnostics)
    return (front, diagnostics)
  }

  @Test func isWhatStandsBetweenTwoFences() {
    let (front, found) = split("---\ntitle: 关于\n---\n\n正文\n")
    #expect(found.isEmpty)
    #expect(front.yaml.text == "title: 关于\n")
    #expect(front.yaml.firstLine == 2)
    #expect(String(decoding: front.body, as: UTF8.self) == "\n正文\n")
    #expect(front.bodyLine == 4)
  }

  @Test func mayBeEmptyOrAbsent() {
    #expect(split("---\n---\n正文").0.bodyLine == 3)
    #expect(split("正文").0.bodyLine == 1)
    #expect(split("正文").0.yaml.text.isEmpty)
  }

  @Test func mayHaveWindowsLineEnds() {
    let (front, found) = split("---\r\ntitle: a\r\n---\r\n正文")
    #expect(found.isEmpty)
    #expect(front.yaml.text == "title: a\r\n")
  }

  @Test func mustBeClosed() {
    let (_, found) = split("---\ntitle: 关于\n正文\n")
    #expect(found.map(\.rule.code) == ["FM708"])
  }
}
