import Testing

@testable import CommonMark

private func fragment(_ markdown: String) -> Fragment { render(markdown: Array(markdown.utf8), file: "a.md").fragment }

@Suite struct QuoteTests {
  @Test func aBlockQuoteKnowsItsWordsItsPlaceAndTheLinkBehindIt() throws {
    let fragment = fragment("见[前面](a/1)。\n\n> 鼓励企业\n> 公开报告\n>\n> 第二段\n\n[](a/2#p1)\n")
    let quote = try #require(fragment.quotes.first)
    #expect(fragment.quotes.count == 1)
    #expect(quote.text == "鼓励企业公开报告\n第二段")
    #expect(quote.range.start.line == 3)
    #expect(fragment.links[quote.nextLink].destination == "a/2#p1")
  }

  @Test func aQuoteWithoutALinkBehindItPointsBehindTheLast() {
    let fragment = fragment("[](a/1)\n\n> words of the law\n")
    #expect(fragment.quotes.map(\.nextLink) == [1])
    #expect(fragment.links.count == 1)
  }

  @Test func aQuoteInAListIsAQuoteAndAQuoteInAQuoteIsPartOfIt() {
    #expect(fragment("- > one\n\n> two\n> > three\n").quotes.map(\.text) == ["one", "two\nthree"])
  }

  @Test func mendedEmphasisLeavesTheWordsOfAQuoteAlone() {
    #expect(fragment("> 保证**质量。**后\n").quotes.map(\.text) == ["保证质量。后"])
  }
}

@Suite struct SubsectionTests {
  @Test func aSectionIsSplitAtItsThirdLevelHeadings() throws {
    let fragment = fragment("## 过程\n\n前言\n\n### 一\n\n甲 [](a/1)\n\n### 二\n\n## 别的\n\n### 三\n")
    let section = try #require(fragment.sections.first)
    #expect(section.subsections.map { $0.heading?.text } == [nil, "一", "二"])
    #expect(section.subsections.map(\.isEmpty) == [false, false, true])
    #expect(section.subsections.map { $0.references.map(\.destination) } == [[], ["a/1"], []])
  }

  @Test func panelsAreTheThirdLevelHeadingsOfATextWithoutSections() {
    #expect(fragment("### 一\n\n甲\n\n### 二\n\n乙\n").panels.compactMap(\.heading?.text) == ["一", "二"])
  }
}
