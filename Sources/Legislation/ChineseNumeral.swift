/// The number that Chinese numerals, full-width or half-width digits write, 0 to 9999; nil for anything else.
///
/// Takes what legal texts print: 〇 and 零, 两, 廿 and 卅, `一〇三` read by places, a missing 零 (`一百一` is 101: a label
/// for 110 is always printed 一百一十) and a missing 一 before 十.
public func number(chinese text: some StringProtocol) -> Int? {
  var total = 0
  var digit: Int?
  var places = 0
  var count = 0
  var smallestUnit = 10_000
  for scalar in text.unicodeScalars {
    count += 1
    let isPlain = smallestUnit == 10_000
    switch numeral(scalar) {
    case .digit(let value):
      guard isPlain || digit == nil || digit == 0 else { return nil }
      places = places * 10 + value
      guard places <= 9999 else { return nil }
      digit = value
    case .unit(let value):
      let factor = digit == nil || (digit == 0 && !isPlain) ? (value == 10 ? 1 : 0) : digit ?? 0
      guard value < smallestUnit, factor > 0, !isPlain || count <= 2 else { return nil }
      total += factor * value
      (digit, places, smallestUnit) = (nil, 0, value)
    case .tens(let value):
      guard smallestUnit > 10, digit == nil || (digit == 0 && !isPlain) else { return nil }
      total += value
      (digit, places, smallestUnit) = (nil, 0, 10)
    case nil: return nil
    }
  }
  if count == 0 { return nil }
  return smallestUnit == 10_000 ? places : total + (digit ?? 0)
}

/// `number` in Chinese numerals as legal texts print them: 10 十, 101 一百零一, 110 一百一十. Meant for 0 to 9999;
/// other numbers are written in digits.
public func chinese(_ number: Int) -> String {
  let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  guard (1...9999).contains(number) else { return number == 0 ? "〇" : String(number) }
  var text = ""
  var rest = number
  var skipped = false
  for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
    let digit = rest / unit
    rest %= unit
    if digit == 0 {
      skipped = !text.isEmpty
      continue
    }
    if skipped { text += "零" }
    skipped = false
    text += unit == 10 && digit == 1 && text.isEmpty ? name : digits[digit] + name
  }
  return text
}

/// `number` (1 to 3999) in Roman numerals; other numbers in digits.
func roman(_ number: Int) -> String {
  guard (1...3999).contains(number) else { return String(number) }
  let letters = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]
  var rest = number
  var text = ""
  for (value, letter) in letters {
    while rest >= value {
      text += letter
      rest -= value
    }
  }
  return text
}

/// The number that well-formed Roman numerals in capitals write.
func number(roman text: some StringProtocol) -> Int? {
  let values: [Unicode.Scalar: Int] = ["I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000]
  var total = 0
  var last = 0
  for scalar in text.unicodeScalars {
    guard let value = values[scalar], total < 4000 else { return nil }
    total += value > last ? value - 2 * last : value
    last = value
  }
  return total > 0 && roman(total) == String(text) ? total : nil
}

/// What one character contributes to a number.
public enum Numeral {
  case digit(Int)
  /// 十, 百, 千
  case unit(Int)
  /// 廿, 卅, 卌
  case tens(Int)
}

public func numeral(_ scalar: Unicode.Scalar) -> Numeral? {
  switch scalar {
  case "0"..."9": .digit(Int(scalar.value - 0x30))
  case "０"..."９": .digit(Int(scalar.value - 0xff10))
  case "〇", "零", "○", "Ｏ": .digit(0)
  case "一": .digit(1)
  case "二", "两": .digit(2)
  case "三": .digit(3)
  case "四": .digit(4)
  case "五": .digit(5)
  case "六": .digit(6)
  case "七": .digit(7)
  case "八": .digit(8)
  case "九": .digit(9)
  case "十": .unit(10)
  case "百": .unit(100)
  case "千": .unit(1000)
  case "廿": .tens(20)
  case "卅": .tens(30)
  case "卌": .tens(40)
  default: nil
  }
}
