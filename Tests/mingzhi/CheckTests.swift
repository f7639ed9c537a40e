import Foundation
import Testing

/// `mingzhi check` as an editor runs it.
@Suite struct CheckTests {
  let note = "content/regulations/pingan/notes/2.zh.md"

  func faulty() throws -> SmallSite {
    try SmallSite([
      "regulations/pingan/notes/2.zh.md":
        "---\ntopics: [records]\n---\n\n企业**应当**留下记录,见[](pingan/2#p1-i2)。 \n\n这一条管两件事：定规矩，留记录；留多久，交给谁看，这里都没有写。\n",
      "pages/about.en.md": "---\ntitle: About\n---\n\nThis is a small site , with a space too many.\n",
    ])
  }

  @Test func fixMendsWhatIsSafeAndPrintsTheDifference() throws {
    let site = try faulty()
    let outcome = try site.mingzhi("check", "--fix", "content/regulations/pingan")
    #expect(
      outcome.output.hasPrefix(
        """
        --- a/content/regulations/pingan/notes/2.zh.md
        +++ b/content/regulations/pingan/notes/2.zh.md
        @@ -2,7 +2,7 @@
         topics: [records]
         ---
        \(" ")
        -企业**应当**留下记录,见[](pingan/2#p1-i2)。\(" ")
        +企业**应当**留下记录，见[](pingan/2#p1-i2)。
        \(" ")
         这一条管两件事：定规矩，留记录；留多久，交给谁看，这里都没有写。
        \(" ")

        """), "\(outcome.output)")
    #expect(outcome.output.contains("mended 2 places"))
    #expect(try site.text(of: note).contains("留下记录，见[](pingan/2#p1-i2)。\n"))
    // Only the files named are touched.
    #expect(try site.text(of: "content/pages/about.en.md").contains("site , with"))
  }

  @Test func onlyTheFilesNamedAreShownHoweverTheyAreNamed() throws {
    let site = try faulty()
    for name in ["content/pages/about.en.md", "./content/../content/pages/about.en.md", site.folder.appendingPathComponent("content/pages").path] {
      let outcome = try site.mingzhi("check", "--format", "json", name)
      #expect(outcome.output.contains("TY605") && !outcome.output.contains("TY601"), "\(name)")
    }
    let unknown = try site.mingzhi("check", "content/pages/abuot.en.md")
    #expect(unknown.status == 2)
    #expect(unknown.errors == "mingzhi: there is no file content/pages/abuot.en.md\n")
  }

  @Test func formatsForMachinesGoToStandardOutputWhole() throws {
    let site = try faulty()
    let sarif = try site.mingzhi("check", "--format", "sarif").output
    let root = try #require(JSONSerialization.jsonObject(with: Data(sarif.utf8)) as? [String: Any])
    #expect(root["version"] as? String == "2.1.0")
    let github = try site.mingzhi("check", "--format", "github").output
    #expect(github.contains("::warning title=TY601 "))
    #expect(github.contains("| TY601 | "))
    let summary = site.folder.appendingPathComponent("summary.md").path
    let split = try site.mingzhi("check", "--format", "github", environment: ["GITHUB_STEP_SUMMARY": summary])
    #expect(!split.output.contains("| TY601 |"))
    #expect(try site.text(of: "summary.md").contains("| TY601 |"))
  }

  @Test func explainPrintsTheRuleInTheLanguageAskedFor() throws {
    let site = try SmallSite()
    #expect(try site.mingzhi("check", "--explain", "TR206").output.hasPrefix("TR206 (error): A translation keeps every figure"))
    #expect(try site.mingzhi("check", "--explain", "tr206", "--language", "zh").output.hasPrefix("TR206（错误）："))
    let unknown = try site.mingzhi("check", "--explain", "TR999")
    #expect(unknown.status == 2)
    #expect(unknown.errors.hasPrefix("mingzhi: there is no rule TR999"))
  }

  @Test func findingsComeInTheSameOrderWhateverTheLocale() throws {
    let site = try faulty()
    let english = try site.mingzhi("check", "--format", "json", "--language", "en").output
    let again = try site.mingzhi("check", "--format", "json", "--language", "en", environment: ["LANG": "zh_CN.UTF-8", "LC_ALL": "C"]).output
    #expect(english == again)
    let chinese = try site.mingzhi("check", environment: ["LANG": "zh_CN.UTF-8"])
    #expect(chinese.output.contains("个警告"))
    #expect(chinese.errors.contains("警告[TY601]: 汉字后的半角“,”"))
  }
}
