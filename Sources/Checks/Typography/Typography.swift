import Corpus
import Diagnostics

/// What is set wrongly in the words of one file.
func judgeTypography(_ words: [OwnWords]) -> [Diagnostic] {
  var judge = TypographyJudge()
  for index in words.indices {
    let before = index > 0 && words[index].continues ? words[index - 1].text.unicodeScalars.last : nil
    let after = index + 1 < words.count && words[index + 1].continues ? words[index + 1].text.unicodeScalars.first : nil
    judge.read(words[index], before: before, after: after)
  }
  return judge.found
}

/// Reads stretches of our words one after the other and notes what is set wrongly.
struct TypographyJudge {
  var found: [Diagnostic] = []
  var words = OwnWords(text: "", language: .zh, range: SourceRange(file: "", line: 1), continues: false)
  var scalars: [Unicode.Scalar] = []
  var before: Unicode.Scalar?
  var after: Unicode.Scalar?
  /// Open brackets with Chinese in them: an English text may give a Chinese name so.
  var brackets = 0
  /// Open 《.
  var titles = 0

  mutating func read(_ words: OwnWords, before: Unicode.Scalar?, after: Unicode.Scalar?) {
    self.words = words
    scalars = [Unicode.Scalar](of: words.text)
    (self.before, self.after) = (before, after)
    if !words.continues { (brackets, titles) = (0, 0) }
    for index in scalars.indices where !isPlain(scalars[index]) {
      judgeAnywhere(index)
      if words.language == .zh { judgeChinese(index) } else { judgeEnglish(index) }
    }
  }

