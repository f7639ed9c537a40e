/// Words that a rule looks for in sentences, all of them in one pass.
///
/// A word of Latin letters is found as a whole word whatever its case; a Chinese one anywhere. Where several begin at one
/// place the longest counts, and none inside another.
struct CueWords: Sendable {
  private struct Word: Sendable {
    let scalars: [Unicode.Scalar]
    /// False for a phrase in which the cue means something else: 量不准, “have to do with”.
    let counts: Bool
  }
  /// By the low byte of the first character, longest first: for most characters of a text there are none.
  private let words: [[Word]]
  /// Whether there are any, by the same byte.
  private let mayBegin: [Bool]

  /// `harmless` are phrases that hold a cue and say nothing of the kind.
  init(_ cues: [String], harmless: [String] = []) {
    var words = [[Word]](repeating: [], count: 256)
    for (list, counts) in [(cues, true), (harmless, false)] {
      for cue in list {
        let scalars = [Unicode.Scalar](of: cue)
        guard let first = scalars.first else { continue }
        words[Int(first.value & 0xff)].append(Word(scalars: scalars, counts: counts))
      }
    }
    self.words = words.map { $0.sorted { $0.scalars.count > $1.scalars.count } }
    mayBegin = words.map { !$0.isEmpty }
  }

  /// Where cues stand, from left to right.
  func places(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    scalars.withUnsafeBufferPointer { text in
      mayBegin.withUnsafeBufferPointer { mayBegin in
        var index = 0
        while index < text.count {
          let scalar = folded(text[index])
          guard mayBegin[Int(scalar.value & 0xff)], let word = word(at: index, scalar, in: text) else {
            index += 1
            continue
          }
          if word.counts { found.append(index..<index + word.scalars.count) }
          index += word.scalars.count
        }
      }
    }
    return found
  }

  /// Whether any cue stands in the text.
  func occur(in scalars: [Unicode.Scalar]) -> Bool { !places(in: scalars).isEmpty }

  private func word(at index: Int, _ first: Unicode.Scalar, in text: UnsafeBufferPointer<Unicode.Scalar>) -> Word? {
    if isLatin(first) && index > 0 && isLatin(text[index - 1]) { return nil }
    return words[Int(first.value & 0xff)].first { word in
      let end = index + word.scalars.count
      guard word.scalars[0] == first, end <= text.count else { return false }
      var same = 1
      while same < word.scalars.count, folded(text[index + same]) == word.scalars[same] { same += 1 }
      guard same == word.scalars.count else { return false }
      return end == text.count || !isLatin(text[end]) || !isLatin(text[end - 1])
    }
  }

  /// Latin letters in lower case, apostrophes straight.
  private func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x41...0x5a: Unicode.Scalar(UInt8(scalar.value | 0x20))
    case 0x2019: "'"
    default: scalar
    }
  }
}
