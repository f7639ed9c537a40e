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
    var text = self[word]
    for (name, value) in values {
      let parts = text.split(separator: "{\(name)}", omittingEmptySubsequences: false)
      text = parts.joined(separator: value)
    }
    return text
  }
}
