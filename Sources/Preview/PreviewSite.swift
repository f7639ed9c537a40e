import Synchronization

/// The pages of a site in memory. A page may be drawn when it is first asked for: the one that is open is there at once,
/// however many others there are.
public struct PreviewSite: Sendable {
  private let files: [String: File]
  /// Tells one build from another: the same for the same pages, whatever run they are of.
  public let build: String

  /// - Parameters:
  ///   - build: differs whenever a page differs.
  ///   - files: what draws each file, by path relative to the site's root, as published: `zh/nantong/1.html`.
  public init(build: String, files: [String: @Sendable () -> [UInt8]]) {
    self.build = build
    self.files = files.mapValues(File.init)
  }

  /// A site of finished files.
  public init(_ files: [String: [UInt8]] = [:]) {
    var sum: UInt64 = 0
    for (path, bytes) in files {
      // FNV-1a; a sum, since a dictionary has no order.
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      sum &+= hash
    }
    self.init(build: String(sum, radix: 16), files: files.mapValues { bytes in { bytes } })
  }

  public var isEmpty: Bool { files.isEmpty }

  public func has(_ path: String) -> Bool { files[path] != nil }

  /// The bytes of a file; nil when the site has none of that path.
  public subscript(path: String) -> [UInt8]? { files[path]?.bytes }

  /// A file that is drawn once, by whoever asks first.
  private final class File: Sendable {
    private let draw: @Sendable () -> [UInt8]
    private let drawn = Mutex<[UInt8]?>(nil)

    init(_ draw: @escaping @Sendable () -> [UInt8]) { self.draw = draw }

    var bytes: [UInt8] {
      if let bytes = drawn.withLock({ $0 }) { return bytes }
      // Not under the lock: two askers may draw the same bytes, none waits for another's work on the same core.
      let bytes = draw()
      drawn.withLock { $0 = bytes }
      return bytes
    }
  }
}
