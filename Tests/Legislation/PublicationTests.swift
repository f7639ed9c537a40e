import Diagnostics
import Testing

@testable import Legislation

/// The dresses in which texts are published, each on a few invented lines.
@Suite struct PublicationTests {
  /// The edition that comes out, without blank lines.
  private func edition(_ source: String) -> [String] {
    writeEdition(readPublication(source, file: "f").text, language: .zh).split(separator: "\n").map(String.init)
  }

  private func messages(_ source: String) -> [String] {
    readPublication(source, file: "f").diagnostics.map { "\($0.range?.start.line ?? 0) \($0.message.zh)" }
  }

  private func report(_ source: String, _ kind: Publication.Remark.Kind) -> [String] {
    readPublication(source, file: "f").report.filter { $0.kind == kind }.map { "\($0.line) \($0.words)" }
  }

  private let plain = ["# 某市步行条例", "## 第一条", "行人靠右走。", "## 第二条", "本条例自公布之日起施行。"]

  @Test(arguments: [
    "某市步行条例\n第一条　行人靠右走。\n第二条　本条例自公布之日起施行。",
    "某市步行条例\n第一条 行人靠右走。\n第二条 本条例自公布之日起施行。",
    "某市步行条例\n第一条行人靠右走。\n第二条本条例自公布之日起施行。",
    "某市步行条例\n第 一 条 行人靠右走。\n第二 条 本条例自公布之日起施行。",
    "某市步行条例\n第一条\n行人靠右走。\n第二条\n本条例自公布之日起施行。",
    "# 某市步行条例\n\n**第一条** 行人靠右走。\n\n**第二条**　本条例自公布之日起施行。",
    "# 某市步行条例\n\n## 第一条\n\n行人靠右走。\n\n## 第二条\n\n本条例自公布之日起施行。",
    "\u{feff}某市步行条例\r\n\r\n\u{3000}\u{3000}第一条\u{a0}行人靠右走。\r\n\u{3000}\u{3000}第二条\u{a0}\u{a0}本条例自公布之日起施行。\r\n",
    "某市步行条例\n第１条　行人靠右走。\n第2条　本条例自公布之日起施行。",
  ])
  func articles(source: String) {
    let lines = edition(source)
    #expect(lines == plain || lines == plain.map { $0.replacing("第一条", with: "第１条").replacing("第二条", with: "第2条") })
    #expect(messages(source) == [])
  }

