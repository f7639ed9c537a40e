import Diagnostics

extension PageKind {
  /// Shown by servers for addresses that do not exist, at any depth; so its links name the root.
  static let notFound = PageKind(
    template: "missing", fields: ["homeZh": .text, "homeEn": .text]
  ) { _ in
    [
      PlannedPage(route: Route("404.html")) { context in
        var body = View()
        body.text("homeZh", context.rootOnServer + Route.home(.zh).path)
        body.text("homeEn", context.rootOnServer + Route.home(.en).path)
        var page = Page(
          kind: "missing", route: Route("404.html"), language: nil,
          title: context.words(.zh)[.titleNotFound] + " · " + context.words(.en)[.titleNotFound], body: body)
        page.isListed = false
        return page
      }
    ]
  }
}
