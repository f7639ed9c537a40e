/// How a published text is set, counted before it is read.
struct PublicationTraits {
  /// Provisions are articles (条); otherwise 一、 and （一） carry the text.
  var hasArticles: Bool
  /// Most articles begin right after their label, without white space.
  var isTight: Bool
  /// Captions stand in round brackets.
  var hasRoundCaptions: Bool
  /// Lines end where the page did, not the paragraph.
  var isWrapped: Bool
  /// Paragraphs begin with white space, so a line without it goes on with the one above.
  var isIndented: Bool
  /// Scalars in the longest lines.
  var width: Int

  init(_ lines: [PublishedLine]) {
    var (setOff, tight, round) = (0, 0, 0)
    var (unfinished, plain, indented, indentedLabels, labels) = (0, 0, 0, 0, 0)
    var sequence = NumberSequence()
    var last = 0
    var steps = 0
    var widths: [Int] = []
    for (index, line) in lines.enumerated() {
      if let label = line.label {
        labels += 1
        if line.isIndented { indentedLabels += 1 }
        if label.label.kind == .article, !citesRatherThanNames(label.rest) || sequence.follows(label.label.numbers) {
          if sequence.follows(label.label.numbers) { _ = sequence.take(label.label.numbers) }
          if label.label.numbers == [last + 1] { steps += 1 }
          last = label.label.numbers.first ?? 0
          if label.isSetOff { setOff += 1 } else { tight += 1 }
          if Caption(prefixOf: Substring(label.rest))?.brackets == "（）" { round += 1 }
        }
      } else if index + 1 < lines.count, lines[index + 1].label == nil {
        plain += 1
        if !line.isFinished { unfinished += 1 }
      }
      if line.isIndented { indented += 1 }
      widths.append(line.text.unicodeScalars.count)
    }
    hasArticles = !sequence.last.isEmpty || setOff >= 2 || steps >= 2
    isTight = tight > setOff
    hasRoundCaptions = round * 2 > setOff + tight
    isWrapped = unfinished >= 5 && unfinished * 3 > plain
    isIndented = isWrapped && indentedLabels * 2 > labels && indented * 10 < lines.count * 9
    width = widths.max() ?? 0
  }
}
