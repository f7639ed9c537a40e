import CommonMark
import Testing

@Suite("A fragment")
struct FragmentTests {
  private func write(_ markdown: String) -> String {
    var bytes: [UInt8] = []
    fragment(markdown).write(
      to: &bytes,
      attributes: { link, html in
        html.append(contentsOf: (link.isImage ? "src=\"" : "class=\"ref\" href=\"").utf8)
        appendEscaped("../" + link.destination, to: &html)
        html.append(contentsOf: "\"".utf8)
      },
      label: { link, html in appendEscaped("〔\(link.destination)〕", to: &html) })
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("has a hole for each reference, and for each label left to the page")
  func holes() {
    #expect(
      write("见[法](nantong/5#p1-i3 \"题\")和**[](term:召回)**。")
        == "<p>见<a class=\"ref\" href=\"../nantong/5#p1-i3\" title=\"题\">法</a>和<strong>"
        + "<a class=\"ref\" href=\"../term:召回\">〔term:召回〕</a></strong>。</p>\n")
    #expect(write("![图 *一*](a.png)") == "<p><img src=\"../a.png\" alt=\"图 一\" /></p>\n")
    #expect(write("[ \n ](x)") == "<p><a class=\"ref\" href=\"../x\">〔x〕</a></p>\n")
    #expect(write("[![](a.png)](b)") == "<p><a class=\"ref\" href=\"../b\"><img src=\"../a.png\" alt=\"\" /></a></p>\n")
  }

  @Test("keeps external links as they are, and lists them")
  func externalLinks() {
    let source = "[站](https://a.cn/?a=1&b=2) <mailto:a@b.cn> <x@y.cn> [法](<a b&amp;\\(c> 't')"
    #expect(write(source).hasPrefix("<p><a href=\"https://a.cn/?a=1&amp;b=2\">站</a>"))
    let links = fragment(source).links
    #expect(links.map(\.destination) == ["https://a.cn/?a=1&b=2", "mailto:a@b.cn", "mailto:x@y.cn", "a b&(c"])
    #expect(links.map(\.isExternal) == [true, true, true, false])
    #expect(links.map(\.text) == ["站", "mailto:a@b.cn", "x@y.cn", "法"])
  }

