import Corpus
import Diagnostics

extension Rule {
  public static let calendarWeeks = Rule(
    "SC108", .error, title: Bilingual(zh: "质量月计划是四周，每周五天", en: "The plan of Quality Month has four weeks of five days"),
    explanation: Bilingual(
      zh: "网页和日历文件把活动排在九月的四周里，每周从周一到周五。", en: "Pages and calendar files lay the activities on four weeks of September, from Monday to Friday."),
    bad: "weeks: (3)", good: "weeks: (4)")
  public static let themeSource = Rule(
    "SC111", .error, title: Bilingual(zh: "质量月主题写两种语言，写明出处", en: "The theme of Quality Month stands in both languages, with its source"),
    explanation: Bilingual(
      zh: "主题是文本以外的事实，要照公布的原文写，并说明是哪份文件公布的；不知道就都留空。",
      en: "The theme is a fact from outside the texts: it is written word for word, with the document that announced it. Until it is known, all stays empty."),
    bad: "theme: { year: 2026, zh: 主题, en: Theme }",
    good: "theme: { year: 2026, zh: 主题, en: Theme, source: { zh: 公布主题的通知, en: The notice that announced it } }")
  public static let pocketPanels = Rule(
    "SC109", .error, title: Bilingual(zh: "口袋指南有八面，每面注明条文", en: "A pocket guide has eight panels, each with its provision"),
    explanation: Bilingual(
      zh: "一张A4纸折成八面，每面一个 ###，带一个条文链接。", en: "One sheet folds to eight panels: each is a `###` with a reference to a provision."),
    bad: "### 投诉\n\n打电话。", good: "### 投诉\n\n行业协会……\n\n[](nantong/32)")
}

extension ContentCheck {
  static let schoolCalendar = ContentCheck(.calendarWeeks, .themeSource, .pocketPanels) { corpus, _ in
    var found: [Diagnostic] = []
    if let calendar = corpus.school.calendar {
      if calendar.weeks.count != 4 {
        found.append(
          Diagnostic(
            .calendarWeeks, at: SourceRange(file: calendar.file, line: 1),
            Bilingual(zh: "计划有 \(calendar.weeks.count) 周", en: "the plan has \(calendar.weeks.count) weeks"),
            help: Bilingual(zh: "写四周", en: "write four")))
      }
      let theme = calendar.theme
      let parts = [theme.words.zh, theme.words.en, theme.source.zh, theme.source.en]
      if parts.contains(where: \.isEmpty), parts.contains(where: { !$0.isEmpty }) {
        found.append(
          Diagnostic(
            .themeSource, at: theme.range, Bilingual(zh: "主题或者出处只写了一部分", en: "the theme or its source is only partly filled in"),
            help: Bilingual(zh: "zh、en、source 都写，或者都留空", en: "fill in zh, en and source, or none of them")))
      }
      found += calendar.weeks.filter { $0.days.count != 5 }.map { week in
        Diagnostic(
          .calendarWeeks, at: week.range,
          Bilingual(zh: "“\(week.title.zh)”有 \(week.days.count) 天", en: "“\(week.title.en)” has \(week.days.count) days"),
          help: Bilingual(zh: "写五天", en: "write five"))
      }
    }
    for pocket in corpus.school.pocketGuides {
      for document in [pocket.document.zh, pocket.document.en].compactMap(\.self) { found += judge(document) }
    }
    return found
  }
}

private func judge(_ document: Document) -> [Diagnostic] {
  let panels = document.body.panels
  var found: [Diagnostic] = []
  if panels.count != 8 {
    found.append(
      Diagnostic(
        .pocketPanels, at: document.place, Bilingual(zh: "有 \(panels.count) 面", en: "there are \(panels.count) panels"),
        help: Bilingual(zh: "写八个 ###", en: "write eight '###'")))
  }
  for panel in panels {
    let cites = panel.references.contains { link in
      if case .text(let reference)? = LinkTarget(link.destination) { reference.provision != nil } else { false }
    }
    guard !cites else { continue }
    found.append(
      Diagnostic(
        .pocketPanels, at: panel.heading?.range,
        Bilingual(zh: "“\(panel.heading?.text ?? "")”没有注明条文", en: "“\(panel.heading?.text ?? "")” names no provision"),
        help: Bilingual(zh: "加上 [](nantong/32) 这样的链接", en: "add a link such as [](nantong/32)")))
  }
  return found
}
