import Diagnostics

extension Route {
  static let languageChoice = Route("index.html")
}

extension PageKind {
  /// The front door: a choice of language.
  static let languageChoice = PageKind(
    template: "languages",
    fields: ["title": .text, "title_en": .text, "choices": .section(["tag": .text, "href": .text, "label": .text, "tagline": .text])]
  ) { _ in
    [
      PlannedPage(route: .languageChoice) { context in
        let settings = context.corpus.settings
        var body = View()
        body.text("title", settings.title.zh)
        body.text("title_en", settings.title.en)
        body.section("choices", Language.allCases.map { language in
          var view = View()
          view.text("tag", language.tag)
          view.text("href", Route.languageChoice.href(to: .home(language)))
          view.text("label", language == .zh ? "中文" : "English")
          view.text("tagline", settings.tagline[language])
          return view
        })
        var page = Page(
          kind: "languages", route: .languageChoice, language: nil,
          title: settings.title.zh + " · " + settings.title.en, body: body)
        page.description = settings.tagline.zh + " " + settings.tagline.en
        return page
      }
    ]
  }
}
