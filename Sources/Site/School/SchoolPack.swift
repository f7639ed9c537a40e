import Corpus
import Diagnostics
import Legislation

/// School materials that work without the rest of the site: a start page, the pages it lists, their styles and
/// scripts. Links to what is not in the pack lead to the site on the web.
public struct SchoolPack: Sendable {
  /// Paths within the pack: the start pages at its top, everything else where the site has it.
  public let files: [SiteFile]
  /// What is worth having as a document of its own.
  public let printables: [Printable]

  /// A page that teachers print, show or change.
  public struct Printable: Sendable {
    /// The lesson that it is made from, for what can be changed in another program.
    enum Source: Sendable { case slides(String), worksheet(String), bilingual(String), other }
    public let route: Route
    public let language: Language
    let source: Source
    /// Of the document, without an ending: `slides-two-paper-towels-zh`.
    public let name: String
  }

  /// Where a lesson's zip stands on the site.
  static func zipRoute(_ lesson: Lesson, _ language: Language, _ context: SiteContext) -> Route? {
    Route(language, "school/packs/\(lesson.slug).zip")
  }
}

extension SiteContext {
  /// The zips of the site: one for each lesson and language.
  public var lessonPackRoutes: [Route] {
    Language.allCases.flatMap { language in
      corpus.school.lessons.compactMap { SchoolPack.zipRoute($0, language, self) }
    }
  }

  /// The pages that go into them.
  public var lessonPackPages: Set<Route> {
    Set(Language.allCases.flatMap { language in corpus.school.lessons.flatMap { routes(of: [$0], language) } })
  }

  /// What is in each of them, in the order of `lessonPackRoutes`. Pages that were drawn before are not drawn again.
  public func lessonPacks(_ before: [SiteFile] = []) -> [SchoolPack] {
    let wanted = Language.allCases.flatMap { language in corpus.school.lessons.map { ($0, language) } }
    let have = Dictionary(before.map { ($0.route, $0) }) { first, _ in first }
    let drawn = have.merging(draw(lessonPackPages.filter { have[$0] == nil })) { first, _ in first }
    return concurrentMap(wanted) { lesson, language in pack([lesson], in: [language], of: drawn) }
  }

  /// A pack of the lessons on a regulation and for a level; nil for either takes all. Nil when there is no such lesson.
  public func schoolPack(regulation: String?, level: SchoolLevel?) -> SchoolPack? {
    let lessons = corpus.school.lessons.filter { lesson in
      (regulation.map(lesson.regulations.contains) ?? true) && (level.map { $0 == lesson.level } ?? true)
    }
    guard !lessons.isEmpty else { return nil }
    return pack(lessons, in: Language.allCases, of: draw(Set(Language.allCases.flatMap { routes(of: lessons, $0) })))
  }

  /// Pages and files by their addresses.
  private func draw(_ wanted: Set<Route>) -> [Route: SiteFile] {
    let pages = concurrentMap(plannedPages.filter { wanted.contains($0.route) }) { render($0) }
    let files = pages + (posterFiles + calendarFiles).filter { wanted.contains($0.route) }.map(make)
    return Dictionary(files.map { ($0.route, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func pack(_ lessons: [Lesson], in languages: [Language], of drawn: [Route: SiteFile]) -> SchoolPack {
    var kept: Set<Route> = []
    let wanted = languages.flatMap { routes(of: lessons, $0) }.filter { kept.insert($0).inserted }
    let starts = languages.map { language in
      SiteFile(route: PackStart.route(language), bytes: PackStart.page(lessons, language, self).html(in: self))
    }
    kept.formUnion(starts.map(\.route))
    var links = PackLinks(kept: kept, assets: Set(templates.assets.map(\.route)), baseURL: baseURL)
    var files = (starts + wanted.compactMap { drawn[$0] }).map { file in
      file.route.path.hasSuffix(".html") ? SiteFile(route: file.route, bytes: links.rewritten(file)) : file
    }
    files += templates.assets.filter { links.usedAssets.contains($0.route) }
    return SchoolPack(files: files, printables: languages.flatMap { printables(of: lessons, $0) })
  }

  /// Every page and file of the lessons in a language.
  private func routes(of lessons: [Lesson], _ language: Language) -> [Route] {
    var routes: [Route] = []
    for lesson in lessons {
      routes += [.lesson(lesson.slug, language), .slides(lesson.slug, language)]
      if lesson.hasWorksheet { routes += [.worksheet(lesson.slug, language), .bilingualWorksheet(lesson.slug, language)] }
      for name in lesson.provisions {
        guard let reference = Reference(name.value), let id = reference.provision else { continue }
        routes.append(.provision(reference.regulation, id, language))
      }
    }
    for quiz in quizzes(of: lessons).map(\.slug) {
      routes += [.quiz(quiz, language), .game(quiz, language), .testSheet(quiz, language), .testKey(quiz, language)]
    }
    for poster in posters(of: lessons) {
      routes += [.poster(poster.slug, language), .posterFile(poster.slug, language)]
    }
    routes += pocketGuides(of: lessons).map { .pocketGuide($0.regulation, language) }
    routes += corpus.school.guides.map { .schoolGuide($0.slug, language) }
    if corpus.school.calendar != nil {
      routes += [.schoolCalendar(language), .qualityDays(language), .qualityMonth(language)]
    }
    return routes
  }

  /// The quizzes that the lessons name; of all lessons together every quiz, also one that no lesson names.
  func quizzes(of lessons: [Lesson]) -> [Quiz] {
    let named = Set(lessons.compactMap { $0.quiz?.value })
    return corpus.school.quizzes.filter { named.contains($0.slug) || lessons.count == corpus.school.lessons.count }
  }

  /// Posters with words of the regulations that the lessons use.
  func posters(of lessons: [Lesson]) -> [Poster] {
    let regulations = Set(lessons.flatMap(\.regulations))
    return corpus.school.posters.filter { poster in
      poster.quotation.reference.map { regulations.contains($0.regulation) } ?? false
    }
  }

  private func pocketGuides(of lessons: [Lesson]) -> [PocketGuide] {
    corpus.school.pocketGuides.filter { pocket in lessons.contains { $0.regulations.contains(pocket.regulation) } }
  }

  private func printables(of lessons: [Lesson], _ language: Language) -> [SchoolPack.Printable] {
    var found: [SchoolPack.Printable] = []
    func add(_ route: Route, _ name: String, _ source: SchoolPack.Printable.Source = .other) {
      found.append(
        SchoolPack.Printable(route: route, language: language, source: source, name: name + "-" + language.rawValue))
    }
    for lesson in lessons {
      add(.lesson(lesson.slug, language), "lesson-" + lesson.slug)
      add(.slides(lesson.slug, language), "slides-" + lesson.slug, .slides(lesson.slug))
      if lesson.hasWorksheet {
        add(.worksheet(lesson.slug, language), "worksheet-" + lesson.slug, .worksheet(lesson.slug))
        add(.bilingualWorksheet(lesson.slug, language), "bilingual-" + lesson.slug, .bilingual(lesson.slug))
      }
    }
    for quiz in quizzes(of: lessons).map(\.slug) {
      add(.testSheet(quiz, language), "quiz-" + quiz)
      add(.testKey(quiz, language), "key-" + quiz)
    }
    for poster in posters(of: lessons) { add(.poster(poster.slug, language), "poster-" + poster.slug) }
    for pocket in pocketGuides(of: lessons) { add(.pocketGuide(pocket.regulation, language), "pocket-" + pocket.regulation) }
    if corpus.school.calendar != nil { add(.schoolCalendar(language), "calendar") }
    return found
  }
}
