import CommonMark
import Corpus
import Diagnostics

extension PageKind {
  /// The pupil's sheet, on A4.
  static let worksheet = PageKind(
    template: "school-worksheet",
    fields: .school([
      "title": .text, "tag": .text, "lessonHref": .text, "level": .text,
      "tasks": .section(["title": .text, "content": .html]),
    ])
  ) { context in
    Language.allCases.flatMap { language in
      context.corpus.school.lessons.filter(\.hasWorksheet).map { lesson in
        PlannedPage(route: .worksheet(lesson.slug, language)) { worksheetPage(lesson, language, $0) }
      }
    }
  }

  /// The same sheet in two columns, Chinese and English, with key words in both.
  static let bilingualWorksheet = PageKind(
    template: "school-bilingual",
    fields: .school([
      "title": .text, "titleZh": .text, "titleEn": .text, "lessonHref": .text,
      "tasks": .section(["titleZh": .text, "titleEn": .text, "contentZh": .html, "contentEn": .html]),
      "words": .section(["zh": .text, "en": .text]),
    ])
  ) { context in
    Language.allCases.flatMap { language in
      context.corpus.school.lessons.filter(\.hasWorksheet).map { lesson in
        PlannedPage(route: .bilingualWorksheet(lesson.slug, language)) { bilingualPage(lesson, language, $0) }
      }
    }
  }
}

private func worksheetPage(_ lesson: Lesson, _ language: Language, _ context: SiteContext) -> Page {
  let route = Route.worksheet(lesson.slug, language)
  let words = context.words(language)
  let title = lesson.document.title(in: language)
  let plan = lesson.shownPlan(in: language)
  let links = LinkWriter(context: context, route: route, language: language)
  var body = View()
  body.text("title", title)
  body.text("tag", (plan?.document.language ?? .zh).tag)
  body.text("lessonHref", route.href(to: .lesson(lesson.slug, language)))
  body.text("level", words[lesson.level.word])
  body.section("tasks", (plan?.tasks ?? []).map { task in
    var view = View()
    view.text("title", task.heading?.text ?? "")
    view.html("content", ruled(task, links))
    return view
  })
  var page = Page.school(
    "school-worksheet", route: route, language: language, title: words[.titleWorksheet, ["title": title]], body: body,
    context: context)
  page.trail.append((title, .lesson(lesson.slug, language)))
  page.source = plan?.document.file ?? ""
  return page
}

private func bilingualPage(_ lesson: Lesson, _ language: Language, _ context: SiteContext) -> Page {
  let route = Route.bilingualWorksheet(lesson.slug, language)
  let words = context.words(language)
  let title = lesson.document.title(in: language)
  let tasks = Language.allCases.map { lesson.plan(in: $0)?.tasks ?? [] }
  let links = Language.allCases.map { LinkWriter(context: context, route: route, language: $0) }
  var body = View()
  body.text("title", title)
  body.text("titleZh", lesson.document.title(in: .zh))
  body.text("titleEn", lesson.document.title(in: .en))
  body.text("lessonHref", route.href(to: .lesson(lesson.slug, language)))
  body.section("tasks", (0..<max(tasks[0].count, tasks[1].count)).map { index in
    var view = View()
    for (column, name) in [(0, "Zh"), (1, "En")] {
      let task = tasks[column].indices.contains(index) ? tasks[column][index] : nil
      view.text("title" + name, task?.heading?.text ?? "")
      view.html("content" + name, task.map { ruled($0, links[column]) } ?? HTML())
    }
    return view
  })
  body.section("words", lesson.words.compactMap { context.corpus.term($0.value) }.map { term in
    var view = View()
    view.text("zh", term.name.zh)
    view.text("en", term.name.en)
    return view
  })
  var page = Page.school(
    "school-bilingual", route: route, language: language, title: words[.titleBilingual, ["title": title]], body: body,
    context: context)
  page.trail.append((title, .lesson(lesson.slug, language)))
  page.source = lesson.document.zh.file
  return page
}

/// A task with its blanks as ruled lines: a paragraph of nothing but `＿` or `_` becomes a line to write on.
private func ruled(_ task: Fragment.Section, _ links: LinkWriter) -> HTML {
  var written = HTML()
  links.write(task, to: &written)
  let bytes = written.bytes
  let open = Array("<p>".utf8)
  let line = Array("<p class=\"blank\"></p>".utf8)
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var index = 0
  while index < bytes.count {
    if bytes[index] == open[0], bytes[index...].starts(with: open), let end = endOfBlank(bytes, from: index + 3) {
      result += line
      index = end
    } else {
      result.append(bytes[index])
      index += 1
    }
  }
  var html = HTML()
  html.raw(gathered(result))
  return html
}

/// Blanks within a sentence in pieces of their own, with the mark that follows: no line breaks within one. Three or more
/// count; what stands in a tag stays as it is.
private func gathered(_ bytes: [UInt8]) -> [UInt8] {
  let marks = ["，", "。", "；", "、", ",", ".", ";", "%"].map { Array($0.utf8) }
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count + 256)
  var index = 0
  var inTag = false
  while index < bytes.count {
    let run = inTag ? (count: 0, end: index) : blanks(bytes, from: index)
    guard run.count > 0 else {
      if bytes[index] == UInt8(ascii: "<") { inTag = true }
      if bytes[index] == UInt8(ascii: ">") { inTag = false }
      result.append(bytes[index])
      index += 1
      continue
    }
    let mark = marks.first { bytes[run.end...].starts(with: $0) } ?? []
    let end = run.count < 3 ? run.end : run.end + mark.count
    if run.count >= 3 { result += "<span class=\"fill\">".utf8 }
    result += bytes[index..<end]
    if run.count >= 3 { result += "</span>".utf8 }
    index = end
  }
  return result
}

/// How many blanks stand here, `_` or U+FF3F, and where they end.
private func blanks(_ bytes: [UInt8], from start: Int) -> (count: Int, end: Int) {
  let wide: [UInt8] = [0xef, 0xbc, 0xbf]
  var index = start
  var count = 0
  while index < bytes.count {
    if bytes[index] == UInt8(ascii: "_") {
      index += 1
    } else if bytes[index] == wide[0], bytes[index...].starts(with: wide) {
      index += 3
    } else {
      break
    }
    count += 1
  }
  return (count, index)
}

/// Where a paragraph of nothing but blanks ends, `</p>` included.
private func endOfBlank(_ bytes: [UInt8], from start: Int) -> Int? {
  var index = start
  // U+FF3F in UTF-8, `_`, and what separates them.
  while index < bytes.count, [0xef, 0xbc, 0xbf, 0x5f, 0x20].contains(bytes[index]) { index += 1 }
  guard index > start, bytes[index...].starts(with: "</p>".utf8) else { return nil }
  return index + 4
}
