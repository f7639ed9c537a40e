import Diagnostics
import Testing

@testable import Legislation

/// Lines that go on, run on or begin unusually.
@Suite struct PublicationLinesTests {
  private func edition(_ source: String) -> [String] {
    writeEdition(readPublication(source, file: "f").text, language: .zh).split(separator: "\n").map(String.init)
  }

  private func report(_ source: String, _ kind: Publication.Remark.Kind) -> [String] {
    readPublication(source, file: "f").report.filter { $0.kind == kind }.map { "\($0.line) \($0.words)" }
  }

  @Test func aSentenceBrokenBeforeACitationIsJoined() {
    let source = """
      某市步行条例
      第一条　走。
      第二条　违反本条例
      第三条规定的，由有关部门责令改正；违反本条例第
      四条规定的，处以罚款。
      第三条　停。
      """
    #expect(edition(source).dropFirst(4).first == "违反本条例第三条规定的，由有关部门责令改正；违反本条例第四条规定的，处以罚款。")
    #expect(report(source, .joined) == ["4 第三条规定的，由有关部门责令改正；违反本条例第", "5 四条规定的，处以罚款。"])
  }

  @Test func aParagraphAfterAnUnfinishedOneIsDoubtful() {
    let source = "某市步行条例\n第一条　行人靠右\n走。\n第二条　停。"
    #expect(edition(source) == ["# 某市步行条例", "## 第一条", "行人靠右", "走。", "## 第二条", "停。"])
    #expect(report(source, .doubtful) == ["3 走。"])
  }

  @Test func aPartsTitleMayGoOnInTheNextLine() {
    let source = "某市步行条例\n第一章　行人和骑车的人在路口看灯和\n停车的规则\n第一条　走。\n第二章　附则\n本章自有说明。\n第二条　停。"
    let text = readPublication(source, file: "f").text
    #expect(text.parts.map(\.heading.text) == ["行人和骑车的人在路口看灯和停车的规则", "附则"])
    #expect(text.provisions.map(\.id) == ["1", "chapter-2", "2"])
    #expect(report(source, .joined) == ["3 停车的规则"])
    #expect(report(source, .doubtful) == ["6 本章自有说明。"])
  }

  @Test func itemsThatRunOnInOneLineAreParted() {
    let source = """
      某市步行条例
      第一条　包括：（一）走；（二）跑；（三）停。
      （一）快走；（二）慢走。
      第二条　依照第一条第（一）项、（二）项办理。
      """
    let text = readPublication(source, file: "f").text
    #expect(text.provisions[0].paragraphs[0].text == "包括：")
    #expect(text.provisions[0].paragraphs[0].items.map(\.label).prefix(3) == ["（一）", "（二）", "（三）"])
    #expect(text.provisions[1].paragraphs[0].text == "依照第一条第（一）项、（二）项办理。")
    #expect(report(source, .split).sorted() == ["2 （一）走；", "2 （三）停。", "2 （二）跑；", "3 （二）慢走。"])
  }

  @Test func articlesThatRunOnInOneLineAreParted() {
    let source = "某市步行条例\n第一条　行人靠右走。第二条　行人看灯，依照第三条的规定停。第三条　停。"
    #expect(edition(source) == ["# 某市步行条例", "## 第一条", "行人靠右走。", "## 第二条", "行人看灯，依照第三条的规定停。", "## 第三条", "停。"])
    #expect(report(source, .split).count == 2)
  }

  @Test func aStopBehindANumberIsDroppedAndTold() {
    let source = "某市步行条例\n第一条、走。\n第二条：停。\n第三条. 行。\n第一条、第二条另有规定。"
    #expect(edition(source) == ["# 某市步行条例", "## 第一条", "走。", "## 第二条", "停。", "## 第三条", "行。", "第一条、第二条另有规定。"])
    #expect(report(source, .dropped) == ["2 、", "3 ：", "4 ."])
  }

  @Test func marksOfMarkdownAreNoText() {
    let source = "# 某市步行条例\n\n* 第一条　走。\n\n> 第二条　停：\n\n- （一）看；\n- （二）听。"
    #expect(edition(source) == ["# 某市步行条例", "## 第一条", "走。", "## 第二条", "停：", "（一）看；", "（二）听。"])
  }

  @Test func cellsOfATableStayApart() {
    let tabs = "某市步行条例\n第一条　标准：\n项目\t金额\n停车\t5元\n第二条　停。"
    let marks = "某市步行条例\n第一条　标准：\n| 项目 | 金额 |\n|---|---:|\n| 停车 | 5元 |\n第二条　停。"
    for source in [tabs, marks] {
      #expect(edition(source) == ["# 某市步行条例", "## 第一条", "标准：", "项目　金额", "停车　5元", "## 第二条", "停。"])
      #expect(report(source, .doubtful) == ["3 项目　金额"])
      #expect(compareFidelity(readPublication(source, file: "f").text, source).isEmpty)
    }
  }

  @Test func numbersPrintedUnusuallyAreTold() {
    let source = "某市步行条例\n第一条　走。\n第二条　停。\n第三条　行。\n" + (4...11).map { "第\(chinese($0))条　看。" }.joined(separator: "\n") + "\n第一二条　听。"
    #expect(readPublication(source, file: "f").text.provisions.last?.id == "12")
    #expect(report(source, .doubtful) == ["13 第一二条　听。"])
  }
}
