import Corpus
import Diagnostics

extension Rule {
  public static let untranslated = Rule(
    "TR230", .warning, title: Bilingual(zh: "英文里没有没译的中文", en: "English text holds no untranslated Chinese"),
    explanation: Bilingual(
      zh: "英文里的汉字只能放在括号里：法规的中文名第一次出现时，或者被解释的词。同一个译文里，同一个名称只在第一次附中文。",
      en: "Chinese characters stand in English only in brackets: the Chinese name of a law at its first mention, or a word that is being explained. In one translation a name is given in Chinese once."),
    bad: "Enterprises are 鼓励 to …", good: "Enterprises are encouraged (鼓励) to …")
  public static let latinInChinese = Rule(
    "TR231", .warning, title: Bilingual(zh: "中文里没有大段外文", en: "Chinese text holds no long stretch of Latin"),
    explanation: Bilingual(
      zh: "连着六个以上的外文词，多半是没有译完，或者贴错了语言。网址和书名号里的名称不算。",
      en: "Six foreign words in a row were probably left untranslated or pasted into the wrong language. Addresses do not count."),
    bad: "这一条 sets aims and gives nobody a duty。", good: "这一条只定目标，没有给谁派义务。")
}

/// Words of the other language among those of one file.
func judgeForeignWords(_ words: [OwnWords]) -> [Diagnostic] {
  var seen: Set<String> = []
  var brackets = 0
  return words.flatMap { words -> [Diagnostic] in
    if !words.continues { brackets = 0 }
    return words.language == .en ? hanRuns(in: words, &brackets, &seen) : latinRuns(in: words)
  }
}

private func hanRuns(in words: OwnWords, _ brackets: inout Int, _ seen: inout Set<String>) -> [Diagnostic] {
  let scalars = [Unicode.Scalar](of: words.text)
  let isTranslation = words.range.file.hasSuffix("/text.en.md")
  var found: [Diagnostic] = []
  var index = 0
  while index < scalars.count {
    switch scalars[index] {
    case "(", "（": brackets += 1
    case ")", "）": brackets = max(0, brackets - 1)
    case let scalar where isHan(scalar):
      let start = index
      while index < scalars.count, isHan(scalars[index]) { index += 1 }
      let text = String(scalars: scalars[start..<index])
      if brackets == 0 {
        found.append(report(words, start..<index, Bilingual(zh: "英文里有没译的“\(text)”", en: "untranslated Chinese “\(text)”"),
          Bilingual(zh: "译成英文；是名称就放进括号", en: "translate it; put a name in brackets after its translation")))
      } else if isTranslation, text.unicodeScalars.count > 3, !seen.insert(text).inserted {
        found.append(report(words, start..<index, Bilingual(zh: "“\(text)”已经附过一次中文", en: "the Chinese of “\(text)” was given before"),
          Bilingual(zh: "中文名只在第一次出现时附上", en: "give the Chinese name at its first mention only")))
      }
      continue
    default: break
    }
    index += 1
  }
  return found
}

private func report(_ words: OwnWords, _ run: Range<Int>, _ message: Bilingual, _ help: Bilingual) -> Diagnostic {
  let start = words.range.start
  return Diagnostic(
    .untranslated,
    at: SourceRange(file: words.range.file, line: start.line, column: start.column + run.lowerBound, length: run.count),
    message, help: help)
}

private func latinRuns(in words: OwnWords) -> [Diagnostic] {
  let scalars = [Unicode.Scalar](of: words.text)
  var found: [Diagnostic] = []
  var index = 0
  while index < scalars.count {
    guard isLatin(scalars[index]) else {
      index += 1
      continue
    }
    let start = index
    var count = 0
    var isAddress = false
    var last = index
    while index < scalars.count, scalars[index].value < 0x80 || "’“”".unicodeScalars.contains(scalars[index]) {
      if isLatin(scalars[index]) {
        count += 1
        while index < scalars.count, isLatin(scalars[index]) { index += 1 }
        last = index
      } else {
        isAddress = isAddress || scalars[index] == "/" || scalars[index] == "@"
        index += 1
      }
    }
    guard count >= 6, !isAddress else { continue }
    let place = words.range.start
    found.append(
      Diagnostic(
        .latinInChinese,
        at: SourceRange(file: words.range.file, line: place.line, column: place.column + start, length: last - start),
        Bilingual(zh: "中文里有 \(count) 个连着的外文词", en: "\(count) foreign words in a row in Chinese text"),
        help: Bilingual(zh: "译成中文", en: "translate them into Chinese")))
  }
  return found
}
