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
  /// The file an editor would change, as findings show it.
  var source = ""
  /// The same page in the other language.
  var counterpart: Route?
  /// Entry of the main menu that this page belongs to.
  var section: Word?
  /// Whether search engines may list the page.
  var isListed = true
  /// JSON-LD for machines; empty for none.
  var linkedData: [UInt8] = []
  /// Whether the page is about one thing, a text or a question, and not a list or a door to others.
  var isArticle = false

  init(kind: String, route: Route, language: Language?, title: String, body: View) {
    self.kind = kind
    self.route = route
    self.language = language
    self.title = title
    self.body = body
  }

  static let layoutFields: [String: Field] = [
    "kind": .text, "language": .text, "title": .text, "site": .text, "siteSuffix": .section(["site": .text]), "description": .text,
    "root": .text, "home": .text,
    "openGraph": .section(["type": .text, "locale": .text, "otherLocale": .text]),
    "canonical": .section(["url": .text, "base": .text]), "alternates": .section(["tag": .text, "url": .text]),
    "menu": .section(["label": .text, "href": .text, "here": .flag]), "hasMenu": .flag,
    "hasTrail": .flag, "trail": .section(["label": .text, "href": .text]),
    "counterpart": .section(["tag": .text, "href": .text]), "source": .section(["path": .text, "repository": .section(["url": .text])]),
    "second": .section(["tag": .text, "disclaimer": .text]), "hasLinks": .flag, "links": .section(["label": .text, "href": .text]), "reporting": .section(["issues": .text, "help": .text]),
    "unlisted": .flag, "content": .html, "linkedData": .html, "search": .section(["href": .text]),
  ]

  /// The description, or the title with what the site is where a page has none of its own.
  private func summary(in context: SiteContext) -> String {
    description.isEmpty ? title + " · " + context.corpus.settings.tagline[language ?? .zh] : description
  }

  /// Draws the page's own template, then the layout around it.
  func html(in context: SiteContext) -> [UInt8] {
    let language = language ?? .zh
    let words = context.words(language)
    let content = context.templates.render(kind, body, in: language)
    var view = View()
    let root = rootPath(in: context)
    view.text("kind", kind)
    view.text("language", language.tag)
    view.text("title", title)
    let site = self.language == nil ? context.corpus.settings.title.zh + " " + context.corpus.settings.title.en : context.corpus.settings.title[language]
    view.text("site", site)
    view.section("siteSuffix", title == site || self.language == nil ? nil : View(text: ["site": site]))
    view.text("description", summary(in: context))
    view.section("openGraph", isListed ? openGraph(language) : nil)
    view.text("root", root)
    view.text("home", href(self.language == nil ? .languageChoice : .home(language), root))
    view.section("search", link(to: .search(language), root, in: context))
    view.section("canonical", context.url(of: route, isListed: isListed))
    view.section("alternates", alternates(in: context))
    let menu = self.language == nil ? [] : menu(language, words, root, context)
    view.flag("hasMenu", !menu.isEmpty)
    view.section("menu", menu)
    view.flag("hasTrail", !trail.isEmpty)
    view.section("trail", trail.map { step in View(text: ["label": step.label, "href": href(step.route, root)]) })
    view.section("counterpart", counterpart.map { other in
      View(text: ["tag": language.other.tag, "href": href(other, root)])
    })
    view.section("source", sourceView(in: context))
    let isForBoth = self.language == nil
    view.section("second", isForBoth ? View(text: ["tag": Language.en.tag, "disclaimer": context.words(.en)[.disclaimer]]) : nil)
    view.flag("hasLinks", self.language != nil)
    view.section("links", self.language == nil ? [] : footerLinks(language, root, context))
    view.section("reporting", self.language == nil ? nil : reporting(language, root, context))
    view.flag("unlisted", !isListed)
    view.html("linkedData", linkedData)
    view.html("content", content)
    return context.templates.render("layout", view, in: language)
  }

  private func openGraph(_ language: Language) -> View {
    let locales = [Language.zh: "zh_CN", .en: "en_US"]
    return View(text: [
      "type": isArticle ? "article" : "website", "locale": locales[language]!, "otherLocale": locales[language.other]!,
    ])
  }

  /// Our own pages, and the facts from outside the texts.
  private func footerLinks(_ language: Language, _ root: String, _ context: SiteContext) -> [View] {
    let pages = context.corpus.pages.map { ($0.title(in: language), Route.article($0.slug, language)) }
    return (pages + [(context.words(language)[.titleFacts], .facts(language))]).map { label, route in
      View(text: ["label": label, "href": href(route, root)])
    }
  }

  /// Where a reader who finds an error can turn: addresses that the site knows, none that it invents.
  private func reporting(_ language: Language, _ root: String, _ context: SiteContext) -> View {
    let repository = context.corpus.settings.repository
    let help = Route.article("report-an-error", language)
    return View(text: [
      "issues": repository.isEmpty ? "" : repository + "/issues/new", "help": context.has(help) ? href(help, root) : "",
    ])
  }

  private func link(to route: Route, _ root: String, in context: SiteContext) -> View? {
    language != nil && context.has(route) ? View(text: ["href": href(route, root)]) : nil
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
    let chinese = language == .zh ? route : counterpart
    let targets = [
      (Language.zh.tag, chinese), (Language.en.tag, language == .en ? route : counterpart), ("x-default", chinese.fallback),
    ]
    return targets.map { tag, route in
      var view = View()
      view.text("tag", tag)
      view.text("url", context.baseURL + route.path)
      return view
    }
  }

  private func menu(_ language: Language, _ words: Wording, _ root: String, _ context: SiteContext) -> [View] {
    Page.menu.map { ($0, Route(language, $1)) }.filter { context.has($1) }.map { word, route in
      var view = View(text: ["label": words[word], "href": href(route, root)])
      view.flag("here", word == section)
      return view
    }
  }

  /// The main menu: its words, and the page of each language that they lead to. Pages that the site does not have are left out.
  private static let menu: [(Word, String)] = [
    (.menuRegulations, "index.html"), (.menuTopics, "topics/index.html"), (.menuCompare, "compare/index.html"),
    (.menuDuties, "duties/index.html"), (.menuTimeline, "timeline.html"), (.menuSituations, "situations/index.html"),
    (.menuSchool, "school/index.html"), (.menuGlossary, "glossary.html"), (.menuAbout, "about.html"),
  ]

  /// The source as the repository names it, wherever the content folder stood when the site was built.
  private func sourceView(in context: SiteContext) -> View? {
    guard !source.isEmpty else { return nil }
    let path = "content" + source.dropFirst(context.corpus.folder.count)
    var view = View(text: ["path": path])
    let repository = context.corpus.settings.repository
    view.section("repository", repository.isEmpty ? nil : View(text: ["url": repository + "/blob/main/" + path]))
    return view
  }
}

extension Route {
  /// What a reader of neither language is shown, of a Chinese page: the choice of a language for the home page, else the page itself.
  var fallback: Route { self == .home(.zh) ? .languageChoice : self }
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
    return View(text: ["url": baseURL + route.path, "base": baseURL])
  }
}
