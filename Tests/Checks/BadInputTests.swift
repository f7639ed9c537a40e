import Corpus
import Diagnostics
import Foundation
import Testing

@testable import Checks

/// Content that would take a careless reader down: each gives a finding, in bounded time, and no crash.
struct BadInputTests {
  let sound = ContentFixture()
  let note = "regulations/a/notes/2.zh.md"

  @Test func hugeFile() throws {
    #expect(try sound.adding(String(repeating: "质量促进 ", count: 4_000_000), to: note).findings(in: note) == ["FS102:1"])
  }

  @Test(arguments: [
    String(repeating: ">", count: 10_000) + " 深", String(repeating: "- ", count: 10_000) + "深", String(repeating: "1. ", count: 10_000) + "深",
    String(repeating: "[", count: 10_000), String(repeating: "*a ", count: 10_000), String(repeating: "![[]()", count: 10_000),
    (0..<10_000).map { String(repeating: " ", count: 2 * ($0 % 120)) + "- 深" }.joined(separator: "\n"),
  ])
  func deepNesting(_ text: String) throws {
    #expect(try sound.adding("\n\(text)\n", to: note).diagnostics().contains { $0.rule.code.hasPrefix("MD") || $0.rule.code == "TY606" })
  }

  @Test func aliasBomb() throws {
    var bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for (one, other) in zip("abcdefgh", "bcdefghi") {
      bomb += "\(other): &\(other) [" + Array(repeating: "*\(one)", count: 9).joined(separator: ", ") + "]\n"
    }
    #expect(try sound.adding(bomb, to: "glossary.yml").findings(in: "glossary.yml") == ["FM701:1"])
    #expect(try sound.replacing("---\n---", by: "---\n\(bomb)---", in: note).findings(in: note) == ["FM701:2"])
  }

  @Test(arguments: [
    "site.yml", "regulations/a/regulation.yml", "regulations/a/published.txt", "regulations/a/text.zh.md", "regulations/a/text.en.md",
    "regulations/a/notes/1.zh.md", "regulations/a/notes/1.en.md", "glossary.yml", "facts.yml", "exceptions.yml", "topics/t.zh.md", "situations/s.zh.md",
    "pages/p.en.md",
  ])
  func invalidUTF8(_ file: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mingzhi-utf8-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var files = sound.files
    files[file, default: ""] += ""
    for (name, text) in files {
      let path = folder.appending(path: name)
      try FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      var bytes = Data(text.utf8)
      if name == file { bytes += [0x0a, 0xd6, 0xca, 0xc1, 0xbf] }
      try bytes.write(to: path)
    }
    let loaded = try Corpus.load(from: folder.path)
    let codes = loaded.diagnostics.filter { $0.range?.file.hasSuffix("/" + file) == true }.map(\.rule.code)
    #expect(codes == ["FS103"])
  }

  @Test func fileThatVanishesIsToldAndItsExcerptLeftOut() throws {
    var writer = ConsoleWriter(language: .en, usesColour: false) { _ in nil }
    let finding = Diagnostic(.shortNote, at: SourceRange(file: "content/gone.md", line: 3), Bilingual(zh: "没了", en: "gone"))
    #expect(writer.write(finding) == "warning[NT302]: gone\n  --> content/gone.md:3:1\n")
    var lost = sound
    lost.files["regulations/a/text.zh.md"] = nil
    #expect(try lost.findings(in: "regulations/a/text.zh.md").first == "FS101:1")
  }

  @Test func longLinesAreJudgedInLinearTime() throws {
    // 60 KB on a line, below the limit of a paragraph.
    let long = String(repeating: "企业应当做到98%，", count: 2600)
    #expect(try sound.adding("\n\(long)\n", to: note).findings(in: note).count > 1000)
  }
}
