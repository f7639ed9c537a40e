import CommonMark
import Testing

@Suite("Positions")
struct PositionTests {
  private func links(_ markdown: String, firstLine: Int = 1) -> [String] {
    fragment(markdown, firstLine: firstLine).links.map { "\(place($0.range)) \(place($0.destinationRange))" }
  }

  private func prose(_ markdown: String, firstLine: Int = 1) -> [String] {
    fragment(markdown, firstLine: firstLine).prose.map { "\(place($0.range)) \($0.continues ? "+" : "")\($0.text)" }
  }

  @Test("count scalars from 1, behind front matter too")
  func frontMatter() {
    #expect(links("见𠮷[法](nantong/1)的", firstLine: 8) == ["8:3-8:17 8:7-8:16"])
    #expect(prose("见𠮷[法](nantong/1)的", firstLine: 8) == ["8:1-8:3 见𠮷", "8:4-8:5 +法", "8:17-8:18 +的"])
  }

  @Test("hold in nested lists, quotes and behind tabs")
  func nesting() {
    #expect(links("- a\n\n  1. > b\n     > [法](x)\n     [二](y)\n") == ["4:8-4:14 4:12-4:13", "5:6-5:12 5:10-5:11"])
    #expect(links("-\ta\n\n\t-\t[法](x)\n") == ["3:4-3:10 3:8-3:9"])
    #expect(links("* a\n\n\t[法](x)\n") == ["3:2-3:8 3:6-3:7"])
  }

  @Test("hold on continuation lines that are indented")
  func continuation() {
    #expect(links("甲\n      乙[法](x)\n   丙 [二](y)") == ["2:8-2:14 2:12-2:13", "3:6-3:12 3:10-3:11"])
    #expect(links("- 甲\n乙[法](x)") == ["2:2-2:8 2:6-2:7"])
  }

  @Test("hold where a link's parts stand on several lines")
  func severalLines() {
    #expect(links("> [甲\n> 乙](\n> x\n> '题\n> 目') [丙](y)") == ["1:3-5:6 3:3-3:4", "5:7-5:13 5:11-5:12"])
    #expect(links("`a\n b` [丙](y)") == ["2:5-2:11 2:9-2:10"])
  }

  @Test("hold for references, autolinks and images")
  func kinds() {
    #expect(
      links("[r]: /u\n'题'\n甲 [r] [文][r] [r][] <https://a.cn> ![图](i.png)") == [
        "3:3-3:6 3:3-3:6", "3:7-3:13 3:10-3:13", "3:14-3:19 3:14-3:19", "3:20-3:34 3:21-3:33", "3:35-3:46 3:40-3:45",
      ])
    #expect(
      links("[甲](<a b> 't') [乙](a\\(b) [丙]()") == ["1:1-1:15 1:6-1:9", "1:16-1:25 1:20-1:24", "1:26-1:31 1:30-1:30"])
  }

  @Test("hold in headings of both kinds")
  func headings() {
    #expect(links("##  [法](x) ##\n\n甲\n[法](y)\n===\n") == ["1:5-1:11 1:9-1:10", "4:1-4:7 4:5-4:6"])
  }

  @Test("hold where emphasis was mended")
  func mendedEmphasis() {
    #expect(
      links("保证**质量。**后[法](x)\n**《甲》**的[二](y)。**丙。**丁[三](z)") == [
        "1:11-1:17 1:15-1:16", "2:9-2:15 2:13-2:14", "2:23-2:29 2:27-2:28",
      ])
    #expect(prose("保证**质量。**后") == ["1:1-1:3 保证", "1:5-1:8 +质量。", "1:10-1:11 +后"])
  }

  @Test("words come without code, addresses, titles and marks; escapes and entities keep columns true")
  func words() {
    #expect(
      prose("a\\*b `c` &amp; <https://x.cn> [t](u 'v') ![图](w)") == [
        "1:1-1:2 a", "1:3-1:6 +*b ", "1:9-1:10  ", "1:10-1:15 +&", "1:15-1:16 + ", "1:30-1:31  ", "1:32-1:33 +t",
        "1:41-1:42 + ", "1:44-1:45 图",
      ])
    #expect(prose("甲\n乙 a\nb") == ["1:1-1:2 甲", "2:1-2:4 +乙 a", "3:1-3:2 b"])
  }
}
