import Corpus
import Diagnostics
import Insights

/// A rule over the content: one file, one name, and a line in `all`.
public struct ContentCheck: Sendable {
  /// What it can find.
  let rules: [Rule]
  let run: @Sendable (Corpus, Insights) -> [Diagnostic]

  init(_ rules: Rule..., run: @escaping @Sendable (Corpus, Insights) -> [Diagnostic]) {
    self.rules = rules
    self.run = run
  }

  static let all: [ContentCheck] = [
    .fidelity, .skeleton, .missingTranslations, .missingNotes, .staleStamps, .references, .topicCells,
    .schoolReferences, .schoolQuestions, .schoolQuotations, .schoolLessons, .schoolCalendar,
  ]
}

extension Corpus {
  /// Everything that the rules find in the content, in reading order.
  public func check(with insights: Insights) -> [Diagnostic] {
    concurrentMap(ContentCheck.all) { $0.run(self, insights) }.flatMap { $0 }.sortedForReading()
  }
}

extension Regulation {
  /// How bad it is when something is still missing: an error once an editor has called the regulation complete.
  var severityOfGaps: Severity { facts.editing == .complete ? .error : .warning }
}
