/// An English text as words, in which the rendering of a term is looked for.
struct EnglishWords {
  private let words: [String]
  private let places: [String: [Int]]

  init(_ text: String) {
    words = Self.words(of: text)
    var places: [String: [Int]] = [:]
    for (index, word) in words.enumerated() { places[word, default: []].append(index) }
    self.places = places
  }

  /// Whether the rendering is there: its words in any order, others between them (public employment services,
  /// quality of … services), within six words more than it has. Number, case and hyphens make no difference.
  func contains(_ rendering: String) -> Bool {
    let wanted = Self.words(of: rendering).filter { !Self.particles.contains($0) }
    guard let rarest = wanted.min(by: { (places[$0]?.count ?? 0) < (places[$1]?.count ?? 0) }), let starts = places[rarest] else {
      return wanted.isEmpty
    }
    guard wanted.count > 1 else { return true }
    let reach = wanted.count + 6
    return starts.contains { start in
      let window = words[max(0, start - reach)...min(words.count - 1, start + reach)]
      return wanted.allSatisfy { window.contains($0) }
    }
  }

  private static let particles: Set<String> = ["of", "and", "the", "for", "in", "to", "a", "on"]

  /// Runs of letters and digits, lower case, without a plural's ending.
  private static func words(of text: String) -> [String] {
    var bytes = lowercasedBytes(text)
    // Quotation marks and dashes are E2 80 xx.
    for index in bytes.indices.dropLast(2) where bytes[index] == 0xe2 && bytes[index + 1] == 0x80 {
      for part in index...index + 2 { bytes[part] = UInt8(ascii: " ") }
    }
    return bytes.split { !(isLatin($0) || (0x30...0x39).contains($0) || $0 >= 0x80) }.map { bytes in
      var word = String(decoding: bytes, as: UTF8.self)
      if word.utf8.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") {
        word.removeLast()
        if word.hasSuffix("ie") { word = word.dropLast(2) + "y" }
      }
      return word
    }
  }
}
