import Corpus
import Diagnostics
import Foundation
import Insights
import Legislation
import Testing

@testable import Site

/// The pages that read texts against each other.
@Suite struct JurisdictionPageTests {
  private struct Folder {
    let path: String

    init() {
      path = FileManager.default.temporaryDirectory.appendingPathComponent("mingzhi-\(UUID().uuidString)").path
    }

    func write(_ file: String, _ text: String) throws {
      let url = URL(fileURLWithPath: path).appendingPathComponent(file)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: url, atomically: false, encoding: .utf8)
    }
  }

  private static func root(_ here: String = #filePath) -> String { "/" + here.split(separator: "/").dropLast(3).joined(separator: "/") }

  private static func context(_ content: String) throws -> SiteContext {
    let corpus = try #require(try Corpus.load(from: content).corpus)
    let templates = try TemplateLibrary.load(from: root() + "/templates", declarations: PageKind.declarations)
    return SiteContext(corpus: corpus, insights: Insights.derive(from: corpus), templates: try #require(templates.library))
  }

  /// Laws by id: facts to add, and articles.
  private static func site(_ laws: [(id: String, facts: String, articles: [String])], files: [String: String] = [:]) throws -> SiteContext {
    let folder = Folder()
    defer { try? FileManager.default.removeItem(atPath: folder.path) }
    let ids = laws.map(\.id).joined(separator: ", ")
    try folder.write("site.yml", "title: { zh: 测, en: T }\nregulations: [\(ids)]\ncompared: [\(ids)]\n")
    for law in laws {
      let home = "regulations/\(law.id)/"
      try folder.write(
        home + "regulation.yml", "title: { zh: \(law.id)条例, en: Regulation \(law.id) }\nkind: local-regulation\nstatus: in-force\n\(law.facts)")
      let articles = law.articles.enumerated().map { "## 第\(chinese($0.offset + 1))条\n\n\($0.element)\n" }.joined(separator: "\n")
      try folder.write(home + "published.txt", "")
      try folder.write(home + "text.zh.md", "# \(law.id)条例\n\n\(articles)")
    }
    for (file, text) in files { try folder.write(file, text) }
    return try context(folder.path)
  }

  private func page(_ path: String, of context: SiteContext) throws -> String {
    let planned = try #require(context.plannedPages.first { $0.route.path == path }, "no page \(path)")
    return String(decoding: context.render(planned).bytes, as: UTF8.self)
  }

  @Test func contentsMarkTheProvisionAndLeaveClosedPartsOfALongTextEmpty() throws {
    func articles(_ numbers: ClosedRange<Int>) -> String { numbers.map { "### 第\(chinese($0))条\n\n条文。\n" }.joined(separator: "\n") }
    let text = "# 长条例\n\n## 第一章 总则\n\n\(articles(1...2))\n## 第二章 其他\n\n\(articles(3...82))"
    let context = try Self.site([("long", "", ["条文。"])], files: ["regulations/long/text.zh.md": text])
    var html = HTML()
    context.contents(of: 0, .zh).write(for: 1, to: &html)
    #expect(
      html.string == """
        <ol class="contents">
        <li class="part"><a href="index.html#part-1">第一章 总则</a>
        <ol class="contents bare">
        <li><a href="1.html">第一条</a></li>
        <li><a href="2.html" aria-current="page">第二条</a></li>
        </ol>
        </li>
        <li class="part"><a href="index.html#part-2">第二章 其他</a>
        <ol class="contents bare">
        </ol>
        </li>
        </ol>

        """)
    var whole = HTML()
    context.contents(of: 0, .zh).write(to: &whole)
    #expect(whole.string.contains("<li><a href=\"82.html\">第八十二条</a></li>") && !whole.string.contains("aria-current"))
  }

  @Test func twoVersionsShowWhatWasInsertedAndDeleted() throws {
    let context = try Self.site([
      ("draft", "", ["茶馆应当采用山泉水冲泡当季新茶。", "旧的一条，后来删去了。"]),
      ("law", "succeeds: draft\n", ["新写的第一条，说明立法目的。", "茶馆应当采用山泉水或者井水冲泡新茶。"]),
    ])
    let html = try page("zh/compare/draft-law.html", of: context)
    #expect(html.contains("<p>茶馆应当采用山泉水<ins>或者井水</ins>冲泡<del>当季</del>新茶。</p>"))
    #expect(html.contains("<p><ins>新写的第一条，说明立法目的。</ins></p>"))
    #expect(html.contains("<p><del>旧的一条，后来删去了。</del></p>"))
    #expect(html.contains(">draft条例第一条</a> → <a href=\"../law/2.html\">law条例第二条</a>"))
  }

  @Test func sharedRunsAreMarkedInBothTexts() throws {
    let context = try Self.site([("a", "", ["鼓励茶馆采用山泉水冲泡当季新茶。"]), ("b", "", ["各地采用山泉水冲泡当季新茶者有奖。"])])
    let html = try page("zh/a/1.html", of: context)
    #expect(html.contains("鼓励茶馆<mark class=\"shared\" id=\"w1\">采用山泉水冲泡当季新茶</mark>。</p>"))
    #expect(html.contains("<a data-relation=\"wording\" href=\"../b/1.html#p1\">b条例第一条</a>"))
    #expect(html.contains("各地<a href=\"#w1\"><mark class=\"shared\">采用山泉水冲泡当季新茶</mark></a>者有奖。"))
  }

  @Test func citationsInsideATextAreLinks() throws {
    let context = try Self.site([("a", "", ["第一款。\n\n依照前款和第二条第一款执行，参照《某某法》第三条。", "第二条。"])])
    let html = try page("en/a/1.html", of: context)
    #expect(html.contains("依照<a data-relation=\"citation\" href=\"#p1\">前款</a>和<a data-relation=\"citation\" href=\"2.html#p1\">第二条第一款</a>执行"))
    #expect(html.contains("<a data-relation=\"citation\" href=\"../laws.html#law-1\">《某某法》</a>"))
    #expect(try page("en/laws.html", of: context).contains("<div id=\"law-1\"><dt><span lang=\"zh-Hans\">《某某法》</span></dt>"))
  }

  @Test func aTargetShowsItsWordsAndItsPlace() throws {
    let target = "- { id: rate, name: { zh: 合格率, en: Pass rate }, provision: 1, at: p1, quotation: 合格率达到98.5%以上, value: 98.5, "
      + "unit: { zh: '%', en: '%' }, qualifier: { zh: 以上, en: at least }, period: { zh: 到2025年, en: by 2025 } }\n"
    let context = try Self.site([("a", "", ["抽检合格率达到98.5%以上。"])], files: ["regulations/a/targets.yml": target])
    let html = try page("en/targets.html", of: context)
    #expect(html.contains("<q lang=\"zh-Hans\">合格率达到98.5%以上</q></th><td><strong>at least 98.5%</strong></td><td><a href=\"a/1.html#p1\">Article 1</a>"))
    #expect(try page("zh/targets.html", of: context).contains("<strong>98.5%以上</strong>"))
  }

  /// Whatever is marked, linked or signed, the text of the law stays what it is.
  @Test func officialTextIsUnchangedByMarks() throws {
    let context = try Self.context(Self.root() + "/content")
    for (r, regulation) in context.corpus.regulations.enumerated() {
      for (p, provision) in regulation.provisions.enumerated() {
        let route = Route(.zh, "x/y.html")
        let marks = ProvisionMarks(context, ProvisionPosition(regulation: r, provision: p), .zh, on: route)
        var plain = HTML()
        LawText().write(provision.original, to: &plain)
        var marked = HTML()
        LawText(insertions: marks.insertions).write(provision.original, to: &marked)
        #expect(text(marked) == text(plain), "\(regulation.id)/\(provision.id)")
        #expect(isNested(marked), "\(regulation.id)/\(provision.id)")
      }
    }
  }

  @Test func crossingSpansAreSplitSoThatTheyNest() {
    var insertions = LawInsertions()
    let anchor = Anchor(paragraph: 1)
    insertions.wrap(1..<4, at: anchor, layer: 0, element: "mark", id: "w1")
    insertions.wrap(2..<6, at: anchor, layer: 1, element: "a", attributes: " href=\"x\"")
    insertions.insert("<i></i>", before: 0, at: anchor)
    var html = HTML()
    insertions.write("甲乙丙丁戊己庚", at: anchor, to: &html)
    #expect(html.string == "<i></i>甲<mark id=\"w1\">乙<a href=\"x\">丙丁</a></mark><a href=\"x\">戊己</a>庚")
  }

  private func text(_ html: HTML) -> String {
    var text = ""
    var isTag = false
    for character in html.string.unicodeScalars {
      if character == "<" { isTag = true }
      if !isTag { text.unicodeScalars.append(character) }
      if character == ">" { isTag = false }
    }
    return text
  }

  private func isNested(_ html: HTML) -> Bool {
    var open: [Substring] = []
    for part in html.string.split(separator: "<").dropFirst(html.string.hasPrefix("<") ? 0 : 1) {
      let name = part.prefix { $0 != " " && $0 != ">" }
      if name.hasPrefix("/") {
        guard open.popLast() == name.dropFirst() else { return false }
      } else {
        open.append(name)
      }
    }
    return open.isEmpty
  }
}
