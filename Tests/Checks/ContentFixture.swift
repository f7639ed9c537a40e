import Corpus
import Diagnostics
import Foundation
import Insights

@testable import Checks

/// A small content folder made of strings: one regulation of two articles, translated and annotated without fault.
struct ContentFixture {
  var files: [String: String] = [
    "site.yml": "title: { zh: 试, en: Trial }\nregulations: [a]\n",
    "regulations/a/regulation.yml": "title: { zh: 甲市质量条例, en: Regulation of A }\nkind: local-regulation\nstatus: in-force\nadopted: 2021-03-23\neffective: 2021-09-01\n",
    "regulations/a/published.txt": "甲市质量条例\n第一条 企业应当建立质量制度，合格率达到98.5%以上。\n第二条 鼓励企业参加保险，开展十二项活动。\n",
    "regulations/a/text.zh.md": "# 甲市质量条例\n\n## 第一条\n\n企业应当建立质量制度，合格率达到98.5%以上。\n\n## 第二条\n\n鼓励企业参加保险，开展十二项活动。\n",
    "regulations/a/text.en.md": "# Regulation of A\n\n## Article 1\n\nEnterprises shall set up a quality system, with a pass rate of 98.5% or more.\n\n## Article 2\n\nEnterprises are encouraged to take out insurance and to carry out twelve activities.\n",
    "regulations/a/notes/1.zh.md": "---\n---\n\n## 白话\n\n企业应当把管质量的办法定下来，写清楚谁来管、怎么管，做出来的东西几乎每件都要合格。\n",
    "regulations/a/notes/1.en.md": "---\n---\n\n## In plain words\n\nFirms must lay down how they look after quality: who is in charge, how it is done, and how to see that nearly every item comes out right.\n",
    "regulations/a/notes/2.zh.md": "---\n---\n\n## 白话\n\n这一条用的词是鼓励：企业买不买保险自己定，不买也不违反条例，买了出事时有保险公司一起承担损失。\n",
    "regulations/a/notes/2.en.md": "---\n---\n\n## In plain words\n\nThe word is “encouraged”: a firm decides for itself whether to insure, and one that stays out breaks no rule of this text.\n",
  ]

  /// The codes found in a file, with their lines, but for missing stamps: `["TR206:5"]`.
  func findings(in file: String) throws -> [String] {
    try diagnostics().filter { $0.range?.file.hasSuffix("/" + file) == true && $0.rule.code != "TR205" }
      .map { "\($0.rule.code):\($0.range?.start.line ?? 0)" }
  }

  func diagnostics() throws -> [Diagnostic] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mingzhi-checks-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, text) in files {
      let path = folder + "/" + name
      try FileManager.default.createDirectory(
        atPath: URL(filePath: path).deletingLastPathComponent().path, withIntermediateDirectories: true)
      try text.write(toFile: path, atomically: false, encoding: .utf8)
    }
    let loaded = try Corpus.load(from: folder)
    guard let corpus = loaded.corpus else { return loaded.diagnostics }
    var exemptions = ExemptionList(corpus)
    let found = exemptions.excuse(loaded.diagnostics + corpus.check(with: Insights.derive(from: corpus)))
    return (found + exemptions.findings()).sortedForReading()
  }

  /// The same with one stretch of a file replaced.
  func replacing(_ old: String, by new: String, in file: String) -> ContentFixture {
    var copy = self
    copy.files[file] = files[file]?.replacing(old, with: new)
    return copy
  }

  func adding(_ text: String, to file: String) -> ContentFixture {
    var copy = self
    copy.files[file, default: ""] += text
    return copy
  }
}
