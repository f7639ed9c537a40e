/// The English name of a law in a translation that gives its Chinese name in brackets: "the Product Quality Law of the
/// People's Republic of China (中华人民共和国产品质量法)". Nil where the translation gives none.
///
/// The name is the run of capitalised words before the bracket, with the small words among them.
func englishName(of chinese: String, in translation: String) -> String? {
  guard let bracket = translation.firstRange(of: "(\(chinese))") ?? translation.firstRange(of: "（\(chinese)）") else { return nil }
  var words: [Substring] = []
  for word in translation[..<bracket.lowerBound].split(separator: " ").reversed() {
    // A comma or a bracket ends what was said before the name.
    guard let last = word.unicodeScalars.last, words.isEmpty || last.properties.isAlphabetic, isCapitalised(word) || smallWords.contains(word)
    else { break }
    words.append(word)
  }
  let name = words.reversed().drop { smallWords.contains($0) }
  return name.isEmpty ? nil : name.joined(separator: " ")
}

private let smallWords: Set<Substring> = ["a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"]

private func isCapitalised(_ word: Substring) -> Bool { word.unicodeScalars.first?.properties.isUppercase ?? false }
