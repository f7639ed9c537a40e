/// What a character is to the rules about Chinese text.
enum Script {
  /// Han characters, kana, and the punctuation that only CJK text uses.
  case han
  /// `“”‘’—…·`, which Chinese and Latin text share.
  case shared
  case other

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    // CJK radicals to CJK compatibility, unified ideographs with their extensions, full-width forms.
    case 0x2E80...0x30FF, 0x3100...0x312F, 0x3190...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF,
      0x20000...0x3FFFF:
      self = .han
    case 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0xB7: self = .shared
    default: self = .other
    }
  }
}

/// What stands beside a delimiter run, as CommonMark's flanking rules see it.
enum Neighbour {
  case space, punctuation, letter

  init(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      let byte = UInt8(scalar.value)
      self = byte <= 0x20 ? .space : isASCIIPunctuation(byte) ? .punctuation : .letter
      return
    }
    // Most Chinese text, without a look into the tables.
    if (0x4E00...0x9FFF).contains(scalar.value) {
      self = .letter
      return
    }
    switch scalar.properties.generalCategory {
    case .spaceSeparator: self = .space
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      self = .punctuation
    default: self = .letter
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar that begins at an offset of valid UTF-8.
  func scalar(at offset: Int) -> Unicode.Scalar {
    let first = UInt32(self[offset])
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 1, offset + length <= count else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    var value = first & (0xFF >> UInt32(length + 1))
    for index in 1..<length { value = value << 6 | UInt32(self[offset + index] & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// The scalar that ends at an offset of valid UTF-8.
  func scalar(before offset: Int) -> Unicode.Scalar {
    var start = offset - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start)
  }
}

/// Finds the runs of `*` in a block that CommonMark's flanking rules keep from emphasising Chinese text
/// (CommonMark issue 650): a run between CJK and punctuation, `。**后` or `是**《`.
struct EmphasisRuns {
  /// Where a sentinel, which counts as a letter, would let the run open and close.
  private(set) var candidates: [Int] = []
  private var seenUpTo = -1
  private var lastIsCandidate = false
  private var needed = false
  private var depths = (emphasis: 0, strong: 0)

  /// Where sentinels are to stand in this block: nowhere when CommonMark's own reading leaves nothing to mend.
  var insertions: [Int] { needed ? candidates : [] }

  /// Notes the run at an offset where the tree has a delimiter (or a literal `*`).
  mutating func note(at offset: Int, from lineStart: Int, to lineEnd: Int, in source: SourceText, isLiteral: Bool) {
    if offset >= seenUpTo {
      var end = offset
      while end < lineEnd, source[end] == UInt8(ascii: "*") { end += 1 }
      seenUpTo = end
      let insertion = offset > lineStart && end < lineEnd ? Self.insertion(for: offset..<end, in: source) : nil
      lastIsCandidate = insertion != nil
      if let insertion { candidates.append(insertion) }
    }
    if isLiteral && lastIsCandidate { needed = true }
  }

  private static func insertion(for run: Range<Int>, in source: SourceText) -> Int? {
    source.bytes.withUnsafeBufferPointer { bytes in
      let before = bytes.scalar(before: run.lowerBound)
      let after = bytes.scalar(at: run.upperBound)
      guard Script(before) != .other || Script(after) != .other else { return nil }
      switch (Neighbour(before), Neighbour(after)) {
      case (.punctuation, .letter): return run.lowerBound
      case (.letter, .punctuation): return run.upperBound
      default: return nil
      }
    }
  }

  /// Emphasis directly or indirectly inside emphasis of the same kind: `**甲：**乙**丙**丁` as CommonMark reads it.
  mutating func open(strong: Bool) {
    if strong { depths.strong += 1 } else { depths.emphasis += 1 }
    if depths.strong > 1 || depths.emphasis > 1 { needed = true }
  }

  mutating func close(strong: Bool) {
    if strong { depths.strong -= 1 } else { depths.emphasis -= 1 }
  }

  /// Leaves a stretch as it is: the label that a reference is looked up by.
  mutating func spare(_ stretch: Range<Int>) {
    candidates.removeAll { stretch.contains($0) }
  }
}
