import Corpus
import Insights
import Testing

@Suite struct CitationsTests {
  @Test func otherLawsAreListedWithWhereTheyAreCited() throws {
    let corpus = try TestCorpus.load([
      ("a", TestCorpus.articles("根据《产品质量法》和《b条例》第一条，制定本条例。", "依照《产品质量法》、《产品质量法》执行。")),
      ("b", TestCorpus.articles("依照《标准化法》和《产品质量法》执行。")),
    ])
    let laws = Citations(corpus).laws
    #expect(laws.map(\.name) == ["产品质量法", "b条例", "标准化法"])
    #expect(laws.map { $0.places.map(corpus.name) } == [["a/1", "a/2", "b/1"], ["a/1"], ["b/1"]])
    #expect(laws.map(\.regulation) == [nil, 1, nil])
  }
}
