import Legislation

/// The figures of a Chinese text: 98.5%, 75%以上, 每万人, 十二项, 2021年9月1日, 第三十六次, 百分之五.
func chineseFigures(in text: String) -> [FigureOccurrence] { chineseFigures(in: [Unicode.Scalar](of: text)) }

func chineseFigures(in scalars: [Unicode.Scalar]) -> [FigureOccurrence] {
  var scanner = ChineseFigureScanner(digits: DigitScanner(scalars: scalars))
  return scanner.scan()
}

/// Words after a numeral that make it a count: 十二项, 三大工程, 二星级.
private let measures: Set<Unicode.Scalar> = [
  "项", "个", "大", "年", "日", "人", "次", "倍", "家", "类", "种", "届", "期", "级", "星", "件", "名", "条", "款", "章", "节",
  "岁", "天", "周", "户", "元", "省", "市", "县", "区", "位", "场", "部", "篇", "份", "套", "台", "米", "吨", "处", "所", "门",
]

private struct ChineseFigureScanner {
  let digits: DigitScanner
  var found: [FigureOccurrence] = []
  var index = 0

  mutating func scan() -> [FigureOccurrence] {
    while index < digits.scalars.count {
      if let (value, end) = digits.number(at: index) {
        readDigits(value, end)
      } else if isNumeral(digits[index]) {
        readNumeral()
      } else if digits[index] == "双" || digits[index] == "半" && digits[index + 1] == "年" {
        // 双方 are two parties, 半年 is six months.
        add(.number(digits[index] == "双" ? 2000 : 6000), index, index + 1, strong: false)
      } else {
        index += 1
      }
    }
    return found
  }

  private mutating func add(_ figure: Figure, _ start: Int, _ end: Int, strong: Bool = true) {
    found.append(FigureOccurrence(figure: figure, range: start..<end, isStrong: strong))
    index = end
  }

  private mutating func readDigits(_ value: Int, _ end: Int) {
    let start = index
    if digits[end] == "世", digits[end + 1] == "纪", let decade = digits.number(at: end + 2), let after = decadeEnd(decade.end) {
      return add(.number(value * 100 - 100_000 + decade.value), start, after)
    }
    if digits[end] == "年", let month = digits.number(at: end + 1), digits[month.end] == "月" {
      if let day = digits.number(at: month.end + 1), digits[day.end] == "日" {
        return add(.date(value / 1000, month.value / 1000, day.value / 1000), start, day.end + 1)
      }
      return add(.yearMonth(value / 1000, month.value / 1000), start, month.end + 1)
    }
    if digits[end] == "月", value <= 12_000, value % 1000 == 0, digits[start - 1] != "个" {
      if let day = digits.number(at: end + 1), digits[day.end] == "日" {
        return add(.monthDay(value / 1000, day.value / 1000), start, day.end + 1)
      }
      return add(.month(value / 1000), start, end + 1)
    }
    if digits[end] == "%" || digits[end] == "％" { return add(.percent(value), start, end + 1) }
    if value % 1000 == 0, let time = digits.clock(hour: value / 1000, from: start, to: end, isStrong: true) { return add(time) }
    let (factor, after) = multiplier(at: end)
    alsoAs(value, at: start, end)
    add(.number(DigitScanner.multiply(value, by: factor)), start, after)
  }

  private mutating func add(_ time: (occurrences: [FigureOccurrence], end: Int)) {
    found += time.occurrences
    index = time.end
  }

  /// 年代 after the number of a decade: 20世纪90年代 are the 1990s.
  private func decadeEnd(_ end: Int) -> Int? { digits[end] == "年" && digits[end + 1] == "代" ? end + 2 : nil }

  /// A week may be rendered as seven days, a year as twelve months.
  private mutating func alsoAs(_ value: Int, at start: Int, _ end: Int) {
    let factor: Int? =
      switch digits[end] {
      case "周": 7
      case "年": 12
      default: nil
      }
    guard let factor, value <= 10_000 else { return }
    found.append(FigureOccurrence(figure: .number(value * factor), range: start..<end, isStrong: false))
  }

  /// 万, 亿, 千万 … after digits.
  private func multiplier(at start: Int) -> (factor: Int, end: Int) {
    var factor = 1
    var index = start
    while true {
      switch digits[index] {
      case "百": factor *= 100
      case "千": factor *= 1000
      case "万": factor *= 10_000
      case "亿": factor *= 100_000_000
      default: return (factor, index)
      }
      index += 1
      if index - start == 3 { return (factor, index) }
    }
  }

