import Diagnostics
import Testing

@testable import Editing

/// Files as they are found: web pages, old line ends, empty ones.
@Suite struct ImportFormsTests {
  private func outcome(_ name: String, _ text: String, title: String? = nil) throws -> (ImportOutcome, Scratch) {
    let scratch = Scratch()
    let file = scratch.write(name, text.utf8)
    return (try importRegulation(file, id: "walking", into: scratch.path, title: title), scratch)
  }

  @Test func aTextWithoutWordsIsRefused() {
    #expect(throws: Failure.self) { try outcome("in.txt", "") }
    #expect(throws: Failure.self) { try outcome("in.txt", " \n\u{3000}\n") }
  }

  @Test func aTextWithoutNumberOrTitleIsNotWritten() throws {
    let (found, scratch) = try outcome("in.txt", "今天天气很好。\n我们去公园。")
    #expect(found.written == [])
    #expect(found.diagnostics.filter { $0.rule == .noProvisions }.map(\.severity) == [.error])
    #expect(scratch.list("regulations") == [])
  }

  @Test func aDecisionWithoutNumbersIsWrittenAndTold() throws {
    let (found, scratch) = try outcome("in.txt", "某市关于走路的决定\n都要走。")
    #expect(found.diagnostics.filter { $0.rule == .noProvisions }.map(\.severity) == [.warning])
    #expect(scratch.list("regulations") == ["walking"])
  }

  @Test func aMissingFileIsWrongUsage() {
    let scratch = Scratch()
    do throws(Failure) {
      _ = try importRegulation(scratch.path + "/none.txt", id: "walking", into: scratch.path)
      Issue.record("imported a file that is not there")
    } catch {
      guard case .usage(let message) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(message.en == "there is no file \(scratch.path)/none.txt")
    }
  }

