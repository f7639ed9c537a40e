import Diagnostics
import Yams

/// YAML of one file, or the front matter at its head: parsed, with findings instead of exceptions.
struct YAMLSource {
  let file: String
  /// Line of the file on which the YAML begins, from 1.
  let firstLine: Int
  let text: String

  /// Nesting beyond this is refused; our deepest file nests four levels.
  private static let nestingLimit = 32

  /// The root node; nil, with a finding, when it is not sound YAML. Empty text gives an empty mapping.
  func parse(_ diagnostics: inout [Diagnostic]) -> Node? {
    if let finding = refusal() {
      diagnostics.append(finding)
      return nil
    }
    do {
      // No rules for numbers and dates: what type a value has, its key decides.
      return try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot() ?? Node([(Node, Node)]())
    } catch let error as YamlError {
      diagnostics.append(finding(for: error))
    } catch {
      diagnostics.append(
        Diagnostic(.yamlSyntax, at: range(nil), Bilingual(zh: "YAML 无法读取：\(error)", en: "this YAML cannot be read: \(error)")))
    }
    return nil
  }

  /// The place of a node in the file; `length` scalars long.
  func range(_ mark: Mark?, length: Int = 0) -> SourceRange {
    SourceRange(file: file, line: firstLine - 1 + (mark?.line ?? 1), column: mark?.column ?? 1, length: length)
  }

  /// Refuses, before the parser runs, what could take it down: anchors (with aliases they multiply) and deep nesting
  /// (the parser recurses).
  private func refusal() -> Diagnostic? {
    var text = text
    guard let (kind, offset) = text.withUTF8(refused) else { return nil }
    let before = text.utf8.prefix(offset)
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { before.index(after: $0) } ?? before.startIndex
    let place = SourceRange(
      file: file, line: firstLine + before.count { $0 == UInt8(ascii: "\n") },
      column: text.unicodeScalars[start..<before.endIndex].count + 1, length: 1)
    switch kind {
    case .anchor:
      return Diagnostic(
        .yamlSyntax, at: place, Bilingual(zh: "这里不使用 YAML 锚点（&）和别名", en: "YAML anchors (&) and aliases are not used here"),
        help: Bilingual(zh: "把内容写出来；“&”两边都加空格就是普通文字", en: "write the value out; an & with a space on both sides is plain text"))
    case .depth:
      return Diagnostic(
        .yamlSyntax, at: place, Bilingual(zh: "YAML 嵌套太深", en: "this YAML is nested too deeply"),
        help: Bilingual(zh: "嵌套不超过 \(Self.nestingLimit) 层", en: "nest at most \(Self.nestingLimit) levels"))
    }
  }

  private enum Refusal { case anchor, depth }

  /// What is refused, and the byte where it stands.
  private func refused(_ text: UnsafeBufferPointer<UInt8>) -> (Refusal, offset: Int)? {
    var brackets = 0
    var indicators = 0
    var isAtStart = true
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "\n"):
        (indicators, isAtStart) = (0, true)
        continue
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "?"):
        if isAtStart { indicators += 1 }
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        isAtStart = false
        brackets += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        isAtStart = false
        brackets = max(0, brackets - 1)
      case UInt8(ascii: "&"):
        isAtStart = false
        let isFirst = index == 0 || text[index - 1] == UInt8(ascii: " ") || text[index - 1] == UInt8(ascii: "\n")
        let rest = UnsafeBufferPointer(rebasing: text[(index + 1)..<min(index + 5, text.count)])
        if isFirst, let next = String(decoding: rest, as: UTF8.self).unicodeScalars.first,
          next.properties.isAlphabetic || next.properties.numericType != nil
        {
          return (.anchor, index)
        }
      default: isAtStart = false
      }
      if brackets > Self.nestingLimit || indicators > 4 * Self.nestingLimit { return (.depth, index) }
    }
    return nil
  }

  /// Whether a node says nothing: `key:`, `key: ~`, `key: null`.
  static func isNull(_ node: Node) -> Bool {
    guard let scalar = node.scalar, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  private func finding(for error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
      return Diagnostic(
        .yamlSyntax, at: range(mark, length: 1), Bilingual(zh: "YAML 语法错误：\(problem)", en: "YAML syntax: \(problem)"),
        help: Bilingual(
          zh: "常见原因：缩进、冒号后没有空格、文字里有冒号而没有引号",
          en: "often the indentation, a missing space after a colon, or a colon in text without quotes"))
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first ?? ""
      return Diagnostic(
        .duplicateKey, at: range(context.mark, length: key.unicodeScalars.count),
        Bilingual(zh: "键 \(key) 写了两次", en: "the key '\(key)' is given twice"),
        help: Bilingual(zh: "只保留一个", en: "keep one of them"))
    default:
      return Diagnostic(.yamlSyntax, at: range(nil), Bilingual(zh: "YAML 无法读取：\(error)", en: "this YAML cannot be read: \(error)"))
    }
  }
}
