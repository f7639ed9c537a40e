import Corpus
import Legislation

/// What the head of a text says about its making; nothing is inferred beyond the words.
struct HeadFacts {
  struct Act {
    /// `adopted`, `approved` or `issued`.
    var role: String
    /// ISO 8601.
    var date: String
    /// Who did it; may be empty.
    var body: String
  }
  /// The first act of each role, in the order of the notes.
  private(set) var acts: [Act] = []
  /// ISO 8601, from the text's own words `自…起施行`.
  private(set) var effective: String?
  private(set) var kind = "local-regulation"
  /// Nil when the head does not tell.
  private(set) var status: String?

  init(_ text: LegalText, title: String, status known: RegulationFacts.Status? = nil) {
    for note in text.adoption { readActs(note.text) }
    readSignature(text.adoption.map(\.text))
    let closing = text.provisions.suffix(3).flatMap(\.paragraphs)
    effective = closing.compactMap { effectiveDate($0.text) }.last
    // An announcement may tell it where the law says only 自公布之日起.
    if effective == nil { effective = text.adoption.compactMap { effectiveDate($0.text) }.first }
    if title.contains("经济特区") { kind = "sez-regulation" }
    if ["方案", "计划", "规划", "意见", "纲要", "通知"].contains(where: title.hasSuffix) { kind = "plan" }
    if title.contains("草案") || title.contains("征求意见稿") {
      status = "draft"
    } else if kind == "plan" {
      status = "plan"
    } else if date(of: "adopted") != nil {
      status = "adopted"
    }
    if let known { status = known.rawValue }
  }

  func date(of role: String) -> String? { acts.first { $0.role == role }?.date }

  /// `2021年3月23日某市…会议通过` once or more.
  private mutating func readActs(_ note: String) {
    let scalars = [Unicode.Scalar](of: note)
    var index = 0
    var before = 0
    while index < scalars.count {
      guard let (date, end) = chineseDate(scalars, index) else {
        index += 1
        continue
      }
      let opening = String(scalars: scalars[before..<index])
      var words = String.UnicodeScalarView()
      index = end
      while index < scalars.count, chineseDate(scalars, index) == nil {
        words.append(scalars[index])
        index += 1
      }
      before = index
      addAct(date, String(words), after: opening)
    }
  }

  /// The body and the date under an announcement that publishes the text: `某市人民代表大会常务委员会` / `2024年2月3日`.
  private mutating func readSignature(_ notes: [String]) {
    guard notes.contains(where: { ["现予公布", "予以公布", "现予发布", "印发", "公布施行"].contains(where: $0.contains) }) else { return }
    for (signer, line) in zip(notes, notes.dropFirst()) where !acts.contains(where: { $0.role == "issued" }) {
      let scalars = [Unicode.Scalar](of: line)
      guard let (date, end) = chineseDate(scalars, 0), end == scalars.count else { continue }
      let isName = signer.unicodeScalars.count <= 40 && !signer.unicodeScalars.contains { "。，；：、".unicodeScalars.contains($0) }
      acts.append(Act(role: "issued", date: date, body: isName ? signer : ""))
    }
  }

  private mutating func addAct(_ date: String, _ words: String, after opening: String) {
    // A sentence about a later amendment is no adoption of this text; a revision (修订) adopts all of it anew.
    if words.contains("修正") || words.contains("修改") || words.contains("废止") { return }
    for (word, role) in [("通过", "adopted"), ("制定", "adopted"), ("批准", "approved"), ("公布", "issued"), ("发布", "issued"), ("印发", "issued"), ("修订", "adopted")] {
      guard let range = words.firstRange(of: word), !acts.contains(where: { $0.role == role }) else { continue }
      let told = words[..<range.lowerBound].unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "，" && $0 != "（" }
      var body = String(String.UnicodeScalarView(told))
      for verb in ["审议", "修订", "表决"] where body.hasSuffix(verb) { body.removeLast(verb.count) }
      // 已由某市第八届人民代表大会常务委员会第九次会议于2024年2月3日通过
      if body.isEmpty, opening.hasSuffix("于"), let by = opening.lastIndex(of: "由") ?? opening.lastIndex(of: "经") {
        body = String(opening[opening.index(after: by)...].dropLast())
      }
      acts.append(Act(role: role, date: date, body: body))
      return
    }
  }
}

/// The date of `自2021年9月1日起施行`.
private func effectiveDate(_ text: String) -> String? {
  guard text.contains("施行") else { return nil }
  let scalars = [Unicode.Scalar](of: text)
  for index in scalars.indices where scalars[index] == "自" {
    if let (date, end) = chineseDate(scalars, index + 1), scalars[end...].starts(with: "起".unicodeScalars) { return date }
  }
  return nil
}

/// Reads `2021年3月23日`, full-width digits and spaces included, at `start`: the date in ISO 8601 and the place after it.
private func chineseDate(_ scalars: [Unicode.Scalar], _ start: Int) -> (String, Int)? {
  var index = start
  var fields: [Int] = []
  for unit in ["年", "月", "日"] as [Unicode.Scalar] {
    var digits = ""
    while index < scalars.count, digits.utf8.count < 30 {
      let scalar = scalars[index]
      if numeral(isDigitOf: scalar) { digits.unicodeScalars.append(scalar) } else if !scalar.properties.isWhitespace || digits.isEmpty && fields.isEmpty { break }
      index += 1
    }
    guard index < scalars.count, scalars[index] == unit, let field = number(chinese: digits) else { return nil }
    fields.append(field)
    index += 1
  }
  guard fields[0] >= 1900, (1...12).contains(fields[1]), (1...31).contains(fields[2]) else { return nil }
  func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
  return ("\(fields[0])-\(padded(fields[1]))-\(padded(fields[2]))", index)
}

private func numeral(isDigitOf scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "0"..."9", "０"..."９", "〇", "○", "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": true
  default: false
  }
}
