import Diagnostics
import Testing

@testable import Corpus
@testable import Site

@Suite struct SearchIndexTests {
  private func document(_ title: String, law: String = "", ours: String = "", keywords: [String] = []) -> SearchDocument {
    SearchDocument(
      route: Route("zh/nantong/5.html"), title: title, keywords: keywords,
      texts: [.init(source: .law, text: law), .init(source: .ours, text: ours)])
  }

  private func terms(of text: String) -> [SearchTerm] {
    var reader = TermReader()
    return reader.terms(of: text)
  }

  private func postings(of document: SearchDocument, number: UInt32 = 0) -> [Posting] {
    var reader = TermReader()
    return document.postings(number: number, &reader)
  }

  private func level(of word: String, in document: SearchDocument) -> UInt32? {
    let term = terms(of: word)[0]
    return postings(of: document).first { $0.term == term }?.level
  }

  @Test func titlesWeighMoreThanTheLawAndTheLawMoreThanOurWords() throws {
    let title = try #require(level(of: "recall", in: document("Recall", law: "law", ours: "note")))
    let law = try #require(level(of: "recall", in: document("Title", law: "recall", ours: "note")))
    let ours = try #require(level(of: "recall", in: document("Title", law: "law", ours: "recall " + String(repeating: "word ", count: 200))))
    #expect(title > law)
    #expect(law > ours)
  }

  @Test func topicsLeadToTheirProvisions() {
    #expect(level(of: "召回", in: document("第五条", keywords: ["缺陷产品召回"])) == 2)
    #expect(level(of: "召回", in: document("第五条")) == nil)
  }

  @Test func pairsThatOnlyTieWordsTogetherAreLeftOutOfOurWordsButNotOfTheLaw() {
    #expect(level(of: "的产", in: document("", law: "有缺陷的产品")) != nil)
    #expect(level(of: "的产", in: document("", ours: "有缺陷的产品")) == nil)
  }

  @Test func aDocumentHoldsEachTermOnce() {
    let postings = postings(of: document("召回召回", law: "召回"), number: 7)
    #expect(Set(postings.map(\.term)).count == postings.count)
    #expect(postings.map(\.document) == postings.map { _ in 7 })
    #expect(postings.map(\.term) == postings.map(\.term).sorted())
  }

  /// Digits of 64: A is 0, five bits a digit. Document 3 at level 1 is 3 × 4 + 1 = 13, N; document 20 is
  /// (20 - 4) × 4 + 2 = 66, two and two times 32.
  @Test func writesDistancesAndLevels() {
    let term = terms(of: "recall")[0]
    let bytes = written([
      Posting(term: term, document: 3, level: 1), Posting(term: term, document: 20, level: 2),
    ])
    #expect(String(decoding: bytes, as: UTF8.self) == ",recall:NiC")
  }

  @Test func aDocumentIsItsAddressItsTitleAndItsTextsWithTheirSources() {
    let json = document("第五条 “<召回>”", law: "甲\n乙", ours: "丙").json(from: Route("zh/search.html"))
    #expect(
      String(decoding: json, as: UTF8.self) == #"["nantong/5.html","第五条 “\u003c召回>”","l甲\n乙","o丙"]"#)
  }
}

@Suite struct SearchLeadTests {
  private func term(_ zh: String, _ en: String, _ variants: [Language: [String]] = [:]) -> Term {
    Term(
      id: en, name: Bilingual(zh: zh, en: en), definition: Bilingual(zh: "", en: ""), variants: variants, fact: nil,
      range: SourceRange(file: "glossary.yml", line: 1))
  }

  @Test func theGlossaryLeadsFromOneLanguageToTheOther() {
    let terms = [term("召回", "recall")]
    #expect(searchLeads(from: .none, terms, to: .zh) == [SearchLead(from: "recall", to: ["召回"])])
    #expect(searchLeads(from: .none, terms, to: .en) == [SearchLead(from: "召回", to: ["recall"])])
  }

  @Test func aHintInBracketsIsNoPartOfAName() {
    #expect(
      searchLeads(from: .none, [term("款（法律的款）", "paragraph")], to: .zh) == [SearchLead(from: "paragraph", to: ["款"])])
  }

  @Test func aPluralWithTheSameStemLeadsNowhere() {
    #expect(
      searchLeads(from: .none, [term("草案", "draft", [.en: ["drafts"]])], to: .en).map(\.from) == ["草案"])
  }

  @Test func everydayWordsOfBothLanguagesLeadToTheWordsOfThePage() {
    let words = SearchWords(
      leads: [
        .init(
          from: [.zh: ["假货"], .en: ["fake"]], to: [.zh: ["假冒伪劣"], .en: ["counterfeit"]],
          range: SourceRange(file: "search-synonyms.yml", line: 1))
      ], ignored: [:])
    #expect(
      searchLeads(from: words, [], to: .zh) == [
        SearchLead(from: "fake", to: ["假冒伪劣"]), SearchLead(from: "假货", to: ["假冒伪劣"]),
      ])
  }
}
