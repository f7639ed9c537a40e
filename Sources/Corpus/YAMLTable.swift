import Diagnostics

/// A flat YAML file of `key: text`, such as the words of the interface in one language.
public struct YAMLTable: Sendable {
  public let file: String
  public private(set) var values: [String: Located<String>] = [:]

  public init(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) {
    self.file = file.path
    let source = YAMLSource(file: file.path, firstLine: 1, text: file.text)
    guard let node = source.parse(&diagnostics) else { return }
    guard let mapping = node.mapping else {
      diagnostics.append(source.wrongType(node, Bilingual(zh: "键和值", en: "keys with values")))
      return
    }
    for (key, value) in mapping {
      guard let name = key.string, let text = value.scalar?.string else {
        diagnostics.append(source.wrongType(value, Bilingual(zh: "一段文字", en: "text")))
        continue
      }
      values[name] = Located(text, source.range(key.mark, length: name.unicodeScalars.count))
    }
  }
}
