/// Whether a title ends in the name of a kind of legal text: `…条例`, `…办法（试行）`.
public func namesLegalText(_ title: String) -> Bool {
  let endings = [
    "法", "条例", "规定", "办法", "决定", "细则", "规则", "方案", "意见", "通知", "解释", "批复", "修正案", "章程", "准则", "规程", "）", "决议", "规划", "纲要", "标准",
    "制度", "计划", "措施", "若干问题", "复函", "答复", "安排",
  ]
  return endings.contains(where: title.hasSuffix)
}

extension PublishedLine {
  /// A line that is nothing but a part's label and a short title.
  var isPartHeading: Bool {
    guard let label, case .part(let kind) = label.label.kind else { return false }
    if kind == .division { return looksLikeTitle(label.rest, limit: 40) }
    // `第五节　生活、卫生。` happens.
    let title = label.isSetOff && label.rest.hasSuffix("。") && label.rest.utf8.count <= 48 ? String(label.rest.dropLast()) : label.rest
    return looksLikeTitle(title, limit: 50, commas: true) && !citesRatherThanNames(title)
  }
}

/// Short and without the punctuation of a sentence; a chapter's title may have commas.
func looksLikeTitle(_ text: String, limit: Int, commas: Bool = false) -> Bool {
  var count = 0
  for scalar in text.unicodeScalars {
    count += 1
    if count > limit { return false }
    switch scalar {
    case "。", "；", "：", ";", ":": return false
    case "，": if !commas { return false }
    default: continue
    }
  }
  return true
}

/// Whether the words after a label go on as those of a citation do: `第三条规定的…`, `第三条、第五条…`, `第三条第二款…`.
func citesRatherThanNames(_ rest: String) -> Bool {
  if citationBeginnings.contains(where: { rest.utf8.starts(with: $0) }) { return true }
  if rest.hasPrefix("款") { return !rest.hasPrefix("款项") }
  if rest.hasPrefix("项") { return !rest.hasPrefix("项目") }
  guard rest.hasPrefix("第") else { return false }
  for scalar in rest.unicodeScalars.dropFirst().prefix(12) {
    if scalar == "款" || scalar == "项" || scalar == "目" { return true }
    if numeral(scalar) == nil, scalar != "（", scalar != "）" { return false }
  }
  return false
}

/// How a citation goes on behind its number, in bytes: every line that begins with a label is held against them.
private let citationBeginnings: [[UInt8]] = [
  "规定", "的", "、", "，", "。", "；", "）", "》", "”", "和第", "至第", "到第", "或第", "或者第", "及第", "以及第", "与第", "所列", "所规定",
  "所称", "中规定", "中的", "之规定", "修改为", "改为", "增加", "-", "－", "—", "~",
].map { Array($0.utf8) }
