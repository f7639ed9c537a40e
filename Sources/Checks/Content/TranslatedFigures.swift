import Corpus
import Diagnostics

extension Rule {
  public static let translatedFigure = Rule(
    "TR206", .error, title: Bilingual(zh: "数字、日期和百分比，译文与原文一致", en: "A translation keeps every figure, date and percentage"),
    explanation: Bilingual(
      zh: "逐款逐项比较原文和译文里的数字。“十二项”与 12 或 twelve，“每万人”与 10,000，“2021年9月1日”与 1 September 2021 视为一致；万和亿按数值比较；“季度”对 quarterly，“每月”对 monthly；“下午3时”、15:00 与 3 p.m. 视为一致。中文注解与英文注解之间也这样比。",
      en: "Figures of original and translation are compared paragraph by paragraph and item by item, by value: 十二项 is 12 or twelve, 每万人 is 10,000, 2021年9月1日 is 1 September 2021; 万 and 亿 are understood; 季度 goes with quarterly, 每月 with monthly; 下午3时 and 15:00 are 3 p.m. A Chinese note and its English version are compared in the same way."),
    bad: "合格率达到98.5%以上 / a pass rate of 95.8% or more", good: "合格率达到98.5%以上 / a pass rate of 98.5% or more")
  public static let translatedBound = Rule(
    "TR207", .error, title: Bilingual(zh: "“以上”“不低于”等界限，译文里不丢", en: "A translation keeps “or more”, “at most” and the like"),
    explanation: Bilingual(
      zh: "“75%以上”只译成 75%，目标就变了。“以上”“不低于”“不少于”要有 or more、at least、no lower than 之类；“以下”“不超过”“以内”要有 or less、at most、within 之类；“左右”要有 around 之类。",
      en: "75%以上 rendered as 75% is another target. 以上, 不低于 and 不少于 need “or more”, “at least”, “no lower than” or the like; 以下, 不超过 and 以内 “or less”, “at most”, “within”; 左右 “around”."),
    bad: "比重达75%以上 / a share of 75%", good: "比重达75%以上 / a share of 75% or more")
}

extension ContentCheck {
  static let documentFigures = ContentCheck(.translatedFigure) { corpus, _ in
    concurrentMap(corpus.documentPairs) { compareDocuments($0.zh, $0.en) }.flatMap { $0 }
  }
}

/// TR206 and TR207 in a translation.
func judgeFigures(_ pair: AlignedPassage) -> [Diagnostic] { compareFigures(pair) + compareBounds(pair) + comparePeriods(pair) }

private func compareFigures(_ pair: AlignedPassage) -> [Diagnostic] {
  let zh = chineseFigures(in: pair.zh.scalars)
  let en = englishFigures(in: pair.en.scalars)
  if zh.isEmpty, en.isEmpty { return [] }
  let (known, rendered) = (Set(zh.map(\.figure)), Set(en.map(\.figure)))
  var seen: Set<Figure> = []
  let lost = zh.filter { $0.isStrong && !rendered.contains($0.figure) && seen.insert($0.figure).inserted }
  let added = en.filter { $0.isStrong && !known.contains($0.figure) && seen.insert($0.figure).inserted }
  if lost.count == 1, added.count == 1 { return [changed(pair, lost[0], added[0])] }
  return lost.map { figure in
    let words = pair.zh.words(figure.range)
    return Diagnostic(
      .translatedFigure, at: pair.en.range,
      Bilingual(zh: "\(pair.place) 的译文里没有“\(words)”", en: "the translation of \(pair.place) lacks “\(words)”"),
      notes: [Diagnostic.Note(Bilingual(zh: "原文这里是“\(words)”", en: "the Chinese says \(words) here"), at: pair.zh.range(of: figure.range))],
      help: Bilingual(zh: "照原文补上这个数字", en: "put the figure in, as the Chinese has it"))
  } + added.map { figure in
    let words = pair.en.words(figure.range)
    return Diagnostic(
      .translatedFigure, at: pair.en.range(of: figure.range),
      Bilingual(zh: "\(pair.place) 的原文里没有“\(words)”", en: "“\(words)” is not in the Chinese of \(pair.place)"),
      notes: [Diagnostic.Note(Bilingual(zh: "原文在这里", en: "the Chinese is here"), at: pair.zh.range)],
      help: Bilingual(zh: "译文不添加数字", en: "a translation adds no figure"))
  }
}

private func changed(_ pair: AlignedPassage, _ lost: FigureOccurrence, _ added: FigureOccurrence) -> Diagnostic {
  let (original, rendered) = (pair.zh.words(lost.range), pair.en.words(added.range))
  let place = pair.en.range(of: added.range)
  // Digits are the same in both languages; a numeral or a date has to be written by hand.
  let isPlain = original.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "%") }
  return Diagnostic(
    .translatedFigure, at: place,
    Bilingual(zh: "\(pair.place)：原文是“\(original)”，译文是“\(rendered)”", en: "\(pair.place): the Chinese says “\(original)”, the translation “\(rendered)”"),
    notes: [Diagnostic.Note(Bilingual(zh: "原文这里是“\(original)”", en: "the Chinese says \(original) here"), at: pair.zh.range(of: lost.range))],
    help: Bilingual(zh: "以原文为准", en: "the Chinese is authentic"),
    fix: isPlain ? Diagnostic.Fix(place, original) : nil)
}

