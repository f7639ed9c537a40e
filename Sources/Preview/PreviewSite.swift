import Synchronization

/// The pages of a site in memory. A page may be drawn when it is first asked for: the one that is open is there at once,
/// however many others there are.
public struct PreviewSite: Sendable {
  private let files: [String: OnDemand<[UInt8]>]
  private let others: OnDemand<[String: [UInt8]]>
  /// Tells one build from another: the same for the same pages, whatever run they are of.
  public let build: String

  /// - Parameters:
  ///   - build: differs whenever a page differs.
  ///   - files: what draws each file, by path relative to the site's root, as published: `zh/nantong/1.html`.
  ///   - others: files that are made together, such as a search index, when one that is not in `files` is asked for.
  public init(
    build: String, files: [String: @Sendable () -> [UInt8]], others: @escaping @Sendable () -> [String: [UInt8]] = { [:] }
  ) {
    self.build = build
    self.files = files.mapValues(OnDemand.init)
    self.others = OnDemand(others)
  }

  /// A site of finished files.
  public init(_ files: [String: [UInt8]] = [:]) {
    var sum: UInt64 = 0
    for (path, bytes) in files {
      // A sum, since a dictionary has no order.
      sum &+= fnv1a(Array(path.utf8) + bytes)
    }
    self.init(build: String(sum, radix: 16), files: files.mapValues { bytes in { bytes } })
  }

  public var isEmpty: Bool { files.isEmpty }

  public func has(_ path: String) -> Bool { files[path] != nil }

  /// The bytes of a file; nil when the site has none of that path.
  public subscript(path: String) -> [UInt8]? { files[path]?.value ?? others.value[path] }
}

/// FNV-1a, 64 bits: tells versions apart, no more.
func fnv1a(_ bytes: some Sequence<UInt8>) -> UInt64 {
  bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}

/// A value that is made once, by whoever asks first.
public final class OnDemand<Value: Sendable>: Sendable {
  private let make: @Sendable () -> Value
  private let made = Mutex<Value?>(nil)

  public init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  public var value: Value {
    if let value = made.withLock({ $0 }) { return value }
    // Not under the lock: two askers may make the same value, none waits for another's work on the same core.
    let value = make()
    made.withLock { $0 = value }
    return value
  }
}
