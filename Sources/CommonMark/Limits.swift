/// What libcmark is spared: it takes quadratic time over long runs of open brackets, for example (960 KB of `![[]()`
/// took libcmark 0.30.2 37 seconds).
enum Limits {
  /// Bytes of a document.
  static let document = 4 * 1024 * 1024
  /// Bytes of lines without a blank line among them.
  static let block = 64 * 1024
  /// Levels of block quotes, lists, emphasis, links, and of open brackets.
  static let nesting = 100
  /// Bytes that references may grow to: libcmark copies a definition's address and title to each link that uses it,
  /// so that 4 MB could become some 60 GB.
  static let expansion = 64 * 1024 * 1024
  /// Findings of one text; more tell an editor nothing.
  static let findings = 100
}
