import Diagnostics
import Foundation
import Testing

@testable import mingzhi

/// Holds the catalogue against the sources, and docs/checks/ against the catalogue.
struct RuleCatalogueTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every code that the sources declare: `Rule(` and the code after it.
  static func declaredCodes() throws -> [String] {
    let sources = root.appending(path: "Sources").path
    return try FileManager.default.subpathsOfDirectory(atPath: sources).filter { $0.hasSuffix(".swift") }.flatMap { name in
      try String(contentsOfFile: sources + "/" + name, encoding: .utf8)
        .matches(of: /= Rule\(\s*"([A-Z]{2}[0-9]{3})"/).map { String($0.1) }
    }
  }

  @Test func everyDeclaredCodeIsUniqueAndInTheCatalogue() throws {
    let declared = try Self.declaredCodes().sorted()
    #expect(declared == Rule.all.map(\.code))
    #expect(Set(declared).count == declared.count)
  }

  @Test func everyRuleIsExplainedInBothLanguagesWithExamples() {
    for rule in Rule.all {
      #expect(!rule.title.zh.isEmpty && !rule.title.en.isEmpty && !rule.bad.isEmpty, "\(rule.code)")
      #expect(rule.explanation.zh.count > 8 && rule.explanation.en.count > 20, "\(rule.code)")
    }
  }

  /// `mingzhi check --explain all` writes them anew.
  @Test func pagesOfDocsAreTrue() throws {
    let folder = Self.root.appending(path: "docs/checks").path
    for rule in Rule.all { #expect(try String(contentsOfFile: "\(folder)/\(rule.code).md", encoding: .utf8) == rule.page, "\(rule.code)") }
    #expect(try String(contentsOfFile: "\(folder)/README.md", encoding: .utf8) == Rule.contents)
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }
    #expect(pages.count == Rule.all.count + 1)
  }
}
