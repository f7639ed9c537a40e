/// A term of the search index, packed into a number so that a site's millions of them sort fast: two Han characters,
/// one Han character at the end of a run, or the stem of a word of Latin letters and digits (its first ten).
struct SearchTerm: Hashable, Comparable, Sendable {
  let code: UInt64

  /// Latin terms carry the highest bit, and six bits for each letter after it.
  private static let latin: UInt64 = 1 << 63
  static let letterLimit = 10

  init(_ first: UInt32, _ second: UInt32) { code = UInt64(first) << 21 | UInt64(second) }

  init(stem: some Collection<UInt8>) {
    var code = Self.latin
    for (place, byte) in stem.prefix(Self.letterLimit).enumerated() {
      let digit = byte >= UInt8(ascii: "a") ? byte - UInt8(ascii: "a") + 11 : byte - UInt8(ascii: "0") + 1
      code |= UInt64(digit) << UInt64(6 * (Self.letterLimit - 1 - place))
    }
    self.code = code
  }

  static func < (a: Self, b: Self) -> Bool { a.code < b.code }

  var isLatin: Bool { code & Self.latin != 0 }

  /// Which piece of the index holds the term. Terms with the same beginning stand together (one Han character, two
  /// Latin letters), so that a word half typed is found in one piece.
  func piece(of count: Int) -> Int {
    let key = isLatin ? (code >> 54 & 63) * 64 + (code >> 48 & 63) : code >> 21
    return Int(key % UInt64(count))
  }

  /// Spells the term after another of the same piece: a comma and the term, or only its second character when the
  /// first is the same. A space stands for no second character; a colon ends a Latin word.
  func append(to bytes: inout [UInt8], after last: SearchTerm?) {
    guard isLatin else {
      let second = UInt32(code & 0x1f_ffff)
      if last.map({ $0.code >> 21 }) != code >> 21 {
        bytes.append(UInt8(ascii: ","))
        append(scalar: UInt32(code >> 21), to: &bytes)
      }
      return append(scalar: second == 0 ? 0x20 : second, to: &bytes)
    }
    bytes.append(UInt8(ascii: ","))
    for place in 0..<Self.letterLimit {
      let digit = UInt8(code >> UInt64(6 * (Self.letterLimit - 1 - place)) & 63)
      guard digit > 0 else { break }
      bytes.append(digit > 10 ? digit - 11 + UInt8(ascii: "a") : digit - 1 + UInt8(ascii: "0"))
    }
    bytes.append(UInt8(ascii: ":"))
  }

  private func append(scalar: UInt32, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: String(Unicode.Scalar(scalar) ?? " ").utf8)
  }

  /// Whether one of its characters mostly ties words together in everyday Chinese. A pair with one seldom is a word;
  /// in our own explanations such pairs are a third of all, and the index leaves them out there, not in the law.
  var hasParticle: Bool {
    !isLatin && (Self.particles.contains(UInt32(code >> 21)) || Self.particles.contains(UInt32(code & 0x1f_ffff)))
  }

  private static let particles = Set("的了是也就不在和有这那你我他她它们要对把都很没说写吗呢着被让给到里还又去来能会可以为与或只看什么怎谁哪一个条".unicodeScalars.map(\.value))
}

extension SearchTerm {
  /// The terms of a text in reading order. `templates/assets/search-terms.js` cuts the same way.
  ///
  /// Runs of Han characters become overlapping pairs, and the last character of each run stands alone as well, so that
  /// every character can be found; no dictionary knows the words of law. Latin words are stemmed, English function
  /// words left out. Full-width letters and digits count as plain ones; an apostrophe joins (`people’s` is `peoples`).
  static func all(in text: String) -> [SearchTerm] {
    var terms: [SearchTerm] = []
    var word: [UInt8] = []
    var han: UInt32 = 0
    func endWord() {
      guard !word.isEmpty else { return }
      if !functionWords.contains(word) { terms.append(SearchTerm(stem: stem(word))) }
      word.removeAll(keepingCapacity: true)
    }
    func endRun() {
      if han != 0 { terms.append(SearchTerm(han, 0)) }
      han = 0
    }
    for scalar in text.unicodeScalars {
      if isHan(scalar.value) {
        endWord()
        if han != 0 { terms.append(SearchTerm(han, scalar.value)) }
        han = scalar.value
      } else if let letter = letter(scalar.value) {
        endRun()
        word.append(letter)
      } else if !word.isEmpty, scalar == "’" || scalar == "'" {
        continue
      } else {
        endWord()
        endRun()
      }
    }
    endWord()
    endRun()
    return terms
  }

  private static func isHan(_ value: UInt32) -> Bool {
    0x4e00...0x9fff ~= value || 0x3400...0x4dbf ~= value || value == 0x3007
  }

  /// A Latin letter or digit, in lower case and of usual width; nil for anything else.
  private static func letter(_ value: UInt32) -> UInt8? {
    let value = 0xff10...0xff5a ~= value ? value - 0xfee0 : value
    switch value {
    case 0x30...0x39, 0x61...0x7a: return UInt8(value)
    case 0x41...0x5a: return UInt8(value + 0x20)
    default: return nil
    }
  }

  /// Words that say nothing about what a text is about.
  private static let functionWords = Set(
    "a an and are as at be by for from in is it its of on or that the this to was were which with"
      .split(separator: " ").map { Array($0.utf8) })
}
