import Corpus
import Diagnostics
import Insights
import Site
import Testing

@testable import Checks

/// Makes mistakes in rendered pages and in templates, and looks whether the checker sees each.
struct SiteMutationTests {
  static let page = """
    <!DOCTYPE html>
    <html lang="zh-Hans"><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
    <title>第五条</title><link rel="stylesheet" href="../assets/site.css"></head>
    <body class="provision"><h1 id="top">第五条</h1><h2>白话</h2><p id="p1"><a href="about.html#who">关于</a></p>
    <form><label for="q">搜索</label><input id="q" type="search"></form><img src="../assets/map.svg" alt="地图"></body></html>
    """
  static let addresses = ["index.html", "zh/5.html", "zh/about.html", "en/5.html", "en/about.html", "assets/site.css", "assets/map.svg"]

  /// Codes that the rules find when `zh/5.html` is this page.
  static func codes(_ page: String, addresses: [String] = addresses, leavingOut lost: String = "") -> [String] {
    let inspector = PageInspector(
      addresses: addresses, root: "/", files: [SiteFile(route: Route("assets/site.css"), bytes: [UInt8](repeating: 0x20, count: 9000))])
    func inspect(_ path: String, _ html: String) -> PageInspection {
      inspector.inspect(SiteFile(route: Route(path), bytes: Array(html.utf8)))
    }
    func frame(_ language: String, _ title: String, _ body: String) -> String {
      "<html lang=\"\(language)\"><head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\"><title>\(title)</title></head><body><h1>x</h1>\(body)</body></html>"
    }
    let pages = [
      inspect("index.html", frame("en", "start", "<a href=\"zh/5.html\">x</a><a href=\"en/5.html\">x</a>")),
      inspect("zh/5.html", page),
      inspect("zh/about.html", frame("zh-Hans", "关于", "<p id=\"who\">x</p>")),
      inspect("en/5.html", frame("en", "Article 5", "<a href=\"about.html\">x</a>")),
      inspect("en/about.html", frame("en", "About", "")),
    ]
    return check(pages.filter { $0.route.path != lost }, addresses: addresses).map(\.rule.code)
  }

  @Test func theSoundPageIsClean() {
    #expect(Self.codes(Self.page) == [])
  }

  @Test(arguments: [
    ("about.html#who", "abuot.html", "RS901"), ("about.html#who", "/zh/about.html", "RS901"), ("about.html#who", "../../x.html", "RS901"), ("../assets/site.css", "../assets/stie.css", "RS901"),
    ("id=\"p1\"", "id=\"top\"", "RS902"), ("id=\"p1\"", "id=\"q\"", "RS902"), ("id=\"p1\"", "id=\"\"", "RS902"),
    ("#who", "#whom", "RS903"), ("about.html#who", "#p2", "RS903"), ("#who", "#Who", "RS903"),
    ("../assets/map.svg", "https://example.org/map.svg", "RS904"), ("../assets/site.css", "https://example.org/a.css", "RS904"),
    ("<h2>", "<script src=\"http://example.org/a.js\"></script><h2>", "RS904"),
    ("<h2>", "<h2 style=\"color:red\">", "RS905"), ("<p id", "<p style=\"\" id", "RS905"), ("<form>", "<form style=\"x\">", "RS905"),
    ("<title>第五条", "<title>关于", "RS906"), ("<title>第五条", "<title>start", "RS906"), ("<title>第五条", "<title>About", "RS906"),
    ("h2>", "h3>", "RS910"), ("<h1 id=\"top\">", "<h2 id=\"top\">", "RS910"), ("<h2>", "<h1>", "RS910"),
    ("zh-Hans", "en", "RS911"), (" lang=\"zh-Hans\"", "", "RS911"), ("zh-Hans", "zh", "RS911"),
    (" alt=\"地图\"", "", "RS912"), ("<form>", "<img src=\"../assets/map.svg\"><form>", "RS912"), ("alt=", "title=", "RS912"),
    ("for=\"q\"", "for=\"r\"", "RS913"), ("<label for=\"q\">搜索</label>", "", "RS913"), ("<form>", "<form><select></select>", "RS913"),
    ("<h2>", "<script>alert(1)</script><h2>", "RS914"), ("<p id", "<p onclick=\"x()\" id", "RS914"), ("http-equiv=\"Content-Security-Policy\"", "name=\"x\"", "RS914"),
    ("default-src 'none'", "default-src *", "RS914"), ("style-src 'self'", "style-src 'self' https:", "RS914"), ("style-src 'self'", "style-src 'unsafe-inline'", "RS914"),
    ("<meta http-equiv", "<link rel=\"stylesheet\" href=\"style.css\"><meta http-equiv", "RS914"), ("<h2>", "<iframe></iframe><h2>", "RS914"),
    ("<meta http-equiv", "<meta http-equiv=\"refresh\" content=\"0; url=x\"><meta http-equiv", "RS914"),
    ("'self'", "'unsafe-inline'", "RS914"), ("<h2>", "<style>p{}</style><h2>", "RS914"),
    ("<form>", "<form><div>", "RS916"), ("</p>", "</a></p>", "RS916"), ("</h1>", "", "RS916"), ("</body>", "", "RS916"), ("关于</a></p>", "关于</p></a>", "RS916"),
    ("关于</a>", " </a>", "RS917"), ("<form>", "<form><button type=\"submit\"></button>", "RS917"), ("关于</a>", "<img src=\"../assets/map.svg\" alt=\"\"></a>", "RS917"),
  ])
  func mistakeInAPageIsReported(_ old: String, _ new: String, _ code: String) throws {
    let range = try #require(Self.page.firstRange(of: old))
    var page = Self.page
    // Opening and closing tags of a heading change together.
    if old.hasSuffix("h2>"), new.hasSuffix("h3>") { page = page.split(separator: "h2>", omittingEmptySubsequences: false).joined(separator: "h3>") }
    else { page.replaceSubrange(range, with: new) }
    #expect(Self.codes(page).contains(code))
  }

