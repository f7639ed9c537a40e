import Foundation
import Testing

@testable import Site

/// The engine and the browser must cut texts alike, or words of the index would never be found. Tests/Browser runs the
/// same list through the script.
@Suite struct SearchTermTests {
  @Test func cutsTheSharedExamplesAsTheBrowserDoes() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Fixtures/search/terms.tsv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.count > 30)
    for line in lines {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      #expect(spelled(terms(of: String(columns[0]))) == String(columns[1]), "\(columns[0])")
    }
  }

  @Test func spellsATermAfterAnotherOfTheSameFirstCharacterByItsSecond() {
    var bytes: [UInt8] = []
    var last: SearchTerm?
    for term in terms(of: "召回") + terms(of: "召去") + terms(of: "召 recall") {
      term.append(to: &bytes, after: last)
      last = term
    }
    #expect(String(decoding: bytes, as: UTF8.self) == ",召回,回 ,召去,去 ,召 ,recall:")
  }

  @Test func keepsTermsWithTheSameBeginningInOnePiece() throws {
    let first = try #require(terms(of: "召").first).piece(of: 8)
    #expect(terms(of: "召回").first?.piece(of: 8) == first)
    let word = try #require(terms(of: "re").first).piece(of: 8)
    #expect(terms(of: "recall").first?.piece(of: 8) == word)
  }

  @Test func knowsPairsThatOnlyTieWordsTogether() {
    #expect(terms(of: "你的").first?.hasParticle == true)
    #expect(terms(of: "召回").first?.hasParticle == false)
    #expect(terms(of: "the recall").first?.hasParticle == false)
  }

  private func terms(of text: String) -> [SearchTerm] {
    var reader = TermReader()
    return reader.terms(of: text)
  }

  private func spelled(_ terms: [SearchTerm]) -> String {
    terms.map { term in
      var bytes: [UInt8] = []
      term.append(to: &bytes, after: nil)
      return String(decoding: bytes, as: UTF8.self).filter { $0 != "," && $0 != ":" && $0 != " " }
    }.joined(separator: " ")
  }
}
