import Foundation
import Testing

/// Import, new, status, stale and init, as an editor runs them.
@Suite struct EditorCommandTests {
  private static let greenway = """
    山城市绿道条例
    （2022年3月4日山城市第五届人民代表大会常务委员会第六次会议通过）
    第一章　总则
    第一条　为了建好绿道，制定本条例。
    第二条　绿道应当：
    （一）连通；
    （二）平整。
    第三条　本条例自2022年6月1日起施行。

    """

  @Test func anImportedTextBuilds() throws {
    let site = try SmallSite()
    try site.write(Self.greenway, to: "greenway.txt")
    let imported = try site.mingzhi("import", "greenway.txt", "--id", "greenway")
    #expect(imported.status == 0, "\(imported.errors)")
    #expect(imported.output.contains("山城市绿道条例: 1 parts, 3 provisions"))
    let built = try site.mingzhi("build")
    #expect(built.status == 0, "\(built.errors)")
    #expect(try site.text(of: "public/zh/greenway/2.html").contains("id=\"p1-i2\""))
    #expect(try site.mingzhi("import", "greenway.txt", "--id", "greenway").status == 2)
  }

  @Test func aDryRunPrintsJSONAndWritesNothing() throws {
    let site = try SmallSite()
    try site.write(Self.greenway, to: "greenway.txt")
    let outcome = try site.mingzhi("import", "greenway.txt", "--id", "greenway", "--dry-run", "--format", "json")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(!site.exists("content/regulations/greenway"))
    let json = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(Set(json.keys) == ["title", "adoption", "preamble", "parts", "provisions", "annexes", "diagnostics"])
    #expect(json["title"] as? String == "山城市绿道条例")
    #expect((json["provisions"] as? [[String: Any]])?.compactMap { $0["number"] as? String } == ["1", "2", "3"])
  }

  @Test func severalFilesAreReadAtOnce() throws {
    let site = try SmallSite()
    try site.write(Self.greenway, to: "greenway.txt")
    try site.write("山城市夜灯条例\n第一条　亮。\n第三条　灭。\n", to: "lamps.txt")
    let outcome = try site.mingzhi("import", "--dry-run", "--format", "json", "greenway.txt", "lamps.txt", "none.txt")
    #expect(outcome.status == 2)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("{\"file\":\"greenway.txt\",\"text\":{"))
    #expect(lines[1].contains("\"code\":\"LW113\""))
    #expect(lines[2] == "{\"failure\":\"there is no file none.txt\",\"file\":\"none.txt\"}")
    #expect(try site.mingzhi("import", "greenway.txt", "lamps.txt").status == 2)
  }

  @Test func aStatusThatTheTextDoesNotTellIsAskedFor() throws {
    let site = try SmallSite()
    try site.write("山城市绿道条例\n第一条　走。\n第二条　停。\n", to: "greenway.txt")
    let imported = try site.mingzhi("import", "greenway.txt", "--id", "greenway")
    #expect(imported.status == 0)
    #expect(imported.errors.contains("note[IM106]: the head of the text does not tell its legal status"))
    let built = try site.mingzhi("build")
    #expect(built.status == 1)
    #expect(built.errors.contains("content/regulations/greenway/regulation.yml:3:8"))
    #expect(built.errors.contains("add 'status: …', one of: in-force, adopted, draft, plan, superseded, repealed"))
    try FileManager.default.removeItem(at: site.folder.appendingPathComponent("content/regulations/greenway"))
    try site.mingzhi("import", "greenway.txt", "--id", "greenway", "--status", "draft")
    #expect(try site.mingzhi("build").status == 0)
  }

  @Test func wrongImportsSayWhatToDo() throws {
    let site = try SmallSite()
    try site.write(Self.greenway, to: "greenway.txt")
    #expect(try site.mingzhi("import", "greenway.txt").status == 2)
    #expect(try site.mingzhi("import", "nothing.txt", "--id", "greenway").status == 2)
    let named = try site.mingzhi("import", "greenway.txt", "--id", "topics")
    #expect(named.status == 2)
    #expect(named.errors.contains("choose another"))
  }

