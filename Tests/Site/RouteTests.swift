import Testing

@testable import Site

/// Links are relative, so that the site works under any address and from disk.
@Suite struct RouteTests {
  @Test(arguments: [
    ("zh/nantong/5.html", "zh/nantong/6.html", "6.html"), ("zh/nantong/5.html", "zh/glossary.html", "../glossary.html"),
    ("zh/nantong/5.html", "en/nantong/5.html", "../../en/nantong/5.html"), ("index.html", "zh/index.html", "zh/index.html"),
    ("zh/index.html", "index.html", "../index.html"),
  ])
  func href(from: String, to: String, expected: String) {
    #expect(Route(from).href(to: Route(to)) == expected)
  }
}
