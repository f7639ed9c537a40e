import Corpus
import Diagnostics

extension NewKind {
  /// The plan of Quality Month: named by its year, and one for the site.
  static let calendar = NewKind(name: "calendar") { entry throws(Failure) in
    guard let year = Int(entry.name), (1...9999).contains(year) else {
      throw .usage(Bilingual(zh: "写出年份：mingzhi new calendar 2027", en: "name the year: mingzhi new calendar 2027"))
    }
    guard entry.corpus.school.calendar == nil else {
      throw .usage(
        Bilingual(zh: "已经有日历了；新的一年改 school/calendar.yml 里的 theme", en: "there is a calendar already; for a new year change 'theme' in school/calendar.yml"))
    }
    let provision = try entry.passage().reference
    let weeks = (1...4).map { week in
      "  - title: \(yamlToWrite("第\(week)周", "week \(week)"))\n    days:\n" + (1...5).map { day in
        """
              - title: \(yamlToWrite("第\(day)天", "day \(day)"))
                activity: \(yamlToWrite("十分钟做什么。", "what to do in ten minutes."))
                provision: \(provision.regulation)/\(provision.provision?.description ?? "")

        """
      }.joined()
    }.joined()
    let text = """
      # The national theme of the year's Quality Month; empty until it is published. 当年主题，公布前留空。
      theme: { year: \(year), zh: "", en: "" }
      # Days of the year that the texts name. 文本点名的日子：
      #   - { id: …, date: 03-15, fact: …, provisions: [\(provision.regulation)/1], about: { zh: …, en: … } }
      days: []
      weeks:

      """ + weeks
    return [FileChange("\(entry.corpus.folder)/school/calendar.yml", text)]
  }
}
