import Diagnostics

/// How often something is done: a word of time in one language and what must stand in the other.
private struct Period {
  /// Chinese words that the English must render.
  let zh: [String]
  /// English words for them.
  let en: [String]
  /// English adverbs that need a Chinese word, and what counts as one.
  let adverbs: [String]
  let grounds: [String]
}

private let periods = [
  Period(zh: ["季度", "每季"], en: ["quarter", "quarters", "quarterly"], adverbs: ["quarterly"], grounds: ["季"]),
  Period(zh: ["每月", "月度", "按月"], en: ["month", "months", "monthly"], adverbs: ["monthly"], grounds: ["月"]),
  Period(zh: ["每周", "每星期"], en: ["week", "weeks", "weekly"], adverbs: ["weekly"], grounds: ["周", "星期"]),
  Period(zh: ["每日", "每天"], en: ["day", "days", "daily"], adverbs: ["daily"], grounds: ["日", "天"]),
  Period(zh: ["每年", "年度"], en: ["year", "years", "yearly", "annual", "annually"], adverbs: ["yearly", "annually", "annual"], grounds: ["年"]),
]

/// TR206: 季度 rendered as monthly.
func comparePeriods(_ pair: AlignedPassage) -> [Diagnostic] {
  let zh = pair.zh.text
  var english: [UInt8]?
  func bytes() -> [UInt8] {
    if english == nil { english = lowercasedBytes(pair.en.text) }
    return english ?? []
  }
  var lost: (words: String, place: Range<Int>)?
  for period in periods {
    guard let words = period.zh.first(where: { zh.has($0) }), let place = zh.scalarRange(of: words) else { continue }
    if !period.en.contains(where: { bytes().containsWord($0) }) { lost = (words, place) }
  }
  let places = adverbs.places(in: pair.en.scalars)
  for place in places {
    let word = pair.en.words(place).lowercased()
    guard let period = periods.first(where: { $0.adverbs.contains(word) }), !period.grounds.contains(where: { zh.has($0) }) else { continue }
    return [
      Diagnostic(
        .translatedFigure, at: pair.en.range(of: place),
        lost.map { Bilingual(zh: "\(pair.place)：原文是“\($0.words)”，译文是“\(word)”", en: "\(pair.place): the Chinese says “\($0.words)”, the translation “\(word)”") }
          ?? Bilingual(zh: "\(pair.place) 的原文里没有“\(word)”", en: "“\(word)” is not in the Chinese of \(pair.place)"),
        notes: [Diagnostic.Note(Bilingual(zh: "原文在这里", en: "the Chinese is here"), at: lost.map { pair.zh.range(of: $0.place) } ?? pair.zh.range)],
        help: Bilingual(zh: "以原文为准", en: "the Chinese is authentic"))
    ]
  }
  guard let lost else { return [] }
  return [
    Diagnostic(
      .translatedFigure, at: pair.en.range,
      Bilingual(zh: "\(pair.place) 的译文里没有“\(lost.words)”", en: "the translation of \(pair.place) lacks “\(lost.words)”"),
      notes: [Diagnostic.Note(Bilingual(zh: "原文这里是“\(lost.words)”", en: "the Chinese says \(lost.words) here"), at: pair.zh.range(of: lost.place))],
      help: Bilingual(zh: "照原文补上", en: "put it in, as the Chinese has it"))
  ]
}

private let adverbs = CueWords(periods.flatMap(\.adverbs))