  /// What most of a text consists of and no rule looks at: Chinese characters, and letters that no digit is like.
  func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4e00...0x9fff: true
    case 0x61...0x7a, 0x41...0x5a: scalar != "O" && scalar != "o" && scalar != "I" && scalar != "l"
    default: false
    }
  }

  /// The scalar at an index, that of the neighbouring stretch at the edges; nil where there is none.
  func at(_ index: Int) -> Unicode.Scalar? {
    if index == -1 { return before }
    if index == scalars.count { return after }
    return scalars.indices.contains(index) ? scalars[index] : nil
  }

  mutating func report(
    _ rule: Rule, _ index: Int, length: Int = 1, _ zh: String, _ en: String, replacement: String? = nil
  ) {
    let start = SourcePosition(line: words.range.start.line, column: words.range.start.column + index)
    let end = SourcePosition(line: start.line, column: start.column + length)
    let range = SourceRange(file: words.range.file, start: start, end: end)
    found.append(
      Diagnostic(
        rule, at: range, Bilingual(zh: zh, en: en),
        help: replacement.map {
          $0.isEmpty
            ? Bilingual(zh: "删去", en: "delete it") : Bilingual(zh: "改成“\($0)”", en: "write “\($0)”")
        },
        fix: replacement.map { Diagnostic.Fix(range, $0, isSafe: true) }))
  }

  // MARK: Both languages

  private mutating func judgeAnywhere(_ index: Int) {
    let scalar = scalars[index]
    switch scalar.value {
    case 0x22, 0x27: judgeQuote(index)
    case 0x2a: judgeAsterisk(index)
    case 0x2d: judgeHyphen(index)
    case 0x5f: judgeUnderscores(index)
    case 0x09: report(.spacing, index, "制表符", "a tab", replacement: words.language == .en ? " " : "")
    case 0xa0 where words.language == .en: report(.spacing, index, "不换行空格", "a no-break space", replacement: " ")
    case 0xfb00...0xfb06:
      let letters = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"][Int(scalar.value) - 0xfb00]
      report(.normalization, index, "连字“\(scalar)”是一个字符", "the ligature “\(scalar)” is one character", replacement: letters)
    case 0x300...0x36f, 0xf900...0xfaff:
      report(.normalization, index, "“\(shown(scalar))”不是 NFC 形式", "“\(shown(scalar))” is not in form NFC")
    case 0x2e80...0x2fdf, 0x3040...0x30ff, 0x370...0x3ff, 0x400...0x52f:
      report(.lookAlike, index, "“\(scalar)”（\(codePoint(scalar))）不是汉字，也不是拉丁字母", "“\(scalar)” (\(codePoint(scalar))) is neither Chinese nor Latin")
    case 0xff10...0xff19, 0xff21...0xff3a, 0xff41...0xff5a:
      let plain = Unicode.Scalar(scalar.value - 0xfee0).map { String($0) } ?? ""
      report(.lookAlike, index, "全角的“\(scalar)”", "a full-width “\(scalar)”", replacement: plain)
    case 0x4f, 0x6f, 0x49, 0x6c:
      // 2O25, 12l5: a letter right between digits.
      if isDigit(at(index - 1)), isDigit(at(index + 1)) {
        report(.lookAlike, index, "数字中间的字母“\(scalar)”", "the letter “\(scalar)” among digits", replacement: scalar == "O" || scalar == "o" ? "0" : "1")
      }
    default: break
    }
  }

  private mutating func judgeQuote(_ index: Int) {
    let scalar = scalars[index]
    let isOpening = at(index - 1).map { $0 == " " || $0 == "(" || $0 == "（" || $0 == "—" || $0 == "“" } ?? true
    let curly: String? =
      switch (scalar, words.language) {
      case ("'", .en): isOpening ? "‘" : "’"
      case ("\"", .en): isOpening ? "“" : "”"
      default: nil
      }
    report(.straightQuote, index, "直引号 \(scalar)", "a straight quotation mark \(scalar)", replacement: curly)
  }

  private mutating func judgeAsterisk(_ index: Int) {
    guard at(index - 1) != "*" else { return }
    var length = 1
    while at(index + length) == "*" { length += 1 }
    let stands = (at(index - 1).map { $0 == " " } ?? true) && (at(index + length).map { $0 == " " } ?? true)
    guard length > 1 || !stands else { return }
    report(
      .literalEmphasis, index, length: length, "页面上会显示出 \(String(repeating: "*", count: length))",
      "the page will show \(String(repeating: "*", count: length))")
  }

  /// `__很坏__` is emphasis only between spaces or punctuation.
  private mutating func judgeUnderscores(_ index: Int) {
    guard at(index - 1) != "_", at(index + 1) == "_" else { return }
    var length = 2
    while at(index + length) == "_" { length += 1 }
    // A blank to fill in stands by itself, or is long.
    guard length == 2, isWord(at(index - 1)) || isWord(at(index + 2)) else { return }
    report(.literalEmphasis, index, length: 2, "页面上会显示出 __", "the page will show __")
  }

  func isWord(_ scalar: Unicode.Scalar?) -> Bool { isLatinOrDigit(scalar) || scalar.map(isHan) == true }

  private mutating func judgeHyphen(_ index: Int) {
    guard at(index - 1) != "-" else { return }
    if isDigit(at(index - 1)), isDigit(at(index + 1)) { return judgeRange(index) }
    if at(index + 1) == "-" {
      var length = 2
      while at(index + length) == "-" { length += 1 }
      let dash = words.language == .zh ? "——" : "—"
      return report(.dash, index, length: length, "用连字符代替破折号", "hyphens instead of a dash", replacement: dash)
    }
    if at(index - 1) == " ", at(index + 1) == " " {
      report(.dash, index, "两边空格的连字符不是破折号", "a hyphen between spaces is no dash", replacement: words.language == .en ? "–" : nil)
    }
  }

  /// 3-5 is a range when the second number is the larger and neither is part of a date, an address or a standard's name.
  private mutating func judgeRange(_ index: Int) {
    var (start, end) = (index, index + 1)
    while isDigit(at(start - 1)) { start -= 1 }
    while isDigit(at(end)) { end += 1 }
    guard index - start <= 3, end - index - 1 <= 3, at(index + 1) != "0", at(end) != "-", at(end) != "/", !isLatin(at(end)),
      start < 1 || !"-/.".unicodeScalars.contains(scalars[start - 1]) && !isLatin(at(start - 1)), !isPlace(before: start),
      let first = Int(String(String.UnicodeScalarView(scalars[max(0, start)..<index]))), let last = Int(String(String.UnicodeScalarView(scalars[index + 1..<min(end, scalars.count)]))),
      first < last
    else { return }
    report(
      .dash, index, "范围里的连字符", "a hyphen in a range", replacement: words.language == .zh ? "—" : "–")
  }

  /// Article 12-13 may be an article's number.
  func isPlace(before start: Int) -> Bool {
    let words = String(String.UnicodeScalarView(scalars[max(0, start - 9)..<max(0, start)]))
    return words.hasSuffix("Article ") || words.hasSuffix("Articles ") || words.hasSuffix("第")
  }

  // MARK: Characters

  func isNumeral(_ scalar: Unicode.Scalar?) -> Bool {
    isDigit(scalar) || scalar.map { "一二两三四五六七八九十百千".unicodeScalars.contains($0) } == true
  }

  func isChinese(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return isHan(scalar) || scalar == "”" && words.language == .zh || scalar == "》"
  }

  func isFullWidth(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { "，。；：！？、（）《》".unicodeScalars.contains($0) } ?? false
  }

  func isDigit(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { (0x30...0x39).contains($0.value) } ?? false }
  func isLower(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { (0x61...0x7a).contains($0.value) } ?? false }
  func isUpper(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { (0x41...0x5a).contains($0.value) } ?? false }
  func isLatin(_ scalar: Unicode.Scalar?) -> Bool { isLower(scalar) || isUpper(scalar) }
  func isLatinOrDigit(_ scalar: Unicode.Scalar?) -> Bool { isLatin(scalar) || isDigit(scalar) }

  func shown(_ scalar: Unicode.Scalar) -> String { scalar.value < 0x370 ? "\u{25cc}\(scalar)" : String(scalar) }
}

func codePoint(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
