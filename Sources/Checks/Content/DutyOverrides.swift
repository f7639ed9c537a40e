import Corpus
import Diagnostics
import Insights
import Legislation

extension Rule {
  public static let idleOverride = Rule(
    "FM720", .error, title: Bilingual(zh: "duties 改正的句子要存在，并且确实需要改正", en: "A correction under duties: fits a sentence and changes it"),
    explanation: Bilingual(
      zh: "at 是条文里的位置，statement 是其中第几个陈述（从 1 起）。和规则读出来的一样时，不必写。",
      en: "`at` is a place in the provision, `statement` which of its statements, from 1. One that says what the rules say anyway is not needed."),
    bad: "duties: [{ at: p9, force: shall }]", good: "duties: [{ at: p1, force: shall }]")
}

extension ContentCheck {
  static let dutyOverrides = ContentCheck(.idleOverride) { corpus, _ in
    var found: [Diagnostic] = []
    for regulation in corpus.regulations {
      for provision in regulation.provisions {
        guard let overrides = provision.noteZh?.duties, !overrides.isEmpty else { continue }
        let statements = provision.original.statements
        for override in overrides {
          let ours = statements.filter { $0.anchor == override.anchor }
          if !ours.indices.contains(override.statement - 1) {
            found.append(
              Diagnostic(
                .idleOverride, at: override.range,
                Bilingual(
                  zh: "\(regulation.id)/\(provision.id)#\(override.anchor) 没有第 \(override.statement) 个陈述",
                  en: "\(regulation.id)/\(provision.id)#\(override.anchor) has no statement \(override.statement)"),
                help: Bilingual(zh: "这里有 \(ours.count) 个", en: "there are \(ours.count) here")))
            continue
          }
          let read = ours[override.statement - 1]
          guard override.force ?? read.force == read.force, Set(override.actors ?? read.actors) == Set(read.actors) else { continue }
          found.append(
            Diagnostic(
              .idleOverride, at: override.range,
              Bilingual(zh: "这里写的和规则读出来的一样", en: "this says what the rules read by themselves"), severity: .warning,
              help: Bilingual(zh: "删去这一行", en: "remove the line")))
        }
      }
    }
    return found
  }
}
