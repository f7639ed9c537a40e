import Corpus
import Diagnostics

extension ContentCheck {
  /// The rules over paragraphs and items beside their translation. They are laid side by side once for all of them.
  static let translatedPassages = ContentCheck(.translatedFigure, .translatedBound, .modalityLost, .modalityAdded, .smallWord, .endMark) { corpus, _ in
    concurrentMap(corpus.regulations) { regulation in
      regulation.alignedPassages.flatMap { judgeFigures($0) + judgeModality($0) + judgeSmallWords($0) }
    }.flatMap { $0 }
  }
}
