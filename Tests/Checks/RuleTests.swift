import Testing

@testable import Checks

/// What each rule finds in a small text, and what it must leave alone.
struct RuleTests {
  let sound = ContentFixture()
  let english = "regulations/a/text.en.md"
  let note = "regulations/a/notes/2.zh.md"

  @Test func soundContentIsClean() throws {
    #expect(try sound.diagnostics().filter { $0.rule.code != "TR205" }.map { "\($0.rule.code) \($0.message.en)" } == [])
  }

  @Test func figures() throws {
    #expect(try sound.replacing("98.5%", by: "95.8%", in: english).findings(in: english) == ["TR206:5"])
    #expect(try sound.replacing("twelve", by: "12", in: english).findings(in: english) == [])
    #expect(try sound.replacing("twelve ", by: "", in: english).findings(in: english) == ["TR206:9"])
    #expect(try sound.replacing(" or more", by: "", in: english).findings(in: english) == ["TR207:5"])
  }

  @Test func modality() throws {
    #expect(try sound.replacing("shall set", by: "set", in: english).findings(in: english) == ["TR210:5"])
    #expect(try sound.replacing("are encouraged to take", by: "shall take", in: english).findings(in: english) == ["TR211:9"])
  }

  @Test func duties() throws {
    #expect(try sound.adding("\n企业应当参加。\n", to: note).findings(in: note) == ["NT303:8"])
    #expect(try sound.adding("\n条文没有说企业应当参加。\n", to: note).findings(in: note) == [])
    #expect(try sound.adding("\n这里没有“应当”二字。\n", to: note).findings(in: note) == [])
  }

  @Test func exemptionExcusesTheNextBlockAndSaysWhenIdle() throws {
    let faulty = sound.adding("\n<!-- check: allow NT303 because 引的是别处的话 -->\n\n企业应当参加。\n", to: note)
    #expect(try faulty.findings(in: note) == [])
    let idle = sound.adding("\n<!-- check: allow NT303 because 引的是别处的话 -->\n\n企业自己定。\n", to: note)
    #expect(try idle.findings(in: note) == ["EX101:8"])
    let silent = sound.adding("\n<!-- check: allow this because 没有代码 -->\n\n企业应当参加。\n", to: note)
    #expect(try silent.findings(in: note) == ["EX102:8", "NT303:10"])
    let bare = sound.replacing("鼓励企业", by: "<!-- check: allow LW123 -->\n\n鼓励企业", in: "regulations/a/text.zh.md")
    #expect(try bare.findings(in: "regulations/a/text.zh.md") == ["EX102:9"])
  }

  @Test func exemptionInTheListExcusesALineWithItsWords() throws {
    let faulty = sound.adding("\n企业应当参加。\n", to: note)
    let excused = faulty.adding(
      "- { code: NT303, file: \(note), containing: 企业应当参加, reason: 引的是别处的话 }\n", to: "exceptions.yml")
    #expect(try excused.findings(in: note) == [])
    // As the project names the file, whatever the folder is called here.
    let fromProject = faulty.adding(
      "- { code: NT303, file: content/\(note), containing: 企业应当参加, reason: 引的是别处的话 }\n", to: "exceptions.yml")
    #expect(try fromProject.findings(in: note) == [] && fromProject.findings(in: "exceptions.yml") == [])
    let other = faulty.adding("- { code: NT303, file: \(note), containing: 别的话, reason: 引的是别处的话 }\n", to: "exceptions.yml")
    #expect(try other.findings(in: note) == ["NT303:8"])
    #expect(try other.findings(in: "exceptions.yml") == ["EX101:1"])
  }

  @Test func changeOfTheLawCannotBeExcused() throws {
    let text = "regulations/a/text.zh.md"
    let faulty = sound.replacing("鼓励企业参加保险", by: "<!-- check: allow LW110 because 无妨 -->\n\n鼓励企业参加保险险", in: text)
    #expect(try faulty.findings(in: text).filter { $0 != "TR204:9" } == ["EX103:9", "LW110:11"])
  }

