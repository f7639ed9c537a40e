/// A place in a text file. Lines and columns count from 1; columns count Unicode scalars
/// (SARIF `columnKind: unicodeCodePoints`), so `质` is one column.
public struct SourcePosition: Hashable, Comparable, Sendable {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int = 1) {
    self.line = line
    self.column = column
  }

  public static func < (a: SourcePosition, b: SourcePosition) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// A stretch of a file, from `start` up to but without `end`.
public struct SourceRange: Hashable, Sendable {
  /// Path as shown to the editor, relative to the folder the command runs in: `content/site.yml`.
  public var file: String
  public var start: SourcePosition
  public var end: SourcePosition

  public init(file: String, start: SourcePosition, end: SourcePosition) {
    self.file = file
    self.start = start
    self.end = end
  }

  /// `length` scalars on one line.
  public init(file: String, line: Int, column: Int = 1, length: Int = 0) {
    self.init(
      file: file, start: SourcePosition(line: line, column: column),
      end: SourcePosition(line: line, column: column + length))
  }
}
