import Diagnostics
import Testing

@testable import Legislation

@Suite struct EditionTests {
  @Test func readsTitleAdoptionPartsArticlesAndItems() {
    let (text, diagnostics) = readEdition(
      """
      # 某市步行条例

      （2020年1月1日通过）

      ## 第一章 总则

      ### 第一条【目的】

      为了方便步行，
      制定本条例。

      行人应当：

      （一）看灯；

      1. 看红灯；

      （1）也看绿灯；

      （二）看车。

      看完再走。

      ### 第一条之一

      放心走。
      """, file: "text.zh.md", language: .zh)
    #expect(diagnostics.isEmpty)
    #expect(text.title?.text == "某市步行条例")
    #expect(text.adoption.map(\.text) == ["（2020年1月1日通过）"])
    #expect(text.parts.map(\.heading.label) == ["第一章"])
    let article = text.provisions[0]
    #expect(article.id == "1")
    #expect(article.heading?.text == "目的")
    #expect(article.paragraphs.map(\.text) == ["为了方便步行，制定本条例。", "行人应当：", "看完再走。"])
    #expect(
      article.paragraphs[1].plainText == "行人应当：\n（一）看灯；\n1. 看红灯；\n（1）也看绿灯；\n（二）看车。")
    #expect(article.paragraphs[1].items[0].items[0].items[0].text == "也看绿灯；")
    #expect(article.paragraphs[1].items[1].line == 20)
    #expect(text.provisions[1].id == "1-1")
  }

  @Test func readsEnglishWithTheSameSkeleton() {
    let (text, diagnostics) = readEdition(
      """
      # Regulation on Walking
      <!-- of: 1a2b3c4d5e6f; review: draft -->

      (Adopted on 1 January 2020)
      <!-- of: 2a2b3c4d5e6f; review: checked -->

      ## Chapter I General Provisions
      <!-- of: 3a2b3c4d5e6f; review: checked -->

      ### Article 1 [Purpose]
      <!-- of: 4a2b3c4d5e6f; review: checked -->

      In order to make
      walking easy:

      (1) look;

      (a) left;

      (i) twice;

      (b) right.
      """, file: "text.en.md", language: .en)
    #expect(diagnostics.isEmpty)
    #expect(text.title?.stamp == Stamp(of: "1a2b3c4d5e6f", review: .draft, line: 2))
    #expect(text.adoptionStamp == Stamp(of: "2a2b3c4d5e6f", review: .checked, line: 5))
    #expect(text.parts[0].heading.stamp?.of == "3a2b3c4d5e6f")
    let article = text.provisions[0]
    #expect(article.stamp == Stamp(of: "4a2b3c4d5e6f", review: .checked, line: 11))
    #expect(article.heading?.text == "Purpose")
    #expect(article.paragraphs[0].text == "In order to make walking easy:")
    #expect(article.paragraphs[0].items[0].items.map(\.label) == ["(a)", "(b)"])
    #expect(article.paragraphs[0].items[0].items[0].items.map(\.label) == ["(i)"])
  }

  @Test func readsAPlan() {
    let (text, diagnostics) = readEdition(
      """
      # 某市种树方案

      <!-- id: preamble -->

      多种树。

      ## 一、总体要求
      <!-- id: general -->

      到处种。

      ## 二、怎么种

      ### （一）先挖坑。

      挖一米深。

      （责任部门：市园林局）
      """, file: "f", language: .zh)
    #expect(diagnostics.isEmpty)
    #expect(text.provisions.map(\.id) == ["preamble", "general", "1"])
    #expect(text.provisions[1].heading == Heading(label: "一、", text: "总体要求", line: 7))
    #expect(text.parts.map(\.heading.label) == ["二、"])
    #expect(text.provisions[2].heading == Heading(label: "（一）", text: "先挖坑。", line: 14))
    #expect(text.provisions[2].paragraphs.map(\.text) == ["挖一米深。", "（责任部门：市园林局）"])
  }

  @Test(arguments: [
    ("# 例\n\n## 总则\n\n文。", "LW111", 3),
    ("# 例\n\n## 第一条 文。\n\n文。", "LW111", 3),
    ("# 例\n\n## 第一章 总则\n\n#### 第一条\n\n文。", "LW112", 5),
    ("# 例\n\n## 第一节 甲\n\n### 第一章 乙\n\n#### 第一条\n\n文。", "LW112", 5),
    ("# 例\n\n## 第一条\n\n文。\n\n## 第三条\n\n文。", "LW113", 7),
    ("# 例\n\n## 第一条\n\n文。\n\n## 第一条\n\n文。", "LW113", 7),
    ("# 例\n\n## 第一条\n\n做：\n\n（一）甲；\n\n（三）乙。", "LW113", 9),
    ("# 例\n\n## 第一条\n<!-- of: 12; review: done -->\n\n文。", "LW114", 4),
    ("# 例\n\n## 第一条\n<!-- off: 12 -->\n\n文。", "LW114", 4),
    ("# 例\n\n文。\n\n## 第一条\n\n文。", "LW115", 3),
    ("## 第一条\n\n文。", "LW116", 1),
    ("# 例\n\n## 第一条\n\n文。\n\n# 又", "LW116", 7),
    ("# 例\n\n## 第一条\n\n做：\n（一）甲。", "LW117", 6),
    ("# 例\n\n## 第一条\n\n## 第二条\n\n文。", "LW118", 3),
    ("# 例\n\n## 第一章 总则", "LW118", 3),
  ])
  func reports(source: String, code: String, line: Int) {
    let found = readEdition(source, file: "f", language: .zh).diagnostics
    #expect(found.map(\.rule.code) == [code])
    #expect(found.first?.range?.start.line == line)
  }

  @Test func namesTheMissingArticle() {
    let found = readEdition("# 例\n\n## 第一条\n\n文。\n\n## 第四条\n\n文。", file: "f", language: .zh).diagnostics
    #expect(found.map(\.message.zh) == ["第四条之前缺少第二条"])
    #expect(found[0].range == SourceRange(file: "f", line: 7, column: 4, length: 3))
  }

  @Test(arguments: ["nantong", "xuzhou", "nanjing", "hubei", "zhuhai"])
  func readsAndWritesTheOfficialTexts(id: String) throws {
    let source = try Fixture.read("content/regulations/\(id)/text.zh.md")
    let (text, diagnostics) = readEdition(source, file: id, language: .zh)
    #expect(diagnostics.isEmpty)
    #expect(writeEdition(text, language: .zh) == source)
  }
}
