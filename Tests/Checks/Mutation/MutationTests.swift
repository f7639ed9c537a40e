import Corpus
import Diagnostics
import Foundation
import Insights
import Testing

@testable import Checks

/// Makes mistakes in the real content, one by one, and looks whether the checker sees each where it is.
@Suite(.serialized) struct MutationTests {
  /// content/ of the checkout.
  static let content = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "content").path
  static let today = CalendarDate("2026-11-21")

  /// A finding as the tests compare it: code, path below content/, line.
  struct Finding: Hashable {
    let code: String
    let file: String
    let line: Int
  }

  static func findings(in folder: String) throws -> [Finding] {
    let loaded = try Corpus.load(from: folder)
    let checked = loaded.corpus.map { corpus in
      var exemptions = ExemptionList(corpus)
      let found = exemptions.excuse(loaded.diagnostics + corpus.check(with: Insights.derive(from: corpus), today: today))
      return found + exemptions.findings()
    }
    return (checked ?? loaded.diagnostics).map {
      Finding(code: $0.rule.code, file: String(($0.range?.file ?? "").dropFirst(folder.count + 1)), line: $0.range?.start.line ?? 0)
    }
  }

  static func book() throws -> Book {
    var files: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: content) {
      if let text = try? String(contentsOfFile: content + "/" + name, encoding: .utf8) { files[name] = text }
    }
    return Book(files: files)
  }

  @Test func realContentIsClean() throws {
    // What nobody has read again yet is unstamped; that is no mistake.
    let found = try Self.findings(in: Self.content).filter { $0.code != "TR205" }
    #expect(found.isEmpty)
  }

  @Test func everyMistakeIsReported() throws {
    var dice = Dice(seed: 20_261_121)
    let book = try Self.book()
    let kinds = book.allMistakes()
    let chosen = kinds.flatMap { $0.shuffled(using: &dice).prefix(3) }
    #expect(chosen.count >= 120)
    let thin = kinds.filter { $0.count < 3 }.map { "\($0.first?.kind ?? "a kind of which there is none"): \($0.count)" }
    #expect(thin.isEmpty)
    let clean = Set(try Self.findings(in: Self.content))

    let folder = FileManager.default.temporaryDirectory.appending(path: "mingzhi-mutation-\(UUID().uuidString)").path
    try FileManager.default.copyItem(atPath: Self.content, toPath: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }

    var missed: [Mistake] = []
    var noise: [Finding: String] = [:]
    for batch in Self.batches(chosen) {
      for mistake in batch { try write(mistake.text, to: folder + "/" + mistake.file) }
      let found = try Self.findings(in: folder).filter { !clean.contains($0) }
      for mistake in batch {
        let isSeen = found.contains { $0.code == mistake.code && $0.file == mistake.reportedIn && mistake.lines.contains($0.line) }
        if !isSeen { missed.append(mistake) }
      }
      for finding in found where !batch.contains(where: { $0.code == finding.code && $0.reportedIn == finding.file }) {
        noise[finding] = batch.first { $0.file == finding.file }?.kind ?? ""
      }
      for mistake in batch { try write(book.files[mistake.file], to: folder + "/" + mistake.file) }
    }
    print("mutation score: \(chosen.count - missed.count) of \(chosen.count) mistakes of \(Set(chosen.map(\.kind)).count) kinds")
    if ProcessInfo.processInfo.environment["MUTATION_DETAILS"] != nil {
      for (finding, kind) in noise.sorted(by: { $0.key.code < $1.key.code }) { print("also:", finding.code, finding.file, finding.line, kind) }
    }
    let told = missed.map { "\($0.kind): \($0.code) in \($0.reportedIn), lines \($0.lines)" }
    #expect(told.isEmpty)
  }

  /// Mistakes that do not disturb each other are made together, each in a file of its own.
  static func batches(_ mistakes: [Mistake]) -> [[Mistake]] {
    var batches: [[Mistake]] = []
    for mistake in mistakes {
      if let place = batches.firstIndex(where: { batch in batch.count < 12 && !batch.contains { $0.disturbs(mistake) } }) {
        batches[place].append(mistake)
      } else {
        batches.append([mistake])
      }
    }
    return batches
  }

  private func write(_ text: String?, to path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    guard let text else {
      try? FileManager.default.removeItem(atPath: path)
      // A folder left behind empty would count as a regulation that cannot be read.
      if try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty { try FileManager.default.removeItem(atPath: folder) }
      return
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }
}
