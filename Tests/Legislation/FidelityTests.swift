import Testing

@testable import Legislation

@Suite struct FidelityTests {
  private let published = """
    　某市步行条例
    第一章  总则
    第一条  行人应当在三十秒内通过路口。
    第二条　下列路口安装计时器：
    (一)甲路口；
    （二）乙路口。
    第三条　本条例自2020年1月1日起施行。
    """

  private func edition(_ change: (String) -> String = { $0 }) -> LegalText {
    readEdition(change(writeEdition(readPublication(published, file: "f").text, language: .zh)), file: "f", language: .zh).text
  }

  @Test func findsNothingInAFaithfulEdition() {
    #expect(compareFidelity(edition(), published) == [])
  }

  @Test func namesAChangedDigitWithBothReadings() {
    let changed = edition { $0.replacing("三十秒", with: "二十秒") }
    #expect(
      compareFidelity(changed, published) == [
        FidelityDifference(
          place: "1", editionReading: "第一条行人应当在二十秒内通过路口。", publishedReading: "第一条行人应当在三十秒内通过路口。", editionLine: 7,
          publishedLine: 3)
      ])
  }

  @Test func namesALostItemOnce() {
    let changed = edition { $0.replacing("（二）乙路口。\n\n", with: "") }
    let found = compareFidelity(changed, published)
    #expect(found.count == 1)
    #expect(found[0].publishedLine == 6)
    #expect(found[0].publishedReading.contains("乙路口"))
  }

  @Test func goesOnAfterALostArticle() {
    let changed = edition { $0.replacing("### 第一条\n\n行人应当在三十秒内通过路口。\n\n", with: "").replacing("2020", with: "2021") }
    let found = compareFidelity(changed, published)
    #expect(found.map(\.place) == ["2", "3"])
    #expect(found[1].editionReading.contains("2021"))
    #expect(found[1].publishedReading.contains("2020"))
  }

  @Test func allowsListedChanges() {
    let changed = edition { $0.replacing("# 某市步行条例", with: "# 某市行人条例").replacing("（一）甲路口；\n\n", with: "") }
    let changes: [EditionChange] = [
      .added("某市行人条例", place: "title"), .dropped("某市步行条例", line: 1), .dropped("（一）甲路口；", line: 5),
    ]
    #expect(compareFidelity(changed, published, changes: changes) == [])
  }

  @Test func reportsAListedDropThatIsNotThere() {
    let found = compareFidelity(edition(), published, changes: [.dropped("没有", line: 2)])
    #expect(found.map(\.publishedLine) == [2])
    #expect(found[0].editionReading == "没有")
  }

  @Test(arguments: ["nantong", "xuzhou", "nanjing", "hubei", "zhuhai"])
  func officialTextsAreFaithful(id: String) throws {
    let published = try Fixture.read("content/regulations/\(id)/published.txt")
    let text = readEdition(try Fixture.read("content/regulations/\(id)/text.zh.md"), file: "f", language: .zh).text
    let changes: [EditionChange] = id == "nantong" ? [.added("南通市质量促进条例", place: "title")] : []
    #expect(compareFidelity(text, published, changes: changes) == [])
  }

  @Test func namesEveryChangedDigitOfAnOfficialText() throws {
    let published = try Fixture.read("content/regulations/nanjing/published.txt")
    let source = try Fixture.read("content/regulations/nanjing/text.zh.md")
    let digits = source.unicodeScalars.indices.filter { "0"..."9" ~= source.unicodeScalars[$0] }
    for index in digits {
      var changed = source
      let digit = source.unicodeScalars[index]
      changed.unicodeScalars.replaceSubrange(index...index, with: [digit == "9" ? "8" : "9"])
      let text = readEdition(changed, file: "f", language: .zh).text
      #expect(compareFidelity(text, published).count == 1)
    }
  }
}