/// Percentages, dates and digits of a document of ours and of its English version. Its paragraphs need not correspond,
/// so each figure is looked for in the whole of the other.
private func compareDocuments(_ zh: Document, _ en: Document) -> [Diagnostic] {
  let chinese = zh.bodyLines.map { ($0, chineseFigures(in: $0.scalars)) }
  let english = en.bodyLines.map { ($0, englishFigures(in: $0.scalars)) }
  let known = Set(chinese.flatMap { $0.1.map(\.figure) }).flatMap(\.parts)
  let rendered = Set(english.flatMap { $0.1.map(\.figure) }).flatMap(\.parts)
  func missing(_ lines: [(BodyLine, [FigureOccurrence])], in other: Set<Figure>, _ message: (String) -> Bilingual) -> [Diagnostic] {
    lines.flatMap { line, figures in
      figures.compactMap { figure in
        guard figure.isStrong, !other.contains(figure.figure), !line.isInLabel(figure.range.lowerBound), figure.isPlain(in: line) else { return nil }
        return Diagnostic(
          .translatedFigure, at: line.range(figure.range), message(line.words(figure.range)),
          notes: [Diagnostic.Note(Bilingual(zh: "另一种语言的文件在这里", en: "the other language is here"), at: (line.file == zh.file ? en : zh).place)],
          help: Bilingual(zh: "两种语言写一样的数字", en: "give the same figure in both languages"))
      }
    }
  }
  return missing(chinese, in: Set(rendered)) { Bilingual(zh: "“\($0)”在英文页里没有", en: "“\($0)” is not in the English version") }
    + missing(english, in: Set(known)) { Bilingual(zh: "“\($0)”在中文页里没有", en: "“\($0)” is not in the Chinese original") }
}

extension Figure {
  /// The figure, and what is said with it: a date also gives its year and its month.
  var parts: [Figure] {
    switch self {
    case .date(let year, let month, let day):
      [self, .yearMonth(year, month), .monthDay(month, day), .month(month), .number(year * 1000)]
    case .yearMonth(let year, let month): [self, .month(month), .number(year * 1000)]
    case .monthDay(let month, _): [self, .month(month)]
    default: [self]
    }
  }
}

extension FigureOccurrence {
  /// Whether it is written in digits, and is no number of an article or item.
  fileprivate func isPlain(in line: BodyLine) -> Bool {
    if case .number = figure {
      // 一百五十字 and 120 words may be the same length of writing.
      let after = line.scalars[range.upperBound...].prefix(6)
      return line.scalars[range].contains { (0x30...0x39).contains($0.value) } && !after.elementsEqual(" words".unicodeScalars)
    }
    return true
  }
}

private struct Bound {
  let zh: [String]
  let en: [String]
}

private let bounds = [
  Bound(
    zh: ["以上", "不低于", "不少于"],
    en: ["or more", "at least", "no lower than", "not lower than", "no less than", "not less than", "no fewer than", "or above", "or higher", "and above", "or over", "minimum"]),
  Bound(
    zh: ["以下", "不超过", "不高于", "不多于", "以内"],
    en: ["or less", "or fewer", "at most", "no more than", "not more than", "not exceed", "or below", "or lower", "and below", "within", "up to", "maximum", "under"]),
  Bound(zh: ["左右"], en: ["around", "about", "approximately", "some "]),
]

/// A bound counts where it touches a figure: 75%以上, 不低于50%; 县级以上 is no figure.
private func compareBounds(_ pair: AlignedPassage) -> [Diagnostic] {
  let figures = chineseFigures(in: pair.zh.scalars).filter(\.isStrong)
  guard !figures.isEmpty else { return [] }
  let scalars = pair.zh.scalars
  let english = pair.en.text.lowercased()
  return bounds.compactMap { bound in
    var first: Range<Int>?
    var count = 0
    for figure in figures {
      guard let place = bound.zh.lazy.compactMap({ touching(figure.range, $0, in: scalars) }).first else { continue }
      count += 1
      if first == nil { first = place }
    }
    guard let first, count > bound.en.reduce(0, { $0 + english.occurrences(of: $1) }) else { return nil }
    let words = pair.zh.words(first)
    return Diagnostic(
      .translatedBound, at: pair.en.range,
      Bilingual(zh: "\(pair.place) 的译文丢了“\(words)”", en: "the translation of \(pair.place) loses “\(words)” (\(bound.en[0]))"),
      notes: [Diagnostic.Note(Bilingual(zh: "原文在这里", en: "the Chinese says it here"), at: pair.zh.range(of: first))],
      help: Bilingual(zh: "写上 \(bound.en.prefix(3).joined(separator: "、"))", en: "say “\(bound.en.prefix(3).joined(separator: "”, “"))” or the like"))
  }
}

/// Figure and bound together, when the word stands right before the figure or within two measure words after it.
private func touching(_ figure: Range<Int>, _ word: String, in scalars: [Unicode.Scalar]) -> Range<Int>? {
  let word = [Unicode.Scalar](of: word)
  if word.first == "不" {
    let start = figure.lowerBound - word.count
    return start >= 0 && scalars[start..<figure.lowerBound].elementsEqual(word) ? start..<figure.upperBound : nil
  }
  for gap in 0...2 {
    let start = figure.upperBound + gap
    let end = start + word.count
    if end <= scalars.count, scalars[start..<end].elementsEqual(word) { return figure.lowerBound..<end }
  }
  return nil
}

extension Passage {
  /// Some scalars of the passage as text.
  func words(_ range: Range<Int>) -> String {
    String(scalars: scalars[range.clamped(to: 0..<scalars.count)])
  }
}
