import Testing

@testable import Checks

/// Mistakes that an outside auditor made and the checker missed, and correct sentences at which it cried wolf.
struct AuditTests {
  let sound = ContentFixture()
  let english = "regulations/a/text.en.md"
  let note = "regulations/a/notes/2.zh.md"
  let noteEn = "regulations/a/notes/2.en.md"
  let facts = "regulations/a/regulation.yml"

  @Test(arguments: ["企业有义务参加。", "企业务必参加。", "企业一定要参加。", "企业不准退出。", "没有罚款，企业必须参加。"])
  func dutyInvented(_ words: String) throws {
    #expect(try sound.adding("\n\(words)\n", to: note).findings(in: note) == ["NT303:8"])
  }

  @Test(arguments: ["没有谁必须参加。", "哪些企业必须参加，没有写。", "条文没有说企业出了问题，就必须退货。", "菜场的秤量不准，也不归它管。", "企业是不是必须参加？", "强制性产品认证不归它管。"])
  func noDutyInvented(_ words: String) throws {
    #expect(try sound.adding("\n\(words)\n", to: note).findings(in: note) == [])
  }

  @Test(arguments: ["Firms have to join.", "A firm is required to join.", "Every firm has a duty to join.", "Firms must not leave."])
  func dutyInventedInEnglish(_ words: String) throws {
    #expect(try sound.adding("\n\(words)\n", to: noteEn).findings(in: noteEn) == ["NT303:8"])
  }

  @Test(arguments: ["No firm has to join.", "A bank asks whether it has to lend.", "Compulsory certification is another matter.", "She would have to ask.", "This has to do with scales."])
  func noDutyInventedInEnglish(_ words: String) throws {
    #expect(try sound.adding("\n\(words)\n", to: noteEn).findings(in: noteEn) == [])
  }

  @Test func rightsPenaltiesAndLawsInvented() throws {
    #expect(try sound.adding("\n你有权要求退货。\n", to: note).findings(in: note) == ["NT308:8"])
    #expect(try sound.adding("\n违反的会被吊销执照。\n", to: note).findings(in: note) == ["NT308:8"])
    #expect(try sound.adding("\n这里没有写罚款，也没有说谁有权做什么。\n", to: note).findings(in: note) == [])
    #expect(try sound.adding("\n食品安全法第三十四条也这样说。\n", to: note).findings(in: note) == ["NT305:8"])
    #expect(try sound.adding("\n这是做法，合法的办法很多，法律也没有管。\n", to: note).findings(in: note) == [])
    #expect(try sound.adding("\nThe Food Safety Law says the same.\n", to: noteEn).findings(in: noteEn) == ["NT305:8"])
    #expect(try sound.adding("\nThe government answers within thirty days.\n", to: noteEn).findings(in: noteEn) == ["NT305:8"])
  }

  @Test func draftIsNoLaw() throws {
    let draft = sound.replacing("status: in-force\nadopted: 2021-03-23\neffective: 2021-09-01\n", by: "place: { zh: 甲市, en: Avon }\nstatus: draft\n", in: facts)
    #expect(try draft.findings(in: note) == [])
    #expect(try draft.adding("\n甲市的法规这样写着。\n", to: note).findings(in: note) == ["NT307:8"])
    #expect(try draft.adding("\n这一条已经生效，企业照办。\n", to: note).findings(in: note) == ["NT307:8"])
    #expect(try draft.adding("\nThe Avon Regulation says this.\n", to: noteEn).findings(in: noteEn) == ["NT307:8"])
    #expect(try draft.adding("\n这份草案没有通过，不能说“已经生效”。\n", to: note).findings(in: note) == [])
  }

  @Test func targetIsNoResult() throws {
    let plan = sound.replacing("kind: local-regulation\nstatus: in-force\nadopted: 2021-03-23\neffective: 2021-09-01\n", by: "kind: plan\nstatus: plan\n", in: facts)
    #expect(try plan.adding("\n活动已经达到十二项。\n", to: note).findings(in: note) == ["NT309:8"])
    #expect(try plan.adding("\n目标是达到十二项。\n", to: note).findings(in: note) == [])
    #expect(try plan.adding("\nThe city reached twelve activities.\n", to: noteEn).findings(in: noteEn) == ["NT309:8"])
  }

