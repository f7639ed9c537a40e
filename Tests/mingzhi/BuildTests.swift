import Foundation
import Testing

@Suite struct BuildTests {
  @Test func aSmallSiteIsBuiltWhole() throws {
    let site = try SmallSite()
    let outcome = try site.mingzhi("build")
    #expect(outcome.status == 0, "\(outcome.errors)")
    for page in ["index.html", "404.html", "robots.txt", "sitemap.xml", "zh/index.html", "en/index.html", "zh/pingan/index.html", "en/pingan/2.html", "zh/topics/index.html", "en/topics/records.html", "zh/glossary.html", "en/about.html"] {
      #expect(site.exists("public/" + page), "\(page)")
    }
  }

  @Test func aProvisionPageHoldsTheLawTheTranslationAndTheNote() throws {
    let site = try SmallSite()
    try site.mingzhi("build")
    let page = try site.text(of: "public/en/pingan/2.html")
    #expect(page.contains("<p id=\"p1\">"))
    #expect(page.contains("企业应当做好下列工作："))
    #expect(page.contains("id=\"p1-i2\""))
    #expect(page.contains("id=\"t-p1-i2\""))
    #expect(page.contains("data-text=\"official\""))
    #expect(page.contains("<a href=\"2.html#p1-i2\">Article 2, item (2)</a>"))
  }

  @Test func theSecondBuildTouchesNothing() throws {
    let site = try SmallSite()
    try site.mingzhi("build")
    let page = site.folder.appendingPathComponent("public/zh/pingan/1.html")
    let before = try FileManager.default.attributesOfItem(atPath: page.path)[.modificationDate] as? Date
    let outcome = try site.mingzhi("build")
    let after = try FileManager.default.attributesOfItem(atPath: page.path)[.modificationDate] as? Date
    #expect(outcome.output.contains(" 0 files written"))
    #expect(before == after)
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    let first = try SmallSite()
    let second = try SmallSite()
    try first.mingzhi("build")
    try second.mingzhi("build", environment: ["LANG": "zh_CN.UTF-8", "TZ": "Asia/Shanghai"])
    #expect(first.snapshot(of: "public") == second.snapshot(of: "public"))
  }

  @Test func anUntranslatedRegulationHasEnglishPagesThatSaySo() throws {
    let site = try SmallSite(["regulations/pingan/text.en.md": nil as String?])
    let outcome = try site.mingzhi("build")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let page = try site.text(of: "public/en/pingan/1.html")
    #expect(page.contains("为了提高质量，制定本条例。"))
    #expect(page.contains("not yet translated"))
  }

  @Test func baseURLReplacesTheAddress() throws {
    let site = try SmallSite()
    try site.mingzhi("build", "--base-url", "https://law.example/quality")
    let sitemap = try site.text(of: "public/sitemap.xml")
    #expect(sitemap.contains("<loc>https://law.example/quality/zh/pingan/1.html</loc>"))
    #expect(sitemap.contains("hreflang=\"x-default\" href=\"https://law.example/quality/zh/pingan/1.html\"/>"))
    #expect(sitemap.contains("hreflang=\"x-default\" href=\"https://law.example/quality/index.html\"/>"))
    #expect(try site.text(of: "public/404.html").contains("/quality/assets/site-"))
  }

  @Test func messagesFollowTheLocale() throws {
    let site = try SmallSite()
    let outcome = try site.mingzhi("build", environment: ["LANG": "zh_CN.UTF-8"])
    #expect(outcome.output.contains("个页面"))
  }
}
