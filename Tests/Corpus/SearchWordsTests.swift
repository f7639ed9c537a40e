import Diagnostics
import Testing

@testable import Corpus

@Suite struct SearchWordsTests {
  private func read(_ text: String) -> (SearchWords, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let words = SearchWords.load(SourceFile(path: "search-synonyms.yml", bytes: Array(text.utf8)), &diagnostics)
    return (words, diagnostics)
  }

  @Test func readsLeadsAndIgnoredWords() throws {
    let (words, found) = read(
      """
      ignore: { zh: [怎么办], en: [how] }
      leads:
        - from: { zh: [假货], en: [fake, counterfeit] }
          to: { zh: [假冒伪劣], en: [shoddy] }
      """)
    #expect(found.isEmpty)
    #expect(words.ignored == [.zh: ["怎么办"], .en: ["how"]])
    let lead = try #require(words.leads.first)
    #expect(lead.from == [.zh: ["假货"], .en: ["fake", "counterfeit"]])
    #expect(lead.to == [.zh: ["假冒伪劣"], .en: ["shoddy"]])
  }

  @Test func aLeadNamesWordsInBothLanguages() {
    let (_, found) = read("leads:\n  - from: { zh: [假货] }\n    to: { zh: [假冒伪劣], en: [shoddy] }\n")
    #expect(found.map(\.rule.code) == ["FM704"])
    #expect(found.first?.message.en == "'from' names no word under 'en'")
    #expect(found.first?.range?.start.line == 2)
  }

  @Test func unknownKeysAreReported() {
    #expect(read("lead: []\n").1.map(\.rule.code) == ["FM703"])
  }
}