  @Test func linesMayEndInCarriageReturns() throws {
    let (_, scratch) = try outcome("in.txt", "某市步行条例\r第一条　走。\r\r第二条　停：\r（一）看；\r（二）听。\r")
    #expect(
      scratch.text("regulations/walking/text.zh.md") == "# 某市步行条例\n\n## 第一条\n\n走。\n\n## 第二条\n\n停：\n\n（一）看；\n\n（二）听。\n")
    #expect(scratch.text("regulations/walking/published.original")?.contains("\r第一条") == true)
    #expect(scratch.text("regulations/walking/published.txt")?.hasPrefix("某市步行条例\n第一条") == true)
  }

  @Test func theAnnouncementGivesDatesAndBodies() throws {
    let (_, scratch) = try outcome(
      "in.txt",
      """
      某市人民代表大会常务委员会公告
      第12号
      《某市步行条例》已由某市第八届人民代表大会常务委员会第九次会议于2024年2月3日通过，现予公布，自2024年5月1日起施行。
      某市人民代表大会常务委员会
      2024年2月5日
      某市步行条例
      第一条　走。
      """)
    #expect(
      scratch.text("regulations/walking/regulation.yml")?.split(separator: "\n").prefix(9).joined(separator: "\n") == """
        title: { zh: "某市步行条例", en: "" }
        kind: local-regulation  # check: local-regulation, sez-regulation or plan
        status: adopted  # change to in-force once it is
        adopted: 2024-02-03
        issued: 2024-02-05
        effective: 2024-05-01
        bodies:
          - { role: adopted, zh: "某市第八届人民代表大会常务委员会第九次会议", en: "" }
          - { role: issued, zh: "某市人民代表大会常务委员会", en: "" }
        """)
  }

  @Test func aRevisionAdoptsTheTextAnew() throws {
    let (_, scratch) = try outcome("in.txt", "某市步行条例\n（2024年3月4日某市第五届人民代表大会第九次会议修订）\n第一条　走。")
    let yaml = scratch.text("regulations/walking/regulation.yml") ?? ""
    #expect(yaml.contains("\nadopted: 2024-03-04\n"))
    #expect(yaml.contains("{ role: adopted, zh: \"某市第五届人民代表大会第九次会议\", en: \"\" }"))
    let (_, other) = try outcome("in.txt", "某市步行条例\n（1999年1月2日通过　2024年3月4日某市第五届人民代表大会第九次会议修订）\n第一条　走。")
    #expect(other.text("regulations/walking/regulation.yml")?.contains("\nadopted: 1999-01-02\n") == true)
  }

  /// The first adoption is the text's; amendments stay in the note under the title. What is printed in full width stays so.
  @Test func severalDatesAndFullWidthCharacters() throws {
    let note =
      "（２００１年１月２日某市第一届人民代表大会常务委员会第三次会议通过　２００１年２月３日某省人民代表大会常务委员会第四次会议批准　根据２００５年４月６日《关于修改〈某市步行条例〉的决定》第一次修正　根据2018年9月10日《关于修改部分地方性法规的决定》第二次修正）"
    let (found, scratch) = try outcome(
      "in.txt", "某市步行条例\n\(note)\n第１条　行人戴Ａ类标识，不超过５ｋｍ／ｈ：\n１．快走；\n２．慢走。\n第２条　本条例自２００１年５月１日起施行。\n")
    #expect(
      scratch.text("regulations/walking/text.zh.md")
        == "# 某市步行条例\n\n\(note)\n\n## 第１条\n\n行人戴Ａ类标识，不超过５ｋｍ／ｈ：\n\n１．快走；\n\n２．慢走。\n\n## 第２条\n\n本条例自２００１年５月１日起施行。\n")
    #expect(
      scratch.text("regulations/walking/regulation.yml") == """
        title: { zh: "某市步行条例", en: "" }
        kind: local-regulation  # check: local-regulation, sez-regulation or plan
        status: adopted  # change to in-force once it is
        adopted: 2001-01-02
        approved: 2001-02-03
        effective: 2001-05-01
        bodies:
          - { role: adopted, zh: "某市第一届人民代表大会常务委员会第三次会议", en: "" }
          - { role: approved, zh: "某省人民代表大会常务委员会第四次会议", en: "" }
        # source: { zh: …, en: … }  where the publication comes from
        editing: in-progress

        """)
    #expect(found.publication.text.provisions.map(\.id) == ["1", "2"])
    #expect(found.diagnostics.isEmpty)
  }

  @Test func theTitleOfAWebPageIsItsHeading() throws {
    let (found, scratch) = try outcome(
      "in.html",
      """
      <html><head><title>某市步行条例_某网</title></head><body>
      <nav>首页</nav><div>首页 &gt; 法规</div>
      <h1>某市步行条例</h1>
      <p>第一条&emsp;标准：</p>
      <table><tr><th>项目</th><th>金额</th></tr>
      <tr><td>停车</td><td>5元</td></tr></table>
      <p>第二条&ensp;停。</p>
      <footer>某网管理</footer><p>【打印】【关闭】</p>
      </body></html>
      """)
    #expect(
      scratch.text("regulations/walking/text.zh.md")
        == "# 某市步行条例\n\n## 第一条\n\n标准：\n\n项目　金额\n\n停车　5元\n\n## 第二条\n\n停。\n")
    let dropped = found.diagnostics.filter { $0.rule == .droppedLine }
    let told = dropped.map { "\($0.range?.start.line ?? 0) \($0.message.zh.split(separator: "：").last ?? "")" }
    #expect(told.sorted() == ["2 首页", "2 首页>法规", "8 【打印】【关闭】", "8 某网管理"])
    #expect(!found.diagnostics.contains { $0.rule == .importChanged })
  }

  @Test func theTitleOfAWebPageMayStandInItsHeadOnly() throws {
    let (_, scratch) = try outcome("in.html", "<title>某市步行条例 - 某市政府</title><h1>某市政府</h1><p>第一条 走。</p><p>第二条 停。</p>")
    #expect(scratch.text("regulations/walking/text.zh.md")?.hasPrefix("# 某市步行条例\n\n## 第一条\n") == true)
    let (_, other) = try outcome("in.html", "<title>某市步行条例 - 某市政府</title><div>某市步行条例</div><p>第一条 走。</p><p>第二条 停。</p>")
    #expect(other.text("regulations/walking/published.txt") == "# 某市步行条例\n第一条 走。\n第二条 停。\n")
  }

  @Test func helpIsAlwaysInThePreview() throws {
    let (found, _) = try outcome("in.txt", "某市步行条例\n目录\n第一章 甲\n第一章 甲\n第一条 走。")
    let preview = found.preview(in: .zh)
    #expect(preview.diagnostics.map(\.code) == ["IM106", "IM102", "IM102"])
    #expect(preview.diagnostics[0].help.hasPrefix("加上 --status"))
    #expect(preview.diagnostics[1].help == "")
  }
}
