import Diagnostics
import Testing

@testable import Legislation

@Suite struct CitationTests {
  private func provisions(_ source: String) -> [Provision] {
    readEdition("# 例\n\n" + source, file: "f", language: .zh).text.provisions
  }

  @Test func citesItemsOfAnOnlyParagraphWithoutIt() {
    let article = provisions("## 第五条\n\n做：\n\n（一）甲；\n\n（二）乙；\n\n1. 丙。")[0]
    #expect(Citation(article).text(in: .zh) == "第五条")
    #expect(Citation(article, at: Anchor("p1")).text(in: .zh) == "第五条")
    #expect(Citation(article, at: Anchor("p1-i2")).text(in: .zh) == "第五条第二项")
    #expect(Citation(article, at: Anchor("p1-i2-i1")).text(in: .zh) == "第五条第二项第一目")
    #expect(Citation(article, at: Anchor("p1-i2")).text(in: .en) == "Article 5, item (2)")
    #expect(Citation(article, at: Anchor("p1-i2-i1")).text(in: .en) == "Article 5, item (2), sub-item 1")
  }

  @Test func citesTheParagraphWhereThereAreSeveral() {
    let article = provisions("## 第十二条之一\n\n甲。\n\n做：\n\n（一）乙。")[0]
    let title = Bilingual(zh: "某市步行条例", en: "Regulation on Walking")
    let citation = Citation(article, at: Anchor("p2-i1"), title: title)
    #expect(citation.text(in: .zh) == "《某市步行条例》第十二条之一第二款第一项")
    #expect(citation.text(in: .en) == "Regulation on Walking, Article 12-1, paragraph 2, item (1)")
  }

  @Test func citesPlansAndDecisions() {
    let all = provisions(
      """
      <!-- id: preamble -->

      甲。

      ## 一、总体要求
      <!-- id: general -->

      乙。

      丙。

      ## 二、措施

      <!-- id: part-2 -->

      丁。

      ### （一）戊。

      己。

      ## 三、
      <!-- id: point-3 -->

      庚。
      """)
    #expect(all.map { $0.citationLabel(in: .zh) } == ["引言", "一、总体要求", "第二部分引言", "措施（一）", "第三条"])
    #expect(
      all.map { $0.citationLabel(in: .en) } == ["Preamble", "Part I", "introduction to Part II", "Measure 1", "Point 3"])
    #expect(Citation(all[1], at: Anchor("p2")).text(in: .zh) == "一、总体要求第二段")
  }

  @Test(arguments: ["nantong", "nantong/5", "nantong/12-1", "nanjing/preamble", "nantong/5#p1", "nantong/5#p1-i3-i2"])
  func readsReferences(text: String) {
    #expect(Reference(text)?.description == text)
  }

  @Test(arguments: [
    "", "/", "nantong/", "/5", "Nantong/5", "topic:brand", "nantong#p1", "nantong/5#", "nantong/5#p0", "nantong/5#i1",
    "nantong/5#p1-p2", "nantong/5/6", "nantong/5#p+1", "nantong/五",
  ])
  func refusesWhatIsNoReference(text: String) {
    #expect(Reference(text) == nil)
  }

  @Test func findsElements() {
    let article = provisions("## 第五条\n\n做：\n\n（一）甲；\n\n1. 丙。")[0]
    #expect(article.element(at: Anchor(paragraph: 1, items: [1, 1]))?.items.last?.text == "丙。")
    #expect(article.element(at: Anchor(paragraph: 1, items: [2])) == nil)
    #expect(article.element(at: Anchor(paragraph: 2)) == nil)
  }
}
