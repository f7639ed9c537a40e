import Diagnostics
import Testing

@testable import Legislation

/// What stands around a law on government sites and in PDFs, each on a few invented lines.
@Suite struct PublicationSurroundingsTests {
  private func edition(_ source: String) -> [String] {
    writeEdition(readPublication(source, file: "f").text, language: .zh).split(separator: "\n").map(String.init)
  }

  private func report(_ source: String, _ kind: Publication.Remark.Kind) -> [String] {
    readPublication(source, file: "f").report.filter { $0.kind == kind }.map { "\($0.line) \($0.words)" }
  }

  @Test func anAnnouncementAboveTheTitleIsMovedBelowIt() {
    let source = """
      某市人民代表大会常务委员会公告
      第12号
      《某市步行条例》已由某市第八届人民代表大会常务委员会第九次会议于2024年2月3日通过，现予公布，自2024年5月1日起施行。
      某市人民代表大会常务委员会
      2024年2月3日
      某市步行条例
      第一条　走。
      第二条　停。
      """
    #expect(
      edition(source) == [
        "# 某市步行条例", "<!-- id: adoption -->", "某市人民代表大会常务委员会公告", "第12号",
        "《某市步行条例》已由某市第八届人民代表大会常务委员会第九次会议于2024年2月3日通过，现予公布，自2024年5月1日起施行。", "某市人民代表大会常务委员会", "2024年2月3日",
        "## 第一条", "走。", "## 第二条", "停。",
      ])
    #expect(report(source, .moved).map { $0.prefix(2) } == ["1 ", "2 ", "3 ", "4 ", "5 "])
  }

  @Test func aNoticeThatPrintsTheTextIsMovedToo() {
    let source = """
      某市人民政府关于印发某市步行办法（试行）的通知
      各区人民政府：
      现将《某市步行办法（试行）》印发给你们，请认真贯彻执行。
      某市人民政府
      2024年2月3日
      某市步行办法（试行）
      （2024年1月2日某市人民政府第三次常务会议通过）
      第一章　总则
      第一条　走。
      """
    let text = readPublication(source, file: "f").text
    #expect(text.title?.text == "某市步行办法（试行）")
    #expect(text.adoption.count == 6)
    #expect(text.adoption.last?.text == "（2024年1月2日某市人民政府第三次常务会议通过）")
    #expect(text.parts.map(\.heading.text) == ["总则"])
  }

  @Test func anOrderNamesTheTitleBelowIt() {
    let source = """
      某国国务院令
      第 739 号
      《步行条例》已经2020年12月21日国务院第119次常务会议通过，现予公布，自2021年6月1日起施行。
      总　理　　某某
      2021年2月9日
      步行条例
      第一条　走。
      """
    #expect(edition(source).first == "# 步行条例")
    #expect(report(source, .moved).count == 5)
  }

  @Test func anAnnouncementWithoutATitleBelowIsDoubtful() {
    let source = "某市人民政府公告\n为了走路，告知如下。\n第一条　走。\n第二条　停。"
    #expect(report(source, .doubtful) == ["1 某市人民政府公告"])
  }

  @Test func aMarkedTitleLeavesTheLinesAboveItOut() {
    let source = "首页 > 法规\n# 某市步行条例\n第一条　走。"
    #expect(edition(source) == ["# 某市步行条例", "## 第一条", "走。"])
    #expect(report(source, .dropped) == ["1 首页>法规"])
  }

  @Test func aSignatureIsNoParagraphOfTheLastArticle() {
    let source = "某市步行办法\n第一条　走。\n第二条　自2024年1月1日起施行。\n\n某市人民政府\n2023年12月1日\n"
    let text = readPublication(source, file: "f").text
    #expect(text.provisions[1].paragraphs.map(\.text) == ["自2024年1月1日起施行。"])
    #expect(text.annexes.map(\.text) == ["某市人民政府", "2023年12月1日"])
    #expect(report(source, .doubtful) == ["5 某市人民政府", "6 2023年12月1日"])
  }

  @Test func aSignatureMayStandBeforeAnAnnex() {
    let source = "某市步行办法\n第一条　走。\n某市人民政府　二〇二三年十二月一日\n（此件公开发布）\n附件：名录\n甲"
    let text = readPublication(source, file: "f").text
    #expect(text.annexes.map(\.text) == ["某市人民政府　二〇二三年十二月一日", "（此件公开发布）", "附件：名录", "甲"])
    #expect(report(source, .doubtful).count == 2)
  }

  @Test func pagedRunningHeadsAndBareNumbersAreDropped() {
    let source = """
      某市步行条例
      第一条　为了防治
      某市步行条例　第 1 页 共 3 页
      拥挤。
      第二条　走。
      ·2·
      第三条　停。
      3
      第四条　行。
      """
    #expect(edition(source) == ["# 某市步行条例", "## 第一条", "为了防治拥挤。", "## 第二条", "走。", "## 第三条", "停。", "## 第四条", "行。"])
    #expect(report(source, .dropped) == ["3 某市步行条例　第1页共3页", "6 ·2·", "8 3"])
    #expect(report(source, .joined) == ["4 拥挤。"])
  }

  @Test func aLoneFigureIsDoubtful() {
    let source = "某市步行条例\n第一条　走。\n7\n第二条　停。\n2023-12-01"
    #expect(report(source, .doubtful).first == "3 7")
    #expect(report(source, .dropped) == [])
  }

  @Test func buttonsAndNoticesOfAWebPageAreDropped() {
    let source = "来源：某网 浏览次数：33\n某市步行条例\n第一条　来源：不明的，不得销售。\n【打印】【关闭】\n上一篇：无"
    #expect(edition(source) == ["# 某市步行条例", "## 第一条", "来源：不明的，不得销售。"])
    #expect(report(source, .dropped).map { $0.prefix(2) } == ["1 ", "4 ", "5 "])
  }
}
