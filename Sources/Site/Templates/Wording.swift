import Corpus
import Diagnostics

/// The words of the interface in one language, from `templates/strings/<language>.yml`.
public struct Wording: Sendable {
  public let file: String
  private let table: YAMLTable

  init(_ table: YAMLTable) {
    file = table.file
    self.table = table
  }

  public subscript(key: String) -> String? { table.values[key]?.value }

  var keys: [String] { table.values.keys.sorted() }

  func range(of key: String) -> SourceRange? { table.values[key]?.range }

  /// The words of a key that the engine itself uses. Loading has made sure that they are there.
  public subscript(word: Word) -> String { self[word.rawValue] ?? word.rawValue }

  /// The words of a key with `{name}` replaced by values.
  public subscript(word: Word, values: [String: String]) -> String {
    var text = ""
    var rest = Substring(self[word])
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")), let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}")) {
      let name = String(rest[rest.utf8.index(after: open)..<close])
      text += rest[..<open]
      text += values[name] ?? "{\(name)}"
      rest = rest[rest.utf8.index(after: close)...]
    }
    return text + rest
  }
}
