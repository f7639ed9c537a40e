import Corpus
import Diagnostics

/// What editors have excused, in comments and in `content/exceptions.yml`, and which of it has been of use.
public struct ExemptionList: Sendable {
  /// A finding of `code` in `file` is excused on these lines, or where its line contains these words.
  private struct Entry: Sendable {
    let code: String
    let file: String
    let scope: Scope
    let place: SourceRange
  }

  private enum Scope: Sendable {
    case lines(ClosedRange<Int>)
    /// Empty: the whole file.
    case containing(String)
  }

  private var entries: [Entry] = []
  private var used: Set<Int> = []
  /// Positions in `entries`, by file and code.
  private var index: [Key: [Int]] = [:]
  /// What is wrong with exemptions however much they excuse.
  public private(set) var diagnostics: [Diagnostic] = []
  private var sources: [String: SourceLines] = [:]

  private let rules: Set<String>?

  private struct Key: Hashable {
    let file: String
    let code: String
  }

  /// `rules` are the codes that there are; nil takes any.
  public init(_ corpus: Corpus, rules: Set<String>? = nil) {
    self.rules = rules
    for document in corpus.documents where document.body.comments.contains(where: { $0.name == "check" }) {
      let lines = SourceLines(document.source)
      for comment in document.body.comments where comment.name == "check" { add(comment.value, at: comment.range, in: lines) }
    }
    for source in corpus.regulations.flatMap({ [$0.originalSource, $0.translationSource].compactMap(\.self) }) {
      guard source.has("<!-- check") else { continue }
      let lines = SourceLines(source)
      for (number, line) in lines.lines.enumerated() {
        guard line.hasPrefix("<!--"), line.hasSuffix("-->"), let colon = line.range(of: "check:") else { continue }
        let range = SourceRange(file: source.path, line: number + 1, length: line.unicodeScalars.count)
        add(String(line[colon.upperBound...].dropLast(3)), at: range, in: lines)
      }
    }
    for exemption in corpus.exemptions {
      if !isRule(exemption.code) {
        reportUnknown(exemption.code, at: exemption.range)
        continue
      }
      // Written from the content folder on, or from the project's, whatever the folder is called today.
      let start = [corpus.folder + "/", "content/"].first(where: exemption.file.hasPrefix) ?? ""
      let file = corpus.folder + "/" + exemption.file.dropFirst(start.count)
      append(Entry(code: exemption.code, file: file, scope: .containing(exemption.containing), place: exemption.range))
    }
    for source in corpus.documents.map(\.source) + corpus.dataFiles + corpus.regulations.flatMap({ [$0.originalSource, $0.translationSource].compactMap(\.self) })
    where entries.contains(where: { $0.file == source.path }) {
      sources[source.path] = SourceLines(source)
    }
  }

  /// The findings that nobody has excused.
  public mutating func excuse(_ findings: [Diagnostic]) -> [Diagnostic] {
    guard !entries.isEmpty else { return findings }
    return findings.filter { finding in
      guard let range = finding.range, let candidates = index[Key(file: range.file, code: finding.rule.code)] else { return true }
      guard let match = candidates.first(where: { covers(entries[$0], range) }) else { return true }
      used.insert(match)
      guard finding.rule.isExcusable else {
        diagnostics.append(
          Diagnostic(
            .forbiddenExemption, at: entries[match].place, Bilingual(zh: "\(finding.rule.code) 不能放行", en: "\(finding.rule.code) cannot be excused"),
            help: Bilingual(zh: "改正内容", en: "mend the content")))
        return true
      }
      return false
    }
  }

  /// What is wrong with the exemptions themselves. Ask when every finding has gone through `excuse`.
  public func findings() -> [Diagnostic] {
    diagnostics
      + entries.indices.filter { !used.contains($0) }.map { position in
        let entry = entries[position]
        return Diagnostic(
          .idleExemption, at: entry.place, Bilingual(zh: "放行的 \(entry.code) 已经没有了", en: "there is no \(entry.code) left to excuse"),
          help: Bilingual(zh: "删去这条例外", en: "delete the exemption"))
      }
  }

  private func covers(_ entry: Entry, _ range: SourceRange) -> Bool {
    switch entry.scope {
    case .lines(let lines): lines.contains(range.start.line)
    case .containing(let words): words.isEmpty || sources[entry.file]?.line(range.start.line)?.contains(words) ?? false
    }
  }

  private mutating func append(_ entry: Entry) {
    index[Key(file: entry.file, code: entry.code), default: []].append(entries.count)
    entries.append(entry)
  }

  /// `allow TR204 because …` covers the next block: from the next line that is neither blank nor a comment to a blank line.
  private mutating func add(_ value: String, at range: SourceRange, in lines: SourceLines) {
    let words = value.split(separator: " ", omittingEmptySubsequences: true)
    guard words.count >= 4, words[0] == "allow", words[2] == "because", isCode(words[1]) else {
      diagnostics.append(
        Diagnostic(
          .badExemption, at: range,
          words.count >= 2 && isCode(words[1])
            ? Bilingual(zh: "例外没有写理由", en: "the exemption gives no reason") : Bilingual(zh: "例外没有写代码", en: "the exemption names no code"),
          help: Bilingual(zh: "写成 <!-- check: allow 代码 because 理由 -->", en: "write <!-- check: allow CODE because reason -->")))
      return
    }
    guard isRule(String(words[1])) else { return reportUnknown(String(words[1]), at: range) }
    var first = range.start.line + 1
    while let line = lines.line(first), isBlank(line) || line.hasPrefix("<!--") { first += 1 }
    var last = first
    while let line = lines.line(last + 1), !isBlank(line) { last += 1 }
    append(Entry(code: String(words[1]), file: range.file, scope: .lines(first...last), place: range))
  }

  private func isRule(_ code: String) -> Bool { rules?.contains(code) ?? true }

  private mutating func reportUnknown(_ code: String, at range: SourceRange) {
    let near = nearestNames(to: code, among: rules?.sorted() ?? [], limit: 1).first
    diagnostics.append(
      Diagnostic(
        .badExemption, at: range, Bilingual(zh: "没有代码为 \(code) 的规则", en: "there is no rule \(code)"),
        help: near.map { Bilingual(zh: "是不是 \($0)？", en: "did you mean \($0)?") }
          ?? Bilingual(zh: "代码写在每条检查结果的方括号里", en: "the code stands in the brackets of each finding")))
  }

  private func isCode(_ word: Substring) -> Bool {
    word.utf8.count == 5 && word.utf8.prefix(2).allSatisfy { (0x41...0x5a).contains($0) } && word.utf8.dropFirst(2).allSatisfy { (0x30...0x39).contains($0) }
  }

  private func isBlank(_ line: Substring) -> Bool { line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0d } }
}

extension Substring {
  fileprivate func range(of words: String) -> Range<Index>? { firstRange(of: words) }
}
