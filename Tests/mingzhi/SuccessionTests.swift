import Foundation
import Testing

@Suite struct SuccessionTests {
  /// Article 1 stays, a new article comes between, article 2 becomes 3 with another wording.
  private static let amended = """
    平安市质量条例
    （2024年5月6日平安市第二届人民代表大会常务委员会第一次会议修订通过）
    第一条　为了提高质量，制定本条例。
    第二条　每年九月是质量月，学校可以开放实验室。
    第三条　企业应当做好下列工作：
    （一）建立制度；
    （二）留存全部记录。
    本条例自2024年7月1日起施行。

    """
  /// As above, but article 3 keeps its paragraphs.
  private static let lightlyAmended = amended.replacingOccurrences(of: "\n本条例自2024年7月1日起施行。", with: "")

  private func site() throws -> SmallSite {
    let site = try SmallSite()
    try site.mingzhi("stamp", "all", "--review", "checked")
    return site
  }

  @Test func carriesWhatIsTheSameOrClose() throws {
    let site = try site()
    try site.write(Self.lightlyAmended, to: "new.txt")
    let outcome = try site.mingzhi("import", "new.txt", "--id", "pingan-2024", "--succeeds", "pingan")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.output.contains(
        """
        provision  before  alike  translation and notes
        1          1       100 %  carried over
        2                         to be written
        3          2        96 %  carried over, stale

        """), "\(outcome.output)")
    let home = "content/regulations/pingan-2024/"
    #expect(try site.text(of: home + "regulation.yml").contains("succeeds: pingan\n"))
    let english = try site.text(of: home + "text.en.md")
    #expect(english.contains("## Article 1\n<!-- of: "))
    #expect(english.contains("## Article 3\n<!-- of: "))
    #expect(!english.contains("Article 2"))
    #expect(try site.text(of: home + "notes/3.zh.md").contains("](pingan-2024/3#p1-i2)"))
    let status = try site.mingzhi("status")
    #expect(status.output.contains("pingan-2024  平安市质量条例        3           2          1      2      0        2"), "\(status.output)")
    let built = try site.mingzhi("build")
    #expect(built.status == 0, "\(built.errors)")
  }

  @Test func aTranslationWhoseParagraphsChangedIsNotCarried() throws {
    let site = try site()
    try site.write(Self.amended, to: "new.txt")
    let outcome = try site.mingzhi("import", "new.txt", "--id", "pingan-2024", "--succeeds", "pingan", "--dry-run")
    #expect(outcome.output.contains("3          2        73 %  note stale; to be translated anew, its paragraphs changed"), "\(outcome.output)")
    #expect(!site.exists("content/regulations/pingan-2024"))
  }

  @Test func whatIsGoneIsTold() throws {
    let site = try site()
    try site.write("平安市质量条例\n第一条　为了提高质量，制定本条例。\n第二条　本条例自2024年7月1日起施行。\n", to: "new.txt")
    let outcome = try site.mingzhi("import", "new.txt", "--id", "pingan-2024", "--succeeds", "pingan", "--dry-run")
    #expect(outcome.output.contains("gone       2\n"), "\(outcome.output)")
    #expect(try site.mingzhi("import", "new.txt", "--id", "x", "--succeeds", "pingann").errors.contains("did you mean 'pingan'?"))
  }
}
