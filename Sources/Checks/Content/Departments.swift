import Corpus
import Diagnostics
import Insights
import Legislation

extension Rule {
  public static let unknownDepartment = Rule(
    "FM722", .error, title: Bilingual(zh: "责任部门都在 regulation.yml 的名单里", en: "Every responsible department is listed in regulation.yml"),
    explanation: Bilingual(
      zh: "方案的每项措施末尾写着责任部门。departments 给每个名字一个 id 和英文名，网页据此为它建页。",
      en: "A measure of a plan ends with the departments responsible. `departments` gives each name an id and an English name, from which it gets its page."),
    bad: "departments:\n  - { id: finance-bureau, zh: 财政局, en: Finance Bureau }", good: "departments:\n  - { id: finance-bureau, zh: 市财政局, en: Finance Bureau }")
}

extension ContentCheck {
  static let departments = ContentCheck(.unknownDepartment) { corpus, insights in
    insights.departments.unknown.map { position, name in
      let (regulation, provision) = corpus[position]
      let known = regulation.facts.departments.map(\.name.zh)
      return Diagnostic(
        .unknownDepartment,
        at: SourceRange(file: regulation.originalFile, line: provision.original.paragraphs.last?.line ?? provision.original.line),
        Bilingual(
          zh: "\(regulation.id)/\(provision.id) 的责任部门 \(name) 不在名单里",
          en: "\(name), responsible for \(regulation.id)/\(provision.id), is not among the departments"),
        help: nearestNames(to: name, among: known, limit: 1).first.map { Bilingual(zh: "是不是 \($0)？", en: "did you mean '\($0)'?") }
          ?? Bilingual(zh: "在 regulation.yml 的 departments 里加上", en: "add it under departments: in regulation.yml"))
    }
  }
}
