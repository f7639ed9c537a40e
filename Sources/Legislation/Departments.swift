/// The departments that a measure of a plan makes responsible: the names in its closing `（责任部门：…）`.
///
/// The rule: the last paragraph, when all of it stands in round brackets and begins with 责任部门, 责任单位, 牵头单位,
/// 牵头部门, 配合单位 or 配合部门 and a colon. Names are parted by 、 ， and ； outside brackets; a closing 等 is left off.
public func responsibleDepartments(in provision: Provision) -> [String] {
  guard let last = provision.paragraphs.last, let split = splittingDepartments(last.text), split.body.isEmpty else { return [] }
  var names: [String] = []
  var name = String.UnicodeScalarView()
  var depth = 0
  func finished() -> [String] {
    var text = String(name)
    for word in departmentWords where text.hasPrefix(word) {
      if let colon = text.unicodeScalars.firstIndex(where: { $0 == "：" || $0 == ":" }) {
        text = String(text.unicodeScalars[text.unicodeScalars.index(after: colon)...])
      }
      break
    }
    if text.hasSuffix("等") { text.removeLast() }
    let words = trimming(Substring(text))
    return words.isEmpty ? [] : [String(words)]
  }
  for scalar in split.departments.unicodeScalars.dropFirst().dropLast() {
    switch scalar {
    case "（", "(": depth += 1
    case "）", ")": depth -= 1
    default: break
    }
    if depth == 0, scalar == "、" || scalar == "，" || scalar == "；" || scalar == "," || scalar == ";" {
      names += finished()
      name = String.UnicodeScalarView()
    } else {
      name.append(scalar)
    }
  }
  return names + finished()
}

private let departmentWords = ["责任部门", "责任单位", "牵头单位", "牵头部门", "配合单位", "配合部门"]

/// A paragraph parted from the list of departments at its end, the outer brackets of the list widened; nil when it ends
/// in none.
func splittingDepartments(_ text: String) -> (body: String, departments: String)? {
  let scalars = text.unicodeScalars
  guard let last = scalars.last, last == "）" || last == ")" else { return nil }
  var depth = 0
  for index in scalars.indices.reversed() {
    if scalars[index] == "）" || scalars[index] == ")" { depth += 1 }
    guard scalars[index] == "（" || scalars[index] == "(" else { continue }
    depth -= 1
    if depth > 0 { continue }
    let inner = text[scalars.index(after: index)..<scalars.index(before: scalars.endIndex)]
    guard departmentWords.contains(where: inner.hasPrefix) else { return nil }
    return (String(trimming(text[..<index])), "（" + inner + "）")
  }
  return nil
}
