import Legislation

/// A figure, percentage or date as its value, whichever language it was written in.
enum Figure: Hashable, Sendable {
  /// In thousandths, so that 98.5 is exact.
  case number(Int)
  /// In thousandths of a percent.
  case percent(Int)
  case month(Int)
  case monthDay(Int, Int)
  case yearMonth(Int, Int)
  case date(Int, Int, Int)
  /// A time of day, in minutes from midnight.
  case clock(Int)
  /// A time of either half of the day, in minutes from twelve o’clock.
  case clockFace(Int)
}

/// A figure and where it stands in a text.
struct FigureOccurrence: Sendable {
  let figure: Figure
  /// Scalars of the text.
  let range: Range<Int>
  /// False for a numeral that may be part of a word (统一, 十分), which may match a figure but asks for none.
  let isStrong: Bool
}

/// What both scanners share: digits with a decimal point.
struct DigitScanner {
  let scalars: [Unicode.Scalar]

  func digit(_ index: Int) -> Int? {
    guard scalars.indices.contains(index) else { return nil }
    switch scalars[index].value {
    case 0x30...0x39: return Int(scalars[index].value - 0x30)
    case 0xff10...0xff19: return Int(scalars[index].value - 0xff10)
    default: return nil
    }
  }

  subscript(index: Int) -> Unicode.Scalar { scalars.indices.contains(index) ? scalars[index] : "\0" }

  /// The number that begins at `start`, in thousandths, and where it ends: `98.5`, `10,000`.
  func number(at start: Int) -> (value: Int, end: Int)? {
    guard digit(start) != nil else { return nil }
    var value = 0
    var index = start
    while true {
      if let next = digit(index) {
        guard value < 1_000_000_000_000 else { return nil }
        value = value * 10 + next
        index += 1
      } else if self[index] == ",", digit(index + 1) != nil, digit(index + 2) != nil, digit(index + 3) != nil,
        digit(index + 4) == nil
      {
        index += 1
      } else {
        break
      }
    }
    var thousandths = value * 1000
    if self[index] == ".", digit(index + 1) != nil {
      index += 1
      var unit = 100
      while let next = digit(index) {
        thousandths += next * unit
        unit /= 10
        index += 1
      }
    }
    return (thousandths, index)
  }

  /// Multiplies without overflow; a number beyond all figures of a law stays as it is.
  static func multiply(_ value: Int, by factor: Int) -> Int {
    let (product, overflow) = value.multipliedReportingOverflow(by: factor)
    return overflow ? value : product
  }
}
