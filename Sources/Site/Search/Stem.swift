/// The stem of an English word: what is left when endings are taken off, so that `complaints` meets `complain`.
///
/// A short table in the manner of Porter's stemmer. `templates/assets/search-terms.js` holds the same table, and a
/// shared list of examples (Tests/Fixtures/search/terms.tsv) runs through both.
func stem(_ word: [UInt8]) -> [UInt8] {
  var word = word
  // Numbers and short words stand as they are.
  guard word.count > 3, word.allSatisfy({ $0 >= UInt8(ascii: "a") }) else { return word }
  singular(&word)
  while let ending = endings(of: word).first(where: { $0.fits(word) }) { ending.replace(in: &word) }
  if word.count > 3, word.last == UInt8(ascii: "e") { word.removeLast() }
  if word.count > 3, word.last == UInt8(ascii: "y"), !isVowel(word[word.count - 2]) {
    word[word.count - 1] = UInt8(ascii: "i")
  }
  return word
}

private func singular(_ word: inout [UInt8]) {
  guard word.last == UInt8(ascii: "s") else { return }
  switch word[word.count - 2] {
  case UInt8(ascii: "s"), UInt8(ascii: "u"), UInt8(ascii: "i"): return
  case UInt8(ascii: "e") where word.count > 4 && word[word.count - 3] == UInt8(ascii: "i"):
    word.replaceSubrange((word.count - 3)..., with: [UInt8(ascii: "y")])
  case UInt8(ascii: "e") where word.count > 4 && word[word.count - 3] == UInt8(ascii: "s") && word[word.count - 4] == UInt8(ascii: "s"):
    word.removeLast(2)
  default: word.removeLast()
  }
}

/// An ending, what stands in its place, and how many letters must be left before it.
private struct Ending: Sendable {
  let suffix: [UInt8]
  let replacement: [UInt8]
  let least: Int
  /// Whether a vowel must be left before it: `testing` loses its ending, `string` does not.
  let needsVowel: Bool

  init(_ suffix: StaticString, _ replacement: StaticString, _ least: Int, vowel: Bool = false) {
    self.suffix = Array(UnsafeBufferPointer(start: suffix.utf8Start, count: suffix.utf8CodeUnitCount))
    self.replacement = Array(UnsafeBufferPointer(start: replacement.utf8Start, count: replacement.utf8CodeUnitCount))
    self.least = least
    needsVowel = vowel
  }

  func fits(_ word: [UInt8]) -> Bool {
    let rest = word.count - suffix.count
    guard rest >= least, word[rest...].elementsEqual(suffix) else { return false }
    return !needsVowel || word[..<rest].contains(where: isVowel)
  }

  func replace(in word: inout [UInt8]) {
    word.replaceSubrange((word.count - suffix.count)..., with: replacement)
    let count = word.count
    // `shopping` is `shop`, but `recalled` is `recall`.
    if needsVowel, count > 3, word[count - 1] == word[count - 2], !isVowel(word[count - 1]), !doubled.contains(word[count - 1]) {
      word.removeLast()
    }
  }
}

private let doubled: [UInt8] = Array("lsz".utf8)

private func isVowel(_ letter: UInt8) -> Bool { "aeiouy".utf8.contains(letter) }

/// Longer endings before the shorter ones that they end in.
private let endings: [Ending] = [
  Ending("ification", "ifi", 2), Ending("ificate", "ifi", 2), Ending("ifying", "ifi", 2), Ending("ified", "ifi", 2),
  Ending("ify", "ifi", 2),
  Ending("ization", "is", 4), Ending("isation", "is", 4), Ending("izing", "is", 4), Ending("ising", "is", 4),
  Ending("ized", "is", 4), Ending("ised", "is", 4), Ending("ize", "is", 4), Ending("ise", "is", 4),
  Ending("ibility", "", 4), Ending("ability", "", 4), Ending("ible", "", 4), Ending("able", "", 4),
  Ending("ational", "", 4), Ending("atory", "", 4), Ending("ative", "", 4), Ending("ation", "", 4),
  Ending("ating", "", 4), Ending("ated", "", 4), Ending("ator", "", 4), Ending("ate", "", 4),
  Ending("tion", "t", 3), Ending("sion", "s", 4), Ending("tor", "t", 5),
  Ending("plaint", "plain", 2), Ending("ement", "", 4), Ending("ment", "", 3), Ending("ance", "", 4),
  Ending("ness", "", 4), Ending("ful", "", 4), Ending("ity", "", 4), Ending("al", "", 6), Ending("ly", "", 4),
  Ending("ing", "", 3, vowel: true), Ending("ed", "", 3, vowel: true),
]

/// The endings by their last letter, since most words have none of them.
private let endingsByLetter: [[Ending]] = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { letter in
  endings.filter { $0.suffix.last == letter }
}

private func endings(of word: [UInt8]) -> [Ending] { endingsByLetter[Int(word[word.count - 1] - UInt8(ascii: "a"))] }
