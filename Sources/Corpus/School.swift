import Diagnostics
import Legislation

/// What `content/school/` holds for teachers.
public struct School: Sendable {
  /// By their `order`.
  public let lessons: [Lesson]
  /// By name.
  public let quizzes: [Quiz]
  /// By name.
  public let posters: [Poster]
  /// Nil when there is no `calendar.yml`.
  public let calendar: SchoolCalendar?
  /// Pages for teachers, by their `order`.
  public let guides: [SchoolGuide]
  /// One for a regulation at most, in the order of `site.yml`.
  public let pocketGuides: [PocketGuide]

  private let lessonIndex: [String: Int]
  private let quizIndex: [String: Int]
  /// Positions of the lessons that are built on a provision: by `nantong/6`.
  private let lessonsByProvision: [String: [Int]]

  init(
    lessons: [Lesson], quizzes: [Quiz], posters: [Poster], calendar: SchoolCalendar?, guides: [SchoolGuide],
    pocketGuides: [PocketGuide]
  ) {
    self.lessons = lessons
    self.quizzes = quizzes
    self.posters = posters
    self.calendar = calendar
    self.guides = guides
    self.pocketGuides = pocketGuides
    lessonIndex = Dictionary(zip(lessons.map(\.slug), lessons.indices), uniquingKeysWith: { first, _ in first })
    quizIndex = Dictionary(zip(quizzes.map(\.slug), quizzes.indices), uniquingKeysWith: { first, _ in first })
    var users: [String: [Int]] = [:]
    for (position, lesson) in lessons.enumerated() {
      for name in lesson.provisions {
        guard let reference = Reference(name.value), let id = reference.provision else { continue }
        let key = "\(reference.regulation)/\(id)"
        if users[key]?.last != position { users[key, default: []].append(position) }
      }
    }
    lessonsByProvision = users
  }

  public func lesson(_ slug: String) -> Lesson? { lessonIndex[slug].map { lessons[$0] } }
  public func quiz(_ slug: String) -> Quiz? { quizIndex[slug].map { quizzes[$0] } }

  /// The lessons that are built on a provision.
  public func lessons(on provision: ProvisionID, of regulation: String) -> [Lesson] {
    (lessonsByProvision["\(regulation)/\(provision)"] ?? []).map { lessons[$0] }
  }

  public var isEmpty: Bool {
    lessons.isEmpty && quizzes.isEmpty && posters.isEmpty && calendar == nil && guides.isEmpty && pocketGuides.isEmpty
  }

  /// Every Markdown document of the folder.
  public var documents: [BilingualDocument] {
    lessons.map(\.document) + guides.map(\.document) + pocketGuides.map(\.document)
  }
}

/// For whom a lesson or a quiz is made.
public enum SchoolLevel: String, CaseIterable, Sendable {
  case primaryLower = "primary-lower"
  case primaryUpper = "primary-upper"
  /// Junior secondary school (初中).
  case junior
  /// Senior secondary school (高中).
  case senior
  case vocational
  /// University, evening class, neighbourhood.
  case community
}

/// The subject that a lesson fits: Chinese curricula and those of international schools.
public enum SchoolSubject: String, CaseIterable, Sendable {
  case moralityAndLaw = "morality-and-law"
  case integratedPractice = "integrated-practice"
  case classMeeting = "class-meeting"
  case science, design, chinese, mathematics
  case informationTechnology = "information-technology"
  case politics, history, civics, pshe
  case globalPerspectives = "global-perspectives"
  case vocational
}

/// A page for teachers: start here, how to talk about law, how to adapt.
public struct SchoolGuide: Sendable {
  public let document: BilingualDocument
  public var slug: String { document.slug }
  public let order: Int
}

/// What a city promises, on one sheet folded to eight panels.
public struct PocketGuide: Sendable {
  /// Named as its regulation.
  public let document: BilingualDocument
  public var regulation: String { document.slug }
}

/// A poster: a few big words, a quotation, a drawing.
public struct Poster: Sendable {
  public enum Motif: String, CaseIterable, Sendable {
    case scales, ruler, lift, label, kettle, field, bridge, star, hands, magnifier, wall, kitchen
  }
  public enum Colour: String, CaseIterable, Sendable { case red, blue, green, amber }

  public let file: String
  public let slug: String
  public let title: Bilingual
  /// Big words, at most five lines.
  public let lines: [Bilingual]
  public let quotation: LegalQuotation
  public let motif: Motif
  public let colour: Colour
}

/// Words of the law in both languages, and where they stand.
public struct LegalQuotation: Sendable {
  public let text: Located<String>
  public let translation: Located<String>
  /// `nantong/9#p1`
  public let from: Located<String>

  public var reference: Reference? { Reference(from.value) }
}
