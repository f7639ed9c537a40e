/// What the name of a Chinese law ends in before 法: 产品质量法, 食品安全法, 立法法. 办法, 方法, 合法 are none.
private let subjects: Set<[Unicode.Scalar]> = Set(
  [
    "质量", "安全", "保护", "管理", "促进", "处罚", "许可", "竞争", "诉讼", "监督", "合同", "保障", "责任", "强制", "复议", "赔偿", "商务", "标准化",
    "计量", "商标", "专利", "广告", "建筑", "旅游", "著作权", "公司", "劳动", "教育", "卫生", "药品", "刑", "宪", "立法", "疫苗", "种子", "浪费", "垄断",
  ].map { Array($0.unicodeScalars) })
/// Characters that end a subject: what comes before 法 is looked at only after one of them.
private let lastOfSubject = Set(subjects.compactMap(\.last))

/// 食品安全法, 民法典, and whatever stands before a 法 that an article of is cited (某法第三十四条).
func bareLawNames(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
  var found: [Range<Int>] = []
  for index in scalars.indices where scalars[index] == "法" && index > 0 {
    let next = index + 1 < scalars.count ? scalars[index + 1] : " "
    // 民法典.
    if next == "典", scalars[index - 1] == "民" {
      found.append(index - 1..<index + 2)
      continue
    }
    // 法律, 法规, 法治, 法院, 法定, 法人, 法制, 立法法.
    guard !["律", "规", "治", "院", "定", "人", "制", "法", "庭", "官", "案", "学"].contains(next) else { continue }
    let isCited = next == "第" && scalars[index...].prefix(10).contains("条")
    guard isCited || lastOfSubject.contains(scalars[index - 1]) && hasSubject(before: index, in: scalars) else { continue }
    let start = nameStart(before: index, in: scalars)
    if start < index { found.append(start..<index + 1) }
  }
  return found
}

private func hasSubject(before index: Int, in scalars: [Unicode.Scalar]) -> Bool {
  (1...3).contains { length in index >= length && subjects.contains(Array(scalars[index - length..<index])) }
}

/// Back to a character that cannot be part of a law's name: punctuation, 的, 和, 按, 据 …
private func nameStart(before index: Int, in scalars: [Unicode.Scalar]) -> Int {
  var start = index
  while start > 0, index - start < 20, isHan(scalars[start - 1]), !outside.contains(scalars[start - 1]) { start -= 1 }
  return start
}

private let outside: Set<Unicode.Scalar> = [
  "的", "和", "与", "及", "在", "按", "据", "照", "依", "见", "是", "由", "有", "对", "把", "从", "让", "像", "如", "看", "跟", "同", "到", "这", "那", "了", "用", "以",
  "于", "说", "写", "查", "读", "或", "讲", "靠", "归", "国", "条", "法",
]

private let endings = CueWords(["law", "act", "code"])

/// “the Food Safety Law”, “Law on Food Safety”: capitalised words that end or begin with Law, Act or Code.
func englishLawNames(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
  endings.places(in: scalars).compactMap { place in
    guard isCapital(scalars[place.lowerBound]) else { return nil }
    var start = place.lowerBound
    while let word = word(before: start, in: scalars), isCapital(scalars[word.lowerBound]), !articles.occur(in: Array(scalars[word])) {
      start = word.lowerBound
    }
    if start < place.lowerBound { return start..<place.upperBound }
    // Law on Food Safety
    guard scalars[place.upperBound...].starts(with: " on ".unicodeScalars) else { return nil }
    var topic = place.upperBound + 4
    if scalars[topic...].starts(with: "the ".unicodeScalars) { topic += 4 }
    guard topic < scalars.count, isCapital(scalars[topic]) else { return nil }
    var end = topic
    while end < scalars.count, isCapital(scalars[end]) || isSmall(scalars[end]) || scalars[end] == " " && end + 1 < scalars.count && isCapital(scalars[end + 1]) {
      end += 1
    }
    return place.lowerBound..<end
  }
}

private let articles = CueWords(["the", "this", "that", "a", "an", "which", "what", "if", "under", "see", "in", "by", "no", "for", "does", "is", "and", "national"])

/// The word that ends right before a space before `index`.
private func word(before index: Int, in scalars: [Unicode.Scalar]) -> Range<Int>? {
  guard index > 1, scalars[index - 1] == " " else { return nil }
  var start = index - 1
  while start > 0, isCapital(scalars[start - 1]) || isSmall(scalars[start - 1]) || scalars[start - 1] == "-" { start -= 1 }
  return start < index - 1 ? start..<index - 1 : nil
}

private func isCapital(_ scalar: Unicode.Scalar) -> Bool { (0x41...0x5a).contains(scalar.value) }
private func isSmall(_ scalar: Unicode.Scalar) -> Bool { (0x61...0x7a).contains(scalar.value) }
