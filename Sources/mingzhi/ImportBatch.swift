import ArgumentParser
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
  /// Reads every file and writes none: a line for each, as JSON or in words. The exit status is the worst of all.
  func readAll(_ terminal: Terminal) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var worst: Int32 = 0
    for file in files {
      var report = FileReport(file: file)
      do throws(Failure) {
        let outcome = try importRegulation(file, id: "text", into: sources.content, status: status, dryRun: true)
        if outcome.diagnostics.hasErrors { worst = max(worst, 1) }
        report.text = outcome.preview(in: terminal.language)
      } catch {
        if case .usage(let reason) = error { report.failure = reason[terminal.language] }
        if case .machine(let reason) = error { report.failure = reason[terminal.language] }
        worst = max(worst, error.isMachine ? 3 : 2)
      }
      switch format {
      case .json: print((try? encoder.encode(report)).map { String(decoding: $0, as: UTF8.self) } ?? "{}")
      case .console: print(line(for: report, terminal.language))
      }
    }
    if worst > 0 { throw ExitCode(worst) }
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
