import Diagnostics

/// Readers of the YAML files of `school/`: quizzes, posters, the calendar.
extension Quiz {
  static func load(_ file: SourceFile, slug: String, _ diagnostics: inout [Diagnostic]) -> Quiz? {
    loadMapping(file, &diagnostics) { object, diagnostics in
      let title = object.bilingual("title", required: true, &diagnostics)
      let levels = object.choices("level", as: SchoolLevel.self, required: true, &diagnostics)
      let topics = object.strings("topics", required: true, &diagnostics)
      let questions = object.objects("questions", required: true, &diagnostics).compactMap {
        Question.load($0, &diagnostics)
      }
      var first: [String: SourceRange] = [:]
      for question in questions {
        guard let earlier = first.updateValue(question.range, forKey: question.id) else { continue }
        diagnostics.append(
          Diagnostic(
            .repeatedName, at: question.range,
            Bilingual(zh: "\(question.id) 出现两次", en: "'\(question.id)' is defined twice"),
            notes: [Diagnostic.Note(Bilingual(zh: "第一次在这里", en: "it is first defined here"), at: earlier)],
            help: Bilingual(zh: "改一个 id", en: "change one of the ids")))
      }
      guard let title else { return nil }
      return Quiz(file: file.path, slug: slug, title: title, levels: levels, topics: topics, questions: questions)
    }
  }
}

extension Question {
  fileprivate static func load(_ object: YAMLObject, _ diagnostics: inout [Diagnostic]) -> Question? {
    var object = object
    let id = object.string("id", required: true, &diagnostics)
    let kind = object.choice("kind", as: Kind.self, required: true, &diagnostics)
    let ask = object.bilingual("ask", required: true, &diagnostics)
    let options = object.objects("options", &diagnostics).map { item in
      var item = item
      let text = item.words(&diagnostics)
      let isRight = item.boolean("right", &diagnostics) ?? false
      let why = item.bilingual("why", &diagnostics)
      item.finish(&diagnostics)
      return Option(text: text, isRight: isRight, why: why, range: item.range("right"))
    }
    let answer = object.boolean("answer", &diagnostics)
    let pairs = object.objects("pairs", &diagnostics).compactMap { item -> Pair? in
      var item = item
      let left = item.bilingual("left", required: true, &diagnostics)
      let right = item.bilingual("right", required: true, &diagnostics)
      item.finish(&diagnostics)
      guard let left, let right else { return nil }
      return Pair(left: left, right: right)
    }
    let sequence = object.bilinguals("sequence", &diagnostics)
    let explanation = object.bilingual("explain", required: true, &diagnostics)
    let quotation = object.quotation(&diagnostics)
    object.finish(&diagnostics)
    var ranges: [String: SourceRange] = [:]
    for key in ["options", "answer", "pairs", "sequence"] where object.has(key) { ranges[key] = object.range(key) }
    guard let id, let kind, let ask, let explanation, let quotation else { return nil }
    return Question(
      id: id, kind: kind, ask: ask, options: options, answer: answer, pairs: pairs, sequence: sequence,
      explanation: explanation, quotation: quotation, range: object.range("id"), ranges: ranges)
  }
}

extension Poster {
  static func load(_ file: SourceFile, slug: String, _ diagnostics: inout [Diagnostic]) -> Poster? {
    loadMapping(file, &diagnostics) { object, diagnostics in
      let title = object.bilingual("title", required: true, &diagnostics)
      let lines = object.bilinguals("lines", required: true, &diagnostics)
      let quotation = object.quotation(&diagnostics)
      let motif = object.choice("motif", as: Motif.self, required: true, &diagnostics)
      let colour = object.choice("colour", as: Colour.self, required: true, &diagnostics)
      if lines.count > 5 {
        diagnostics.append(
          Diagnostic(
            .unknownValue, at: object.range("lines"), Bilingual(zh: "大字有 \(lines.count) 行", en: "there are \(lines.count) lines of big words"),
            help: Bilingual(zh: "最多五行", en: "keep at most five")))
      }
      guard let title, let quotation, let motif, let colour else { return nil }
      return Poster(
        file: file.path, slug: slug, title: title, lines: lines, quotation: quotation, motif: motif, colour: colour)
    }
  }
}

