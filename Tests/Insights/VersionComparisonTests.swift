import Corpus
import Insights
import Legislation
import Testing

@Suite struct VersionComparisonTests {
  private func rows(_ earlier: TestCorpus.Law, _ later: TestCorpus.Law) -> [String] {
    let old = readEdition(earlier.text, file: "a", language: .zh).text.provisions
    let new = readEdition(later.text, file: "b", language: .zh).text.provisions
    return VersionComparison(old, new).rows.map { row in
      (row.earlier.map { old[$0].id.rawValue } ?? "-") + "→" + (row.later.map { new[$0].id.rawValue } ?? "-")
    }
  }

  @Test func articlesAreAlignedByWordingNotByNumber() {
    let earlier = TestCorpus.articles("茶馆应当采用山泉水冲泡当季新茶。", "旧的一条，后来删去了。", "鼓励茶农参加采茶比赛。")
    let later = TestCorpus.articles("新写的第一条，说明立法目的。", "茶馆应当采用山泉水或者井水冲泡当季新茶。", "鼓励茶农参加每年的采茶比赛。")
    #expect(rows(earlier, later) == ["-→1", "1→2", "2→-", "3→3"])
  }

  @Test func articlesThatChangedPlacesAreFound() {
    let (tea, race) = ("茶馆应当采用山泉水冲泡当季新茶。", "鼓励茶农参加采茶比赛。")
    #expect(rows(TestCorpus.articles(tea, race), TestCorpus.articles(race, tea)) == ["2→1", "1→2"])
  }

  @Test(arguments: [
    ("应当采用山泉水。", "应当采用山泉水或者井水。", [Edit.same("应当采用山泉水"), .inserted("或者井水"), .same("。")]),
    ("每年九月举办。", "每年十月举办。", [.same("每年"), .deleted("九"), .inserted("十"), .same("月举办。")]),
    ("甲乙丙丁", "甲乙丙丁", [.same("甲乙丙丁")]), ("", "新", [.inserted("新")]),
    ("鼓励企业投保保险", "支持单位投保保险", [.deleted("鼓励企业"), .inserted("支持单位"), .same("投保保险")]),
    ("一二甲三四", "五六甲七八", [.deleted("一二甲三四"), .inserted("五六甲七八")]),
  ])
  func whatWasDeletedAndInserted(old: String, new: String, expected: [Edit]) {
    #expect(edits(from: old, to: new) == expected)
  }

  @Test func aVersionIsAlwaysSetBesideItsPredecessor() throws {
    var later = TestCorpus.articles("新。")
    later.facts = "succeeds: z\n"
    let corpus = try TestCorpus.load([("a", later), ("z", TestCorpus.articles("旧。")), ("c", TestCorpus.articles("别的。"))])
    let pairs = Insights.derive(from: corpus).pairs
    #expect(pairs.all.map { "\(corpus.regulations[$0.first].id)-\(corpus.regulations[$0.second].id)" } == ["a-c", "z-a", "z-c"])
    #expect(pairs.pair(0, 1)?.isVersion == true)
    #expect(pairs.pair(2, 0)?.isVersion == false)
  }

  @Test func beyondTwelveRegulationsOnlyTheNearestArePaired() throws {
    let laws = (0..<14).map { n in
      ("r\(n)", TestCorpus.articles(n < 2 ? "采用山泉水冲泡当季新茶。" : "另外的文字\(n)号。"))
    }
    let corpus = try TestCorpus.load(laws)
    #expect(Insights.derive(from: corpus).pairs.all == [RegulationPair(first: 0, second: 1, isVersion: false)])
  }
}
