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

  /// Every rule. `today` decides which facts are outdated; without it the findings depend on the content alone.
  static func all(today: CalendarDate?) -> [ContentCheck] { rules + [facts(today: today)] }

  private static let rules: [ContentCheck] = [
    .legalStatus, .citations, .citedPlaces, .dutyOverrides, .fileNames, .linkForm,
    .fidelity, .skeleton, .missingTranslations, .translatedPassages, .documentFigures, .samePlaces, .glossaryTerms, .renderings,
    .missingNotes, .noteSections, .noteContent, .draftAsLaw, .repeatedParagraphs, .staleStamps, .references, .topicCells, .ownWords, .sentenceMarks, .characters,
    .placeholders, .leftovers, .departments, .repeatedEntries,
    .schoolReferences, .schoolQuestions, .schoolQuotations, .schoolLessons, .schoolCalendar,
  ]
}

extension Corpus {
  /// Everything that the rules find in the content, in reading order.
  public func check(
    with insights: Insights, today: CalendarDate? = nil, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> [Diagnostic] {
    concurrentMap(ContentCheck.all(today: today)) { isCancelled() ? [] : $0.run(self, insights) }
      .flatMap { $0 }.sortedForReading()
  }
}

extension Regulation {
  /// How bad it is when something is still missing: an error once an editor has called the regulation complete.
  var severityOfGaps: Severity { facts.editing == .complete ? .error : .warning }
}