  @Test(arguments: [
    ("企业自己定,不必问。", "TY601"), ("企业 自己定。", "TY605"), ("企业自己定--不必问。", "TY604"), ("企业**自己 **定。", "TY606"),
    ("企业\"自己\"定。", "TY603"), ("企业自己定。 ", "TY607"), ("企业\u{fffd}己定。", "TY608"), ("企业自己定\u{2f00}。", "TY610"), ("2O25年再说。", "TY610"),
    ("企业__自己__定。", "TY606"), ("企业[自己]定。", "TY601"), ("等三~五天再定。", "TY604"), ("等3-5天再定。", "TY604"), ("企业自己定，\t不必问。", "TY605"),
  ])
  func chineseTypography(_ words: String, _ code: String) throws {
    #expect(try sound.adding("\n\(words)\n", to: note).findings(in: note).contains("\(code):8"))
  }

  @Test(arguments: ["版本1.5比1.4新，见12:30的说明。", "全国12315平台（www.12315.cn）受理。", "《质量管理体系 基础和术语》有定义。", "两种写法——都行。", "A类、B类都算。", "[](a/1)讲制度。", "填空：____。", "编号是2026-3-01、GB/T 19001-2016和0513-12345。", "甲~乙两地。"])
  func goodChineseIsLeftAlone(_ words: String) throws {
    #expect(try sound.adding("\n\(words)\n", to: note).findings(in: note).filter { $0.hasPrefix("TY") } == [])
  }

  @Test(arguments: [
    ("The firm‘s kettle.", "TY603"), ("It said ”no“ to it.", "TY603"), ("It broke — and died.", "TY604"), ("A well–known firm.", "TY604"), ("It takes 3-5 days.", "TY604"),
    ("The ﬁrm decides.", "TY609"), ("A\u{a0}firm decides.", "TY605"), ("A\tfirm decides.", "TY605"), ("A firm__big__one.", "TY606"),
  ])
  func englishTypography(_ words: String, _ code: String) throws {
    let file = "regulations/a/notes/2.en.md"
    #expect(try sound.adding("\n\(words)\n", to: file).findings(in: file).contains("\(code):8"))
  }

  @Test(arguments: ["It costs 1,000 yuan; see www.12315.cn, U.S. law, e.g. this.", "A name (质量强国建设纲要) in brackets.", "A long-term plan – or none – is kept.", "The Beijing–Tianjin line; pages 3–5; Article 12-13; 2026-03-15; ISO 9001-2015.", "She said ‘no’ (‘never’)—well, “no”."])
  func goodEnglishIsLeftAlone(_ words: String) throws {
    let file = "regulations/a/notes/2.en.md"
    #expect(try sound.adding("\n\(words)\n", to: file).findings(in: file).filter { $0.hasPrefix("TY") || $0.hasPrefix("TR23") } == [])
  }

  @Test(arguments: [
    ("十二项", [.number(12_000)]), ("每万人50件", [.number(10_000_000), .number(50_000)]), ("75%以上", [.percent(75_000)]),
    ("2021年9月1日", [.date(2021, 9, 1)]), ("1.5亿元", [.number(150_000_000_000)]), ("百分之五", [.percent(5000)]), ("百分之九十八点五", [.percent(98_500)]), ("第三十六次会议", [.number(36_000)]),
    ("统一的质量第一", []),
  ] as [(String, [Figure])])
  func chineseFigure(_ text: String, _ figures: [Figure]) {
    #expect(chineseFigures(in: text).filter(\.isStrong).map(\.figure) == figures)
  }

  @Test(arguments: [
    ("12 items", [.number(12_000)]), ("twenty-one measures", [.number(21_000)]), ("per 10,000 people", [.number(10_000_000)]), ("98.5 percent", [.percent(98_500)]),
    ("1 September 2021", [.date(2021, 9, 1)]), ("September 1, 2021", [.date(2021, 9, 1)]), ("the 36th Meeting", [.number(36_000)]),
    ("It may, on the one hand, march on.", []), ("150 million yuan", [.number(150_000_000_000)]),
  ] as [(String, [Figure])])
  func englishFigure(_ text: String, _ figures: [Figure]) {
    #expect(englishFigures(in: text).filter(\.isStrong).map(\.figure) == figures)
  }
}