  @Test(arguments: [
    ["note", "pingan/1"], ["topic", "noise"], ["situation", "dog"], ["page", "licence"], ["term", "kerb"], ["fact", "hotline"],
    ["lesson", "rulers"], ["quiz", "rulers"], ["poster", "rulers"], ["pocket", "pingan"], ["guide", "start"], ["calendar", "2027"],
  ])
  func whatIsBegunPassesTheChecker(_ entry: [String]) throws {
    let site = try SmallSite()
    let before = try site.mingzhi("check", "--quiet")
    #expect(before.status == 0)
    let made = try site.mingzhi("new", entry[0], entry[1])
    #expect(made.status == 0, "\(made.errors)")
    let outcome = try site.mingzhi("check")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("warning[ED401]"))
    #expect(!outcome.errors.contains("error["))
    if ["lesson", "quiz", "poster", "pocket", "guide", "calendar"].contains(entry[0]) { #expect(!outcome.errors.contains("[SC10")) }
    #expect(try site.mingzhi("new", entry[0], entry[1]).status == 2)
  }

  @Test func schoolMaterialsQuoteTheProvisionAskedFor() throws {
    let site = try SmallSite()
    #expect(try site.mingzhi("new", "poster", "rules", "--from", "pingan/2#p1-i2", "--zh", "留下记录", "--en", "Keep records").status == 0)
    #expect(
      try site.text(of: "content/school/posters/rules.yml") == """
        title: { zh: "留下记录", en: "Keep records" }
        # Big words, at most five lines. 大字，最多五行。
        lines:
          - { zh: "待写：大字", en: "To be written: big words" }
        quote: "留存记录。"
        quote-en: "keep records."
        from: pingan/2#p1-i2
        # scales, ruler, lift, label, kettle, field, bridge, star, hands, magnifier, wall, kitchen
        motif: star
        # red, blue, green, amber
        colour: red

        """)
    let none = try site.mingzhi("new", "quiz", "rules", "--from", "pingan/2#p9")
    #expect(none.status == 2)
    #expect(!site.exists("content/school/quizzes/rules.yml"))
    let pocket = try site.mingzhi("new", "pocket", "pingann")
    #expect(pocket.errors.contains("there is none 'pingann'; did you mean 'pingan'?"))
  }

  @Test func anUnknownKindIsGuessed() throws {
    let outcome = try SmallSite().mingzhi("new", "topik", "noise")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("did you mean 'topic'?"))
    #expect(try SmallSite().mingzhi("new", "note", "pingan/9").errors.contains("no provision 'pingan/9'"))
  }

  @Test func statusCountsAndAligns() throws {
    let site = try SmallSite()
    try site.mingzhi("stamp", "pingan/2", "--review", "checked")
    #expect(
      try site.mingzhi("status").output == """
        regulation  title           entries  translated  annotated  stale  draft  checked  editing
        pingan      平安市质量条例        2           2          1      0      1        3  in-progress
        topics                            1           1                 0      1        0
        situations                        0           0                 0      0        0
        pages                             1           1                 0      1        0

        """)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(try site.mingzhi("status", "--format", "json").output.utf8)) as? [String: Any])
    let row = try #require((json["regulations"] as? [[String: Any]])?.first)
    #expect(row["id"] as? String == "pingan")
    #expect(row["checked"] as? Int == 3)
  }

  @Test func aNewSiteBuilds() throws {
    let site = try SmallSite()
    let outcome = try site.mingzhi("init", "fresh")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let checked = try site.mingzhi("check", "--content", "fresh/content", templates: site.folder.path + "/fresh/templates")
    #expect(checked.output == "0 errors, 0 warnings\n", "\(checked.errors)")
    let built = try site.mingzhi(
      "build", "--content", "fresh/content", "--output", "fresh/public", templates: site.folder.path + "/fresh/templates")
    #expect(built.status == 0, "\(built.errors)")
    #expect(!built.errors.contains("TR20"))
    // It is a site of other laws: nothing on its pages speaks of ours.
    for page in ["index.html", "zh/index.html", "en/index.html", "zh/search.html", "en/topics/index.html", "zh/facts.html"]
    where site.exists("fresh/public/" + page) {
      let text = try site.text(of: "fresh/public/" + page)
      for word in ["质量", "五份", "明质", "南通", "uality", "five", "Mingzhi"] {
        #expect(!text.contains(word), "\(page): \(word)")
      }
    }
    #expect(site.exists("fresh/public/zh/qingshi/2.html"))
    #expect(try site.mingzhi("init", "fresh").status == 2)
  }

  /// A signature says that somebody has read the whole text: only who names the topic renews it.
  /// A file from a Windows editor keeps its line ends, its title and every other key.
  @Test func stampsKeepTheLineEndsOfWindows() throws {
    let site = try SmallSite()
    let page = "content/pages/about.en.md"
    try site.write("---\r\ntitle: About\r\n---\r\n\r\nThis is a small site.\r\n", to: page)
    try site.mingzhi("stamp", "page:about")
    let text = try site.text(of: page)
    #expect(text.hasSuffix("review: draft\r\ntitle: About\r\n---\r\n\r\nThis is a small site.\r\n"), "\(text.debugDescription)")
    #expect(text.hasPrefix("---\r\nof: ") && !text.replacing("\r\n", with: "").contains("\n"))
    try site.mingzhi("stamp", "page:about")
    #expect(try site.text(of: page) == text)
  }

  @Test func stampAllRenewsNoSignature() throws {
    let site = try SmallSite()
    func topic(_ of: String) -> String {
      "---\ntitle: 狗\norder: 20\ncriterion: 谁养狗\nabsent:\n  - { regulation: pingan, on: 2024-01-01, of: \"\(of)\" }\n---\n\n没有写狗。\n"
    }
    let file = "content/topics/dogs.zh.md"
    try site.write(topic("000000000000"), to: file)
    let all = try site.mingzhi("stamp", "all")
    #expect(all.output.contains("left alone, signed for another text: topic:dogs (pingan); read it again, then run mingzhi stamp topic:dogs"), "\(all.output)")
    #expect(try site.text(of: file) == topic("000000000000"))
    let named = try site.mingzhi("stamp", "topic:dogs")
    #expect(named.output.contains("signed these blanks again, for the present text: topic:dogs (pingan)"), "\(named.output)")
    let signed = try site.text(of: file)
    #expect(!signed.contains("000000000000"))
    #expect(try !site.mingzhi("stamp", "topic:dogs").output.contains("again"))
    // One that has never been signed is filled in.
    try site.write(topic("?"), to: file)
    try site.mingzhi("stamp", "all")
    #expect(try site.text(of: file) == signed)
  }

  @Test(arguments: [
    (["check", "--colour"], "mingzhi: 没有选项 --colour"), (["check", "--limt", "3"], "mingzhi: 没有选项 --limt；是不是 --limit？"),
    (["check", "--format", "foo"], "mingzhi: “foo”不能作 --format <format> 的值；可以是：console、json、sarif、github"), (["check", "--limit"], "mingzhi: --limit <limit> 缺少值"),
    (["stamp"], "mingzhi: 缺少参数 <references> ..."), (["status", "x"], "mingzhi: 多了参数 x"), (["status", "x", "y"], "mingzhi: 多了参数 x、y"),
    (["check", "--fix=yes"], "mingzhi: 选项 --fix 不带值，却写了“yes”"),
  ])
  func wrongUsageIsToldInChinese(_ arguments: [String], _ first: String) throws {
    let outcome = try SmallSite().run(arguments + ["--language=zh"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.split(separator: "\n").first.map(String.init) == first, "\(outcome.errors)")
    #expect(outcome.errors.contains("用法：mingzhi \(arguments[0])") && outcome.errors.contains("详见 mingzhi \(arguments[0]) --help"))
  }

  @Test func staleShowsWhatChangedSinceTheStamp() throws {
    let site = try SmallSite()
    try site.mingzhi("stamp", "all")
    try site.git("init", "--quiet")
    try site.commit("first")
    for name in ["text.zh.md", "published.txt"] {
      let path = "content/regulations/pingan/" + name
      try site.write(try site.text(of: path).replacingOccurrences(of: "留存记录", with: "妥善留存全部记录"), to: path)
    }
    try site.commit("second")
    let outcome = try site.mingzhi("stale", "pingan/2")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("pingan/2 translation  content/regulations/pingan/text.en.md:"))
    #expect(outcome.output.contains("（二）{+妥善+}留存{+全部+}记录。"))
    #expect(outcome.output.contains("    (2) keep records."))
    #expect(outcome.output.contains("pingan/2 note  content/regulations/pingan/notes/2.zh.md:1"))
    #expect(try site.mingzhi("stale", "pingan/1").output == "pingan/1: nothing is stale\n")
    #expect(try site.mingzhi("stale", "pingan/7").status == 2)
  }

  @Test func staleWithoutHistorySaysSo() throws {
    let site = try SmallSite()
    try site.mingzhi("stamp", "all")
    try site.write("---\ntitle: 关于\n---\n\n改过了。\n", to: "content/pages/about.zh.md")
    let outcome = try site.mingzhi("stale", "page:about")
    #expect(outcome.output.contains("git does not have the original that was stamped"))
    #expect(outcome.output.contains("改过了。"))
  }
}

extension SmallSite {
  func git(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org"] + arguments
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus != 0 { throw CocoaError(.executableLoad) }
  }

  func commit(_ message: String) throws {
    try git("add", "content")
    try git("commit", "--quiet", "-m", message)
  }
}
