import Diagnostics

/// How the reader of editions words its findings.
extension EditionReader {
  mutating func report(_ rule: Rule, line: Int, length: Int, _ message: Bilingual, help: Bilingual? = nil) {
    diagnostics.append(Diagnostic(rule, at: SourceRange(file: file, line: line, length: length), message, help: help))
  }

  mutating func reportComment(_ line: SourceLine, _ message: Bilingual) {
    report(
      .badComment, line: line.number, length: line.text.unicodeScalars.count, message,
      help: Bilingual(zh: "可用的注释：of、id、check", en: "the comments are `of`, `id` and `check`"))
  }

  mutating func reportHiddenItem(_ printed: String, _ line: SourceLine) {
    report(
      .hiddenItem, line: line.number, length: printed.unicodeScalars.count,
      Bilingual(zh: "\(printed)接在上一段里", en: "\(printed) runs on from the paragraph above"),
      help: Bilingual(zh: "在前面空一行", en: "put a blank line before it"))
  }

  mutating func reportStrayText(_ content: String) {
    let start = String(content.unicodeScalars.prefix(12))
    let id = place == .head ? "preamble" : "part-…"
    report(
      .strayText, line: blockLine, length: min(12, content.unicodeScalars.count),
      Bilingual(zh: "“\(start)…”不属于任何一条", en: "“\(start)…” belongs to no provision"),
      help: Bilingual(zh: "在前面加一行 <!-- id: \(id) -->", en: "put `<!-- id: \(id) -->` on a line before it"))
  }

  /// Items that come after a gap, twice or too late.
  mutating func reportItems() {
    for (item, problem) in builder.problems {
      diagnostics.append(
        problem.diagnostic(
          item.printed, kind: item.label.kind, language: language,
          at: SourceRange(file: file, line: item.line, length: item.printed.unicodeScalars.count)))
    }
  }

  /// Empty parts and provisions, and ids that occur twice where the numbers do not show it.
  mutating func reportDivisions(of text: LegalText) {
    let numbered = Set(diagnostics.lazy.filter { $0.rule == .numbering }.compactMap { $0.range?.start.line })
    var ids: Set<ProvisionID> = []
    for part in text.parts where part.divisions.isEmpty {
      let label = part.heading.label
      report(
        .emptyDivision, line: part.heading.line, length: 0,
        Bilingual(zh: "\(label)没有条", en: "\(label) has no provisions"))
    }
    for provision in text.provisions {
      let name = provision.heading?.label ?? provision.id.rawValue
      if provision.paragraphs.isEmpty {
        report(.emptyDivision, line: provision.line, length: 0, Bilingual(zh: "\(name)没有条文", en: "\(name) has no text"))
      }
      if !ids.insert(provision.id).inserted, !numbered.contains(provision.line) { reportRepeated(provision) }
    }
  }

  /// Gives back an id to go on with.
  mutating func reportUnnamed(_ provision: Provision) -> ProvisionID {
    let words = provision.heading?.text ?? ""
    report(
      .unknownHeading, line: provision.line, length: words.unicodeScalars.count,
      Bilingual(zh: "标题“\(words)”没有编、章、节、条等序号", en: "heading “\(words)” has no label of a part or provision"),
      help: unknownHeadingHelp)
    return ProvisionID(rawValue: "line-\(provision.line)")
  }

  mutating func reportRepeated(_ provision: Provision) {
    report(
      .numbering, line: provision.line, length: 0,
      Bilingual(zh: "名称 \(provision.id) 已经用过", en: "the id \(provision.id) is taken"),
      help: Bilingual(zh: "在标题下加一行 <!-- id: … -->", en: "put `<!-- id: … -->` under the heading"))
  }

  var unknownHeadingHelp: Bilingual {
    Bilingual(
      zh: "以第一编、第一章、第一节、第一条、一、或（一）开头；没有序号的，在下一行用 <!-- id: … --> 起名",
      en: language == .zh
        ? "begin with a label such as 第一章, 第一条, 一、 or （一）, or name it on the next line with `<!-- id: … -->`"
        : "begin with a label such as Chapter I, Section 1, Article 1, I. or (1), or name it on the next line with `<!-- id: … -->`")
  }
}
