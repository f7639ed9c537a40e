import Diagnostics
import Testing

@testable import Corpus
@testable import Site

/// Terms stand under the letter that a Chinese reader looks under.
@Suite struct PinyinOrderTests {
  @Test(arguments: [
    ("召回", "Z"), ("质量", "Z"), ("应当", "Y"), ("鼓励", "G"), ("行业协会", "H"), ("行政法规", "X"), ("啊", "A"), ("二手", "E"),
    ("“十四五”", "S"), ("HACCP", "#"),
  ])
  func letter(word: String, letter: String) {
    #expect(PinyinOrder.letter(of: word) == letter)
  }

  private func term(_ zh: String, _ en: String) -> Term {
    Term(
      id: en, name: Bilingual(zh: zh, en: en), definition: Bilingual(zh: "", en: ""), variants: [:], fact: nil,
      range: SourceRange(file: "glossary.yml", line: 1))
  }

  @Test func groupsFollowTheAlphabetOfTheLanguage() {
    let terms = [term("召回", "recall"), term("禁止", "is prohibited"), term("HACCP", "HACCP"), term("计量", "metrology")]
    #expect(lettered(terms, .zh).map(\.letter) == ["J", "Z", "#"])
    #expect(lettered(terms, .zh)[0].terms.map(\.name.zh) == ["计量", "禁止"])
    #expect(lettered(terms, .en).map(\.letter) == ["H", "I", "M", "R"])
  }
}
