import Corpus
import Insights
import Legislation
import Testing

@Suite struct SharedWordingTests {
  @Test func findsTheMaximalRunAndItsPlaceInBothTexts() throws {
    let corpus = try TestCorpus.load([
      ("a", TestCorpus.articles("鼓励茶馆采用山泉水冲泡当季新茶，并在门口挂牌。")),
      ("b", TestCorpus.articles("无关的一条。", "（空）各茶馆，应当采用“山泉水”冲泡当季 新茶，违者重泡。")),
    ])
    let found = SharedWording(corpus).closest(to: corpus.position("a/1"))
    #expect(found.map { corpus.name($0.position) } == ["b/2"])
    let run = try #require(found.first?.runs.first)
    #expect(corpus.words(run.here, in: corpus.position("a/1")) == "采用山泉水冲泡当季新茶")
    #expect(corpus.words(run.there, in: corpus.position("b/2")) == "采用“山泉水”冲泡当季 新茶")
    #expect(run.here == TextStretch(anchor: Anchor(paragraph: 1), range: 4..<15))
  }

  @Test(arguments: [("采用山泉水冲泡新", 1), ("采用山泉水冲泡", 0)])
  func eightCharactersAreTheShortestRun(shared: String, count: Int) throws {
    let corpus = try TestCorpus.load([
      ("a", TestCorpus.articles("甲\(shared)乙。")), ("b", TestCorpus.articles("丙\(shared)丁。")),
    ])
    #expect(SharedWording(corpus).closest(to: corpus.position("a/1")).count == count)
  }

  @Test func setPhrasesDoNotCount() throws {
    let corpus = try TestCorpus.load([
      ("a", TestCorpus.articles("根据有关法律、法规，结合本市实际，制定本条例。")), ("b", TestCorpus.articles("根据有关法律法规，结合本市实际，制定本条例。")),
    ])
    #expect(SharedWording(corpus).closest(to: corpus.position("a/1")).isEmpty)
  }

  @Test func whatMostLawsHaveDoesNotCount() throws {
    let phrase = "每年九月在中心广场举办灯会"
    let laws = ["a", "b", "c", "d"].map { ($0, TestCorpus.articles("\($0)城\(phrase)。")) }
    let four = try TestCorpus.load(laws)
    #expect(SharedWording(four).closest(to: four.position("a/1")).isEmpty)
    let three = try TestCorpus.load(Array(laws.prefix(3)))
    #expect(SharedWording(three).closest(to: three.position("a/1")).map { three.name($0.position) } == ["b/1", "c/1"])
  }

  @Test func aRunEndsWithItsParagraph() throws {
    let corpus = try TestCorpus.load([
      ("a", TestCorpus.articles("采用山泉水\n\n冲泡当季新茶")), ("b", TestCorpus.articles("采用山泉水冲泡当季新茶")),
    ])
    #expect(SharedWording(corpus).closest(to: corpus.position("a/1")).isEmpty)
  }

  @Test func versionsOfOneLawAreNotCloseToEachOther() throws {
    var newer = TestCorpus.articles("采用山泉水冲泡当季新茶。")
    newer.facts = "succeeds: a\n"
    let corpus = try TestCorpus.load([
      ("a", TestCorpus.articles("采用山泉水冲泡当季新茶。")), ("b", newer), ("c", TestCorpus.articles("采用山泉水冲泡当季新茶。")),
    ])
    #expect(SharedWording(corpus).closest(to: corpus.position("a/1")).map { corpus.name($0.position) } == ["c/1"])
  }

  @Test func atMostFiveAndTheClosestFirst() throws {
    let long = "采用山泉水冲泡当季新茶并在门口挂出竹制水牌"
    let laws = (0..<8).map { n in
      ("r\(n)", TestCorpus.articles("前言\(n == 0 ? long : String(long.prefix(8 + n)))结语\(n)号。", "山\(n)", "水\(n)"))
    }
    // Shared by eight laws it would be a set phrase; twelve others that lack it make it rare enough.
    let others = (0..<12).map { ("s\($0)", TestCorpus.articles("与此无关的第\($0)篇文字。")) }
    let corpus = try TestCorpus.load(laws + others)
    let found = SharedWording(corpus).closest(to: corpus.position("r0/1"))
    #expect(found.map { corpus.name($0.position) } == ["r7/1", "r6/1", "r5/1", "r4/1", "r3/1"])
  }

  /// What the issue names as known.
  @Test(arguments: [
    ("hubei/15", "zhuhai/21", "健全政府、行业、社会等多层面的认证采信机制，推动认证结果在市场采购、行业管理、行政监管、社会治理等领域采信"),
    ("hubei/33", "zhuhai/24", "鼓励保险机构开发适应质量"), ("nantong/24", "zhuhai/20", "运用标准化方式组织设计、生产、经营、管理和服务"),
    ("xuzhou/17", "hubei/36", "事故上报、应急处置、调查处理、案件移送等工作"), ("nantong/25", "hubei/10", "产业计量测试体系、区域计量支撑体系"),
  ])
  func knownPairsShow(here: String, there: String, words: String) throws {
    let corpus = try TestCorpus.official()
    let wording = SharedWording(corpus)
    for (here, there) in [(here, there), (there, here)] {
      let found = wording.closest(to: corpus.position(here)).first { corpus.name($0.position) == there }
      let runs = try #require(found, "\(there) is not among the closest of \(here)").runs
      #expect(runs.contains { corpus.words($0.here, in: corpus.position(here)) == words })
    }
  }

  @Test func aTextOfOneRepeatedCharacterIsNoTrouble() throws {
    let law = TestCorpus.articles(String(repeating: "质", count: 60_000))
    let corpus = try TestCorpus.load([("a", law), ("b", law)])
    let runs = try #require(SharedWording(corpus).closest(to: corpus.position("a/1")).first).runs
    #expect(runs.first?.here.range == 0..<60_000)
  }
}
