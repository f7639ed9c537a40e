import Testing

/// Every mistake is made alone in a copy of a sound site, and found where it is.
@Suite struct SchoolChecksTests {
  /// Warnings that the sound site has anyway.
  private func sound() throws -> [String] { try SchoolFixture().findings() }

  private func added(_ fixture: consuming SchoolFixture) throws -> [String] {
    let before = try sound()
    return try fixture.findings().filter { !before.contains($0) }
  }

  @Test func theSoundSiteHasNoErrorOfItsOwn() throws {
    #expect(try sound().filter { $0.hasPrefix("SC") || $0.hasPrefix("LK501") || $0.hasPrefix("FM") } == [])
  }

  @Test(arguments: [
    ("zh: 应当公开, en: It says they shall,", "zh: 应当公开, en: It says they shall, right: true,", "SC101 quizzes/towels.yml:10"),
    ("en: It encourages them to, right: true", "en: It encourages them to", "SC101 quizzes/towels.yml:9"),
    ("zh: 参观检测实验室, en: visiting a testing laboratory, right: true", "zh: 参观检测实验室, en: visiting a testing laboratory", "SC101 quizzes/towels.yml:20"),
    ("    answer: false\n", "", "SC101 quizzes/towels.yml:27"),
    ("    answer: false\n", "    answer: false\n    sequence:\n      - { zh: 一, en: one }\n      - { zh: 二, en: two }\n", "SC101 quizzes/towels.yml:32"),
    ("right: { zh: 自己选, en: a choice }", "right: { zh: 必须做, en: a duty }", "SC101 quizzes/towels.yml:39"),
    ("- { zh: 测, en: test }", "- { zh: 猜, en: test }", "SC101 quizzes/towels.yml:50"),
    ("quote: 鼓励企业公开产品的检验报告", "quote: 要求企业公开产品的检验报告", "SC102 quizzes/towels.yml:13"),
    ("quote-en: Schools shall carry out", "quote-en: Schools must carry out", "SC102 quizzes/towels.yml:33"),
    ("from: demo/2#p1-i2", "from: demo/2#p1-i1", "SC102 quizzes/towels.yml:24"),
    ("from: demo/1#p1", "from: demo/7#p1", "LK501 quizzes/towels.yml:15"),
    ("topics: [education]", "topics: [educaton]", "LK501 quizzes/towels.yml:3"),
    ("id: forms", "id: publish", "FM709 quizzes/towels.yml:16"),
    ("kind: single", "kind: singel", "FM707 quizzes/towels.yml:6"),
    ("level: [primary-upper,", "level: [primary-uper,", "FM707 quizzes/towels.yml:2"),
    ("    explain: { zh: 鼓励不是必须。, en: To encourage is not to oblige. }\n", "", "FM704 quizzes/towels.yml:5"),
  ])
  func aMistakeInAQuizIsFound(old: String, new: String, finding: String) throws {
    #expect(try added(SchoolFixture().replacing(old, by: new, in: "quizzes/towels.yml")).contains(finding))
  }

  @Test(arguments: [
    ("### 2. 测试（25分钟）", "### 2. 测试（20分钟）", "SC104 lessons/towels.zh.md:34"),
    ("### 1. 导入（5分钟）", "### 1. 导入", "SC104 lessons/towels.zh.md:30"),
    ("minutes: 40\n", "", "FM704 lessons/towels.zh.md:2"),
    ("level: primary-upper\n", "", "FM704 lessons/towels.zh.md:2"),
    ("## 准备\n\n- 两种纸巾，量杯，水。\n", "## 准备\n", "SC103 lessons/towels.zh.md:18"),
    ("## 学习目标", "## 目标", "SC103 lessons/towels.zh.md:14"),
    ("## 简单些\n\n只比一项。\n\n", "", "SC103 lessons/towels.zh.md:1"),
    ("每组念出报告，全班比较。材料：两种纸巾。答案：看记录。\n", "", "SC105 lessons/towels.zh.md:38"),
    ("学生先猜。材料：两种纸巾。", "学生先猜。", "SC110 lessons/towels.zh.md:30"),
    ("全班比较。材料：两种纸巾。答案：看记录。", "全班比较。材料：两种纸巾。", "SC110 lessons/towels.zh.md:38"),
    ("> 鼓励企业公开产品的检验报告。", "> 企业应当公开产品的检验报告。", "SC102 lessons/towels.zh.md:24"),
    ("quiz: towels", "quiz: towel", "LK501 lessons/towels.zh.md:9"),
    ("provisions: [demo/1, demo/2]", "provisions: [demo/1, demo/22]", "LK501 lessons/towels.zh.md:7"),
    ("words: [report, ", "words: [", "SC107 lessons/towels.zh.md:11"),
    ("words: [report, ", "words: [raport, ", "LK501 lessons/towels.zh.md:11"),
    ("worksheet: true", "worksheet: yes", "FM707 lessons/towels.zh.md:10"),
    ("subjects: [science,", "subjects: [sience,", "FM707 lessons/towels.zh.md:6"),
  ])
  func aMistakeInALessonIsFound(old: String, new: String, finding: String) throws {
    #expect(try added(SchoolFixture().replacing(old, by: new, in: "lessons/towels.zh.md")).contains(finding))
  }

