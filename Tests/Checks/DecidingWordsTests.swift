import Testing

@testable import Checks

/// Small words that decide what is asked of whom, in translations and notes.
struct DecidingWordsTests {
  let sound = ContentFixture()
  let law = "regulations/a/text.zh.md"
  let english = "regulations/a/text.en.md"
  let note = "regulations/a/notes/1.zh.md"
  let noteEn = "regulations/a/notes/1.en.md"

  /// The second article with other words in both languages.
  private func saying(_ zh: String, _ en: String) -> ContentFixture {
    sound.replacing("鼓励企业参加保险，开展十二项活动。", by: zh, in: law).replacing("Enterprises are encouraged to take out insurance and to carry out twelve activities.", by: en, in: english)
  }

  @Test(arguments: [
    ("省政府或者县政府鼓励企业参加保险。", "The provincial or county government encourages enterprises to insure.", []),
    ("省政府鼓励企业参加保险。", "The city government encourages enterprises to insure.", ["TR212:9"]),
    ("省政府或者县政府鼓励企业参加保险。", "The provincial and county governments encourage enterprises to insure.", ["TR212:9"]),
    ("政府及时鼓励企业参加保险。", "The government encourages enterprises to insure.", ["TR212:9"]),
    ("政府鼓励企业参加保险。", "The municipal government encourages enterprises to insure.", ["TR212:9"]),
    ("政府鼓励企业参加保险，率先达到不低于国际水平。", "The government encourages enterprises to insure and to reach no less than the international level first.", []),
  ])
  func smallWordsAreKept(zh: String, en: String, expected: [String]) throws {
    #expect(try saying(zh, en).findings(in: english).filter { $0.hasPrefix("TR212") } == expected)
  }

  @Test func denialsAndPromisesAreNotAdded() throws {
    func judged(_ zh: String, _ en: String) throws -> [String] { try saying(zh, en).findings(in: english).filter { $0.hasPrefix("TR211") } }
    #expect(try judged("建立保险制度。", "An insurance system is not to be set up.") == ["TR211:9"])
    #expect(try judged("建立保险制度。", "An insurance system will be set up.") == ["TR211:9"])
    #expect(try judged("建立保险制度。", "An insurance system should be set up.") == ["TR211:9"])
    #expect(try judged("建立保险制度。", "An insurance system is to be set up.") == [])
    #expect(try judged("不建立保险制度。", "An insurance system is not to be set up.") == [])
  }

  @Test func paragraphsEndAlike() throws {
    #expect(try sound.replacing("twelve activities.", by: "twelve activities", in: english).findings(in: english) == ["TR213:9"])
    #expect(try sound.replacing("twelve activities.", by: "twelve activities;", in: english).findings(in: english) == ["TR213:9"])
  }

  @Test func notesKeepTheForceOfTheirProvision() throws {
    func zh(_ words: String) throws -> [String] { try sound.replacing("企业应当把", by: words, in: note).findings(in: note) }
    #expect(try zh("企业**应当**把") == [])
    #expect(try zh("企业要把") == ["NT311:1"])
    #expect(try zh("企业应当把（**鼓励**）") == ["NT311:6"])
    #expect(try sound.replacing("Firms must lay", by: "Firms lay", in: noteEn).findings(in: noteEn) == ["NT311:1"])
    #expect(try sound.replacing("Firms must lay", by: "Firms must, and are **encouraged** to, lay", in: noteEn).findings(in: noteEn) == ["NT311:6"])
  }

  @Test func articlesCitedInNotesAreThere() throws {
    func cited(_ words: String) throws -> [String] { try sound.adding("\n\(words)\n", to: note).findings(in: note).filter { $0.hasPrefix("LW123") } }
    #expect(try cited("另见第六十条。") == ["LW123:8"])
    #expect(try cited("第一条至第九条都一样。") == ["LW123:8"])
    #expect(try cited("另见第二条。") == [])
    #expect(try cited("另见《产品质量法》第六十条。") == [])
    func citedInEnglish(_ words: String) throws -> [String] { try sound.adding("\n\(words)\n", to: noteEn).findings(in: noteEn).filter { $0.hasPrefix("LW123") } }
    #expect(try citedInEnglish("See also Article 60.") == ["LW123:8"])
    #expect(try citedInEnglish("See also Article 2, and Article 60 of another law.") == [])
  }

  @Test func anEmptyLabelCitesToo() throws {
    let second = "regulations/a/notes/2.zh.md"
    func judged(_ words: String) throws -> [String] { try sound.adding("\n\(words)\n", to: second).findings(in: second).filter { $0.hasPrefix("NT303") } }
    #expect(try judged("[](a/1)说企业应当建立制度。") == [])
    #expect(try judged("企业应当建立制度。") == ["NT303:8"])
  }

  @Test(arguments: ["<<<<<<< HEAD", ">>>>>>> main", "=======", "企业……（待核实）。", "TODO: write more."])
  func leftoversAreTold(_ words: String) throws {
    #expect(try sound.adding("\n\(words)\n", to: note).findings(in: note).filter { $0.hasPrefix("ED402") } == ["ED402:8"])
  }

  @Test func titleAndBodiesStandInTheText() throws {
    let facts = "regulations/a/regulation.yml"
    #expect(try sound.replacing("甲市质量条例", by: "乙市质量条例", in: facts).findings(in: facts) == ["LW121:1"])
  }

  @Test func bothLanguagesOfAPageLinkTheSamePlaces() throws {
    var site = sound
    site.files["pages/x.zh.md"] = "---\ntitle: 某页\n---\n\n## 甲\n\n见[](a/1)。\n\n## 乙\n\n见[](a/2)。\n"
    site.files["pages/x.en.md"] = "---\ntitle: A page\n---\n\n## A\n\nSee [](a/1).\n\n## B\n\nSee [](a/2).\n"
    #expect(try site.findings(in: "pages/x.en.md").filter { $0.hasPrefix("TR232") } == [])
    #expect(try site.replacing("(a/2)", by: "(a/1)", in: "pages/x.en.md").findings(in: "pages/x.en.md").filter { $0.hasPrefix("TR232") } == ["TR232:11"])
    #expect(try site.replacing("## B\n\n", by: "", in: "pages/x.en.md").findings(in: "pages/x.en.md").filter { $0.hasPrefix("TR232") } == ["TR232:1"])
    site.files["pages/x.en.md"] = nil
    #expect(try site.findings(in: "pages/x.zh.md").filter { $0.hasPrefix("TR201") } == ["TR201:1"])
  }

  /// Windows ends lines with two characters; nothing else differs.
  @Test func filesFromWindowsAreReadAlike() throws {
    var site = sound
    site.files = site.files.mapValues { $0.replacing("\n", with: "\r\n") }
    #expect(try site.diagnostics().map { "\($0.rule.code) \($0.range?.start.line ?? 0)" } == sound.diagnostics().map { "\($0.rule.code) \($0.range?.start.line ?? 0)" })
  }
}
