/// The figures of an English text: 98.5%, 10,000, 12, twelve, 36th, three-year, 1 September 2021, September.
func englishFigures(in text: String) -> [FigureOccurrence] { englishFigures(in: [Unicode.Scalar](of: text)) }

func englishFigures(in scalars: [Unicode.Scalar]) -> [FigureOccurrence] {
  var scanner = EnglishFigureScanner(digits: DigitScanner(scalars: scalars))
  return scanner.scan()
}

private let numberWords: [String: Int] = [
  "one": 1, "first": 1, "two": 2, "second": 2, "both": 2, "twice": 2, "double": 2, "dual": 2, "pair": 2, "three": 3,
  "third": 3, "triple": 3, "four": 4, "fourth": 4, "five": 5, "fifth": 5, "six": 6, "sixth": 6, "seven": 7,
  "seventh": 7, "eight": 8, "eighth": 8, "nine": 9, "ninth": 9, "ten": 10, "tenth": 10, "eleven": 11, "twelve": 12,
  "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
  "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
  "hundred": 100, "century": 100, "decade": 10, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000,
  "dozen": 12, "duplicate": 2, "triplicate": 3, "fortnight": 14,
]
/// Words that say a number only sometimes (a second reader, on the one hand): they may match one and ask for none.
private let looseWords: Set<String> = ["one", "first", "second", "both", "twice", "double", "dual", "pair", "decade", "dozen", "duplicate", "triplicate", "fortnight"]
private let months: [String: Int] = [
  "January": 1, "February": 2, "March": 3, "April": 4, "May": 5, "June": 6, "July": 7, "August": 8, "September": 9,
  "October": 10, "November": 11, "December": 12,
]

/// Whether a number word or a month begins with two letters, by their places in the alphabet.
private let mayBegin: [Bool] = {
  var pairs = [Bool](repeating: false, count: 26 * 26)
  for name in Array(numberWords.keys) + Array(months.keys) {
    let letters = Array(name.lowercased().utf8.prefix(2)).map { Int($0) - 0x61 }
    pairs[letters[0] * 26 + letters[1]] = true
  }
  return pairs
}()

private struct EnglishFigureScanner {
  let digits: DigitScanner
  var found: [FigureOccurrence] = []
  var index = 0

