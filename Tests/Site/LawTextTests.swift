import Diagnostics
import Legislation
import Testing

@testable import Site

/// The law as markup: one element a paragraph or item, each with its anchor.
@Suite struct LawTextTests {
  private let provision = Provision(
    id: "5", heading: Heading(label: "第五条", text: "", line: 1),
    paragraphs: [
      Paragraph(
        text: "企业应当开展下列活动：",
        items: [
          Item(label: "（一）", text: "制订计划；", items: [Item(label: "1.", text: "年度计划；", items: [], line: 4)], line: 3),
          Item(label: "（二）", text: "其他活动 <&>。", items: [], line: 5),
        ], line: 2)
    ], line: 1)

  private func markup(_ text: LawText) -> String {
    var html = HTML()
    text.write(provision, to: &html)
    return String(decoding: html.bytes, as: UTF8.self)
  }

  @Test func paragraphsItemsAndSubitemsHaveAnchors() {
    #expect(
      markup(LawText(idPrefix: "")) == """
        <p id="p1">企业应当开展下列活动：</p>
        <p class="item item-1" id="p1-i1">（一）制订计划；</p>
        <p class="item item-2" id="p1-i1-i1">1. 年度计划；</p>
        <p class="item item-1" id="p1-i2">（二）其他活动 &lt;&amp;&gt;。</p>

        """)
  }

  @Test func theTranslationHasAnchorsOfItsOwn() {
    #expect(markup(LawText(idPrefix: "t-")).contains("id=\"t-p1-i2\""))
  }

  @Test func withoutAPrefixThereAreNoAnchors() {
    #expect(!markup(LawText()).contains("id="))
  }

  @Test func permalinksNameThePlaceInLegalFormAndHoldNoText() {
    let html = markup(LawText(idPrefix: "", cited: provision, language: .zh))
    #expect(
      html.contains(
        "<a class=\"place\" data-chrome href=\"#p1-i2\" aria-label=\"第五条第二项\" data-place=\"Article 5, item (2)\"></a>（二）"))
  }
  @Test func thePlaceInTheOtherLanguageStandsOnceForOriginalAndTranslation() {
    let html = markup(LawText(idPrefix: "t-", cited: provision, language: .zh))
    #expect(html.contains("<a class=\"place\" data-chrome href=\"#t-p1-i2\" aria-label=\"第五条第二项\"></a>"))
  }
}
