import Diagnostics

/// A page before its layout: what it says, and what the layout must know of it.
struct Page {
  let kind: String
  let route: Route
  /// Nil for a page in both languages at once.
  let language: Language?
  var title: String
  /// One sentence for search engines and link previews.
  var description = ""
  /// From the home page down to the page above this one.
  var trail: [(label: String, route: Route)] = []
  var body: View
  /// The file an editor would change, relative to the folder the command runs in.
  var source = ""
  /// The same page in the other language.
  var counterpart: Route?
  /// Entry of the main menu that this page belongs to.
  var section: Word?
  /// Whether search engines may list the page.
  var isListed = true
  /// JSON-LD for machines; empty for none.
  var linkedData = ""

  init(kind: String, route: Route, language: Language?, title: String, body: View) {
    self.kind = kind
    self.route = route
    self.language = language
    self.title = title
    self.body = body
  }

  static let layoutFields: [String: Field] = [
    "kind": .text, "language": .text, "title": .text, "site": .text, "description": .text, "root": .text, "home": .text,
    "canonical": .section(["url": .text]), "alternates": .section(["tag": .text, "url": .text]),
    "menu": .section(["label": .text, "href": .text, "here": .flag]),
    "trail": .section(["label": .text, "href": .text]),
    "counterpart": .section(["tag": .text, "href": .text]), "source": .section(["path": .text, "url": .text]),
    "unlisted": .flag, "content": .html, "linkedData": .html, "search": .text,
  ]

  /// Draws the page's own template, then the layout around it.
  func html(in context: SiteContext) -> String {
    let language = language ?? .zh
    let words = context.words(language)
    let content = context.templates.render(kind, body, in: language)
    var view = View()
    let root = rootPath(in: context)
    view.text("kind", kind)
    view.text("language", language.tag)
    view.text("title", title)
    view.text("site", context.corpus.settings.title[language])
    view.text("description", description)
    view.text("root", root)
    view.text("home", href(Route(language, "index.html"), root))
    view.text("search", "")
    view.section("canonical", context.url(of: route, isListed: isListed))
    view.section("alternates", alternates(in: context))
    view.section("menu", menu(language, words, root, in: context))
    view.section("trail", trail.map { step in
      var item = View()
      item.text("label", step.label)
      item.text("href", href(step.route, root))
      return item
    })
    view.section("counterpart", counterpart.map { other in
      var item = View()
      item.text("tag", language.other.tag)
      item.text("href", href(other, root))
      return item
    })
    view.section("source", sourceView(in: context))
    view.flag("unlisted", !isListed)
    view.html("linkedData", linkedData)
    view.html("content", content)
    return context.templates.render("layout", view, in: language)
  }

  /// The way to the site's root. The page for missing addresses may be shown at any depth, so it names the root itself.
  private func rootPath(in context: SiteContext) -> String {
    kind == PageKind.notFound.template ? context.rootOnServer : route.root
  }

  private func href(_ other: Route, _ root: String) -> String {
    root.hasPrefix("/") ? root + other.path : route.href(to: other)
  }

  private func alternates(in context: SiteContext) -> [View] {
    guard let counterpart, let language, !context.baseURL.isEmpty, isListed else { return [] }
    let choice = Route("index.html")
    let targets = [
      (Language.zh.tag, language == .zh ? route : counterpart), (Language.en.tag, language == .en ? route : counterpart),
      ("x-default", self.route.path.hasSuffix("/index.html") && self.route.root == "../" ? choice : language == .zh ? route : counterpart),
    ]
    return targets.map { tag, route in
      var view = View()
      view.text("tag", tag)
      view.text("url", context.baseURL + route.path)
      return view
    }
  }

  private func menu(_ language: Language, _ words: Wording, _ root: String, in context: SiteContext) -> [View] {
    Page.menu.filter { $0.0 != .menuSchool || !context.corpus.school.isEmpty }.map { word, name in
      var view = View()
      view.text("label", words[word])
      view.text("href", href(Route(language, name), root))
      view.flag("here", word == section)
      return view
    }
  }

  /// The main menu: its words, and the page of each language that they lead to.
  private static let menu: [(Word, String)] = [
    (.menuRegulations, "index.html"), (.menuTopics, "topics/index.html"), (.menuSituations, "situations/index.html"),
    (.menuSchool, "school/index.html"), (.menuGlossary, "glossary.html"), (.menuAbout, "about.html"),
  ]

  private func sourceView(in context: SiteContext) -> View? {
    guard !source.isEmpty else { return nil }
    var view = View()
    view.text("path", source)
    let repository = context.corpus.settings.repository
    view.text("url", repository.isEmpty ? "" : repository + "/blob/main/" + source)
    return view
  }
}

extension SiteContext {
  /// The root as a path on its server: `/mingzhi/`, or `/` when nothing else is known.
  public var rootOnServer: String {
    guard let scheme = baseURL.firstRange(of: "://") else { return "/" }
    let rest = baseURL[scheme.upperBound...]
    return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
  }

  fileprivate func url(of route: Route, isListed: Bool) -> View? {
    guard !baseURL.isEmpty, isListed else { return nil }
    var view = View()
    view.text("url", baseURL + route.path)
    return view
  }
}
