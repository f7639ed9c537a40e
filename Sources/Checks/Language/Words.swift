import Corpus

/// Search for words as a rule needs it: whole words, whatever their case.
extension [UInt8] {
  /// Whether the word stands here between characters that are no Latin letters. `word` is lower case, as the text must be.
  func containsWord(_ word: String) -> Bool { containsWord(Array(word.utf8)) }

  /// The same for a word that is looked for again and again.
  func containsWord(_ word: [UInt8]) -> Bool { firstWord(word, from: 0) != nil }

  /// Where the word begins, at or after `start`.
  func firstWord(_ word: String, from start: Int) -> Int? { firstWord(Array(word.utf8), from: start) }

  /// Whether a word begins so: `provinc` begins province and provincial.
  func hasWord(beginning: [UInt8]) -> Bool { firstWord(beginning, from: 0, isWhole: false) != nil }

  private func firstWord(_ word: [UInt8], from start: Int, isWhole: Bool = true) -> Int? {
    guard let first = word.first, count >= word.count else { return nil }
    return withUnsafeBufferPointer { text in
      var index = start
      while index + word.count <= text.count {
        defer { index += 1 }
        guard text[index] == first, index == 0 || !isLatin(text[index - 1]) else { continue }
        let end = index + word.count
        guard !isWhole || end == text.count || !isLatin(text[end]) || !isLatin(word[word.count - 1]) else { continue }
        var same = 1
        while same < word.count, text[index + same] == word[same] { same += 1 }
        if same == word.count { return index }
      }
      return nil
    }
  }
}

func isLatin(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }

func isLatin(_ scalar: Unicode.Scalar) -> Bool { (0x61...0x7a).contains(scalar.value | 0x20) }

/// The UTF-8 of a text in lower case (ASCII only), with straight apostrophes.
func lowercasedBytes(_ text: String) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count)
  for byte in text.utf8 {
    bytes.append((0x41...0x5a).contains(byte) ? byte | 0x20 : byte)
    // U+2019 is E2 80 99.
    if byte == 0x99, bytes.count >= 3, bytes[bytes.count - 3] == 0xe2, bytes[bytes.count - 2] == 0x80 {
      bytes.removeLast(3)
      bytes.append(UInt8(ascii: "'"))
    }
  }
  return bytes
}

/// Whether a scalar is a Chinese character.
func isHan(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x3007, 0x3400...0x4dbf, 0x4e00...0x9fff, 0xf900...0xfaff, 0x20000...0x3134f: true
  default: false
  }
}

extension String {
  /// Whether the words occur. Compares bytes: `contains` of the standard library is some thirty times slower.
  func has(_ words: String) -> Bool {
    var text = self
    return text.withUTF8 { holds($0, words) }
  }
}

extension SourceFile {
  /// Whether the file's bytes hold these words.
  func has(_ words: String) -> Bool { bytes.withUnsafeBufferPointer { holds($0, words) } }
}

private func holds(_ text: UnsafeBufferPointer<UInt8>, _ words: String) -> Bool {
  var words = words
  return words.withUTF8 { words in
    guard let first = words.first else { return true }
    var index = 0
    while let start = text.place(of: first, from: index), start + words.count <= text.count {
      var same = 1
      while same < words.count, text[start + same] == words[same] { same += 1 }
      if same == words.count { return true }
      index = start + 1
    }
    return false
  }
}

extension String {
  /// How often a stretch occurs, overlaps not counted. Compares bytes.
  func occurrences(of words: String) -> Int {
    var (text, words) = (self, words)
    return text.withUTF8 { text in
      words.withUTF8 { words in
        guard let first = words.first else { return 0 }
        var (count, index) = (0, 0)
        while index + words.count <= text.count {
          var same = text[index] == first ? 1 : 0
          while same > 0, same < words.count, text[index + same] == words[same] { same += 1 }
          if same == words.count { count += 1 }
          index += same == words.count ? same : 1
        }
        return count
      }
    }
  }
}

extension Collection<Unicode.Scalar> where Index == Int {
  /// Where some scalars begin and end, the first time they occur.
  func place(of words: some Collection<Unicode.Scalar>) -> Range<Int>? {
    guard let first = words.first else { return nil }
    let length = words.count
    var index = startIndex
    while index + length <= endIndex {
      if self[index] == first, self[index..<index + length].elementsEqual(words) { return index..<index + length }
      index += 1
    }
    return nil
  }
}
