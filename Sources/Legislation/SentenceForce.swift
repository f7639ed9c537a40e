/// How strongly a statement speaks.
public enum Force: String, CaseIterable, Hashable, Sendable {
  /// 应当, 必须
  case shall
  /// 不得, 禁止, 严禁
  case shallNot = "shall-not"
  /// 可以
  case may
  /// 鼓励, 支持, 引导, 倡导, 提倡, 扶持
  case encouraged
  /// A bare directive: a verb without a modal word, 推行首席质量官制度.
  case directed
  /// States what is, or whose task something is, and asks nothing by itself: purpose, scope, dates, 负责, a plan's targets.
  case declared
}

/// What a clause says by itself, before its neighbours are considered.
enum ClauseForce {
  /// A modal word at this place in the clause.
  case modal(Force, at: Int)
  /// A verb of encouragement as the predicate, ending at this place.
  case encouragement(end: Int)
  /// An adverbial that belongs to the clause after it: 围绕重点产业领域，
  case adverbial
  case bare
}

extension ClauseForce {
  private static let modals: [(String, Force)] = [
    ("不得", .shallNot), ("禁止", .shallNot), ("严禁", .shallNot), ("应当", .shall), ("必须", .shall), ("可以", .may),
  ]
  /// 禁止 here is no modal: banned substances, a notice, a zone.
  private static let exceptions = ["禁止性", "禁止区", "禁止标志"]
  static let encouragements = ["鼓励", "支持", "引导", "倡导", "提倡", "扶持"]
  private static let adverbs = ["积极", "大力", "重点", "进一步", "广泛", "优先", "依法", "持续", "逐步"]
  private static let openers = [
    "围绕", "针对", "按照", "严格按照", "根据", "结合", "立足", "聚焦", "为了", "对", "在", "通过", "以", "到", "适应",
  ]
  private static let closers = ["的", "时", "后", "前", "起", "中"]

  init(_ clause: ArraySlice<Unicode.Scalar>) {
    for (word, force) in Self.modals {
      guard let place = clause.firstIndex(of: word), !Self.exceptions.contains(where: { clause[place...].begins(with: $0) })
      else { continue }
      self = .modal(force, at: place)
      return
    }
    if let end = Self.encouragementEnd(clause) {
      self = .encouragement(end: end)
      return
    }
    let words = clause.last == "，" ? clause.dropLast() : clause
    let isAdverbial = clause.last == "，"
      && (Self.openers.contains { clause.begins(with: $0) } || Self.closers.contains { words.ends(with: $0) })
    self = isAdverbial ? .adverbial : .bare
  }

  /// Where the verb ends when the clause's predicate is one of encouragement: at its head, after adverbs, or after who
  /// encourages (市、区政府鼓励).
  private static func encouragementEnd(_ clause: ArraySlice<Unicode.Scalar>) -> Int? {
    var start = clause.startIndex
    while let adverb = adverbs.first(where: { clause[start...].begins(with: $0) }) { start += adverb.unicodeScalars.count }
    var end = verbEnd(clause[start...])
    if end == nil, let place = encouragements.compactMap({ clause.firstIndex(of: $0) }).min(),
      Actor.isSubject(clause[clause.startIndex..<place])
    {
      end = verbEnd(clause[place...])
    }
    return end
  }

  /// Past 鼓励, 鼓励和支持, 鼓励、引导, 引导激励.
  private static func verbEnd(_ clause: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let verb = encouragements.first(where: clause.begins(with:)) else { return nil }
    var end = clause.startIndex + verb.unicodeScalars.count
    if let joint = ["和", "、", "并"].first(where: { clause[end...].begins(with: $0) }) {
      let next = end + joint.unicodeScalars.count
      if let verb = encouragements.first(where: { clause[next...].begins(with: $0) }) { end = next + verb.unicodeScalars.count }
    }
    return end
  }
}

/// Whether a sentence states something and asks nothing, whatever its clauses look like.
func isDeclaration(_ sentence: ArraySlice<Unicode.Scalar>) -> Bool {
  func has(_ word: String) -> Bool { sentence.firstIndex(of: word) != nil }
  if has("制定本") || has("从其规定") || has("适用本") || (has("起施行") && has("自")) || has("同时废止") || has("所称") || has("是指") { return true }
  if sentence.begins(with: "本"), has("适用于") { return true }
  // A target: 到2025年，…; a state to be reached: 质量水平持续提高，….
  if sentence.begins(with: "到20") { return true }
  let first = sentence.prefix { $0 != "，" }
  return results.contains { word in first.firstIndex(of: word).map { $0 > first.startIndex + 2 } ?? false }
    && !directives.contains { first.begins(with: $0) }
}

/// Predicates that say what state is reached.
private let results = [
  "取得", "跃上", "持续提高", "逐年提高", "进一步提高", "稳步提升", "持续强化", "有效满足", "达到", "成为", "显著增强", "明显增强",
]

/// Verbs with which directives begin though a result follows: 努力实现…取得突破.
private let directives = ["实现", "力争", "努力", "推动", "促进", "确保", "加快", "支持", "鼓励", "引导", "开展", "推进", "实施", "建立", "建设", "加强", "强化"]

extension ArraySlice<Unicode.Scalar> {
  func begins(with word: String) -> Bool { starts(with: word.unicodeScalars) }

  func ends(with word: String) -> Bool { suffix(word.unicodeScalars.count).elementsEqual(word.unicodeScalars) }

  /// Where a word first stands.
  func firstIndex(of word: String) -> Int? {
    guard let first = word.unicodeScalars.first else { return nil }
    return indices.first { self[$0] == first && self[$0...].begins(with: word) }
  }
}
