import ArgumentParser
import Corpus
import Diagnostics
import Editing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// One file of many that `mingzhi import --dry-run --format json` reads; a line of its own.
private struct FileReport: Encodable {
  var file: String
  /// Nil when the file could not be read.
  var text: ImportPreview?
  /// Why not.
  var failure: String?
}

extension ImportCommand {
  /// Files read at a time, on all cores; what they say is held until all of them are done.
  private static let batch = 64

  /// Reads every file and writes none: a line for each, as JSON or in words, in the order of the files. The exit status is
  /// the worst of all.
  func readAll(_ terminal: Terminal) throws {
    var worst: Int32 = 0
    for start in stride(from: 0, to: files.count, by: Self.batch) {
      let lines = concurrentMap(Array(files[start..<min(start + Self.batch, files.count)])) { read($0, terminal.language) }
      for (line, status) in lines {
        print(line)
        worst = max(worst, status)
      }
    }
    if worst > 0 { throw ExitCode(worst) }
  }

  private func read(_ file: String, _ language: Language) -> (line: String, status: Int32) {
    var report = FileReport(file: file)
    var worst: Int32 = 0
    do throws(Failure) {
      let outcome = try importRegulation(file, id: "text", into: sources.content, status: status, dryRun: true)
      if outcome.diagnostics.hasErrors { worst = 1 }
      report.text = outcome.preview(in: language)
    } catch {
      if case .usage(let reason) = error { report.failure = reason[language] }
      if case .machine(let reason) = error { report.failure = reason[language] }
      worst = error.isMachine ? 3 : 2
    }
    switch format {
    case .console: return (line(for: report, language), worst)
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return ((try? encoder.encode(report)).map { String(decoding: $0, as: UTF8.self) } ?? "{}", worst)
    }
  }

  private func line(for report: FileReport, _ language: Language) -> String {
    guard let text = report.text else { return "\(report.file): \(report.failure ?? "")" }
    let (count, findings) = (text.provisions.count, text.diagnostics.count { $0.severity != "note" })
    return "\(report.file): " + Bilingual(zh: "\(count) 条，\(findings) 处要看", en: "\(count) provisions, \(findings) findings")[language]
  }
}

extension Failure {
  fileprivate var isMachine: Bool { if case .machine = self { true } else { false } }
}