  mutating func scan() -> [FigureOccurrence] {
    while index < digits.scalars.count {
      if let (value, end) = digits.number(at: index) {
        readDigits(value, end)
      } else if isLatin(digits[index]) {
        readWord()
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
    if value % 1000 == 0, (1...31).contains(value / 1000), let (month, afterMonth) = word(afterSpaceAt: end),
      let number = months[month]
    {
      if let year = year(at: afterMonth) { return add(.date(year.value, number, value / 1000), start, year.end) }
      return add(.monthDay(number, value / 1000), start, afterMonth)
    }
    if digits[end] == "%" || digits[end] == "％" { return add(.percent(value), start, end + 1) }
    if value % 1000 == 0, let time = digits.clock(hour: value / 1000, from: start, to: end, isStrong: true) { return add(time) }
    guard let (word, after) = word(afterSpaceAt: end) else { return add(.number(value), start, ordinalEnd(end)) }
    switch word.lowercased() {
    case "percent": add(.percent(value), start, after)
    case "per" where self.word(afterSpaceAt: after)?.text == "cent": add(.percent(value), start, after + 5)
    case "hundred": add(.number(DigitScanner.multiply(value, by: 100)), start, after)
    case "thousand": add(.number(DigitScanner.multiply(value, by: 1000)), start, after)
    case "million": add(.number(DigitScanner.multiply(value, by: 1_000_000)), start, after)
    case "billion": add(.number(DigitScanner.multiply(value, by: 1_000_000_000)), start, after)
    case "trillion": add(.number(DigitScanner.multiply(value, by: 1_000_000_000_000)), start, after)
    default:
      alsoAs(value, at: start, end)
      add(.number(value), start, end)
    }
  }

  private mutating func add(_ time: (occurrences: [FigureOccurrence], end: Int)) {
    found += time.occurrences
    index = time.end
  }

  /// A week may stand for seven days, a year for twelve months.
  private mutating func alsoAs(_ value: Int, at start: Int, _ end: Int) {
    guard digits[end] == " " || digits[end] == "-", isLatin(digits[end + 1]), value <= 10_000 else { return }
    let factor: Int? =
      switch word(at: end + 1).text {
      case "week", "weeks": 7
      case "year", "years": 12
      default: nil
      }
    guard let factor else { return }
    found.append(FigureOccurrence(figure: .number(value * factor), range: start..<end, isStrong: false))
  }

  /// `36th` ends after its letters.
  private func ordinalEnd(_ end: Int) -> Int {
    let suffix = String(scalars: [digits[end], digits[end + 1]])
    return ["st", "nd", "rd", "th"].contains(suffix) && !isLatin(digits[end + 2]) ? end + 2 : end
  }

  private mutating func readWord() {
    let start = index
    var letters = start
    while isLatin(digits[letters]) { letters += 1 }
    // Most words are no numbers: number words and months have 3 to 11 letters and begin with some pairs of them.
    guard (3...11).contains(letters - start), mayBegin[place(of: digits[start]) * 26 + place(of: digits[start + 1])] else {
      index = letters
      return
    }
    let (text, end) = word(at: start)
    if let month = months[text] { return readMonth(month, text, start, end) }
    guard let value = numberWords[text.lowercased()] else {
      index = end
      return
    }
    if value <= 12, let time = digits.clock(hour: value, from: start, to: end, isStrong: false) { return add(time) }
    // twenty-one, one hundred
    if digits[end] == "-" || digits[end] == " ", isLatin(digits[end + 1]) {
      let (next, after) = word(at: end + 1)
      if let unit = numberWords[next.lowercased()] {
        if value >= 20, value < 100, unit < 10, digits[end] == "-" { return add(.number((value + unit) * 1000), start, after) }
        if unit >= 100, value < unit { return readProduct(DigitScanner.multiply(value, by: unit), start, after) }
      }
      if let end = percentEnd(end) { return add(.percent(value * 1000), start, end) }
    }
    alsoAs(value * 1000, at: start, end)
    add(.number(value * 1000), start, end, strong: !looseWords.contains(text.lowercased()) && value < 100)
  }

  /// one hundred, one hundred million, one hundred percent.
  private mutating func readProduct(_ product: Int, _ start: Int, _ end: Int) {
    var (value, end) = (product, end)
    while let (next, after) = word(afterSpaceAt: end), let unit = numberWords[next.lowercased()], unit >= 1000 {
      (value, end) = (DigitScanner.multiply(value, by: unit), after)
    }
    if let after = percentEnd(end) { return add(.percent(value * 1000), start, after) }
    add(.number(DigitScanner.multiply(value, by: 1000)), start, end)
  }

  /// Where “percent” or “per cent” after a number ends.
  private func percentEnd(_ end: Int) -> Int? {
    guard let (next, after) = word(afterSpaceAt: end) else { return nil }
    if next == "percent" { return after }
    guard next == "per", let (last, end) = word(afterSpaceAt: after), last == "cent" else { return nil }
    return end
  }

  private mutating func readMonth(_ month: Int, _ name: String, _ start: Int, _ end: Int) {
    if let year = year(at: end) { return add(.yearMonth(year.value, month), start, year.end) }
    if digits[end] == " ", let (day, after) = digits.number(at: end + 1), day <= 31_000 {
      let comma = digits[after] == "," ? after + 1 : after
      if let year = year(at: comma) { return add(.date(year.value, month, day / 1000), start, year.end) }
      return add(.monthDay(month, day / 1000), start, after)
    }
    // May and March are words too.
    add(.month(month), start, end, strong: name != "May" && name != "March")
  }

  private func year(at index: Int) -> (value: Int, end: Int)? {
    guard digits[index] == " ", let (value, end) = digits.number(at: index + 1), end - index == 5 else { return nil }
    return (value / 1000, end)
  }

  private func word(at start: Int) -> (text: String, end: Int) {
    var end = start
    while isLatin(digits[end]) { end += 1 }
    return (String(scalars: digits.scalars[start..<end]), end)
  }

  private func word(afterSpaceAt index: Int) -> (text: String, end: Int)? {
    guard digits[index] == " " || digits[index] == "\u{a0}", isLatin(digits[index + 1]) else { return nil }
    return word(at: index + 1)
  }

  /// Of a letter in the alphabet, from 0.
  private func place(of letter: Unicode.Scalar) -> Int { Int(letter.value | 0x20) - 0x61 }
}
