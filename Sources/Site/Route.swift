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
    let from = path.utf8
    let to = other.path.utf8
    // Folders that both share are left out.
    var shared = 0
    var index = 0
    for (a, b) in zip(from, to) {
      guard a == b else { break }
      index += 1
      if a == UInt8(ascii: "/") { shared = index }
    }
    let up = from.dropFirst(shared).count { $0 == UInt8(ascii: "/") }
    let rest = String(decoding: to.dropFirst(shared), as: UTF8.self)
    return up == 0 ? rest : String(repeating: "../", count: up) + rest
  }
}
