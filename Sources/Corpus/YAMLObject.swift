import Diagnostics
import Yams

/// A mapping that is read strictly: every key must be asked for, every value must have the type that is asked for.
///
/// Reads report what is wrong and give nil or a default, so that one pass finds every mistake of a file.
struct YAMLObject {
  private let source: YAMLSource
  private let mark: Mark?
  /// In the order of the file. A mapping that is read so has a handful of keys: looking through them is faster than hashing.
  private var entries: [Entry] = []
  private var asked: Set<String> = []

  private struct Entry {
    let name: String
    let key: Mark?
    let value: Node
  }

  /// Nil, with a finding, when the node is no mapping.
  init?(_ node: Node, in source: YAMLSource, _ diagnostics: inout [Diagnostic]) {
    self.source = source
    mark = node.mark
    guard let mapping = node.mapping else {
      diagnostics.append(source.wrongType(node, Bilingual(zh: "键和值", en: "keys with values")))
      return nil
    }
    for (key, value) in mapping {
      guard let name = key.string else {
        diagnostics.append(source.wrongType(key, Bilingual(zh: "文字作键", en: "text as a key")))
        continue
      }
      entries.append(Entry(name: name, key: key.mark, value: value))
    }
  }

  /// The place of a key's value, or of the whole mapping.
  func range(_ key: String? = nil) -> SourceRange {
    guard let key, let node = value(key) else { return source.range(mark) }
    return source.range(node.mark, length: node.scalar?.string.unicodeScalars.count ?? 0)
  }

  func has(_ key: String) -> Bool { value(key) != nil }

  private func value(_ key: String) -> Node? {
    for index in entries.indices where entries[index].name == key { return entries[index].value }
    return nil
  }

  /// The node of a key, nil when it is absent or empty; a required one that is missing is reported.
  mutating func node(
    _ key: String, required: Bool = false, choices: [String] = [], _ diagnostics: inout [Diagnostic]
  ) -> Node? {
    asked.insert(key)
    if let value = value(key), value.scalar?.string.isEmpty != true, !YAMLSource.isNull(value) { return value }
    if required {
      diagnostics.append(
        Diagnostic(
          .missingKey, at: range(key), Bilingual(zh: "缺少 \(key)", en: "'\(key)' is missing"),
          help: choices.isEmpty
            ? Bilingual(zh: "写上 \(key): …", en: "add '\(key): …'")
            : Bilingual(
              zh: "写上 \(key): …，可以是：" + choices.joined(separator: "、"),
              en: "add '\(key): …', one of: " + choices.joined(separator: ", "))))
    }
    return nil
  }

  mutating func string(_ key: String, required: Bool = false, _ diagnostics: inout [Diagnostic]) -> String? {
    node(key, required: required, &diagnostics).flatMap { source.string($0, &diagnostics) }
  }

  mutating func integer(_ key: String, required: Bool = false, _ diagnostics: inout [Diagnostic]) -> Int? {
    guard let node = node(key, required: required, &diagnostics) else { return nil }
    if let text = node.scalar?.string, let number = Int(text) { return number }
    diagnostics.append(source.wrongType(node, Bilingual(zh: "整数", en: "a whole number")))
    return nil
  }

  /// A list of texts; absent is empty.
  mutating func strings(_ key: String, required: Bool = false, _ diagnostics: inout [Diagnostic]) -> [Located<String>] {
    nodes(key, required: required, &diagnostics).compactMap { node in
      source.string(node, &diagnostics).map {
        Located($0, source.range(node.mark, length: $0.unicodeScalars.count))
      }
    }
  }

  /// A list of mappings; absent is empty.
  mutating func objects(_ key: String, required: Bool = false, _ diagnostics: inout [Diagnostic]) -> [YAMLObject] {
    nodes(key, required: required, &diagnostics).compactMap { YAMLObject($0, in: source, &diagnostics) }
  }

  mutating func object(_ key: String, required: Bool = false, _ diagnostics: inout [Diagnostic]) -> YAMLObject? {
    node(key, required: required, &diagnostics).flatMap { YAMLObject($0, in: source, &diagnostics) }
  }

  /// `{ zh: …, en: … }`; a language that is not required may be left out and is then empty.
  mutating func bilingual(
    _ key: String, required: Bool = false, english: Bool = true, _ diagnostics: inout [Diagnostic]
  ) -> Bilingual? {
    guard var object = object(key, required: required, &diagnostics) else { return nil }
    let zh = object.string("zh", required: true, &diagnostics)
    let en = object.string("en", required: english, &diagnostics)
    object.finish(&diagnostics)
    return Bilingual(zh: zh ?? "", en: en ?? "")
  }

