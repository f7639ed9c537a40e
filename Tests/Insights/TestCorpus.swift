import Corpus
import Foundation
import Testing

/// A small content folder, written for one test and read as a corpus.
struct TestCorpus {
  /// By id: the law in our Markdown form; facts to add to `regulation.yml`; Chinese notes by provision.
  struct Law {
    var text: String
    var facts = ""
    var notes: [String: String] = [:]
  }

  static func load(_ laws: [(id: String, law: Law)], files: [String: String] = [:]) throws -> Corpus {
    let (corpus, diagnostics) = try read(laws, files: files)
    try #require(!diagnostics.contains { $0.severity == .error }, "\(diagnostics.map(\.message.en))")
    return try #require(corpus)
  }

  static func read(
    _ laws: [(id: String, law: Law)], files: [String: String] = [:], named name: String = UUID().uuidString
  ) throws -> (corpus: Corpus?, diagnostics: [Diagnostic]) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mingzhi-\(name)")
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ path: String, _ text: String) throws {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: false, encoding: .utf8)
    }
    let ids = laws.map(\.id).joined(separator: ", ")
    try write("site.yml", "title: { zh: 测试, en: Test }\nregulations: [\(ids)]\ncompared: [\(ids)]\n")
    for (id, law) in laws {
      let facts = law.facts.contains("kind:") ? law.facts : "kind: local-regulation\nstatus: in-force\n" + law.facts
      try write("regulations/\(id)/regulation.yml", "title: { zh: \(id)条例, en: Regulation \(id) }\n" + facts)
      try write("regulations/\(id)/published.txt", law.text)
      try write("regulations/\(id)/text.zh.md", law.text)
      for (provision, note) in law.notes { try write("regulations/\(id)/notes/\(provision).zh.md", note) }
    }
    for (path, text) in files { try write(path, text) }
    return try Corpus.load(from: folder.path)
  }

  /// A law of unnumbered words: article n has the n-th text.
  static func articles(_ texts: String...) -> Law {
    let names = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    return Law(text: "# 某条例\n\n" + zip(names, texts).map { "## 第\($0)条\n\n\($1)\n" }.joined(separator: "\n"))
  }

  /// The five texts of this checkout.
  static func official(from here: String = #filePath) throws -> Corpus {
    let root = here.split(separator: "/").dropLast(3).joined(separator: "/")
    return try #require(try Corpus.load(from: "/\(root)/content").corpus)
  }
}

import Diagnostics

extension Corpus {
  /// The stretch of a provision as its characters.
  func words(_ stretch: TextStretch, in position: ProvisionPosition) -> String {
    let element = self[position].provision.original.element(at: stretch.anchor)
    let text = element?.items.last?.text ?? element?.paragraph.text ?? ""
    return String(String.UnicodeScalarView(Array(text.unicodeScalars)[stretch.range]))
  }

  func position(_ name: String) -> ProvisionPosition {
    let parts = name.split(separator: "/").map(String.init)
    let r = regulations.firstIndex { $0.id == parts[0] } ?? 0
    let p = regulations[r].provisions.firstIndex { $0.id.rawValue == parts[1] } ?? 0
    return ProvisionPosition(regulation: r, provision: p)
  }

  func name(_ position: ProvisionPosition) -> String {
    let (regulation, provision) = self[position]
    return "\(regulation.id)/\(provision.id)"
  }
}

import Insights
import Legislation
