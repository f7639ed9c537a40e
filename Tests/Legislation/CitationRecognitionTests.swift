import Diagnostics
import Testing

@testable import Legislation

@Suite struct CitationRecognitionTests {
  /// An invented law: article 3 has items in its second paragraph, article 4 has a branch.
  static let law = """
    # 某条例

    ## 第一条

    一。

    ## 第二条

    二。

    ## 第三条

    三之一。

    三之二：

    （一）甲；

    （二）乙：

    1.丙；

    2.丁；

    （三）戊。

    ## 第四条

    四。

    ## 第四条之一

    四之一。

    ## 第五条

    PLACE
    """

  /// Citations in article 5 as `text→target`.
  static func citations(_ text: String, place: Int = 5) -> [String] {
    let source = law.split(separator: "PLACE", omittingEmptySubsequences: false).joined(separator: text)
    let law = readEdition(source, file: "f", language: .zh).text
    return law.citations(in: place).map { citation in
      switch citation.target {
      case .here(let id, let anchor): "\(citation.text)→\(id)" + (anchor.map { "#\($0)" } ?? "")
      case .law(let name, let id): "\(citation.text)→[\(name)]" + (id.map { "/\($0)" } ?? "")
      case .missing: "\(citation.text)→?"
      }
    }
  }

  @Test(arguments: [
    ("依照本条例第三条的规定。", ["本条例第三条→3"]),
    ("依照第四条之一执行。", ["第四条之一→4-1"]),
    ("违反本条例第三条第二款第（二）项规定的，", ["本条例第三条第二款第（二）项→3#p2-i2"]),
    ("第三条第二款第二项第一目所称，", ["第三条第二款第二项第一目→3#p2-i2-i1"]),
    ("第三条第三项规定", ["第三条第三项→3#p2-i3"]),
    ("第二条至第四条的规定", ["第二条→2", "第四条→4"]),
    ("第一条、第二条和第三条第一款规定", ["第一条→1", "第二条→2", "第三条第一款→3#p1"]),
    ("第三条第二款第一项、第三项规定", ["第三条第二款第一项→3#p2-i1", "第三项→3#p2-i3"]),
    ("第三条第一款、第二款规定", ["第三条第一款→3#p1", "第二款→3#p2"]),
    ("本条所称产品，", ["本条→5"]), ("前条规定的行为", ["前条→4-1"]), ("第12条规定", ["第12条→?"]),
    ("依照第９条规定", ["第９条→?"]), ("第三条第五款规定", ["第三条第五款→?"]), ("第三条第二款第（九）项规定", ["第三条第二款第（九）项→?"]),
    ("前款规定", ["前款→?"]), ("前条第一款规定", ["前条第一款→4-1#p1"]),
    ("根据《中华人民共和国产品质量法》、《建设工程质量管理条例》等", ["《中华人民共和国产品质量法》→[中华人民共和国产品质量法]", "《建设工程质量管理条例》→[建设工程质量管理条例]"]),
    ("《产品质量法》第二十六条第一款规定", ["《产品质量法》→[产品质量法]", "第二十六条→[产品质量法]/26"]),
    ("《产品质量法》（以下简称质量法）第三条和本条例第三条", ["《产品质量法》→[产品质量法]", "第三条→[产品质量法]/3", "本条例第三条→3"]),
    ("《关于印发〈纲要〉的通知》", ["《关于印发〈纲要〉的通知》→[关于印发〈纲要〉的通知]"]),
    ("建设第三条线路和第二项目，生产第一款手机，第十五届大会，本条件，前提，以前款式", []),
  ])
  func everyForm(text: String, expected: [String]) {
    #expect(Self.citations(text) == expected)
  }

  @Test func placesOfTheSameArticle() {
    let text = "五之一。\n\n前款规定，第一款规定，本条第三款规定，本款规定：\n\n（一）甲；\n\n（二）前项规定，第一项规定，本款第二项规定，前款规定。\n\n前两款规定。"
    #expect(
      Self.citations(text) == [
        "前款→5#p1", "第一款→5#p1", "本条第三款→5#p3", "本款→5#p2", "前项→5#p2-i1", "第一项→5#p2-i1", "本款第二项→5#p2-i2",
        "前款→5#p1", "前两款→5#p1",
      ])
  }

  @Test func theFiveTextsCiteOnlyOtherTexts() throws {
    for id in ["nantong", "xuzhou", "zhuhai", "hubei", "nanjing"] {
      let law = readEdition(try Fixture.read("content/regulations/\(id)/text.zh.md"), file: id, language: .zh).text
      let found = law.provisions.indices.flatMap { law.citations(in: $0) }.map(\.text)
      let expected: [String: [String]] = [
        "nantong": ["《中华人民共和国产品质量法》", "《建设工程质量管理条例》"],
        "nanjing": ["《中共中央国务院关于印发〈质量强国建设纲要〉的通知》", "《中共江苏省委江苏省人民政府关于深化质量强省建设的实施意见》"],
      ]
      #expect(found == expected[id] ?? [])
    }
  }
}
