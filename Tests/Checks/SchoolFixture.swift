import Corpus
import Diagnostics
import Foundation
import Insights
import Testing

@testable import Checks

/// A copy of the small site with lessons, spoilt in one place.
struct SchoolFixture: ~Copyable {
  private let folder: URL

  init() throws {
    let original = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures/School")
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("school-" + UUID().uuidString)
    try FileManager.default.copyItem(at: original, to: folder)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Replaces the first occurrence; the words must be there.
  consuming func replacing(_ old: String, by new: String, in file: String) throws -> SchoolFixture {
    let url = folder.appendingPathComponent("school/" + file)
    let text = try String(contentsOf: url, encoding: .utf8)
    let range = try #require(text.range(of: old))
    try text.replacingCharacters(in: range, with: new).write(to: url, atomically: true, encoding: .utf8)
    return self
  }

  /// `SC104 lessons/towels.zh.md:24`: what the checker finds in `school/`, by code, file and line.
  func findings() throws -> [String] {
    let loaded = try Corpus.load(from: folder.path)
    let corpus = try #require(loaded.corpus)
    let all = loaded.diagnostics + corpus.check(with: Insights.derive(from: corpus), today: nil)
    let home = folder.path + "/school/"
    return all.sortedForReading().compactMap { finding in
      guard let range = finding.range, range.file.hasPrefix(home) else { return nil }
      return "\(finding.rule.code) \(range.file.dropFirst(home.count)):\(range.start.line)"
    }
  }
}
