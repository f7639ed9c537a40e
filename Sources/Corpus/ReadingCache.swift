import Diagnostics
import Synchronization

/// What reading each file gave, for a preview that reads the same content again and again: a file whose bytes are the
/// same is not parsed twice. A build needs none.
public final class ReadingCache: Sendable {
  private struct Reading: Sendable {
    var bytes: [UInt8]
    /// Bytes of the other file that the value depends on.
    var basis: [UInt8]
    var value: any Sendable
    var diagnostics: [Diagnostic]
  }
  private let readings = Mutex<[String: Reading]>([:])

  public init() {}

  func value<Value: Sendable>(
    of file: SourceFile, basedOn basis: SourceFile? = nil, _ diagnostics: inout [Diagnostic], _ read: (inout [Diagnostic]) -> Value
  ) -> Value {
    if let known = readings.withLock({ $0[file.path] }), known.bytes == file.bytes, known.basis == basis?.bytes ?? [],
      let value = known.value as? Value {
      diagnostics += known.diagnostics
      return value
    }
    var found: [Diagnostic] = []
    let value = read(&found)
    diagnostics += found
    readings.withLock { [found] in $0[file.path] = Reading(bytes: file.bytes, basis: basis?.bytes ?? [], value: value, diagnostics: found) }
    return value
  }
}

extension Shelf {
  /// What reading the file gives: from the cache when there is one and the file has not changed. The value must depend
  /// on the file alone, or on it and `basis`.
  mutating func once<Value: Sendable>(
    _ file: SourceFile, basedOn basis: SourceFile? = nil, _ read: (inout [Diagnostic]) -> Value
  ) -> Value {
    guard let cache else { return read(&diagnostics) }
    return cache.value(of: file, basedOn: basis, &diagnostics, read)
  }

  /// Reads a file and what it says, the latter once for the same bytes; nil when there is no file.
  mutating func readOnce<Value: Sendable>(
    _ file: String, required: Bool = false, _ load: (SourceFile, inout [Diagnostic]) -> Value
  ) -> Value? {
    read(file, required: required).map { source in once(source) { load(source, &$0) } }
  }
}
