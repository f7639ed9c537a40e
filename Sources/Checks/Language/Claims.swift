import Diagnostics

/// What a sentence claims, and what takes it back.
///
/// A word counts as a claim outside quotation marks, in a statement, where its clause denies nothing: 企业必须参加 claims,
/// 没有谁必须参加 does not. A denial of saying (没有写、没有说) reaches over the clauses after it; any denial reaches a clause
/// that goes on from it (就、也、还 …) or asks (哪些企业必须参加，没有写). In English a denial reaches over its part of the
/// sentence, between semicolons and “, but”, “, so”, “, yet”.
extension BodyLine {
  /// The first claim of each sentence by one of the words. With `evenLinked` also of sentences that cite something:
  /// what another provision says is mostly not this one's.
  func claims(_ cues: CueWords, in language: Language, evenLinked: Bool = false) -> [Range<Int>] {
    let places = cues.places(in: scalars)
    guard !places.isEmpty else { return [] }
    return sentences(in: language).compactMap { sentence in
      guard evenLinked || !labels.contains(where: { sentence.contains($0.lowerBound) }) else { return nil }
      return places.first { place in
        sentence.contains(place.lowerBound) && !isQuoted(place.lowerBound) && !isDenied(place, in: sentence, language)
      }
    }
  }

  /// Whether a place stands between “ and ”.
  private func isQuoted(_ place: Int) -> Bool {
    var depth = 0
    for scalar in scalars[..<place] {
      if scalar == "“" { depth += 1 } else if scalar == "”" { depth = max(0, depth - 1) }
    }
    return depth > 0
  }

  private func isDenied(_ place: Range<Int>, in sentence: Range<Int>, _ language: Language) -> Bool {
    language == .zh ? isDeniedInChinese(place, in: sentence) : isDeniedInEnglish(place, in: sentence)
  }

  private func isDeniedInChinese(_ place: Range<Int>, in sentence: Range<Int>) -> Bool {
    let text = Array(scalars[sentence])
    if questions.occur(in: text) { return true }
    func ends(_ scalar: Unicode.Scalar) -> Bool { "，；：。！？（）".unicodeScalars.contains(scalar) }
    let start = scalars[sentence.lowerBound..<place.lowerBound].lastIndex(where: ends).map { $0 + 1 } ?? sentence.lowerBound
    let end = scalars[place.upperBound..<sentence.upperBound].firstIndex(where: ends) ?? sentence.upperBound
    // The cue itself (不得, 不准) denies nothing of what is said.
    if denials.occur(in: Array(scalars[start..<place.lowerBound])) || denials.occur(in: Array(scalars[place.upperBound..<end])) { return true }
    let before = Array(scalars[sentence.lowerBound..<start])
    if silences.occur(in: before) { return true }
    if let first = scalars[start..<end].first, goingOn.contains(first), denials.occur(in: before) { return true }
    return interrogatives.occur(in: Array(scalars[start..<end])) && denials.occur(in: text)
  }

  private func isDeniedInEnglish(_ place: Range<Int>, in sentence: Range<Int>) -> Bool {
    if scalars[sentence].contains("?") { return true }
    let turns = englishTurns.places(in: scalars).filter { sentence.contains($0.lowerBound) }
    let start = turns.last { $0.upperBound <= place.lowerBound }?.upperBound ?? sentence.lowerBound
    let end = turns.first { $0.lowerBound >= place.upperBound }?.lowerBound ?? sentence.upperBound
    var after = Array(scalars[place.upperBound..<end])
    // “must not” forbids; it does not take the “must” back.
    if after.starts(with: " not ".unicodeScalars) { after.removeFirst(4) }
    return englishDenials.occur(in: Array(scalars[start..<place.lowerBound])) || englishDenials.occur(in: after)
  }
}

private let denials = CueWords([
  "没", "不是", "不等于", "不必", "并非", "未", "无", "不会", "不要求", "不强制", "不算", "不用", "不代表", "而非", "不意味", "不表示", "谈不上",
])
private let silences = CueWords([
  "没有说", "没有写", "没说", "没写", "没有要求", "没有规定", "没有提", "没提", "没有讲", "没有用", "不等于说", "不等于", "不意味着", "未规定", "未写",
])
private let interrogatives = CueWords(["谁", "哪", "几", "多少", "多久", "什么", "怎", "如何", "何时", "是否", "能不能", "要不要", "会不会", "是不是"])
private let questions = CueWords(["？", "吗"])
/// First characters of a clause that goes on from the one before.
private let goingOn: Set<Unicode.Scalar> = ["就", "便", "才", "都", "也", "还", "而", "又", "仍", "更", "并"]
private let englishTurns = CueWords([";", ", but", ", so", ", yet"])
private let englishDenials = CueWords([
  "no", "not", "without", "nothing", "nobody", "none", "neither", "nor", "never", "rather", "cannot", "lacks", "isn't", "doesn't", "don't",
  "aren't", "won't", "wouldn't", "needn't", "didn't", "wasn't", "weren't", "can't", "hasn't", "haven't", "mustn't", "far from", "instead of", "whether",
])
