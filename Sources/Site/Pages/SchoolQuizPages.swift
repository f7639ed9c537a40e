import Corpus
import Diagnostics

extension PageKind {
  /// A quiz: marked at once by a script, with answers folded away without one.
  static let quiz = PageKind(
    template: "school-quiz",
    fields: .school([
      "title": .text, "levels": .text, "count": .text, "questions": .html, "gameHref": .text, "sheetHref": .text,
      "keyHref": .text, "lessons": .section(linkFields),
    ])
  ) { context in
    quizPages(context, Route.quiz) { quiz, route, language, context, writer, body in
      var html = HTML()
      for (index, question) in quiz.questions.enumerated() { writer.write(question, number: index + 1, to: &html) }
      body.html("questions", html)
      body.text("gameHref", route.href(to: .game(quiz.slug, language)))
      body.text("sheetHref", route.href(to: .testSheet(quiz.slug, language)))
      body.text("keyHref", route.href(to: .testKey(quiz.slug, language)))
      body.section("lessons", context.corpus.school.lessons.filter { $0.quiz?.value == quiz.slug }.map {
        linkView($0.document.title(in: language), route.href(to: .lesson($0.slug, language)))
      })
      var page = Page.school(
        "school-quiz", route: route, language: language, title: quiz.title[language], body: body, context: context)
      page.linkedData = LinkedData.quiz(quiz, route: route, language, context).element()
      return page
    }
  }

  /// The quiz for a class and a projector: one question at a time, big, with a timer and teams.
  static let game = PageKind(
    template: "school-game",
    fields: .school(["title": .text, "levels": .text, "count": .text, "questions": .html, "quizHref": .text])
  ) { context in
    quizPages(context, Route.game) { quiz, route, language, context, writer, body in
      var html = HTML()
      for (index, question) in quiz.questions.enumerated() { writer.write(question, number: index + 1, to: &html) }
      body.html("questions", html)
      body.text("quizHref", route.href(to: .quiz(quiz.slug, language)))
      let title = context.words(language)[.titleGame, ["title": quiz.title[language]]]
      return Page.school("school-game", route: route, language: language, title: title, body: body, context: context)
    }
  }

  /// The quiz on paper.
  static let testSheet = PageKind(
    template: "school-test",
    fields: .school(["title": .text, "levels": .text, "count": .text, "questions": .html, "keyHref": .text, "quizHref": .text])
  ) { context in
    quizPages(context, Route.testSheet) { quiz, route, language, context, writer, body in
      let sheet = TestSheetHTML(questions: writer, words: context.words(language), language: language)
      var html = HTML()
      for question in quiz.questions { sheet.write(question, to: &html) }
      body.html("questions", html)
      body.text("keyHref", route.href(to: .testKey(quiz.slug, language)))
      body.text("quizHref", route.href(to: .quiz(quiz.slug, language)))
      let title = context.words(language)[.titleTestSheet, ["title": quiz.title[language]]]
      return Page.school("school-test", route: route, language: language, title: title, body: body, context: context)
    }
  }

  /// The key, apart from the sheet.
  static let testKey = PageKind(
    template: "school-key",
    fields: .school(["title": .text, "levels": .text, "count": .text, "questions": .html, "sheetHref": .text])
  ) { context in
    quizPages(context, Route.testKey) { quiz, route, language, context, writer, body in
      let sheet = TestSheetHTML(questions: writer, words: context.words(language), language: language)
      var html = HTML()
      for question in quiz.questions { sheet.writeKey(question, to: &html) }
      body.html("questions", html)
      body.text("sheetHref", route.href(to: .testSheet(quiz.slug, language)))
      let title = context.words(language)[.titleTestKey, ["title": quiz.title[language]]]
      return Page.school("school-key", route: route, language: language, title: title, body: body, context: context)
    }
  }
}

/// A page of every quiz in both languages, with what all forms of a quiz show.
private func quizPages(
  _ context: SiteContext, _ address: @escaping @Sendable (String, Language) -> Route,
  _ draw: @escaping @Sendable (Quiz, Route, Language, SiteContext, QuestionHTML, inout View) -> Page
) -> [PlannedPage] {
  Language.allCases.flatMap { language in
    context.corpus.school.quizzes.map { quiz in
      let route = address(quiz.slug, language)
      return PlannedPage(route: route) { context in
        let words = context.words(language)
        let writer = QuestionHTML(links: LinkWriter(context: context, route: route, language: language), words: words)
        var body = View()
        body.text("title", quiz.title[language])
        body.text("levels", quiz.levels.map { words[$0.word] }.joined(separator: language.listSeparator))
        body.text("count", words[.questionCount, ["count": String(quiz.questions.count)]])
        var page = draw(quiz, route, language, context, writer, &body)
        page.source = quiz.file
        return page
      }
    }
  }
}