extension SchoolCalendar {
  static func load(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) -> SchoolCalendar? {
    loadMapping(file, &diagnostics) { object, diagnostics in
      let weeks = object.objects("weeks", required: true, &diagnostics).map { Week.load($0, &diagnostics) }
      let days = object.objects("days", required: true, &diagnostics).compactMap { QualityDay.load($0, &diagnostics) }
      guard let theme = Theme.load(object.object("theme", required: true, &diagnostics), &diagnostics) else { return nil }
      return SchoolCalendar(file: file.path, weeks: weeks, days: days, theme: theme)
    }
  }
}

extension SchoolCalendar.Week {
  fileprivate static func load(_ object: YAMLObject, _ diagnostics: inout [Diagnostic]) -> Self {
    var object = object
    let title = object.bilingual("title", required: true, &diagnostics) ?? Bilingual(zh: "", en: "")
    let days = object.objects("days", required: true, &diagnostics).compactMap { item -> SchoolCalendar.Activity? in
      var item = item
      let title = item.bilingual("title", required: true, &diagnostics)
      let activity = item.bilingual("activity", required: true, &diagnostics)
      let provision = item.located("provision", required: true, &diagnostics)
      let lesson = item.located("lesson", &diagnostics)
      item.finish(&diagnostics)
      guard let title, let activity, let provision else { return nil }
      return SchoolCalendar.Activity(title: title, activity: activity, provision: provision, lesson: lesson)
    }
    object.finish(&diagnostics)
    return Self(title: title, days: days, range: object.range("title"))
  }
}

extension SchoolCalendar.QualityDay {
  fileprivate static func load(_ object: YAMLObject, _ diagnostics: inout [Diagnostic]) -> Self? {
    var object = object
    let id = object.string("id", required: true, &diagnostics)
    let date = object.located("date", required: true, &diagnostics)
    let fact = object.located("fact", required: true, &diagnostics)
    let provisions = object.strings("provisions", required: true, &diagnostics)
    let about = object.bilingual("about", required: true, &diagnostics)
    object.finish(&diagnostics)
    guard let id, let date, let fact, let about else { return nil }
    guard let (month, day) = monthAndDay(date.value) else {
      diagnostics.append(
        Diagnostic(
          .badDate, at: date.range, Bilingual(zh: "\(date.value) 不是日期", en: "'\(date.value)' is not a date"),
          help: Bilingual(zh: "写成 03-15；整个月写成 \"09\"", en: "write it as in 03-15, a whole month as in \"09\"")))
      return nil
    }
    return Self(
      id: id, month: month, day: day, fact: fact, provisions: provisions, about: about, range: object.range("id"))
  }

  /// `03-15`, or `09` for a whole month.
  private static func monthAndDay(_ text: String) -> (month: Int, day: Int?)? {
    if let date = CalendarDate("2024-" + text) { return (date.month, date.day) }
    return CalendarDate("2024-\(text)-01").map { ($0.month, nil) }
  }
}

extension SchoolCalendar.Theme {
  fileprivate static func load(_ object: YAMLObject?, _ diagnostics: inout [Diagnostic]) -> Self? {
    guard var object else { return nil }
    let year = object.integer("year", required: true, &diagnostics)
    // Empty until an editor knows this year's words.
    let words = Bilingual(zh: object.string("zh", &diagnostics) ?? "", en: object.string("en", &diagnostics) ?? "")
    let source = object.bilingual("source", &diagnostics) ?? Bilingual(zh: "", en: "")
    object.finish(&diagnostics)
    guard let year else { return nil }
    guard (1...9999).contains(year) else {
      diagnostics.append(
        Diagnostic(.badDate, at: object.range("year"), Bilingual(zh: "\(year) 不是年份", en: "'\(year)' is not a year")))
      return nil
    }
    return Self(year: year, words: words, source: source, range: object.range("year"))
  }
}

/// Reads a file that is one mapping.
private func loadMapping<Element>(
  _ file: SourceFile, _ diagnostics: inout [Diagnostic],
  _ element: (inout YAMLObject, inout [Diagnostic]) -> Element?
) -> Element? {
  let source = YAMLSource(file: file.path, firstLine: 1, text: file.text)
  guard let node = source.parse(&diagnostics), var object = YAMLObject(node, in: source, &diagnostics) else { return nil }
  defer { object.finish(&diagnostics) }
  return element(&object, &diagnostics)
}
