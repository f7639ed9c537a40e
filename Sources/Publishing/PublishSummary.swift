/// What a publication did to the output folder.
public struct PublishSummary: Hashable, Sendable {
  /// Files that are new or changed.
  public var written = 0
  /// Files whose bytes were already there; they were not touched.
  public var unchanged = 0
  /// Files of an earlier build that this one no longer makes.
  public var removed = 0
  /// Files in the folder that no build made, kept as they are.
  public var foreign = 0
  /// Bytes in the files of `written`.
  public var bytesWritten = 0

  public init(written: Int = 0, unchanged: Int = 0, removed: Int = 0, foreign: Int = 0, bytesWritten: Int = 0) {
    self.written = written
    self.unchanged = unchanged
    self.removed = removed
    self.foreign = foreign
    self.bytesWritten = bytesWritten
  }
}