  @Test func modalityOfASentence() throws {
    #expect(try sound.replacing("are encouraged to take", by: "have to take", in: english).findings(in: english) == ["TR211:9"])
    #expect(try sound.replacing("are encouraged to take", by: "are required to take", in: english).findings(in: english) == ["TR211:9"])
  }

  @Test func wrongNumberIsToldOnce() throws {
    #expect(try sound.replacing("## Article 2", by: "## Article 3", in: english).findings(in: english) == ["TR203:7"])
  }

  @Test func datesOfTheText() throws {
    let text = "regulations/a/text.zh.md"
    let dated = sound.replacing("# 甲市质量条例\n", by: "# 甲市质量条例\n\n（2021年3月22日甲市人民代表大会常务委员会通过）\n", in: text)
    #expect(try dated.findings(in: facts).contains("LW121:4"))
    let same = sound.replacing("# 甲市质量条例\n", by: "# 甲市质量条例\n\n（2021年3月23日甲市人民代表大会常务委员会通过）\n", in: text)
    #expect(try same.findings(in: facts) == [])
    #expect(try sound.replacing("status: in-force", by: "status: superseded", in: facts).findings(in: facts) == ["LW122:3"])
  }

  @Test func repeatedParagraphs() throws {
    let words = "企业把办法定下来，写清楚谁来管，出了问题找得到人，做出来的东西件件合格。"
    let changed = words.replacing("找得到人", with: "找得着人")
    let copied = sound.adding("\n\(words)\n", to: "regulations/a/notes/1.zh.md").adding("\n\(changed)\n", to: note)
    #expect(try copied.findings(in: note) == ["NT306:8"])
  }

  @Test func sectionsAndLists() throws {
    #expect(try sound.adding("\n## 随便\n\n没有写别的。\n", to: note).findings(in: note) == ["NT310:8"])
    #expect(try sound.replacing("---\n---", by: "---\nrelated: [a/2, a/1, a/1]\n---", in: note).findings(in: note) == ["FM723:2", "FM723:2"])
  }

  @Test(arguments: [
    ("水壶...还有灯。", "TY612"), ("坏了。。", "TY612"), ("坏了，，修好了。", "TY612"), ("他说“好。", "TY611"), ("他说”好“。", "TY611"), ("「好」的。", "TY611"),
    ("產品坏了。", "TY614"), ("水壶坏了", "TY615"), ("企业买不买保险自己来定。企业买不买保险自己来定。", "TY613"),
  ])
  func marksOfChinese(_ words: String, _ code: String) throws {
    #expect(try sound.adding("\n\(words)\n", to: note).findings(in: note).contains("\(code):8"))
  }

  @Test(arguments: [("The the firm decides.", "TY613"), ("It broke..", "TY612"), ("It (broke.", "TY611"), ("It said “no.", "TY611")])
  func marksOfEnglish(_ words: String, _ code: String) throws {
    #expect(try sound.adding("\n\(words)\n", to: noteEn).findings(in: noteEn).contains("\(code):8"))
  }

  @Test func wordsOfACommandAreNoSlip() throws {
    #expect(try !sound.adding("\nRun `mingzhi import FILE --id ID` first.\n", to: noteEn).findings(in: noteEn).contains("TY613:8"))
  }