  @Test(arguments: [
    "<button aria-label=\"关\"></button>", "<a href=\"about.html\"><img src=\"../assets/map.svg\" alt=\"地图\"></a>", "<a href=\"about.html\"><b>关于</b></a>",
    "<svg><path d=\"M1 1\"/></svg>", "<!-- <b> --><script type=\"application/json\">{\"a\":\"</b>\"}</script>", "<b title=\"a > b\">x</b><br>", "<a id=\"here\"></a>",
  ])
  func whatIsWellBuiltIsLeftAlone(_ html: String) {
    #expect(Self.codes(Self.page.replacing("<form>", with: html + "<form>")) == [])
  }

  /// Each leaves a page out, or adds one that stands alone.
  @Test(arguments: ["zh/about.html", "en/about.html", "en/5.html"])
  func pageOfOneLanguageIsReported(_ path: String) {
    #expect(Self.codes(Self.page, leavingOut: path).contains("RS907"))
  }

  @Test(arguments: ["about.html#who", "../en/about.html", "#top"])
  func pageThatNobodyReachesIsReported(_ link: String) {
    // The other language of a page does not lead readers to it.
    let page = Self.page.replacing("about.html#who", with: link == "about.html#who" ? "5.html" : link)
    #expect(Self.codes(page).contains("RS908"))
  }

  @Test(arguments: ["zh/About.html", "ZH/5.html", "assets/Site.css"])
  func addressesThatDifferInCaseAreReported(_ address: String) {
    #expect(Self.codes(Self.page, addresses: Self.addresses + [address]).contains("RS909"))
  }

  @Test(arguments: ["<p>", "<h2>", "<form>"])
  func heavyPartOfAPageIsReported(_ tag: String) {
    let filling = "<p>" + String(repeating: "质量", count: 30_000) + "</p>"
    #expect(Self.codes(Self.page.replacing(tag == "<p>" ? "<p id" : tag, with: filling + (tag == "<p>" ? "<p id" : tag))).contains("RS915"))
  }

  @Test func pagesThatNobodyReachesOrThatStandAloneAreReported() {
    #expect(Self.codes(Self.page.replacing("about.html#who", with: "#top")) == ["RS908"])
    #expect(Self.codes(Self.page, addresses: Self.addresses + ["zh/About.html"]).contains("RS909"))
    #expect(Self.codes(Self.page, addresses: Self.addresses + ["zh/5.html"]).contains("RS909"))
  }

  @Test(arguments: [
    ("assets/site.css", "@import url(a.css);\np { color: red }", ["RS904:1"]), ("assets/site.css", "p {}\ni { background: URL(https://example.org/a.png) }", ["RS904:2"]),
    ("assets/site.css", "p { background: url(map.svg) }", []), ("assets/site.js", "\nfetch(\"https://example.org/x\")", ["RS904:2"]),
    ("assets/site.js", "const svg = 'http://www.w3.org/2000/svg' // see https://example.org", []),
  ])
  func assetThatFetchesFromElsewhereIsReported(_ path: String, _ text: String, _ findings: [String]) {
    let file = SiteFile(route: Route(path), bytes: Array(text.utf8))
    #expect(check([], addresses: [], files: [file]).map { "\($0.rule.code):\($0.range?.start.line ?? 0)" } == findings)
  }

  @Test func heavyPageIsReported() {
    let heavy = Self.page.replacing("<h2>", with: "<p>" + String(repeating: "质量", count: 30_000) + "</p><h2>")
    #expect(Self.codes(heavy) == ["RS915"])
  }
}