  private mutating func readNumeral() {
    let start = index
    var end = start
    while isNumeral(digits[end]) { end += 1 }
    if digits[end] == "分", digits[end + 1] == "之", end - start == 1, digits[start] == "百" {
      var last = end + 2
      while isNumeral(digits[last]) { last += 1 }
      if let value = value(end + 2..<last) {
        let (thousandths, after) = decimals(at: last)
        return add(.percent(value * 1000 + thousandths), start, after)
      }
    }
    guard let value = value(start..<end) else {
      // 百千万, 十四五: a run that is no number still holds some.
      for place in start..<end {
        for length in 1...3 where place + length <= end {
          if let part = self.value(place..<place + length) {
            found.append(FigureOccurrence(figure: .number(part * 1000), range: place..<place + length, isStrong: false))
          }
        }
      }
      index = end
      return
    }
    if let time = digits.clock(hour: value, from: start, to: end, isStrong: false) { return add(time) }
    if let (figure, after) = date(value, start, end) { return add(figure, start, after) }
    if digits[end] == "世", digits[end + 1] == "纪", let decade = numeralRun(from: end + 2), let after = decadeEnd(decade.end) {
      return add(.number((value * 100 - 100 + decade.value) * 1000), start, after)
    }
    alsoAs(value * 1000, at: start, end)
    let isOrdinal = digits[start - 1] == "第"
    let isCounted = measures.contains(digits[end])
    let isPer = digits[start - 1] == "每"
    // 数十家, 几十人 are no figure.
    if digits[start - 1] == "数" || digits[start - 1] == "几" { return add(.number(value * 1000), start, end, strong: false) }
    // 一 counts nothing that a translation must show (一项 is “a”), and 第一 is mostly “foremost”.
    let isStrong = value > 1 && (isOrdinal || isCounted || isPer && value >= 10)
      || isOrdinal && ["届", "次"].contains(digits[end])
    add(.number(value * 1000), start, end, strong: isStrong && !isIdiom(start, end))
  }

  /// 三月, 三月十五日, 二〇二五年三月十五日: from a number that ends at `end`.
  private func date(_ value: Int, _ start: Int, _ end: Int) -> (Figure, Int)? {
    if digits[end] == "年", (1000...2999).contains(value), let month = numeralRun(from: end + 1), digits[month.end] == "月" {
      if let day = numeralRun(from: month.end + 1), digits[day.end] == "日" { return (.date(value, month.value, day.value), day.end + 1) }
      return (.yearMonth(value, month.value), month.end + 1)
    }
    guard digits[end] == "月", (1...12).contains(value), digits[start - 1] != "个" else { return nil }
    if let day = numeralRun(from: end + 1), digits[day.end] == "日", day.value <= 31 { return (.monthDay(value, day.value), day.end + 1) }
    return (.month(value), end + 1)
  }

  /// The run of numerals that begins at an index.
  private func numeralRun(from start: Int) -> (value: Int, end: Int)? {
    var end = start
    while isNumeral(digits[end]) { end += 1 }
    guard end > start, let value = value(start..<end) else { return nil }
    return (value, end)
  }

  /// 点五 after a number, in thousandths.
  private func decimals(at start: Int) -> (thousandths: Int, end: Int) {
    guard digits[start] == "点" else { return (0, start) }
    var (total, unit, index) = (0, 100, start + 1)
    while case .digit(let value) = numeral(digits[index]) {
      total += value * unit
      unit /= 10
      index += 1
    }
    return index > start + 1 ? (total, index) : (0, start)
  }

  /// Words in which a numeral with a measure is no count: 四面八方, 十大 is one, 千家万户 is not.
  private func isIdiom(_ start: Int, _ end: Int) -> Bool {
    let next = digits[end + 1]
    return (digits[end] == "家" && next == "万") || (digits[end] == "户" && digits[start - 1] == "家")
  }

  private func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "〇", "零", "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "亿": true
    default: false
    }
  }

  /// Chinese numerals with 万 and 亿.
  private func value(_ range: Range<Int>) -> Int? {
    var total = 0
    var start = range.lowerBound
    for (unit, factor) in [("亿" as Unicode.Scalar, 100_000_000), ("万", 10_000)] {
      guard let place = digits.scalars[start..<range.upperBound].firstIndex(of: unit) else { continue }
      guard let part = place == start ? 1 : small(start..<place) else { return nil }
      total += part * factor
      start = place + 1
    }
    if start == range.upperBound { return total > 0 ? total : nil }
    guard let rest = small(start..<range.upperBound) else { return nil }
    return total + rest
  }

  private func small(_ range: Range<Int>) -> Int? {
    let scalars = digits.scalars[range]
    // 百 and 千 alone stand for 100 and 1,000: 每百人.
    if scalars.count == 1, let only = scalars.first {
      if only == "百" { return 100 }
      if only == "千" { return 1000 }
    }
    return number(chinese: String(scalars: scalars))
  }
}
