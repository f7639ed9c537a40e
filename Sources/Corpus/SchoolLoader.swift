import Diagnostics

extension Shelf {
  /// Reads `school/`; every part of it may be missing. Pocket guides come in the order given, the others after them by id.
  mutating func loadSchool(order: [String]) -> School {
    for name in names(in: "school") where !schoolNames.contains(name) {
      reportUnknown(
        "school/\(name)",
        Bilingual(
          zh: "这里有 " + schoolNames.sorted().joined(separator: "、"), en: "known here: " + schoolNames.sorted().joined(separator: ", ")))
    }
    let pockets = loadDocuments(in: "school/pocket") { _, _, _ in }.map { PocketGuide(document: $0.document) }
    func place(_ guide: PocketGuide) -> Int { order.firstIndex(of: guide.regulation) ?? .max }
    return School(
      lessons: loadLessons(), quizzes: loadYAML(in: "school/quizzes", Quiz.load),
      posters: loadYAML(in: "school/posters", Poster.load),
      calendar: readOnce("school/calendar.yml", SchoolCalendar.load) ?? nil,
      guides: loadSchoolGuides(), pocketGuides: pockets.sorted { (place($0), $0.regulation) < (place($1), $1.regulation) })
  }

  private mutating func loadLessons() -> [Lesson] {
    struct Keys: Sendable {
      var order = 0
      var level = SchoolLevel.junior
      var minutes = Located(0, SourceRange(file: "", line: 1))
      var subjects: [SchoolSubject] = []
      var provisions: [Located<String>] = []
      var topics: [Located<String>] = []
      var quiz: Located<String>?
      var worksheet = false
      var words: [Located<String>] = []
      var wordsRange = SourceRange(file: "", line: 1)
    }
    let loaded = loadDocuments(in: "school/lessons") { object, language, diagnostics in
      guard language == .zh else { return Keys?.none }
      var keys = Keys()
      keys.order = object.integer("order", required: true, &diagnostics) ?? 0
      keys.level = object.choice("level", as: SchoolLevel.self, required: true, &diagnostics) ?? .junior
      keys.minutes = Located(object.integer("minutes", required: true, &diagnostics) ?? 0, object.range("minutes"))
      keys.subjects = object.choices("subjects", as: SchoolSubject.self, required: true, &diagnostics)
      keys.provisions = object.strings("provisions", required: true, &diagnostics)
      keys.topics = object.strings("topics", required: true, &diagnostics)
      keys.quiz = object.located("quiz", &diagnostics)
      keys.worksheet = object.boolean("worksheet", &diagnostics) ?? false
      keys.words = object.strings("words", &diagnostics)
      keys.wordsRange = object.range(object.has("words") ? "words" : nil)
      return keys
    }
    let lessons = loaded.compactMap { document, extra in
      extra[.zh]?.map { keys in
        Lesson(
          document: document, order: keys.order, level: keys.level, minutes: keys.minutes, subjects: keys.subjects,
          provisions: keys.provisions, topics: keys.topics, quiz: keys.quiz, hasWorksheet: keys.worksheet,
          words: keys.words, wordsRange: keys.wordsRange)
      }
    }
    return lessons.sorted { ($0.order, $0.slug) < ($1.order, $1.slug) }
  }

  private mutating func loadSchoolGuides() -> [SchoolGuide] {
    let loaded = loadDocuments(in: "school/guide") { object, language, diagnostics in
      // Stated once, in the Chinese page; an English page may repeat it.
      object.integer("order", required: language == .zh, &diagnostics) ?? 0
    }
    return loaded.map { SchoolGuide(document: $0.document, order: $0.extra[.zh] ?? 0) }
      .sorted { ($0.order, $0.slug) < ($1.order, $1.slug) }
  }

