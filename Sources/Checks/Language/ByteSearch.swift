#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension UnsafeBufferPointer<UInt8> {
  /// Where a byte stands next, at or after `start`; by the C library, which looks at many bytes at once.
  func place(of byte: UInt8, from start: Int) -> Int? {
    guard start < count, let base = baseAddress else { return nil }
    return memchr(base + start, Int32(byte), count - start).map { UnsafeRawPointer($0) - UnsafeRawPointer(base) }
  }

  /// Calls `body` for each line from `start` on, without its line feed; lines are counted from that one, as 1.
  func forEachLine(from start: Int = 0, _ body: (_ number: Int, _ line: UnsafeBufferPointer<UInt8>) -> Void) {
    var (start, number) = (start, 0)
    while start < count {
      let end = place(of: UInt8(ascii: "\n"), from: start) ?? count
      number += 1
      body(number, UnsafeBufferPointer(rebasing: self[start..<end]))
      start = end + 1
    }
  }
}
