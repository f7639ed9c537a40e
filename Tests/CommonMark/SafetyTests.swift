import CommonMark
import Testing

@Suite("Raw HTML and dangerous links")
struct SafetyTests {
  @Test(
    "raw HTML is an error at its place",
    arguments: [
      ("甲<b>乙</b>", ["MD103 1:2-1:5", "MD103 1:6-1:10"]), ("甲\n\n  <div>\n乙\n</div>", ["MD103 3:3-3:8"]),
      ("> - 甲 <br/>", ["MD103 1:7-1:12"]), ("甲\n乙<a\n  b='c'>", ["MD103 2:2-3:9"]),
      ("<!-- note -->", ["MD103 1:1-1:14"]),
      ("甲 <!-- id: x -->", ["MD103 1:3-1:17"]), ("<!-- id: x --> 甲", ["MD103 1:1-1:17"]),
      ("<!--\nid: x\n-->", ["MD103 1:1-1:5"]),
      ("<!-- check: off -->", ["MD103 1:1-1:20"]), ("<!-- check: allow TR204 -->", []), ("<!-- id: x --><!-- id: y -->", ["MD103 1:1-1:29"]),
      ("`<b>` \\<b> a < b", []),
    ])
  func rawHTML(source: String, expected: [String]) {
    #expect(findings(source) == expected)
  }

  @Test("three comments, alone on a line, vanish and are listed")
  func comments() {
    let source = """
      ## 甲
      <!-- of: 1a2b3c4d5e6f; review: checked -->
      乙
      <!-- id: general -->

      - 丙
        <!-- check: allow TR204 because 原文如此 -->
      """
    #expect(findings(source) == [])
    #expect(html(source) == "<h2>甲</h2>\n<p>乙</p>\n<ul>\n<li>丙</li>\n</ul>\n")
    #expect(
      fragment(source, firstLine: 5).comments.map { "\(place($0.range)) \($0.name): \($0.value)" } == [
        "6:1-6:43 of: 1a2b3c4d5e6f; review: checked", "8:1-8:21 id: general",
        "11:3-11:43 check: allow TR204 because 原文如此",
      ])
  }

  @Test(
    "links that run scripts or name no protocol are errors at their destination",
    arguments: [
      ("[a](javascript:alert(1))", "1:5-1:24"), ("![甲](data:image/png;base64,x)", "1:6-1:29"),
      ("<vbscript:x>", "1:2-1:12"),
      ("[a](JavaScript:x)", "1:5-1:17"), ("[a](&#106;avascript:x)", "1:5-1:22"), ("[a](<java\tscript:x>)", "1:6-1:19"),
      ("[a](//b.cn)", "1:5-1:11"), ("[a](\\\\\\\\b.cn)", "1:5-1:13"), ("[a](/\\b.cn)", "1:5-1:11"),
      ("[a][r]\n\n[r]: //b.cn", "1:4-1:7"),
    ])
  func dangerousLinks(source: String, place: String) {
    #expect(findings(source) == ["MD104 \(place)"])
    #expect(html(source).contains("=\"\""))
  }

  @Test(
    "other links are not",
    arguments: [
      "[a](data)", "[a](topic:javascript)", "[a](/b)", "[a](https://b.cn//c)", "[a](x//y)", "[a](#javascript:x)",
    ])
  func harmlessLinks(source: String) {
    #expect(findings(source) == [])
  }
}

@Suite("Limits")
struct LimitTests {
  @Test("a paragraph has up to 64 KB")
  func paragraph() {
    let line = String(repeating: "质", count: 340) + "\n"
    #expect(findings("甲\n\n" + String(repeating: line, count: 64)) == [])
    #expect(findings("甲\n\n" + String(repeating: line, count: 65)) == ["MD102 3:1-3:1"])
  }

  @Test("a document has up to 4 MB")
  func document() {
    #expect(findings(String(repeating: "a\n\n", count: 1_398_102), firstLine: 3) == ["MD102 3:1-3:1"])
  }

  @Test("nesting goes up to 100", arguments: [">", "- ", "1. ", "> - "])
  func blocks(marker: String) {
    let width = marker == "> - " ? 2 : 1
    #expect(findings(String(repeating: marker, count: 100 / width) + "a") == [])
    #expect(findings(String(repeating: marker, count: 101) + "a") == ["MD102 1:1-1:2"])
  }

  @Test("nesting by indentation is found after parsing")
  func indentedLists() {
    let source = (0..<101).map { String(repeating: " ", count: 2 * $0) + "- a\n" }.joined()
    #expect(findings(source) == ["MD102 101:201-101:202"])
    #expect(findings(String(source.dropLast(205))) == [])
  }

  @Test("brackets and emphasis too")
  func inlines() {
    #expect(findings("甲\n" + String(repeating: "[", count: 101)) == ["MD102 2:101-2:102"])
    #expect(findings(String(repeating: "[", count: 100)) == [])
    #expect(findings(String(repeating: "[a] ", count: 500)) == [])
    let stars = (0..<60).map { _ in "*a **b " }.joined() + (0..<60).map { _ in "b** a*" }.joined()
    #expect(findings(stars).map { $0.prefix(5) } == ["MD102"])
  }

  @Test("a long definition may not be used too often")
  func expansion() {
    let definition = "[a]: /" + String(repeating: "x", count: 60_000)
    #expect(findings(definition + "\n\n" + String(repeating: "[a]\n\n", count: 1_000)) == [])
    #expect(findings(definition + "\n\n" + String(repeating: "[a]\n\n", count: 1_200)) == ["MD102 1:3-1:4"])
  }

  @Test("a text has up to 100 findings")
  func findingsOfOneText() {
    #expect(findings(String(repeating: "<b>\n\n", count: 300)).count == 100)
  }

  @Test("a byte order mark takes no column")
  func byteOrderMark() {
    #expect(html("\u{FEFF}- [a](x)") == "<ul>\n<li><a href=\"x\">a</a></li>\n</ul>\n")
    #expect(fragment("\u{FEFF}- [a](x)").links.map { place($0.range) } == ["1:3-1:9"])
  }

  @Test("a long thematic break is no nesting")
  func thematicBreak() {
    #expect(findings(String(repeating: "- ", count: 300)) == [])
    #expect(html(String(repeating: "* ", count: 300)) == "<hr />\n")
  }

  @Test("bytes that are not UTF-8 are shown by line and column")
  func encoding() {
    #expect(findings(Array("甲\n乙".utf8) + [0xFF], firstLine: 4) == ["MD101 5:2-5:3"])
    #expect(findings(Array("甲\n".utf8) + [0xE7, 0x94]) == ["MD101 2:1-2:2"])
    #expect(findings([0xC0, 0x80]) == ["MD101 1:1-1:2"])
    #expect(findings([0xED, 0xA0, 0x80]) == ["MD101 1:1-1:2"])
  }

  @Test("control characters are errors and read as spaces")
  func controlCharacters() {
    #expect(findings("甲\0乙\n丙\u{8}\u{8}丁\t戊") == ["MD101 1:2-1:3", "MD101 2:2-2:3"])
    #expect(html("甲\0乙") == "<p>甲 乙</p>\n")
  }
}