  @Test func fourLevelsOfParts() {
    #expect(
      edition(
        """
        某法
        第一编  总　则
        第一分编 通 则
        第一章　一般规定
        第一节
        走路
        第一条　走。
        第二节 骑车
        第二条　骑。
        第二章 其他
        第三条　停。
        第二编 分则
        第一章 开车
        第四条　开。
        """) == [
          "# 某法", "## 第一编 总则", "### 第一分编 通则", "#### 第一章 一般规定", "##### 第一节 走路", "###### 第一条", "走。", "##### 第二节 骑车",
          "###### 第二条", "骑。", "#### 第二章 其他", "##### 第三条", "停。", "## 第二编 分则", "### 第一章 开车", "#### 第四条", "开。",
        ])
  }

  @Test func aPartsTitleOnTwoLinesIsJoined() {
    let source = """
      某条例
      第一章 听取走路报告，
      审议骑车报告
      第一条　走。
      第二章 市人民代表大会及其常务委员会
      行走与停车的程序
      第二条　停。
      第三章 骑车
      一般规定
      第三条　骑。
      第四章 停车
      停车应当有序。
      第四条　停。
      """
    #expect(
      edition(source) == [
        "# 某条例", "## 第一章 听取走路报告，审议骑车报告", "### 第一条", "走。", "## 第二章 市人民代表大会及其常务委员会行走与停车的程序", "### 第二条", "停。",
        "## 第三章 骑车　一般规定", "### 第三条", "骑。", "## 第四章 停车", "<!-- id: chapter-4 -->", "停车应当有序。", "### 第四条", "停。",
      ])
    #expect(report(source, .joined) == ["3 审议骑车报告", "6 行走与停车的程序"])
    #expect(report(source, .doubtful) == ["9 一般规定", "12 停车应当有序。"])
  }

  @Test func aTableOfContentsIsDroppedLineByLine() {
    let source = """
      某市步行条例
      目　录
      第一章　总则
      第二章　附则
      第一章　总则
      第一条　走。
      第二章　附则
      第二条　停。
      """
    #expect(edition(source) == ["# 某市步行条例", "## 第一章 总则", "### 第一条", "走。", "## 第二章 附则", "### 第二条", "停。"])
    #expect(report(source, .dropped) == ["2 目　录", "3 第一章　总则", "4 第二章　附则"])
  }

  @Test func aTableOfContentsWithoutTitleIsDropped() {
    let source = "某市步行条例\n第一章 总则\n第二章 附则\n第一章 总则\n第一条 走。\n第二章 附则\n第二条 停。"
    #expect(report(source, .dropped) == ["2 第一章总则", "3 第二章附则"])
    #expect(messages(source) == [])
  }

  @Test func branchesCaptionsAndItems() {
    #expect(
      edition(
        """
        某市步行条例
        第一条【目的】　为了方便，做到：
        （一）快；
        (二) 慢：
        1．走；
        2．跑；
        ①小跑；
        （三）停。
        前款第三项除外。
        第一条之一　走。
        第二条　骑。
        """) == [
          "# 某市步行条例", "## 第一条【目的】", "为了方便，做到：", "（一）快；", "（二）慢：", "1．走；", "2．跑；", "① 小跑；", "（三）停。", "前款第三项除外。",
          "## 第一条之一", "走。", "## 第二条", "骑。",
        ])
  }

  @Test func roundCaptionsKeepTheirBrackets() {
    let source = "某市步行条例\n第一条（目的）　方便。\n第二条（定义）　行人，是人。"
    #expect(edition(source) == ["# 某市步行条例", "## 第一条（目的）", "方便。", "## 第二条（定义）", "行人，是人。"])
  }

  @Test func aSentenceThatCitesIsNoHeading() {
    let source = """
      某市步行条例
      第一条　走。
      第三条规定的人除外。
      第三条、第五条另行规定。
      第三条第二款的人也除外。
      第二条　停。
      第三条　行。
      """
    #expect(
      edition(source) == [
        "# 某市步行条例", "## 第一条", "走。", "第三条规定的人除外。", "第三条、第五条另行规定。", "第三条第二款的人也除外。", "## 第二条", "停。", "## 第三条", "行。",
      ])
    #expect(messages(source) == [])
    #expect(report(source, .doubtful).count == 3)
  }

  @Test func hardWrappedLinesAreJoinedAndReported() {
    let source = """
      某市步行条例
      第一条　为了让行人在本市的每一个路口都能
      安心通过，依照本条例
      第三条的规定，制定
      本条例。
      第二条　行人应当看灯，不得在红灯亮起以
      后进入路口。
      第三条　停。
      """
    #expect(
      edition(source) == [
        "# 某市步行条例", "## 第一条", "为了让行人在本市的每一个路口都能安心通过，依照本条例第三条的规定，制定本条例。", "## 第二条", "行人应当看灯，不得在红灯亮起以后进入路口。",
        "## 第三条", "停。",
      ])
    #expect(report(source, .joined) == ["3 安心通过，依照本条例", "4 第三条的规定，制定", "5 本条例。", "7 后进入路口。"])
  }

  @Test func pageNumbersAndRunningHeadsAreDropped() {
    let source = """
      某市步行条例
      第一条　行人应当在绿灯亮起以后进入

      — 1 —
      某市步行条例

      路口。
      第二条　停。
      第 2 页 共 2 页
      """
    #expect(edition(source) == ["# 某市步行条例", "## 第一条", "行人应当在绿灯亮起以后进入路口。", "## 第二条", "停。"])
    #expect(report(source, .dropped) == ["4 —1—", "5 某市步行条例", "9 第2页共2页"])
  }

  @Test func adoptionNotesAndAmendmentsStandAtTheHead() {
    let source = """
      某市步行条例
      （2001年1月1日某市人民代表大会常务委员会第一次
      会议通过　根据2005年1月1日《关于修改某市步行条例的决定》第一次修正）
      2010年1月1日 第二次修正
      第一条　走。
      """
    #expect(
      edition(source) == [
        "# 某市步行条例", "<!-- id: adoption -->",
        "（2001年1月1日某市人民代表大会常务委员会第一次会议通过　根据2005年1月1日《关于修改某市步行条例的决定》第一次修正）", "2010年1月1日第二次修正", "## 第一条", "走。",
      ])
  }

  @Test func aPreambleWithATitleOfItsOwn() {
    let source = "某宪章\n序　言\n人们走了很久。\n第一章 总纲\n第一条 走。"
    #expect(edition(source) == ["# 某宪章", "## 序言", "<!-- id: preamble -->", "人们走了很久。", "## 第一章 总纲", "### 第一条", "走。"])
  }

  @Test func annexesCloseTheText() {
    let source = "某市步行条例\n第一条 走。\n附件1\n路口名录\n甲\t乙\n附件2：\n第一条路"
    let text = readPublication(source, file: "f").text
    #expect(text.provisions.count == 1)
    #expect(text.annexes.map(\.text) == ["附件1", "路口名录", "甲　乙", "附件2：", "第一条路"])
  }

  @Test func amendmentsCountOnFromOtherNumbers() {
    let source = "某宪章修正案（2018年）\n第三十二条　第一条修改为：“第一条 走。\n第二条 停。”\n第三十三条　第四条删去。"
    let publication = readPublication(source, file: "f")
    #expect(publication.text.provisions.map(\.id) == ["32", "33"])
    #expect(publication.text.provisions[0].paragraphs.map(\.text) == ["第一条修改为：“第一条走。", "第二条停。”"])
    #expect(publication.diagnostics == [])
  }

  @Test func decisionsWithoutArticles() {
    let source = "某市人民代表大会\n关于走路的决定\n（2020年1月1日通过）\n为了走路，决定如下：\n一、都要走。\n（一）快走；\n（二）慢走。\n二、本决定自公布之日起施行。"
    #expect(
      edition(source) == [
        "# 某市人民代表大会关于走路的决定", "（2020年1月1日通过）", "<!-- id: preamble -->", "为了走路，决定如下：", "## 一、", "<!-- id: 1 -->", "都要走。",
        "（一）快走；", "（二）慢走。", "## 二、", "<!-- id: 2 -->", "本决定自公布之日起施行。",
      ])
    #expect(edition("某市关于走路的决定\n都要走。") == ["# 某市关于走路的决定", "<!-- id: preamble -->", "都要走。"])
  }

  @Test func plansWithMeasuresThatCountFromOneInEveryPart() {
    let source = """
      某市种树方案
      一、总体要求
      多种。
      二、种什么
      按土质选。
      （一）种杨树。种在河边。（责任部门：市园林局、市水务局等）
      （二）种柳树
      种在湖边。
      三、谁来种
      （一）种树的人。都是市民。
      """
    let publication = readPublication(source, file: "f")
    #expect(publication.text.provisions.map(\.id) == ["general", "part-2", "2-1", "2-2", "3-1"])
    #expect(publication.text.parts.map(\.heading.text) == ["种什么", "谁来种"])
    #expect(publication.text.provisions[2].heading?.text == "种杨树。")
    #expect(publication.text.provisions[2].paragraphs.map(\.text) == ["种在河边。", "（责任部门：市园林局、市水务局等）"])
    #expect(publication.text.provisions[3].heading?.text == "种柳树")
    #expect(responsibleDepartments(in: publication.text.provisions[2]) == ["市园林局", "市水务局"])
    #expect(publication.diagnostics == [])
  }

  @Test(arguments: [
    ("某法\n第一条 走。\n第三条 停。", ["3 第三条之前缺少第二条"]),
    ("某法\n第一条 走。\n第二条 停。\n第二条 行。\n第三条 看。", ["4 第二条重复出现"]),
    ("某法\n第一条 走。\n第三条 停。\n第二条 行。", ["3 第三条之前缺少第二条", "4 第二条排在第三条之后"]),
    ("某法\n第一条 走。\n第二二十条 停。\n第三条 看。", ["3 “第二二十条”的序号无法识别", "4 第三条之前缺少第二条"]),
    ("某法\n第一条 做：\n（一）走；\n（三）停。", ["4 （三）之前缺少（二）"]),
    ("某法\n第一章 甲\n第一条 走。\n第三章 乙\n第二条 停。", ["4 第三章之前缺少第二章"]),
    ("某法\n第一条 走。\n第一条之二 停。\n第二条 看。", ["3 第一条之二之前缺少第一条之一"]),
  ])
  func numberingIsToldByLine(source: String, expected: [String]) {
    #expect(messages(source) == expected)
  }

  @Test func oldLawsListUnderArticles() {
    #expect(
      edition("某法\n第一条 做：\n一、走；\n二、停。\n第二条 看。")
        == ["# 某法", "## 第一条", "做：", "一、走；", "二、停。", "## 第二条", "看。"])
  }

  @Test func blanksStayBlanks() {
    #expect(edition("某法（草案）\n第一条  本法自   年   月   日起施行。").last == "本法自　年　月　日起施行。")
  }
}
