import Diagnostics

extension SiteContext {
  /// `sitemap.xml`: every listed page with its other language and what readers of neither are shown, by the sitemaps.org
  /// protocol; nil when the site has no address.
  var sitemap: PlannedFile? {
    baseURL.isEmpty ? nil : PlannedFile(route: Route("sitemap.xml")) { $0.sitemapXML }
  }

  private var sitemapXML: [UInt8] {
    var html = HTML()
    html.raw(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">

      """)
    for page in plannedPages where page.route.path.hasPrefix("zh/") {
      let name = String(page.route.path.dropFirst(3))
      for language in Language.allCases {
        html.raw("<url><loc>")
        html.text(baseURL + Route(language, name).path)
        html.raw("</loc>")
        for other in Language.allCases {
          html.raw("<xhtml:link rel=\"alternate\" hreflang=\"\(other.tag)\" href=\"")
          html.text(baseURL + Route(other, name).path)
          html.raw("\"/>")
        }
        html.raw("<xhtml:link rel=\"alternate\" hreflang=\"x-default\" href=\"")
        html.text(baseURL + Route(.zh, name).fallback.path)
        html.raw("\"/>")
        html.raw("</url>\n")
      }
    }
    html.raw("</urlset>\n")
    return html.bytes
  }

  /// `robots.txt`: everything may be read.
  var robots: PlannedFile {
    PlannedFile(route: Route("robots.txt")) { context in
      let sitemap = context.baseURL.isEmpty ? "" : "Sitemap: \(context.baseURL)sitemap.xml\n"
      return Array("User-agent: *\nAllow: /\n\(sitemap)".utf8)
    }
  }
}
