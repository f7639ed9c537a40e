import Foundation
import Testing

@Suite struct PackTests {
  @Test func theSameSiteGivesTheSameBytes() throws {
    let site = try SmallSite()
    #expect(try site.mingzhi("build").status == 0)
    #expect(try site.run(["pack", "site", "--output", "a.zip"]).status == 0)
    #expect(try site.run(["pack", "site", "--output", "b.zip"]).status == 0)
    let bytes = try Data(contentsOf: site.folder.appendingPathComponent("a.zip"))
    #expect(bytes == (try Data(contentsOf: site.folder.appendingPathComponent("b.zip"))))
    for name in ["start.html", "开始.html", "site/index.html", "site/zh/pingan/1.html", "site/search/zh/index.js"] {
      #expect(bytes.range(of: Data(name.utf8)) != nil, "\(name)")
    }
    #expect(bytes.range(of: Data(".mingzhi-manifest".utf8)) == nil)
  }

  @Test func withoutABuiltSiteItSaysWhatToDo() throws {
    let site = try SmallSite()
    let outcome = try site.run(["pack", "site"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("there is no built site in public; run `mingzhi build` first"))
    #expect(!site.exists("mingzhi-site.zip"))
  }
}