  @Test(arguments: [
    ("三月十五日", "15 March"), ("1000万元", "Ten million yuan"), ("1.5万亿元", "1.5 trillion yuan"), ("百分之百", "One hundred percent"), ("20世纪90年代", "the 1990s"),
    ("半年内", "within six months"), ("七日内", "within one week"), ("一周内", "within seven days"), ("一式三份", "in triplicate"), ("双方", "the two parties"), ("数十家", "dozens"),
    ("6:00", "6 a.m."), ("早上六点", "6:00 in the morning"), ("下午3时30分", "3:30 p.m."), ("下午3时", "15:00"), ("15:00", "3 p.m."), ("下午3点", "3:00"), ("9时", "9 o’clock"), ("8点半", "8:30"), ("中午12时", "12 p.m."), ("凌晨12时", "12 a.m."), ("中午1点", "1 p.m."),
  ])
  func figuresThatAgree(_ zh: String, _ en: String) {
    let (chinese, english) = (chineseFigures(in: zh), englishFigures(in: en))
    let (known, rendered) = (Set(chinese.map(\.figure)), Set(english.map(\.figure)))
    #expect(chinese.filter { $0.isStrong && !rendered.contains($0.figure) }.isEmpty)
    #expect(english.filter { $0.isStrong && !known.contains($0.figure) }.isEmpty)
  }

  @Test(arguments: [("早上6:00", "7:00"), ("下午3时", "4 a.m."), ("下午3时", "3 a.m."), ("凌晨3时", "3 p.m."), ("凌晨3时", "15:00"), ("8点半", "8:00"), ("3点意见", "four points")])
  func timesThatDiffer(_ zh: String, _ en: String) {
    let (chinese, english) = (chineseFigures(in: zh), englishFigures(in: en))
    #expect(!Set(english.filter(\.isStrong).map(\.figure)).isSubset(of: Set(chinese.map(\.figure))))
  }

  /// The engine's own text, citing what is not there.
  @Test func chaptersAndArticlesThatAreNotThere() throws {
    let text = "regulations/a/text.zh.md"
    func law(_ words: String) throws -> [String] {
      try sound.replacing("鼓励企业", by: words + "鼓励企业", in: text).findings(in: text).filter { $0.hasPrefix("LW123") }
    }
    #expect(try law("依照本条例第九十条，") == ["LW123:9"])
    #expect(try law("依照本条例第九章，") == ["LW123:9"])
    #expect(try law("依照本章规定，") == ["LW123:9"])
    #expect(try law("依照中华人民共和国刑法第一百四十条和第三章，") == [])
    #expect(try sound.replacing("Enterprises are encouraged", by: "Under Article 90 of this Regulation enterprises are encouraged", in: english).findings(in: english).contains("LW123:9"))
    #expect(try sound.replacing("Enterprises are encouraged", by: "Under Chapter IX of this Regulation enterprises are encouraged", in: english).findings(in: english).contains("LW123:9"))
    #expect(try sound.adding("\n见第三章。\n", to: note).findings(in: note) == ["LW123:8"])
    #expect(try sound.adding("\n本条例第九十条也这样写。\n", to: note).findings(in: note) == ["LW123:8"])
    #expect(try sound.adding("\n本章还有别的规定。\n", to: note).findings(in: note) == ["LW123:8"])
    let englishNote = note.replacingOccurrences(of: ".zh.", with: ".en.")
    func cited(_ words: String) throws -> [String] {
      try sound.adding("\n\(words)\n", to: englishNote).findings(in: englishNote).filter { $0.hasPrefix("LW123") }
    }
    #expect(try cited("Chapter IX says more.") == ["LW123:8"])
    #expect(try cited("Chapter IX of this Regulation says more.") == ["LW123:8"])
    #expect(try cited("Chapter IX of the Product Quality Law says more; so does the Standardisation Law, Chapter IX.") == [])
    #expect(try sound.replacing("\n## 第一条", by: "\n## 第一章 总则\n\n### 第一条", in: text).adding("\n见第一章。\n", to: note).findings(in: note) == [])
  }

  @Test func lawNamedTwoWays() throws {
    let named = sound.replacing("企业应当建立", by: "企业应当依照《食品安全法》建立", in: "regulations/a/text.zh.md")
      .replacing("鼓励企业", by: "依照食品安全法，鼓励企业", in: "regulations/a/text.zh.md")
      .replacing("set up a quality system", by: "set up, under the Food Safety Law, a quality system", in: english)
    let same = named.replacing("Enterprises are encouraged", by: "Under the Food Safety Law, enterprises are encouraged", in: english)
    #expect(try same.findings(in: english).filter { $0.hasPrefix("TR221") } == [])
    let other = named.replacing("Enterprises are encouraged", by: "Under the Law on the Safety of Food, enterprises are encouraged", in: english)
    #expect(try other.findings(in: english).contains("TR221:9"))
  }

