import Diagnostics
import Foundation
import Site
import Testing

/// Makes mistakes in the real templates, one by one, and looks whether each is seen where it is.
struct TemplateMutationTests {
  static let templates = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "templates").path

  /// Findings as `TP802 article.mustache:3` when a file has one stretch replaced.
  static func findings(_ old: String, _ new: String, in file: String) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mingzhi-templates-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.copyItem(atPath: templates, toPath: folder)
    let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
    let place = try #require(text.firstRange(of: old))
    try text.replacingCharacters(in: place, with: new).write(toFile: folder + "/" + file, atomically: false, encoding: .utf8)
    return try TemplateLibrary.load(from: folder, declarations: PageKind.declarations).diagnostics.map {
      "\($0.rule.code) \(($0.range?.file ?? "").dropFirst(folder.count + 1)):\($0.range?.start.line ?? 0)"
    }
  }

  /// Line of the first occurrence.
  static func line(of words: String, in file: String) throws -> Int {
    let text = try String(contentsOfFile: templates + "/" + file, encoding: .utf8)
    return text[..<(try #require(text.firstRange(of: words))).lowerBound].count { $0 == "\n" } + 1
  }

  @Test func realTemplatesAreClean() throws {
    #expect(try TemplateLibrary.load(from: Self.templates, declarations: PageKind.declarations).diagnostics.map(\.rule.code) == [])
  }

  @Test(arguments: [
    ("{{ui.place_tools}}", "{{ui.place_tool}}", "provision.mustache", "TP804"), ("{{title}}", "{{titel}}", "provision.mustache", "TP802"),
    ("{{name}}", "{{nmae}}", "provision.mustache", "TP802"), ("{{caption}}", "{{capshun}}", "provision.mustache", "TP802"),
    ("{{#topics}}", "{{#topicks}}", "provision.mustache", "TP802"), ("{{#related}}", "{{#unrelated}}", "provision.mustache", "TP802"),
    ("{{#previous}}", "{{#previos}}", "provision.mustache", "TP802"),
    ("{{> forces}}", "{{> farces}}", "provision.mustache", "TP803"), ("{{> place}}", "{{> palace}}", "provision.mustache", "TP803"), ("{{> ", "{{> no-", "regulation.mustache", "TP803"),
    ("{{/topics}}", "", "provision.mustache", "TP801"), ("{{/related}}", "{{/topics}}", "provision.mustache", "TP801"), ("{{#marks}}", "{{marks", "provision.mustache", "TP801"),
  ])
  func mistakeInATemplate(_ old: String, _ new: String, _ file: String, _ code: String) throws {
    let found = try Self.findings(old, new, in: file)
    let line = try Self.line(of: old, in: file)
    // What was never closed is told where it was opened or where the file ends.
    #expect(code == "TP801" ? found.contains { $0.hasPrefix("TP801 \(file):") } : found.contains("\(code) \(file):\(line)"), "\(found)")
  }

  @Test(arguments: ["home_title", "menu", "disclaimer"], ["zh", "en"])
  func wordMissingInALanguage(_ key: String, _ language: String) throws {
    let file = "strings/\(language).yml"
    #expect(try Self.findings("\n\(key):", "\n#\(key):", in: file).contains { $0.hasPrefix("TP804 \(file)") })
  }

  @Test(arguments: ["spare", "left_over", "unused_words"])
  func wordThatNothingUses(_ key: String) throws {
    // In both files it would be unused; in one it is also missing in the other.
    #expect(try Self.findings("\nmenu:", "\n\(key): x\nmenu:", in: "strings/zh.yml").contains { $0.hasPrefix("TP805 strings/zh.yml:") || $0.hasPrefix("TP804 strings/en.yml") })
  }
}
