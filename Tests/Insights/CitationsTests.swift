import Corpus
import Testing

@testable import Insights

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

  @Test(arguments: [
    ("in accordance with the Product Quality Law of the People’s Republic of China (产品质量法), the Regulation", "Product Quality Law of the People’s Republic of China"),
    ("under this Law (标准化法), the State Council’s Regulation on Quality (产品质量法) and", "State Council’s Regulation on Quality"),
    ("To implement the Opinions on a Country Strong in Quality（产品质量法）", "Opinions on a Country Strong in Quality"),
    ("according to law (产品质量法)", nil), ("the Product Quality Law", nil), ("(产品质量法)", nil),
  ])
  func namesOfLawsComeFromTheTranslation(text: String, name: String?) {
    #expect(englishName(of: "产品质量法", in: text) == name)
  }
}
