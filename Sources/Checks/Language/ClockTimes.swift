/// Times of the day: 6:00, 下午3时30分, 早上六点, 6:30 p.m., six o’clock.
extension DigitScanner {
  /// A time whose hour ends at `end`; `start` is where the hour begins.
  ///
  /// What names no half of the day may be of either: 下午3点 is rendered as 3:00 where the afternoon is named elsewhere, but
  /// never as 3 a.m. “from 6 to 22 o’clock” gives one of its hours as a bare number.
  func clock(hour: Int, from start: Int, to end: Int, isStrong: Bool) -> (occurrences: [FigureOccurrence], end: Int)? {
    guard (0...24).contains(hour), self[start - 1] != ".", self[start - 1] != ":", let (minute, after) = minute(at: end, from: start), minute < 60 else { return nil }
    let (half, last) = half(from: start, to: after)
    let face = hour % 12 * 60 + minute
    let (time, others): (Figure, [Figure]) =
      switch half {
      case .morning: (.clock(face), [.clockFace(face)])
      case .afternoon: (.clock(face + 720), [.clockFace(face)])
      case nil where hour > 12: (.clock(hour * 60 + minute), [.clockFace(face)])
      case nil: (.clockFace(face), [.clock(face), .clock(face + 720)])
      }
    let weak = others + [.number(hour * 1000)]
    return (
      weak.map { FigureOccurrence(figure: $0, range: start..<last, isStrong: false) }
        + [FigureOccurrence(figure: time, range: start..<last, isStrong: isStrong)], last
    )
  }

  private enum Half { case morning, afternoon }

  /// The minutes after an hour: `:30`, 时30分, 点半; none are 0. Nil when what follows makes no time of it.
  private func minute(at end: Int, from start: Int) -> (minute: Int, end: Int)? {
    if self[end] == ":" || self[end] == "：", let tens = digit(end + 1), let ones = digit(end + 2), digit(end + 3) == nil { return (tens * 10 + ones, end + 3) }
    if self[end] == "时" || self[end] == "点" {
      let isNamed = chineseHalf(before: start) != nil
      if self[end + 1] == "半" { return (30, end + 2) }
      if self[end + 1] == "整" || self[end + 1] == "钟" { return (0, end + 2) }
      if let (value, after) = number(at: end + 1), value % 1000 == 0, self[after] == "分" { return (value / 1000, after + 1) }
      // 3点意见 are three points.
      return isNamed || self[end] == "时" && self[end + 1] != "代" ? (0, end + 1) : nil
    }
    return starts(with: " o’clock", at: end) || latinHalf(at: end) != nil ? (0, end) : nil
  }

  private func half(from start: Int, to end: Int) -> (Half?, Int) {
    if let half = chineseHalf(before: start) { return (half, end) }
    if let (half, after) = latinHalf(at: end) { return (half, after) }
    return (nil, starts(with: " o’clock", at: end) ? end + 8 : end)
  }

  private func chineseHalf(before start: Int) -> Half? {
    let words = String(String.UnicodeScalarView([self[start - 2], self[start - 1]]))
    return switch words {
    case "上午", "早上", "早晨", "清晨", "凌晨": .morning
    case "下午", "晚上", "傍晚", "夜里", "中午": .afternoon
    default: nil
    }
  }

  private func latinHalf(at end: Int) -> (Half, Int)? {
    let start = self[end] == " " || self[end] == "\u{a0}" ? end + 1 : end
    for (words, half) in [("a.m.", Half.morning), ("p.m.", .afternoon), ("am", .morning), ("pm", .afternoon)] where starts(with: words, at: start) {
      let after = start + words.unicodeScalars.count
      if !(0x61...0x7a).contains(self[after].value | 0x20) { return (half, after) }
    }
    return nil
  }

  private func starts(with words: String, at start: Int) -> Bool {
    guard scalars.indices.contains(start) else { return false }
    return scalars[start...].starts(with: words.unicodeScalars)
  }
}
