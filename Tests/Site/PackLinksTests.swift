import Testing

@testable import Site

private func rewritten(_ html: String, baseURL: String) -> String {
  var links = PackLinks(
    kept: [Route("zh/school/a.html")], assets: [Route("assets/site-1.css")], baseURL: baseURL)
  return String(decoding: links.rewritten(SiteFile(route: Route("zh/school/b.html"), bytes: Array(html.utf8))), as: UTF8.self)
}

@Suite struct PackLinksTests {
  @Test(arguments: [
    ("<a href=\"a.html#p1\">", "<a href=\"a.html#p1\">"), ("<a class=\"x\" href=\"../nantong/6.html#p1\">", "<a class=\"x\" href=\"https://x.example/zh/nantong/6.html#p1\">"),
    ("<link href=\"../../assets/site-1.css\">", "<link href=\"../../assets/site-1.css\">"), ("<a href=\"#top\">", "<a href=\"#top\">"),
    ("<a href=\"https://y.example/\">", "<a href=\"https://y.example/\">"), ("<p>a href=\"../c.html\"</p>", "<p>a href=\"../c.html\"</p>"),
    ("<p data-help=\"../help.html\">", "<p data-help=\"https://x.example/zh/help.html\">"),
    ("<form action=\"../search.html\" method=\"get\">", "<form action=\"https://x.example/zh/search.html\" method=\"get\">"),
  ])
  func linksThatStayBehindLeadToTheWeb(html: String, expected: String) {
    #expect(rewritten(html, baseURL: "https://x.example/") == expected)
  }

  @Test func withoutAnAddressTheyAreNoLinks() {
    #expect(rewritten("<a rel=\"x\" href=\"../c.html\" lang=\"en\">c</a>", baseURL: "") == "<a rel=\"x\" lang=\"en\">c</a>")
    #expect(rewritten("<a href=\"a.html\">", baseURL: "") == "<a href=\"a.html\">")
  }
}
