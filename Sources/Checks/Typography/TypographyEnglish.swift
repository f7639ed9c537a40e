import Diagnostics

/// What is set wrongly in English.
extension TypographyJudge {
  mutating func judgeEnglish(_ index: Int) {
    let scalar = scalars[index]
    let (previous, next) = (at(index - 1), at(index + 1))
    switch scalar {
    case "(", "（": brackets += 1
    case ")", "）": brackets = max(0, brackets - 1)
    default: break
    }
    switch scalar {
    case " ":
      if next == " ", previous != " " {
        var length = 1
        while index + length < scalars.count, scalars[index + length] == " " { length += 1 }
        report(.spacing, index, length: length, "连续的空格", "two spaces in a row", replacement: " ")
      } else if let next, endsWords(next), next != "." || !isLatinOrDigit(at(index + 2)), previous != nil, previous != " ",
        at(index + 2) != "." || next != "."
      {
        report(.spacing, index, "“\(next)”前的空格", "a space before “\(next)”", replacement: "")
      }
    case "—":
      if previous == " ", next == " ", index > 0, index + 1 < scalars.count {
        report(.dash, index - 1, length: 3, "两边空格的 — 应当是 –", "a spaced dash is an en dash", replacement: " – ")
      }
    case "–":
      if isLower(previous), isLower(next) { report(.dash, index, "连字符写成了短破折号", "an en dash for a hyphen", replacement: "-") }
    case "‘":
      if isLatin(previous) { report(.straightQuote, index, "撇号的方向反了", "an apostrophe turned the wrong way", replacement: "’") }
    case "”" where isLatin(next) && (previous == nil || previous == " "), "“" where isLatin(previous) && (next == nil || next == " "):
      report(.straightQuote, index, "引号的方向反了", "a quotation mark turned the wrong way", replacement: scalar == "“" ? "”" : "“")
    case ",", ";":
      if isLatin(next), !isDigit(previous) || !isDigit(next) { report(.spacing, index, "“\(scalar)”后缺空格", "no space after “\(scalar)”", replacement: "\(scalar) ") }
    case ".":
      if isLower(previous), isUpper(next) { report(.spacing, index, "“.”后缺空格", "no space after “.”", replacement: ". ") }
    case "、", "。", "，", "；", "：", "！", "？", "（", "）", "《", "》", "「", "」", "【", "】", "％":
      guard !isChinese(previous), !isChinese(next), brackets == 0 || scalar == "（" || "，。；：！？".unicodeScalars.contains(scalar) else { return }
      let half: [Unicode.Scalar: String] = [
        "。": ".", "，": ",", "；": ";", "：": ":", "！": "!", "？": "?", "（": "(", "）": ")", "％": "%",
      ]
      report(.fullWidthPunctuation, index, "英文里的全角“\(scalar)”", "a full-width “\(scalar)” in English", replacement: half[scalar])
    default: break
    }
  }

  private func endsWords(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", ";", ":", "!", "?", ".", ")", "”", "’": true
    default: false
    }
  }
}
