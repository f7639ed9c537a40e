import Diagnostics

/// What is set wrongly in Chinese.
extension TypographyJudge {
  mutating func judgeChinese(_ index: Int) {
    let scalar = scalars[index]
    let (previous, next) = (at(index - 1), at(index + 1))
    switch scalar {
    case "《": titles += 1
    case "》": titles = max(0, titles - 1)
    case ",", ";", ":", "!", "?", ".":
      guard isChinese(previous), !isLatinOrDigit(next) || scalar != "." else { return }
      if scalar == ".", next == "." { return }
      let full = ["," : "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。"][scalar] ?? ""
      let takesSpace = next == " "
      report(
        .halfWidthPunctuation, index, length: takesSpace && index + 1 < scalars.count ? 2 : 1, "汉字后的半角“\(scalar)”",
        "a half-width “\(scalar)” after a Chinese character", replacement: full)
    case "(", ")":
      guard isChinese(previous) || isChinese(next) else { return }
      report(
        .halfWidthPunctuation, index, "汉字旁的半角“\(scalar)”", "a half-width “\(scalar)” beside a Chinese character",
        replacement: scalar == "(" ? "（" : "）")
    case "[" where isChinese(next), "]" where isChinese(previous):
      report(
        .halfWidthPunctuation, index, "汉字旁的半角“\(scalar)”", "a half-width “\(scalar)” beside a Chinese character",
        replacement: scalar == "[" ? "（" : "）")
    case "~", "～":
      if isWord(previous), isWord(next), isNumeral(next) { report(.dash, index, "范围写成“三至五天”或“3—5天”", "a range is written 三至五天 or 3—5天") }
    case " ", "\u{a0}", "\u{3000}": judgeChineseSpace(index, previous, next)
    case "—":
      // GB/T 19001—2016, 3—5天: between figures it is no dash of a sentence.
      if previous != "—", next != "—", !isLatinOrDigit(previous) || !isLatinOrDigit(next) {
        report(.dash, index, "中文破折号是“——”", "a Chinese dash is ——", replacement: "——")
      }
    default: break
    }
  }

  private mutating func judgeChineseSpace(_ index: Int, _ previous: Unicode.Scalar?, _ next: Unicode.Scalar?) {
    guard let previous, let next, previous != " " else { return }
    var length = 1
    while at(index + length) == " " { length += 1 }
    let following = at(index + length)
    guard isChinese(previous) || isChinese(following) || isFullWidth(previous) || isFullWidth(following) || length > 1 || scalars[index] != " "
    else { return }
    // The space that ends half-width punctuation goes with it.
    if ",;:!?.".unicodeScalars.contains(previous), isChinese(at(index - 2)) { return }
    if next == "-" || previous == "-" { return }
    // A numbered heading, arrows and signs of relation keep theirs; an ideographic space sets words apart on purpose.
    if scalars[index] == "\u{3000}" || isRelation(previous) || following.map(isRelation) == true { return }
    if previous == ".", index > 1, scalars[..<(index - 1)].allSatisfy({ (0x30...0x39).contains($0.value) }) { return }
    // A space inside 《》 belongs to the name; one before an address keeps it apart.
    if titles > 0 || isAddress(from: index + length) { return }
    let keeps = !isChinese(previous) && !isChinese(following) && !isFullWidth(previous) && !isFullWidth(following)
    report(.spacing, index, length: min(length, scalars.count - index), "多余的空格", "a space that Chinese does not take", replacement: keeps ? " " : "")
  }

  /// Whether the word that begins here is a web address.
  private func isAddress(from start: Int) -> Bool {
    ["www.", "http"].contains { prefix in
      start + 4 <= scalars.count && scalars[start..<start + 4].elementsEqual(prefix.unicodeScalars)
    }
  }
}

/// Arrows and mathematical operators: 甲 → 乙, 甲 ≠ 乙.
private func isRelation(_ scalar: Unicode.Scalar) -> Bool {
  (0x2190...0x22ff).contains(scalar.value) || scalar == "＝" || scalar == "="
}
