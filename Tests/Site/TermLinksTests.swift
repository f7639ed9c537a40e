import Diagnostics
import Testing

@testable import Corpus
@testable import Site

/// Terms are linked where a reader first meets them, and nothing else of the text changes.
@Suite struct TermLinksTests {
  private func term(_ id: String, _ zh: String, _ en: String, _ variants: [Language: [String]] = [:]) -> Term {
    Term(
      id: id, name: Bilingual(zh: zh, en: en), definition: Bilingual(zh: "", en: ""), variants: variants, fact: nil,
      range: SourceRange(file: "glossary.yml", line: 1))
  }

  private func linked(_ html: String, _ terms: [Term], _ language: Language) -> String {
    var links = TermLinks(on: Route("\(language.rawValue)/nantong/5.html"), language)
    return String(decoding: links.link(Array(html.utf8), TermFinder(terms, language)), as: UTF8.self)
  }

  @Test func linksTheFirstUseOnly() {
    #expect(
      linked("<p>建立召回机制，组织召回。</p>", [term("recall", "召回", "recall")], .zh)
        == "<p>建立<a class=\"term\" href=\"../glossary.html#recall\">召回</a>机制，组织召回。</p>")
  }

  @Test func theLongestTermWins() {
    let terms = [term("management", "质量管理", "quality management"), term("system", "质量管理体系", "quality management system")]
    #expect(linked("<p>质量管理体系</p>", terms, .zh).contains("#system\">质量管理体系</a>"))
    #expect(linked("<p>quality management systems</p>", terms, .en).contains("#management\">quality management</a> systems"))
  }

  @Test func englishTermsAreWholeWordsInEitherCase() {
    let terms = [term("recall", "召回", "recall", [.en: ["recalls"]])]
    #expect(linked("<p>Recall of goods</p>", terms, .en) == "<p><a class=\"term\" href=\"../glossary.html#recall\">Recall</a> of goods</p>")
    #expect(linked("<p>recalls</p>", terms, .en).contains(">recalls</a>"))
    #expect(linked("<p>recalled; pre-recall</p>", terms, .en) == "<p>recalled; pre-recall</p>")
  }

  @Test func linksHeadingsAndCodeStayAsTheyAre() {
    let html = "<h3>召回</h3><p><a href=\"37.html\">召回</a> <code>召回</code></p>"
    #expect(linked(html, [term("recall", "召回", "recall")], .zh) == html)
  }

  @Test func attributesAreNotText() {
    let html = "<p title=\"召回\">无</p>"
    #expect(linked(html, [term("recall", "召回", "recall")], .zh) == html)
  }

  @Test func singleCharactersAndQualifiedTermsAreLeftAlone() {
    let terms = [term("item", "项（法律的项）", "item", [.zh: ["项"]]), term("paragraph", "款", "paragraph")]
    #expect(linked("<p>第一款第一项目</p>", terms, .zh) == "<p>第一款第一项目</p>")
  }

  @Test func aSecondTextOfThePageMayContinue() {
    let finder = TermFinder([term("recall", "召回", "recall")], .zh)
    var links = TermLinks(on: Route("zh/nantong/5.html"), .zh)
    _ = links.link(Array("召回".utf8), finder)
    #expect(links.link(Array("召回".utf8), finder, isContinued: true) == Array("召回".utf8))
    #expect(links.used == [0])
  }
}
