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
    !isLatin && (Self.isParticle(code >> 21) || Self.isParticle(code & 0x1f_ffff))
  }

  private static func isParticle(_ scalar: UInt64) -> Bool { scalar >= 0x4e00 && scalar < 0xa000 && particles[Int(scalar - 0x4e00)] }

  /// By code point from U+4E00.
  private static let particles: [Bool] = {
    var table = [Bool](repeating: false, count: 0x5200)
    for scalar in "的了是也就不在和有这那你我他她它们要对把都很没说写吗呢着被让给到里还又去来能会可以为与或只看什么怎谁哪一个条".unicodeScalars {
      table[Int(scalar.value - 0x4e00)] = true
    }
    return table
  }()
}
