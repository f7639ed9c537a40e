import Corpus
import Diagnostics
import Legislation

extension ContentCheck {
  /// A translation has the parts, provisions, paragraphs and items of its original.
  static let skeleton = ContentCheck(.skeleton) { corpus, _ in
    corpus.regulations.flatMap { regulation -> [Diagnostic] in
      guard let translation = regulation.translation else { return [] }
      return compareSkeletons(regulation.original, translation).compactMap { difference in
        var finding = difference.diagnostic(original: regulation.originalFile, translation: regulation.translationFile)
        switch difference.kind {
        // A provision that is not translated yet is told of by TR201.
        case .missingProvision: return nil
        case .missingPart, .missingTitle, .missingAdoption: finding.severity = regulation.severityOfGaps
        default: break
        }
        return finding
      }
    }
  }
}
