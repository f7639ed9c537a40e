import Corpus
import Diagnostics
import Legislation

extension ContentCheck {
  /// A translation has the parts, provisions, paragraphs and items of its original.
  static let skeleton = ContentCheck(.skeleton) { corpus, _ in
    corpus.regulations.flatMap { regulation -> [Diagnostic] in
      guard let translation = regulation.translation else { return [] }
      return compareSkeletons(regulation.original, translation).map {
        $0.diagnostic(original: regulation.originalFile, translation: regulation.translationFile)
      }
    }
  }
}