  @Test func theEnglishGoesStepByStepWithTheChinese() throws {
    let fixture = try SchoolFixture().replacing(
      "### 3. Reports (10 minutes)\n\nEach group reads", by: "Each group reads", in: "lessons/towels.en.md")
    #expect(try added(fixture).filter { $0.hasPrefix("SC") } == ["SC104 lessons/towels.en.md:19", "SC106 lessons/towels.en.md:19"])
  }

  @Test func theEnglishQuotationIsOfTheTranslation() throws {
    let fixture = try SchoolFixture().replacing(
      "> Enterprises are encouraged to publish the inspection reports of", by: "> Enterprises shall publish the inspection reports of",
      in: "lessons/towels.en.md")
    #expect(try added(fixture) == ["SC102 lessons/towels.en.md:15"])
  }

  @Test func theCalendarHasFourWeeksOfFiveDays() throws {
    let fixture = try SchoolFixture().replacing(
      "      - title: { zh: 第5天, en: Day 5 }\n        activity: { zh: 读一个标签，说出它的来源。, en: 'Read a label; say where the thing comes from.' }\n        provision: demo/2\n",
      by: "", in: "calendar.yml")
    #expect(try added(fixture) == ["SC108 calendar.yml:2"])
  }

  @Test(arguments: [
    #"theme: { year: 2026, zh: 主题, en: Theme }"#, #"theme: { year: 2026, zh: 主题, en: "", source: { zh: 通知, en: Notice } }"#,
    #"theme: { year: 2026, zh: "", en: "", source: { zh: 通知, en: Notice } }"#,
  ])
  func aThemeThatIsPartlyFilledInIsFound(theme: String) throws {
    let fixture = try SchoolFixture().replacing(#"theme: { year: 2026, zh: "", en: "" }"#, by: theme, in: "calendar.yml")
    #expect(try added(fixture) == ["SC111 calendar.yml:85"])
  }

  @Test func aThemeWithItsSourceIsSound() throws {
    let whole = #"theme: { year: 2026, zh: 主题, en: Theme, source: { zh: 通知, en: Notice } }"#
    let fixture = try SchoolFixture().replacing(#"theme: { year: 2026, zh: "", en: "" }"#, by: whole, in: "calendar.yml")
    #expect(try added(fixture) == [])
  }

  @Test(arguments: [
    ("date: 03-15", "date: 3/15", "FM706 calendar.yml:76"), ("date: 03-15", "date: 02-30", "FM706 calendar.yml:76"),
    ("fact: rights-day", "fact: rights", "LK501 calendar.yml:77"), ("lesson: towels", "lesson: towel", "LK501 calendar.yml:7"),
  ])
  func aMistakeInTheCalendarIsFound(old: String, new: String, finding: String) throws {
    #expect(try added(SchoolFixture().replacing(old, by: new, in: "calendar.yml")).contains(finding))
  }

  @Test func aPocketGuideHasEightPanelsWithTheirProvisions() throws {
    let one = try SchoolFixture().replacing("### 第8面\n\n", by: "", in: "pocket/demo.zh.md")
    #expect(try added(one).contains("SC109 pocket/demo.zh.md:1"))
    let other = try SchoolFixture().replacing("[](demo/2)", by: "", in: "pocket/demo.zh.md")
    #expect(try added(other).contains("SC109 pocket/demo.zh.md:9"))
  }

  @Test func aPosterQuotesExactly() throws {
    let fixture = try SchoolFixture().replacing("quote: 消费者有权", by: "quote: 消费者可以", in: "posters/scales.yml")
    #expect(try added(fixture) == ["SC102 posters/scales.yml:6"])
  }
}
