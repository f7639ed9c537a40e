/// Cuts texts into terms; remembers the stems of words, which come again and again.
///
/// `templates/assets/search-terms.js` cuts the same way.
struct TermReader {
  /// By word; nil for a function word.
  private var stems: [[UInt8]: SearchTerm?] = [:]

  /// The terms of a text in reading order.
  ///
  /// Runs of Han characters become overlapping pairs, and the last character of each run stands alone as well, so that
  /// every character can be found; no dictionary knows the words of law. Latin words are stemmed, English function
  /// words left out. Full-width letters and digits count as plain ones; an apostrophe joins (`people’s` is `peoples`).
  mutating func terms(of text: String) -> [SearchTerm] {
    var terms: [SearchTerm] = []
    terms.reserveCapacity(text.utf8.count / 3)
    var word: [UInt8] = []
    var han: UInt32 = 0
    for scalar in text.unicodeScalars {
      if isHan(scalar.value) {
        if let term = end(&word) { terms.append(term) }
        if han != 0 { terms.append(SearchTerm(han, scalar.value)) }
        han = scalar.value
        continue
      }
      if let letter = letter(scalar.value) {
        word.append(letter)
      } else if !word.isEmpty, scalar == "’" || scalar == "'" {
        continue
      } else if let term = end(&word) {
        terms.append(term)
      }
      if han != 0 { terms.append(SearchTerm(han, 0)) }
      han = 0
    }
    if let term = end(&word) { terms.append(term) }
    if han != 0 { terms.append(SearchTerm(han, 0)) }
    return terms
  }

  /// The term of a finished word.
  private mutating func end(_ word: inout [UInt8]) -> SearchTerm? {
    guard !word.isEmpty else { return nil }
    defer { word.removeAll(keepingCapacity: true) }
    if let known = stems[word] { return known }
    let term = functionWords.contains(word) ? nil : SearchTerm(stem: stem(word))
    stems[word] = .some(term)
    return term
  }
}

private func isHan(_ value: UInt32) -> Bool {
  0x4e00...0x9fff ~= value || 0x3400...0x4dbf ~= value || value == 0x3007
}

/// A Latin letter or digit, in lower case and of usual width; nil for anything else.
private func letter(_ value: UInt32) -> UInt8? {
  let value = 0xff10...0xff5a ~= value ? value - 0xfee0 : value
  switch value {
  case 0x30...0x39, 0x61...0x7a: return UInt8(value)
  case 0x41...0x5a: return UInt8(value + 0x20)
  default: return nil
  }
}

/// Words that say nothing about what a text is about.
private let functionWords = Set(
  "a an and are as at be by for from in is it its of on or that the this to was were which with"
    .split(separator: " ").map { Array($0.utf8) })
