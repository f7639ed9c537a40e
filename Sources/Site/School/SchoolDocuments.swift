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
      return corpus.school.lesson(slug).map { ("pptx", document(slides($0, printable), $0, printable)) }
    case .worksheet(let slug):
      return corpus.school.lesson(slug).map { ("docx", document(worksheet($0, printable), $0, printable)) }
    case .bilingual(let slug):
      return corpus.school.lesson(slug).map { ("docx", document(bilingual($0, printable), $0, printable)) }
    case .other: return nil
    }
  }

  private func document(_ body: HTML, _ lesson: Lesson, _ printable: SchoolPack.Printable) -> [UInt8] {
    var html = HTML()
    // In a document of Chinese, word processors break English within its words; in one of English, Chinese breaks well.
    var tag = printable.language == .zh ? "zh-CN" : "en-GB"
    if case .bilingual = printable.source { tag = "en-GB" }
    html.raw("<!DOCTYPE html>\n<html lang=\"\(tag)\"><head><meta charset=\"utf-8\"><title>")
    html.text(lesson.document.title(in: printable.language))
    html.raw("</title></head><body>\n")
    html.raw(body.bytes)
    html.raw("</body></html>\n")
    // Nothing goes with a document: links lead to the site on the web.
    var links = PackLinks(kept: [], assets: [], baseURL: baseURL)
    return links.rewritten(SiteFile(route: printable.route, bytes: html.bytes))
  }

  private func slides(_ lesson: Lesson, _ printable: SchoolPack.Printable) -> HTML {
    let title = lesson.document.title(in: printable.language)
    return pieces(lesson.shownPlan(in: printable.language)?.slides ?? [], printable, printable.language) { index, heading in
      // The program makes the title slide by itself.
      index == 0 && heading == title ? words(printable.language)[lesson.level.word] : heading
    }
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
    html.raw("<p>姓名 Name：____________　班级 Class：________</p>\n<h2>十二个词 Key words</h2>\n<table><tbody>\n")
    for term in lesson.words.compactMap({ corpus.term($0.value) }) {
      html.raw("<tr><td>")
      html.text(term.name.zh)
      html.raw("</td><td>")
      html.text(term.name.en)
      html.raw("</td></tr>\n")
    }
    html.raw("</tbody></table>\n<p></p>\n<table><colgroup><col width=\"50%\"><col width=\"50%\"></colgroup><tbody>\n")
    let tasks = Language.allCases.map { lesson.plan(in: $0)?.tasks ?? [] }
    for index in 0..<max(tasks[0].count, tasks[1].count) {
      html.raw("<tr>")
      for (column, language) in Language.allCases.enumerated() {
        html.raw("<td>")
        let task = tasks[column].indices.contains(index) ? [tasks[column][index]] : []
        html.raw(pieces(task, printable, language, isInTable: true) { $1 }.bytes)
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
