import Corpus
import Foundation
import Insights
import Legislation
import Testing

@Suite struct DutiesTests {
  @Test func aNoteMendsWhatTheRulesMisread() throws {
    var law = TestCorpus.articles("推行首席质量官制度。\n\n建立工作机制，鼓励企业加入。")
    law.notes = ["1": "---\nduties:\n  - { at: p1, force: shall, actors: [enterprise] }\n  - { at: p2, statement: 2, actors: [] }\n---\n\n说明。\n"]
    let corpus = try TestCorpus.load([("a", law)])
    let found = Duties(corpus).statements(of: corpus.position("a/1"))
    #expect(found.map(\.force) == [.shall, .directed, .encouraged])
    #expect(found.map(\.actors) == [[.enterprise], [], []])
  }

  /// The preview derives again after every save; what comes from the laws alone is kept while they are the same.
  @Test func anotherNoteOrLawIsSeenWhenInsightsAreKept() throws {
    let name = UUID().uuidString
    func load(_ text: String, force: String) throws -> Corpus {
      var law = TestCorpus.articles(text, "企业应当建立首席质量官制度并公开质量信用报告。")
      law.notes = ["1": "---\ntopics: [\(force)]\nduties:\n  - { at: p1, force: \(force) }\n---\n\n说明。\n"]
      let other = TestCorpus.articles("企业应当建立首席质量官制度并公开质量信用报告。")
      return try #require(try TestCorpus.read([("a", law), ("b", other)], named: name).corpus)
    }
    func seen(_ insights: Insights, in corpus: Corpus) -> [String] {
      let first = corpus.position("a/1")
      return insights.duties.statements(of: first).map(\.force.rawValue)
        + insights.wording.closest(to: corpus.position("b/1")).map { corpus.name($0.position) }
        + insights.topics.provisions(of: "may").map { corpus.name($0) }
    }
    var kept: Insights?
    for (text, force, expected) in [
      ("推行制度。", "shall", ["shall", "a/2"]), ("推行制度。", "may", ["may", "a/2", "a/1"]),
      ("企业应当建立首席质量官制度并公开质量信用报告。推行制度。", "may", ["may", "directed", "a/1", "a/2", "a/1"]),
    ] {
      let corpus = try load(text, force: force)
      let insights = Insights.derive(from: corpus, after: kept)
      #expect(seen(insights, in: corpus) == seen(Insights.derive(from: corpus), in: corpus))
      #expect(seen(insights, in: corpus) == expected)
      kept = insights
    }
  }

  @Test func unknownActorsAndPlacesAreFindings() throws {
    var law = TestCorpus.articles("推行制度。")
    law.notes = ["1": "---\nduties:\n  - { at: p1, actors: [enterprises] }\n  - { at: first, force: shall }\n---\n\n说明。\n"]
    let messages = try TestCorpus.read([("a", law)]).diagnostics.map(\.message.en)
    #expect(messages == ["no actor 'enterprises'", "'first' is no place in a provision"])
  }

  @Test func countsByForceAndListsByActor() throws {
    let corpus = try TestCorpus.load([
      ("a", TestCorpus.articles("企业应当诚信经营。", "鼓励企业创新。鼓励公众参与。", "本条例自2021年9月1日起施行。"))
    ])
    let duties = Duties(corpus)
    #expect(duties.counts(of: 0) == [.shall: 1, .encouraged: 2, .declared: 1])
    #expect(duties.statements(of: 0, for: .enterprise).map { corpus.name($0.position) } == ["a/1", "a/2"])
    #expect(duties.statements(of: 0, for: nil).map(\.statement.text) == ["本条例自2021年9月1日起施行。"])
    #expect(duties.strongest(of: corpus.position("a/2")) == .encouraged)
  }
}
