import Diagnostics
import Testing

@testable import Legislation

/// The five texts that the site publishes.
@Suite struct OfficialTextTests {
  @Test(arguments: [("nantong", 39, 7), ("xuzhou", 28, 0), ("nanjing", 30, 9), ("hubei", 42, 7), ("zhuhai", 30, 0)])
  func comeOutExactlyAsEdited(id: String, provisions: Int, parts: Int) throws {
    let published = try Fixture.read("content/regulations/\(id)/published.txt")
    let edited = try Fixture.read("content/regulations/\(id)/text.zh.md")
    var publication = readPublication(published, file: "published.txt")
    if id == "nantong" {
      #expect(publication.text.title == nil)
      publication.text.title = Heading(label: "", text: "南通市质量促进条例", line: 1)
    }
    #expect(publication.diagnostics.isEmpty)
    #expect(publication.text.provisions.count == provisions)
    #expect(publication.text.parts.count == parts)
    let written = writeEdition(publication.text, language: .zh)
    let difference = zip(written.split(separator: "\n"), edited.split(separator: "\n")).first { $0 != $1 }
    #expect(difference?.0 == difference?.1)
    #expect(written == edited)
  }

  @Test func nanjingNamesItsDepartments() throws {
    let published = try Fixture.read("content/regulations/nanjing/published.txt")
    let measures = readPublication(published, file: "f").text.provisions.filter { $0.label?.kind == .item(1) }
    #expect(measures.count == 28)
    #expect(measures.allSatisfy { !responsibleDepartments(in: $0).isEmpty })
    #expect(responsibleDepartments(in: measures[0]) == ["市科技局", "市工信局", "市市场监管局", "市财政局", "市税务局"])
    #expect(responsibleDepartments(in: measures[24]) == ["江北新区", "各区党委和政府", "市市场监管局"])
    #expect(
      responsibleDepartments(in: measures[26]) == ["市委组织部", "市委宣传部", "市委党校（市行政学院）", "市市场监管局", "市发改委"])
  }

  @Test func nanjingReportsEveryJoinByLine() throws {
    let published = try Fixture.read("content/regulations/nanjing/published.txt")
    let joined = readPublication(published, file: "f").report.filter { $0.kind == .joined }
    #expect(joined.count == 14)
    #expect(joined.first?.words.hasPrefix("持续提高，全社会研发经费支出") == true)
  }
}