  @Test(arguments: [
    ("点[点击查看](a/1)。", "LK502"), ("看[更多](a/1)。", "LK502"), ("看[第二条](a/1)。", "LK505"), ("看[第一条第一款](a/1#p1)。", "LK505"),
    ("见[总局](http://www.samr.gov.cn)。", "LK504"), ("见[总局](https://samr)。", "LK504"), ("见[总局](https://www.samr.gov.cn/?utm_source=x)。", "LK504"),
  ])
  func labelsAndAddresses(_ words: String, _ code: String) throws {
    #expect(try sound.adding("\n\(words)\n", to: note).findings(in: note).filter { !$0.hasPrefix("TR232") } == ["\(code):8"])
  }

  @Test(arguments: [("可能造成危害的产品，", "Products that may cause harm: "), ("可以派人，", "It may send people: ")])
  func mayOfPossibility(_ zh: String, _ en: String) throws {
    let fair = sound.replacing("鼓励企业", by: zh + "鼓励企业", in: "regulations/a/text.zh.md").replacing("Enterprises are encouraged", by: en + "enterprises are encouraged", in: english)
    #expect(try fair.findings(in: english).filter { $0.hasPrefix("TR21") } == [])
  }

  @Test func mayWithoutGround() throws {
    #expect(try sound.replacing("are encouraged to take", by: "may take", in: english).findings(in: english).contains("TR211:9"))
  }

  @Test func blanks() throws {
    let topic = "topics/t.zh.md"
    func blank(_ absent: String) -> ContentFixture {
      sound.replacing("regulations: [a]", by: "regulations: [a]\ncompared: [a]", in: "site.yml")
        .adding("---\ntitle: 主题\norder: 1\ncriterion: 什么算\n\(absent)---\n\n正文。\n", to: topic)
    }
    let signed = "  - { regulation: a, on: 2024-01-01, of: \"000000000000\" }\n"
    #expect(try blank("").findings(in: topic) == ["LK510:1", "TR201:1"])
    #expect(try blank("absent:\n" + signed).findings(in: topic) == ["TR201:1", "LK512:6"])
    #expect(try blank("absent:\n" + signed + signed).findings(in: topic).contains("FM723:7"))
    let help = try blank("").diagnostics().first { $0.rule.code == "LK510" }?.help?.en
    #expect(help?.contains("of: \"?\"") == true && help?.contains("mingzhi stamp topic:t") == true)
  }

  @Test func findingsStandWhereTheTroubleIs() throws {
    let stamped = sound.replacing("---\n---", by: "---\nreview: draft\nof: 000000000000\n---", in: note)
    let stale = try #require(try stamped.diagnostics().first { $0.rule.code == "TR204" }?.range)
    #expect(stale.start.line == 3 && stale.start.column == 5 && stale.end.column == 17)
    let short = sound.replacing("这一条用的词是鼓励：企业买不买保险自己定，不买也不违反条例，买了出事时有保险公司一起承担损失。", by: "略。", in: note)
    #expect(try short.findings(in: note).contains("NT302:6"))
    let fact = "- id: x\n  title: { zh: 甲, en: A }\n  statement: { zh: 甲。, en: A. }\n  source: { zh: 网, en: web }\n  as-of: 2024-01-01\n  review-by: 2020-01-01\n"
    #expect(try sound.adding(fact, to: "facts.yml").findings(in: "facts.yml").filter { $0.hasPrefix("FT403") } == ["FT403:4", "FT403:6"])
    let unreasoned = sound.adding("\n<!-- check: allow TY601 -->\n\n企业自己定。\n", to: note)
    #expect(try unreasoned.findings(in: note) == ["EX102:8"])
  }
}
