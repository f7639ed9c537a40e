import Legislation
import Testing

@testable import Corpus

@Suite struct LinkTargetTests {
  @Test func readsEveryFormOfTheDesign() {
    #expect(LinkTarget("nantong") == .text(Reference(regulation: "nantong")))
    #expect(LinkTarget("nantong/12-1") == .text(Reference(regulation: "nantong", provision: "12-1")))
    #expect(
      LinkTarget("nantong/5#p1-i3")
        == .text(Reference(regulation: "nantong", provision: "5", anchor: Anchor(paragraph: 1, items: [3]))))
    #expect(LinkTarget("topic:brands") == .topic("brands"))
    #expect(LinkTarget("term:recall") == .term("recall"))
    #expect(LinkTarget("situation:kettle") == .situation("kettle"))
    #expect(LinkTarget("lesson:rulers") == .lesson("rulers"))
    #expect(LinkTarget("page:about") == .page("about"))
    #expect(LinkTarget("fact:hotline-12315") == .fact("hotline-12315"))
  }

  @Test(arguments: ["", "topic:", "Nantong/5", "nantong/5#x", "nantong//5", "../about", "nantong/5/6", "law:5", "nantong#p1"])
  func refusesEverythingElse(_ destination: String) {
    #expect(LinkTarget(destination) == nil)
  }

  @Test func knowsWhatLeavesTheSite() {
    #expect(LinkTarget.isExternal("https://www.gov.cn"))
    #expect(LinkTarget.isExternal("mailto:someone@law.example"))
    #expect(!LinkTarget.isExternal("nantong/5"))
  }
}