  mutating func date(_ key: String, required: Bool = false, _ diagnostics: inout [Diagnostic]) -> CalendarDate? {
    guard let node = node(key, required: required, &diagnostics) else { return nil }
    guard let text = node.scalar?.string, let date = CalendarDate(text) else {
      diagnostics.append(
        Diagnostic(
          .badDate, at: range(key),
          Bilingual(zh: "\(node.scalar?.string ?? key) 不是日期", en: "'\(node.scalar?.string ?? key)' is not a date"),
          help: Bilingual(zh: "写成 2021-09-01 的样子", en: "write it as in 2021-09-01")))
      return nil
    }
    return date
  }

  /// One word of a fixed set, `status: in-force`.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, as type: Choice.Type, required: Bool = false, _ diagnostics: inout [Diagnostic]
  ) -> Choice? {
    let all = Choice.allCases.map(\.rawValue)
    guard let node = node(key, required: required, choices: all, &diagnostics),
      let text = source.string(node, &diagnostics)
    else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let near = nearestNames(to: text, among: all, limit: 1)
    diagnostics.append(
      Diagnostic(
        .unknownValue, at: range(key),
        Bilingual(zh: "\(key) 不能是 \(text)", en: "'\(text)' is not a value of '\(key)'"),
        help: near.first.map { Bilingual(zh: "是不是 \($0)？", en: "did you mean '\($0)'?") }
          ?? Bilingual(
            zh: "可以是：" + all.joined(separator: "、"), en: "one of: " + all.joined(separator: ", ")),
        fix: near.first.map { Diagnostic.Fix(range(key), $0) }))
    return nil
  }

  /// Reports the keys that nobody asked for. Call it last.
  func finish(_ diagnostics: inout [Diagnostic]) {
    for entry in entries where !asked.contains(entry.name) {
      let name = entry.name
      let near = nearestNames(to: name, among: asked.filter { !has($0) }, limit: 1).first
      let range = source.range(entry.key, length: name.unicodeScalars.count)
      // `{ en: Guess, then weigh }` reads as two keys, the second without a value.
      let isTornText = YAMLSource.isNull(entry.value)
      let quotes = Bilingual(
        zh: "花括号里的文字有逗号时，整段加引号：'…, …'", en: "inside braces, put text that has a comma into quotes: '…, …'")
      diagnostics.append(
        Diagnostic(
          .unknownKey, at: range, Bilingual(zh: "不认识的键 \(name)", en: "unknown key '\(name)'"),
          help: isTornText && near == nil ? quotes : near.map { Bilingual(zh: "是不是 \($0)？", en: "did you mean '\($0)'?") }
            ?? Bilingual(
              zh: "可用的键：" + asked.sorted().joined(separator: "、"),
              en: "the keys here are: " + asked.sorted().joined(separator: ", ")),
          fix: near.map { Diagnostic.Fix(range, $0) }))
    }
  }

  private mutating func nodes(_ key: String, required: Bool, _ diagnostics: inout [Diagnostic]) -> [Node] {
    guard let node = node(key, required: required, &diagnostics) else { return [] }
    if let sequence = node.sequence { return Array(sequence) }
    diagnostics.append(source.wrongType(node, Bilingual(zh: "列表", en: "a list")))
    return []
  }
}

/// A value and where it stands.
public struct Located<Value: Hashable & Sendable>: Hashable, Sendable {
  public let value: Value
  public let range: SourceRange

  public init(_ value: Value, _ range: SourceRange) {
    self.value = value
    self.range = range
  }
}

extension YAMLSource {
  fileprivate func string(_ node: Node, _ diagnostics: inout [Diagnostic]) -> String? {
    if let scalar = node.scalar { return scalar.string }
    diagnostics.append(wrongType(node, Bilingual(zh: "一段文字", en: "text")))
    return nil
  }

  func wrongType(_ node: Node, _ expected: Bilingual) -> Diagnostic {
    Diagnostic(
      .wrongType, at: range(node.mark, length: node.scalar?.string.unicodeScalars.count ?? 1),
      Bilingual(zh: "这里应当是\(expected.zh)", en: "this must be \(expected.en)"))
  }
}
