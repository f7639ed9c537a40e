import CommonMark
import Corpus
import Diagnostics

/// School materials in a plain HTML that word processors and slide programs can be made from: headings, paragraphs,
/// lists, quotations, and a table for two columns.
extension SiteContext {
  /// Nil for what has no form to change: posters, keys, the lesson itself.
  public func editable(_ printable: SchoolPack.Printable) -> (ending: String, html: [UInt8])? {
    switch printable.source {
    case .slides(let slug):
      return corpus.school.lesson(slug).map { lesson in
        let (subtitle, body) = slides(lesson, printable)
        return ("pptx", document(body, lesson, printable, subtitle: subtitle))
      }
    case .worksheet(let slug):
      return corpus.school.lesson(slug).map { ("docx", document(worksheet($0, printable), $0, printable)) }
    case .bilingual(let slug):
      return corpus.school.lesson(slug).map { ("docx", document(bilingual($0, printable), $0, printable)) }
    case .other: return nil
    }
  }

  private func document(
    _ body: HTML, _ lesson: Lesson, _ printable: SchoolPack.Printable, subtitle: String? = nil
  ) -> [UInt8] {
    var html = HTML()
    // In a document of Chinese, word processors break English within its words; in one of English, Chinese breaks well.
    var tag = printable.language == .zh ? "zh-CN" : "en-GB"
    if case .bilingual = printable.source { tag = "en-GB" }
    html.raw("<!DOCTYPE html>\n<html lang=\"\(tag)\"><head><meta charset=\"utf-8\"><title>")
    html.text(lesson.document.title(in: printable.language))
    html.raw("</title>")
    if let subtitle {
      for (name, text) in [("subtitle", subtitle), ("author", words(printable.language)[lesson.level.word])] {
        html.raw("<meta name=\"\(name)\" content=\"")
        html.text(text)
        html.raw("\">")
      }
    }
    html.raw("</head><body>\n")
    html.raw(body.bytes)
    html.raw("</body></html>\n")
    // Nothing goes with a document: links lead to the site on the web.
    var links = PackLinks(kept: [], assets: [], baseURL: baseURL)
    return links.rewritten(SiteFile(route: printable.route, bytes: html.bytes))
  }

  /// The program makes the title slide by itself, of the title and what stands on the first slide.
  private func slides(_ lesson: Lesson, _ printable: SchoolPack.Printable) -> (subtitle: String, body: HTML) {
    var slides = lesson.shownPlan(in: printable.language)?.slides ?? []
    var subtitle = ""
    if let first = slides.first, first.heading?.text == lesson.document.title(in: printable.language) {
      var html = HTML()
      LinkWriter(context: self, route: printable.route, language: printable.language).write(first, to: &html)
      let text = html.bytes.withoutTags
      // A list or a quotation is too much for a subtitle.
      if !text.contains("\n") {
        subtitle = text
        slides.removeFirst()
      }
    }
    return (subtitle, pieces(slides, printable, printable.language) { $1 })
  }

  private func worksheet(_ lesson: Lesson, _ printable: SchoolPack.Printable) -> HTML {
    let name = printable.language == .zh ? "姓名：＿＿＿＿＿＿　班级：＿＿＿＿　日期：＿＿＿＿" : "Name: ____________  Class: ________  Date: ________"
    var html = HTML()
    html.raw("<p>\(name)</p>\n")
    html.raw(pieces(lesson.shownPlan(in: printable.language)?.tasks ?? [], printable, printable.language) { $1 }.bytes)
    return html
  }

  private func bilingual(_ lesson: Lesson, _ printable: SchoolPack.Printable) -> HTML {
    var html = HTML()
    html.raw("<p>姓名 Name：____________　班级 Class：________</p>\n<h2>十二个词 Key words</h2>\n<table><colgroup><col width=\"21%\"><col width=\"29%\"><col width=\"21%\"><col width=\"29%\"></colgroup><tbody>\n")
    // Two words and their translations in a row.
    for (index, term) in lesson.words.compactMap({ corpus.term($0.value) }).enumerated() {
      if index % 2 == 0 { html.raw(index == 0 ? "<tr>" : "</tr>\n<tr>") }
      html.raw("<td><strong>")
      html.text(term.name.zh)
      html.raw("</strong></td><td>")
      html.text(term.name.en)
      html.raw("</td>")
    }
    if !lesson.words.isEmpty { html.raw("</tr>\n") }
    html.raw("</tbody></table>\n<p></p>\n<table><colgroup><col width=\"50%\"><col width=\"50%\"></colgroup><tbody>\n")
    let tasks = Language.allCases.map { lesson.plan(in: $0)?.tasks ?? [] }
    for index in 0..<max(tasks[0].count, tasks[1].count) {
      html.raw("<tr>")
      for (column, language) in Language.allCases.enumerated() {
        html.raw("<td>")
        let task = tasks[column].indices.contains(index) ? [tasks[column][index]] : []
        html.raw(pieces(task, printable, language, isInTable: true) { $1 }.bytes.withShortBlanks)
        html.raw("</td>")
      }
      html.raw("</tr>\n")
    }
    html.raw("</tbody></table>\n")
    return html
  }

  private func pieces(
    _ sections: [Fragment.Section], _ printable: SchoolPack.Printable, _ language: Language, isInTable: Bool = false,
    title: (Int, String) -> String
  ) -> HTML {
    let links = LinkWriter(context: self, route: printable.route, language: language)
    var html = HTML()
    for (index, section) in sections.enumerated() {
      html.raw(isInTable ? "<p><strong>" : "<h2>")
      html.text(title(index, section.heading?.text ?? ""))
      html.raw(isInTable ? "</strong></p>\n" : "</h2>\n")
      links.write(section, to: &html)
    }
    return html
  }
}

extension [UInt8] {
  /// Blanks to write on, `____` or `＿＿`, cut to what half a page holds: longer ones would break in two.
  fileprivate var withShortBlanks: [UInt8] {
    let wide = Array("＿".utf8)
    var short: [UInt8] = []
    short.reserveCapacity(count)
    var (index, halves) = (0, 0)
    while index < count {
      let isWide = self[index...].starts(with: wide)
      if isWide || self[index] == UInt8(ascii: "_") {
        let width = isWide ? 2 : 1
        halves += width
        if halves <= 30 { short += self[index..<index + (isWide ? 3 : 1)] }
        index += isWide ? 3 : 1
      } else {
        halves = 0
        short.append(self[index])
        index += 1
      }
    }
    return short
  }

  /// The text of HTML that is escaped as ours is, a line feed between blocks.
  fileprivate var withoutTags: String {
    var text: [UInt8] = []
    var isTag = false
    for byte in self {
      switch byte {
      case UInt8(ascii: "<"): isTag = true
      case UInt8(ascii: ">"): isTag = false
      default: if !isTag { text.append(byte) }
      }
    }
    var words = String(decoding: text, as: UTF8.self)
    while words.hasSuffix("\n") { words.removeLast() }
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      words = words.split(separator: entity, omittingEmptySubsequences: false).joined(separator: character)
    }
    return words
  }
}
