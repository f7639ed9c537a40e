import Diagnostics

/// The address of a page or file of the site, relative to its root: `zh/nantong/1.html`.
public struct Route: Hashable, Sendable {
  public let path: String

  public init(_ path: String) { self.path = path }

  /// A page that exists in each language under the same name.
  public init(_ language: Language, _ name: String) { path = language.rawValue + "/" + name }

  /// The path from the folder of this page up to the root: `../../` for `zh/nantong/1.html`.
  public var root: String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// A relative link from this page to another, so that the site works under any address and from disk.
  public func href(to other: Route) -> String {
    var (from, to) = (path, other.path)
    return from.withUTF8 { from in
      to.withUTF8 { to in
        // Folders that both share are left out.
        var shared = 0
        var index = 0
        let slash = UInt8(ascii: "/")
        while index < min(from.count, to.count), from[index] == to[index] {
          if from[index] == slash { shared = index + 1 }
          index += 1
        }
        let up = from[shared...].count { $0 == slash }
        return String(unsafeUninitializedCapacity: 3 * up + to.count - shared) { href in
          for step in 0..<up { _ = href[(3 * step)...].update(fromContentsOf: "../".utf8) }
          return href[(3 * up)...].update(fromContentsOf: to[shared...])
        }
      }
    }
  }
}
