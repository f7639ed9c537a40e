import Diagnostics
import Foundation
import Testing

@testable import Editing

@Suite struct ImportTests {
  private let source = """
    某市步行条例
    （2020年1月2日某市第一届人民代表大会常务委员会第三次会议通过　2020年2月3日某省人民代表大会常务委员会第四次会议批准）
    目录
    第一章 总则
    第一章 总则
    第一条　行人应当：
    （一）看灯；
    （二）看车。
    第二条　本条例自2020年5月1日起施行。
    """

  @Test func writesTheFolder() throws {
    let scratch = Scratch()
    let file = scratch.write("in.txt", source.utf8)
    let outcome = try importRegulation(file, id: "walking", into: scratch.path + "/content")
    #expect(outcome.written.count == 3)
    #expect(scratch.list("content/regulations") == ["walking"])
    #expect(scratch.read("content/regulations/walking/published.txt") == Array(source.utf8))
    #expect(
      scratch.text("content/regulations/walking/text.zh.md") == """
        # 某市步行条例

        （2020年1月2日某市第一届人民代表大会常务委员会第三次会议通过　2020年2月3日某省人民代表大会常务委员会第四次会议批准）

        ## 第一章 总则

        ### 第一条

        行人应当：

        （一）看灯；

        （二）看车。

        ### 第二条

        本条例自2020年5月1日起施行。

        """)
    #expect(
      scratch.text("content/regulations/walking/regulation.yml") == """
        title: { zh: "某市步行条例", en: "" }
        kind: local-regulation  # check: local-regulation, sez-regulation or plan
        status: adopted  # change to in-force once it is
        adopted: 2020-01-02
        approved: 2020-02-03
        effective: 2020-05-01
        bodies:
          - { role: adopted, zh: "某市第一届人民代表大会常务委员会第三次会议", en: "" }
          - { role: approved, zh: "某省人民代表大会常务委员会第四次会议", en: "" }
        # source: { zh: …, en: … }  where the publication comes from
        editing: in-progress
        edition:
          - { dropped: "目录", line: 3, reason: { zh: "目录", en: "table of contents" } }
          - { dropped: "第一章总则", line: 4, reason: { zh: "目录", en: "table of contents" } }

        """)
  }

  @Test func leavesBlankWhatTheHeadDoesNotTell() throws {
    let scratch = Scratch()
    let file = scratch.write("in.txt", "第一条　走。\n第二条　停。".utf8)
    _ = try importRegulation(file, id: "walking", into: scratch.path, title: "某市步行条例")
    #expect(
      scratch.text("regulations/walking/regulation.yml") == """
        title: { zh: "某市步行条例", en: "" }
        kind: local-regulation  # check: local-regulation, sez-regulation or plan
        status:  # fill in: in-force, adopted, draft, plan, superseded or repealed
        # adopted, approved, issued, effective: the text gives no date; fill in what is known, as YYYY-MM-DD
        # source: { zh: …, en: … }  where the publication comes from
        editing: in-progress
        edition:
          - { added: "某市步行条例", at: title, reason: { zh: 公布文本没有名称, en: The publication has no title } }

        """)
    #expect(scratch.text("regulations/walking/text.zh.md")?.hasPrefix("# 某市步行条例\n\n## 第一条\n") == true)
  }

  @Test func refusesToOverwrite() throws {
    let scratch = Scratch()
    let file = scratch.write("in.txt", source.utf8)
    _ = try importRegulation(file, id: "walking", into: scratch.path)
    #expect(throws: Failure.self) { try importRegulation(file, id: "walking", into: scratch.path) }
    #expect(throws: Failure.self) { try importRegulation(file, id: "Walking!", into: scratch.path) }
    #expect(throws: Failure.self) { try importRegulation(file, id: "topics", into: scratch.path) }
    #expect(throws: Failure.self) { try importRegulation(scratch.path + "/none", id: "other", into: scratch.path) }
    #expect(throws: Failure.self) { try importRegulation(scratch.path, id: "other", into: scratch.path) }
    #expect(scratch.list("regulations") == ["walking"])
  }

  @Test func aDryRunWritesNothingAndTellsAll() throws {
    let scratch = Scratch()
    let file = scratch.write("in.txt", source.utf8)
    let outcome = try importRegulation(file, id: "walking", into: scratch.path, dryRun: true)
    #expect(scratch.list("") == ["in.txt"])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var preview = outcome.preview(in: .zh)
    #expect(preview.diagnostics.map(\.code) == ["IM102", "IM102"])
    #expect(preview.diagnostics.map(\.line) == [3, 4])
    preview.diagnostics = []
    #expect(
      String(decoding: try encoder.encode(preview), as: UTF8.self)
        == #"{"adoption":"（2020年1月2日某市第一届人民代表大会常务委员会第三次会议通过　2020年2月3日某省人民代表大会常务委员会第四次会议批准）","annexes":[],"diagnostics":[],"parts":[{"label":"第一章","parts":[],"provisions":["1","2"],"title":"总则"}],"preamble":null,"provisions":[{"caption":"","label":"第一条","number":"1","paragraphs":[{"items":[{"items":[],"label":"（一）","text":"看灯；"},{"items":[],"label":"（二）","text":"看车。"}],"text":"行人应当："}]},{"caption":"","label":"第二条","number":"2","paragraphs":[{"items":[],"text":"本条例自2020年5月1日起施行。"}]}],"title":"某市步行条例"}"#)
  }

  @Test func readsEveryEncoding() throws {
    let scratch = Scratch()
    let text = "某市步行条例\n第一条　走。\n第二条　停。"
    let units = Array(text.utf16)
    let gb: [UInt8] = [
      0xc4, 0xb3, 0xca, 0xd0, 0xb2, 0xbd, 0xd0, 0xd0, 0xcc, 0xf5, 0xc0, 0xfd, 0x0a, 0xb5, 0xda, 0xd2, 0xbb, 0xcc, 0xf5, 0xa1, 0xa1, 0xd7,
      0xdf, 0xa1, 0xa3, 0x0a, 0xb5, 0xda, 0xb6, 0xfe, 0xcc, 0xf5, 0xa1, 0xa1, 0xcd, 0xa3, 0xa1, 0xa3,
    ]
    let dresses: [[UInt8]] = [
      Array(text.utf8), [0xef, 0xbb, 0xbf] + Array(text.utf8), [0xff, 0xfe] + units.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] },
      [0xfe, 0xff] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] }, gb,
    ]
    for (index, bytes) in dresses.enumerated() {
      let file = scratch.write("in\(index).txt", bytes)
      _ = try importRegulation(file, id: "walking-\(index)", into: scratch.path)
      #expect(
        scratch.text("regulations/walking-\(index)/text.zh.md") == "# 某市步行条例\n\n## 第一条\n\n走。\n\n## 第二条\n\n停。\n")
    }
    #expect(scratch.read("regulations/walking-4/published.original") == gb)
    #expect(scratch.text("regulations/walking-4/published.txt") == text)
    #expect(decodedText([0xff, 0xff, 0xff]) == nil)
  }

  @Test func readsSimpleWebPages() throws {
    let scratch = Scratch()
    let page = """
      <!DOCTYPE html><html><head><title>不要</title><style>p { }</style></head><body>
      <!-- 不要 --><h1>某市步行条例</h1><script>var a = "<p>不要</p>";</script>
      <p align="center">&emsp;&emsp;<b>第一条</b>&nbsp;行人看&ldquo;灯&rdquo;，
      也看&#36710;。</p><p>第二条　停&lt;三秒&gt;。<br>再走。</p></body></html>
      """
    let file = scratch.write("in.html", page.utf8)
    _ = try importRegulation(file, id: "walking", into: scratch.path)
    #expect(
      scratch.text("regulations/walking/text.zh.md")
        == "# 某市步行条例\n\n## 第一条\n\n行人看“灯”，也看车。\n\n## 第二条\n\n停<三秒>。\n\n再走。\n")
    #expect(scratch.read("regulations/walking/published.html") == Array(page.utf8))
  }

  @Test(.enabled(if: Self.hasPandoc)) func readsWordFilesThroughPandoc() throws {
    let scratch = Scratch()
    let markdown = scratch.write(
      "in.md",
      "某市步行条例\n\n第一条　**行人**看灯。\n\n（一）红灯；\n\n（二）绿灯。\n\n第二条　停。\n\n| 停处 | 秒 |\n|---|---|\n| 路口 | 三秒 |\n".utf8)
    let pandoc = Process()
    pandoc.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    pandoc.arguments = ["pandoc", "-o", scratch.path + "/in.docx", markdown]
    try pandoc.run()
    pandoc.waitUntilExit()
    _ = try importRegulation(scratch.path + "/in.docx", id: "walking", into: scratch.path)
    #expect(
      scratch.text("regulations/walking/text.zh.md")
        == "# 某市步行条例\n\n## 第一条\n\n行人看灯。\n\n（一）红灯；\n\n（二）绿灯。\n\n## 第二条\n\n停。\n\n停处　秒\n\n路口　三秒\n")
    #expect(scratch.list("regulations/walking") == ["published.docx", "published.txt", "regulation.yml", "text.zh.md"])
  }

  private static let hasPandoc = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: $0 + "/pandoc")
  }
}
