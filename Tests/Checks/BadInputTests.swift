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

  /// What cannot be read is told where it is; the links to it, and what else follows from it, are not.
  @Test(arguments: [
    ("effective: 2021-09-01", "effective: 2021-9-1", "FM706"), ("adopted: 2021-03-23", "adopted: 2021-02-30", "FM706"), ("status: in-force", "status: inforce", "FM707"),
    ("kind: local-regulation", "kind: local", "FM707"), ("title: {", "titel: {", "FM703 FM704"), ("title: {", "title: [{", "FM701"),
  ])
  func mistakeInTheFactsOfARegulationIsToldOnce(_ old: String, _ new: String, _ codes: String) throws {
    let linked = linked.replacing(old, by: new, in: "regulations/a/regulation.yml")
    #expect(try linked.errors() == codes.split(separator: " ").map(String.init))
  }

  @Test(arguments: ["regulation.yml", "text.zh.md", "published.txt"])
  func missingFileOfARegulationIsToldOnce(_ file: String) throws {
    var lost = linked
    lost.files["regulations/a/" + file] = nil
    #expect(try lost.errors() == ["FS101"])
  }

  @Test func mistakeInAListIsToldOnce() throws {
    #expect(try linked.adding("- id: [\n", to: "glossary.yml").errors() == ["FM701"])
    #expect(try linked.replacing("as-of: 2024-01-01", by: "as-of: soon", in: "facts.yml").errors() == ["FM706"])
    #expect(try linked.replacing("order: 1", by: "order: [", in: "topics/t.zh.md").errors() == ["FM701"])
  }

  /// A page that links a provision, a term, a fact and a topic.
  private var linked: ContentFixture {
    var site = sound.adding("---\ntitle: 关于\n---\n\n见[](a/1)、[](a/2)、[](term:x)、[](fact:y)、[](topic:t)。\n", to: "pages/p.zh.md")
    site.files["glossary.yml"] = "- id: x\n  zh: 甲乙\n  en: ab\n  definition: { zh: 甲乙。, en: Ab. }\n"
    site.files["facts.yml"] = "- id: y\n  title: { zh: 甲, en: A }\n  statement: { zh: 甲。, en: A. }\n  source: { zh: 国务院令第1号，2000年, en: \"State Council Decree No. 1, 2000\" }\n  as-of: 2024-01-01\n"
    site.files["topics/t.zh.md"] = "---\ntitle: 主题\norder: 1\ncriterion: 什么算\n---\n\n正文。\n"
    return site
  }

  /// A pipe must not be waited for, a folder elsewhere not be read.
  @Test func pipesAndLinksToFoldersElsewhere() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mingzhi-special-\(UUID().uuidString)").path
    let elsewhere = folder + "-elsewhere"
    defer { for path in [folder, elsewhere] { try? FileManager.default.removeItem(atPath: path) } }
    for (name, text) in sound.files {
      let path = folder + "/" + name
      try FileManager.default.createDirectory(atPath: URL(filePath: path).deletingLastPathComponent().path, withIntermediateDirectories: true)
      try text.write(toFile: path, atomically: false, encoding: .utf8)
    }
    for name in ["", "/topics", "/pages"] { try FileManager.default.createDirectory(atPath: (name.isEmpty ? elsewhere : folder + name), withIntermediateDirectories: true) }
    #expect(mkfifo(folder + "/pages/p.zh.md", 0o600) == 0 && mkfifo(folder + "/facts.yml", 0o600) == 0)
    for name in ["topics/sub", "situations", "regulations/b"] { try FileManager.default.createSymbolicLink(atPath: folder + "/" + name, withDestinationPath: elsewhere) }
    let found = try Corpus.load(from: folder).diagnostics.map { "\($0.rule.code) \(($0.range?.file ?? "").dropFirst(folder.count + 1))" }
    #expect(Set(found) == ["FS101 pages/p.zh.md", "FS101 facts.yml", "FS104 topics/sub", "FS104 situations", "FS104 regulations/b"])
  }
}

extension ContentFixture {
  /// Codes of the errors.
  fileprivate func errors() throws -> [String] { try diagnostics().filter { $0.severity == .error }.map(\.rule.code).sorted() }
}
