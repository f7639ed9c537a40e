import CommonMark
import Diagnostics

/// A lesson of one class period.
public struct Lesson: Sendable {
  public let document: BilingualDocument
  public var slug: String { document.slug }
  /// Place in lists, ascending.
  public let order: Int
  public let level: SchoolLevel
  /// Length of the class period.
  public let minutes: Located<Int>
  public let subjects: [SchoolSubject]
  /// `nantong/6`: what the lesson is built on.
  public let provisions: [Located<String>]
  /// Slugs.
  public let topics: [Located<String>]
  /// Slug of the quiz that goes with it.
  public let quiz: Located<String>?
  public let hasWorksheet: Bool
  /// Ids of glossary terms for the bilingual worksheet.
  public let words: [Located<String>]
  /// Place of the front matter's `words`, for findings.
  public let wordsRange: SourceRange

  /// The regulations of its provisions, each once.
  public var regulations: [String] {
    var found: [String] = []
    for name in provisions {
      let id = String(name.value.prefix { $0 != "/" })
      if !found.contains(id) { found.append(id) }
    }
    return found
  }

  /// The lesson's plan in a language; nil when there is no text in it.
  public func plan(in language: Language) -> LessonPlan? { document[language].map { LessonPlan($0) } }
}

/// A lesson's body by its sections.
public struct LessonPlan: Sendable {
  /// The sections of a lesson, in their order.
  public enum Part: Int, CaseIterable, Sendable {
    case aims, materials, provisions, steps, board, easier, harder, homework, assessment, answers, worksheet, slides

    public var heading: Bilingual {
      switch self {
      case .aims: Bilingual(zh: "学习目标", en: "Aims")
      case .materials: Bilingual(zh: "准备", en: "Materials")
      case .provisions: Bilingual(zh: "用到的条文", en: "Provisions used")
      case .steps: Bilingual(zh: "过程", en: "Steps")
      case .board: Bilingual(zh: "板书", en: "Board plan")
      case .easier: Bilingual(zh: "简单些", en: "Easier")
      case .harder: Bilingual(zh: "难一些", en: "Harder")
      case .homework: Bilingual(zh: "作业", en: "Homework")
      case .assessment: Bilingual(zh: "评价", en: "Assessment")
      case .answers: Bilingual(zh: "答案", en: "Answers")
      case .worksheet: Bilingual(zh: "学习单", en: "Worksheet")
      case .slides: Bilingual(zh: "幻灯片", en: "Slides")
      }
    }
  }

  /// A step of the lesson: `### 1. 导入（5分钟）`.
  public struct Step: Sendable {
    public let section: Fragment.Section
    /// The heading without its minutes.
    public let title: String
    /// Nil when the heading names none.
    public let minutes: Int?
  }

  public let document: Document
  /// Every section as written, unknown ones too.
  public let sections: [Fragment.Section]

  init(_ document: Document) {
    self.document = document
    sections = document.body.sections
  }

  /// The part that a section's heading names.
  public func part(of section: Fragment.Section) -> Part? {
    guard let text = section.heading?.text else { return nil }
    return Part.allCases.first { $0.heading[document.language] == text }
  }

  public subscript(part: Part) -> Fragment.Section? {
    sections.first { $0.heading?.text == part.heading[document.language] }
  }

  public var steps: [Step] {
    pieces(of: .steps).map { section in
      let (title, minutes) = splitMinutes(section.heading?.text ?? "")
      return Step(section: section, title: title, minutes: minutes)
    }
  }

  /// The pupil's tasks.
  public var tasks: [Fragment.Section] { pieces(of: .worksheet) }

  public var slides: [Fragment.Section] { pieces(of: .slides) }

  private func pieces(of part: Part) -> [Fragment.Section] {
    self[part]?.subsections.filter { $0.heading != nil } ?? []
  }
}

/// `1. 导入（5分钟）` is `1. 导入` and 5; `1. Opening (5 minutes)` likewise. Minutes are nil where none are named.
func splitMinutes(_ heading: String) -> (title: String, minutes: Int?) {
  guard let open = heading.lastIndex(where: { $0 == "（" || $0 == "(" }) else { return (heading, nil) }
  let inside = heading[heading.index(after: open)...]
  let digits = inside.prefix { $0.isASCII && $0.isNumber }
  let rest = inside.dropFirst(digits.count).filter { $0 != " " }
  // No lesson takes a thousand minutes, and no sum of such numbers overflows.
  guard digits.count <= 3, let minutes = Int(digits), ["分钟）", "分钟)", "minutes)", "minute)", "minutes）"].contains(rest) else {
    return (heading, nil)
  }
  var title = heading[..<open]
  while title.last == " " { title.removeLast() }
  return (String(title), minutes)
}
