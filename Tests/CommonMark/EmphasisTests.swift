import CommonMark
import Testing

@Suite("Emphasis in Chinese text")
struct EmphasisTests {
  @Test(
    "works where CommonMark's flanking rules leave it literal",
    arguments: [
      ("保证**质量。**后", "保证<strong>质量。</strong>后"),
      ("是**《著作权法》**规定", "是<strong>《著作权法》</strong>规定"),
      ("**[法](nantong/1)**的", "<strong><a href=\"nantong/1\">法</a></strong>的"),
      ("*强调。*后", "<em>强调。</em>后"),
      ("**说明：**本条**不是**承诺", "<strong>说明：</strong>本条<strong>不是</strong>承诺"),
      ("**甲：**乙，**丙。**丁", "<strong>甲：</strong>乙，<strong>丙。</strong>丁"),
      ("***甲。***乙", "<em><strong>甲。</strong></em>乙"),
      ("见**[](nantong/1)**的", "见<strong><a href=\"nantong/1\"></a></strong>的"),
      ("按**“三包”**规定", "按<strong>“三包”</strong>规定"),
      ("版本**v2.0!**发布", "版本<strong>v2.0!</strong>发布"),
      ("叫**`质量`**的", "叫<strong><code>质量</code></strong>的"),
      ("> 保证**质\n> 量。**后", "保证<strong>质量。</strong>后"),
    ])
  func works(source: String, expected: String) {
    var found = html(source)
    if source.hasPrefix(">") {
      found = found.replacing("<blockquote>\n", with: "").replacing("</blockquote>\n", with: "")
    }
    #expect(found == "<p>\(expected)</p>\n")
  }

  @Test(
    "leaves code, escapes, addresses, titles and HTML alone",
    arguments: [
      "`保证**质量。**后`", "    保证**质量。**后\n", "```保证**质量。**后\n保证**质量。**后\n```",
      "保证\\*\\*质量。\\*\\*后", "[甲](<https://a.cn/质**量。**后>)", "[甲](x \"保证**质量。**后\")",
      "<https://a.cn/质**量。**后>", "[甲**《乙》**丙]\n\n[甲**《乙》**丙]: /u", "[甲*。*乙][]\n\n[甲*。*乙]: /u",
      "甲 * 乙。* 丙", "snake_甲。_乙", "2*3=6，甲", "# 甲\n\n***\n\n* 甲\n* 乙。",
    ])
  func leavesAlone(source: String) {
    #expect(html(source) == plainHTML(source))
  }

  @Test(
    "leaves emphasis alone that works already",
    arguments: [
      "甲**乙**丙", "**甲**：乙，**丙**丁", "3*4，*甲*乙", "（**甲**）乙", "*甲，**乙**，丙*", "**a.** b *c!*",
    ])
  func leavesWorkingEmphasis(source: String) {
    #expect(html(source) == plainHTML(source))
  }

  @Test("reads a reference's label as its definition has it, and mends the rest of the paragraph")
  func sparesLabels() {
    #expect(
      html("保证**质量。**后[甲**《乙》**丙]\n\n[甲**《乙》**丙]: /u")
        == "<p>保证<strong>质量。</strong>后<a href=\"/u\">甲**《乙》**丙</a></p>\n")
  }

  @Test("a text that holds the private-use character is told so, and keeps it")
  func sentinelInSource() {
    #expect(findings("甲\n乙\u{EFFF}**丙。**丁") == ["MD101 2:2-2:3"])
    #expect(html("乙\u{EFFF}**丙。**丁") == plainHTML("乙\u{EFFF}**丙。**丁"))
  }
}

@Suite("Emphasis as its writer meant it")
struct EmphasisPropertyTests {
  /// Sentences with stretches in `**` or `*`, that begin and end as Chinese text does.
  private func sentence(_ seed: inout Seed) -> (source: String, expected: String) {
    let words = ["质量", "本条", "第三条", "法", "法律A", "25"]
    let openings = ["", "", "《", "“", "（"]
    let closings = ["", "", "》", "”", "）", "。", "，", "："]
    let between = ["后", "，", "。", "是", "（", "规定，", "。按", "；在", "x"]
    var source = seed.number(0...1) == 0 ? "" : seed.pick(between)
    var expected = source
    for _ in 0..<seed.number(1...5) {
      let isStrong = seed.number(0...2) > 0
      let content = seed.pick(openings) + seed.pick(words) + seed.pick(closings)
      let space = seed.pick(between)
      source += (isStrong ? "**\(content)**" : "*\(content)*") + space
      expected += (isStrong ? "<strong>\(content)</strong>" : "<em>\(content)</em>") + space
    }
    return (source, "<p>\(expected)</p>\n")
  }

  @Test("comes out so, whether CommonMark alone reads it so or not")
  func comesOut() throws {
    var seed = Seed(state: 650)
    var mended = 0
    for _ in 0..<5_000 {
      let (source, expected) = sentence(&seed)
      if plainHTML(source) != expected { mended += 1 }
      try #require(html(source) == expected, "\(source)")
    }
    #expect(mended > 2_000)
  }
}
