import Diagnostics

/// Reads a label off the beginning of a line.
struct LabelScanner {
  typealias Found = (label: Label, printed: Substring, rest: Substring)

  private let line: Substring
  private let language: Language
  private var position: Substring.Index

  init(_ line: Substring, language: Language) {
    self.line = line
    self.language = language
    position = line.startIndex
  }

  /// A part's, an article's or a measure's label. White space is not taken, before or after.
  consuming func heading() -> Found? {
    language == .zh ? chineseHeading() : englishHeading()
  }

  /// An item's label.
  consuming func item() -> Found? {
    language == .zh ? chineseItem() : englishItem()
  }

  // MARK: Chinese

  private mutating func chineseHeading() -> Found? {
    if take("第") {
      guard let first = takeChineseNumber(), let kind = takeUnit() else { return nil }
      var numbers = [first]
      while true {
        let before = position
        guard take("之"), let branch = takeChineseNumber() else {
          position = before
          break
        }
        numbers.append(branch)
      }
      return found(Label(kind, numbers))
    }
    let start = position
    if let number = takeChineseNumber(digits: false) {
      return take("、") ? found(Label(.part(.division), [number])) : nil
    }
    position = start
    return chineseItem().flatMap { $0.label.kind == .item(1) ? $0 : nil }
  }

  private mutating func chineseItem() -> Found? {
    if take("（") || take("(") {
      let start = position
      guard let number = takeChineseNumber(), take("）") || take(")") else { return nil }
      let isArabic = line[start...].unicodeScalars.first.map { "0"..."9" ~= $0 || "０"..."９" ~= $0 } ?? false
      return found(Label(.item(isArabic ? 3 : 1), [number]))
    }
    if let enclosed = takeEnclosedNumber() { return found(enclosed) }
    let start = position
    if let number = takeChineseNumber(digits: false) { return take("、") ? found(Label(.item(0), [number])) : nil }
    position = start
    let digits = takeWhile { "0"..."9" ~= $0 || "０"..."９" ~= $0 }
    guard let number = number(chinese: digits), take("．") || take("、") || take(".") else { return nil }
    // 1.5 is a figure, not a label.
    if let next = line[position...].unicodeScalars.first, "0"..."9" ~= next || "０"..."９" ~= next { return nil }
    return found(Label(.item(2), [number]))
  }

  /// ㈠ and ①.
  private mutating func takeEnclosedNumber() -> Label? {
    guard let scalar = line[position...].unicodeScalars.first else { return nil }
    let label: Label
    switch scalar.value {
    case 0x3220...0x3229: label = Label(.item(1), [Int(scalar.value) - 0x321f])
    case 0x2460...0x2473: label = Label(.item(3), [Int(scalar.value) - 0x245f])
    default: return nil
    }
    position = line.unicodeScalars.index(after: position)
    return label
  }

  private mutating func takeUnit() -> Label.Kind? {
    if take("条") { return .article }
    if take("章") { return .part(.chapter) }
    if take("节") { return .part(.section) }
    if take("编") { return .part(.book) }
    return take("分编") ? .part(.subbook) : nil
  }

  private mutating func takeChineseNumber(digits: Bool = true) -> Int? {
    number(
      chinese: takeWhile { scalar in
        numeral(scalar) != nil && (digits || !("0"..."9" ~= scalar || "０"..."９" ~= scalar))
      })
  }

  // MARK: English

  private mutating func englishHeading() -> Found? {
    if take("Article ") { return branched(.article) }
    if take("Chapter ") { return branched(.part(.chapter)) }
    if take("Section ") { return branched(.part(.section)) }
    if take("Subpart ") { return branched(.part(.subbook)) }
    if take("Part ") { return branched(.part(.book)) }
    let start = position
    if let number = number(roman: takeWhile { "A"..."Z" ~= $0 }), take(".") {
      return found(Label(.part(.division), [number]))
    }
    position = start
    return englishItem().flatMap { $0.label.kind == .item(1) ? $0 : nil }
  }

  private mutating func branched(_ kind: Label.Kind) -> Found? {
    let digits = takeWhile { "0"..."9" ~= $0 }
    guard let first = digits.isEmpty ? number(roman: takeWhile { "A"..."Z" ~= $0 }) : number(chinese: digits)
    else { return nil }
    var numbers = [first]
    while take("-") {
      guard let branch = number(chinese: takeWhile { "0"..."9" ~= $0 }) else { return nil }
      numbers.append(branch)
    }
    if let next = line[position...].unicodeScalars.first, next.properties.isAlphabetic || "0"..."9" ~= next {
      return nil
    }
    return found(Label(kind, numbers))
  }

  /// `(1)`, `(a)` and `1.`; a letter that may be a Roman numeral is read as a letter: see ``resolvingRoman(after:)``.
  private mutating func englishItem() -> Found? {
    let isBracketed = take("(")
    let digits = takeWhile { "0"..."9" ~= $0 }
    if let number = number(chinese: digits) {
      if isBracketed { return take(")") ? found(Label(.item(1), [number])) : nil }
      guard take("."), line[position...].unicodeScalars.first.map({ !("0"..."9" ~= $0) }) ?? true else { return nil }
      return found(Label(.item(2), [number]))
    }
    let letters = takeWhile { "a"..."z" ~= $0 }
    guard isBracketed, take(")"), let first = letters.unicodeScalars.first else { return nil }
    if letters.utf8.count == 1 { return found(Label(.item(2), [Int(first.value) - 96])) }
    guard let number = number(roman: letters.uppercased()) else { return nil }
    return found(Label(.item(3), [number]))
  }

  // MARK: Characters

  private func found(_ label: Label) -> Found {
    (label, line[..<position], line[position...])
  }

  private mutating func take(_ text: StaticString) -> Bool {
    let wanted = text.description
    guard line[position...].utf8.starts(with: wanted.utf8) else { return false }
    position = line.utf8.index(position, offsetBy: wanted.utf8.count)
    return true
  }

  private mutating func takeWhile(_ isWanted: (Unicode.Scalar) -> Bool) -> Substring {
    let start = position
    let scalars = line.unicodeScalars
    while position < line.endIndex, isWanted(scalars[position]) { scalars.formIndex(after: &position) }
    return line[start..<position]
  }
}
