import CZlib

/// A file in a zip archive, compressed when it is made, so that several cores can work on several files.
public struct ZipEntry: Sendable {
  /// Relative path with slashes, UTF-8: `site/zh/index.html`.
  public let path: String
  let crc: UInt32
  let size: Int
  /// The contents, deflated (RFC 1951) or, when that would be longer, as they are.
  let data: [UInt8]
  let isDeflated: Bool

  public init(path: String, contents: [UInt8]) {
    self.path = path
    crc = contents.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32_z(0, $0.baseAddress, $0.count)) }
    size = contents.count
    let deflated = ZipEntry.deflated(contents)
    isDeflated = deflated.map { $0.count < contents.count } ?? false
    data = isDeflated ? deflated! : contents
  }

  /// Nil when zlib cannot (out of memory, more than 4 GB); the file is then stored.
  private static func deflated(_ contents: [UInt8]) -> [UInt8]? {
    guard !contents.isEmpty, contents.count < Int(UInt32.max) else { return nil }
    var stream = z_stream()
    guard mingzhi_deflate_init(&stream, Z_DEFAULT_COMPRESSION) == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    let bound = Int(deflateBound(&stream, UInt(contents.count)))
    var result: Int32 = Z_OK
    let data = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      contents.withUnsafeBufferPointer { input in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(bound)
        result = deflate(&stream, Z_FINISH)
      }
      count = bound - Int(stream.avail_out)
    }
    return result == Z_STREAM_END ? data : nil
  }
}