  @Test("never takes text for a hole")
  func placeholdersAreSafe() {
    #expect(
      write("&lt;a href=\"mz:0\"> `<a href=\"mz:0\">` [x](mz:7)").hasSuffix(
        "<a class=\"ref\" href=\"../mz:7\">x</a></p>\n"))
    #expect(
      write("[a](mz:1) [b](y)")
        == "<p><a class=\"ref\" href=\"../mz:1\">a</a> <a class=\"ref\" href=\"../y\">b</a></p>\n")
  }

  @Test("can be split at its second-level headings")
  func sections() {
    let fragment = fragment("开头[](a)\n\n## 甲 [](b)\n\n一[](c)\n\n### 小\n\n> ## 引\n\n乙\n--\n")
    let parts = fragment.sections.map { section in
      var heading: [UInt8] = []
      var body: [UInt8] = []
      section.writeHeading(
        to: &heading, attributes: { $1 += Array($0.destination.utf8) }, label: { _, html in html += Array("?".utf8) })
      section.write(
        to: &body, attributes: { $1 += Array($0.destination.utf8) }, label: { _, html in html += Array("?".utf8) })
      return
        "\(section.heading?.text ?? "-")|\(String(decoding: heading, as: UTF8.self))|\(String(decoding: body, as: UTF8.self))"
    }
    #expect(
      parts == [
        "-||<p>开头<a a>?</a></p>\n",
        "甲 |甲 <a b>?</a>|<p>一<a c>?</a></p>\n<h3>小</h3>\n<blockquote>\n<h2>引</h2>\n</blockquote>\n",
        "乙|乙|",
      ])
    #expect(
      fragment.headings.map { "\($0.level) \($0.text) \(place($0.range))" } == [
        "2 甲  3:1-3:11", "3 小 7:1-7:6", "2 引 9:3-9:7", "2 乙 11:1-11:2",
      ])
  }

  @Test("shifts headings, to h6 at most")
  func headingShift() {
    #expect(html("# a\n## b\n###### c", shift: 1) == "<h2>a</h2>\n<h3>b</h3>\n<h6>c</h6>\n")
  }

  @Test(
    "joins lines between Han characters, and only these",
    arguments: [
      ("质量\n促进", "质量促进"), ("质量，\n促进", "质量，促进"), ("the\nlaw", "the\nlaw"), ("质量\nlaw", "质量\nlaw"),
      ("**质量**\n*促进*", "<strong>质量</strong><em>促进</em>"), ("他说\n“好”", "他说“好”"), ("“好”\n“坏”", "“好”\n“坏”"),
      ("质量  \n促进", "质量<br />\n促进"), ("`a`\n促进", "<code>a</code>\n促进"), ("“质量。”\n促进", "“质量。”促进"),
    ])
  func softBreaks(source: String, expected: String) {
    #expect(html(source) == "<p>\(expected)</p>\n")
  }

  @Test("joins lines at a label that the page writes in Chinese text")
  func softBreaksAtHoles() {
    #expect(html("见\n[](a)\n的") == "<p>见<a href=\"a\"></a>的</p>\n")
    #expect(html("see\n[](a)\nit") == "<p>see\n<a href=\"a\"></a>\nit</p>\n")
  }

  @Test("gives the readable text with the labels that a page writes")
  func plainTextWithLabelsOfThePage() {
    let read = fragment("# 标题\n\n看[](nantong/5)和[这里](topic:x)。\n\n- [](term:brand)\n- [](term:mark)")
    #expect(read.plainText == "标题\n看和这里。\n\n")
    #expect(read.plainText { "<\($0.destination)>" } == "标题\n看<nantong/5>和这里。\n<term:brand>\n<term:mark>")
    #expect(read.firstWords { "<\($0.destination)>" } == "看<nantong/5>和这里。")
    #expect(fragment("# 标题").firstWords { _ in "x" } == "")
  }

  @Test("gives the readable text, a line for each block")
  func plainText() {
    #expect(
      fragment("# 标题\n\n保证**质量。**后\n促进 `x`\n\n- a\\*b &amp; c\n- ![图](i.png)\n\n```\ncode\n```\n").plainText
        == "标题\n保证质量。后促进 x\na*b & c\n图\ncode")
  }

  @Test("empty text is an empty fragment")
  func empty() {
    #expect(fragment("").isEmpty)
    #expect(fragment("\n\n").sections.isEmpty)
    #expect(html("") == "")
  }
}

@Suite("Escaping")
struct EscapingTests {
  @Test func escapesTextAndAttributes() {
    var bytes: [UInt8] = []
    appendEscaped("a<b> & \"质量\"'", to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "a&lt;b&gt; &amp; &quot;质量&quot;'")
  }
}

@Suite("A document")
struct MarkdownDocumentTests {
  @Test("can be walked and rewritten")
  func rewrites() {
    var document = MarkdownDocument(parsing: Array("# a [](x)\n\n*b*".utf8))
    var kinds: [Node.Kind] = []
    document.walk { node, visit in
      guard visit == .enter else { return }
      kinds.append(node.kind)
      if node.kind == .link {
        node.destination = "y/" + node.destination
        node.append(text: "<label>")
      }
      if node.kind == .heading { node.headingLevel += 1 }
    }
    #expect(kinds == [.document, .heading, .text, .link, .paragraph, .emphasis, .text])
    #expect(
      String(decoding: document.html(), as: UTF8.self)
        == "<h2>a <a href=\"y/x\">&lt;label&gt;</a></h2>\n<p><em>b</em></p>\n")
  }
}