  /// The `<slug>.yml` of a folder, by name.
  private mutating func loadYAML<Element: Sendable>(
    in home: String, _ load: @escaping @Sendable (SourceFile, String, inout [Diagnostic]) -> Element?
  ) -> [Element] {
    readConcurrently(names(in: home)) { shelf, name -> Element? in
      guard name.hasSuffix(".yml") else {
        shelf.reportUnknown("\(home)/\(name)", Bilingual(zh: "文件名要以 .yml 结尾", en: "file names here end in .yml"))
        return nil
      }
      let slug = String(name.dropLast(4))
      shelf.reportUnusableAddress(slug, reserved: ["index"], at: SourceRange(file: shelf.folder.shown("\(home)/\(name)"), line: 1))
      return shelf.readOnce("\(home)/\(name)", required: true) { load($0, slug, &$1) } ?? nil
    }.compactMap(\.self)
  }
}

/// What may stand in `school/`.
private let schoolNames: Set<String> = ["lessons", "quizzes", "posters", "guide", "pocket", "calendar.yml"]

extension YAMLObject {
  /// A text and its place.
  mutating func located(_ key: String, required: Bool = false, _ diagnostics: inout [Diagnostic]) -> Located<String>? {
    string(key, required: required, &diagnostics).map { Located($0, range(key)) }
  }

  /// `true` or `false`.
  mutating func boolean(_ key: String, required: Bool = false, _ diagnostics: inout [Diagnostic]) -> Bool? {
    guard let text = string(key, required: required, &diagnostics) else { return nil }
    if text == "true" || text == "false" { return text == "true" }
    diagnostics.append(
      Diagnostic(
        .unknownValue, at: range(key), Bilingual(zh: "\(key) 不能是 \(text)", en: "'\(text)' is not a value of '\(key)'"),
        help: Bilingual(zh: "写 true 或 false", en: "write true or false")))
    return nil
  }

  /// A list of words of a fixed set, `subjects: [science, design]`.
  mutating func choices<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, as type: Choice.Type, required: Bool = false, _ diagnostics: inout [Diagnostic]
  ) -> [Choice] {
    let all = Choice.allCases.map(\.rawValue)
    return strings(key, required: required, &diagnostics).compactMap { text in
      if let choice = Choice(rawValue: text.value) { return choice }
      let near = nearestNames(to: text.value, among: all, limit: 1).first
      diagnostics.append(
        Diagnostic(
          .unknownValue, at: text.range,
          Bilingual(zh: "\(key) 里不能有 \(text.value)", en: "'\(text.value)' is not a value of '\(key)'"),
          help: near.map { Bilingual(zh: "是不是 \($0)？", en: "did you mean '\($0)'?") }
            ?? Bilingual(zh: "可以是：" + all.joined(separator: "、"), en: "one of: " + all.joined(separator: ", ")),
          fix: near.map { Diagnostic.Fix(text.range, $0) }))
      return nil
    }
  }

  /// `zh:` and `en:` beside other keys, both required.
  mutating func words(_ diagnostics: inout [Diagnostic]) -> Bilingual {
    let zh = string("zh", required: true, &diagnostics) ?? ""
    return Bilingual(zh: zh, en: string("en", required: true, &diagnostics) ?? "")
  }

  /// A list of `{ zh: …, en: … }`.
  mutating func bilinguals(_ key: String, required: Bool = false, _ diagnostics: inout [Diagnostic]) -> [Bilingual] {
    objects(key, required: required, &diagnostics).map { item in
      var item = item
      let words = item.words(&diagnostics)
      item.finish(&diagnostics)
      return words
    }
  }

  /// `quote:`, `quote-en:` and `from:`.
  mutating func quotation(_ diagnostics: inout [Diagnostic]) -> LegalQuotation? {
    let text = located("quote", required: true, &diagnostics)
    let translation = located("quote-en", required: true, &diagnostics)
    let from = located("from", required: true, &diagnostics)
    guard let text, let translation, let from else { return nil }
    return LegalQuotation(text: text, translation: translation, from: from)
  }
}
