/// Turns the links of a page that leaves the site: what goes with it keeps its relative link, what stays behind is
/// linked on the web, or not at all when the site has no address.
struct PackLinks {
  let kept: Set<Route>
  let assets: Set<Route>
  let baseURL: String
  /// Styles and scripts that the pages named.
  private(set) var usedAssets: Set<Route> = []

  init(kept: Set<Route>, assets: Set<Route>, baseURL: String) {
    self.kept = kept
    self.assets = assets
    self.baseURL = baseURL
  }

  private static let names = ["href=\"", "src=\"", "action=\"", "data-help=\""].map { Array($0.utf8) }

  /// Pages are our own output, so attributes are always in double quotes and `<` in text is escaped.
  mutating func rewritten(_ file: SiteFile) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(file.bytes.count + file.bytes.count / 4)
    file.bytes.withUnsafeBufferPointer { bytes in
      var copied = 0
      var index = 0
      var isTag = false
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "<"): isTag = true
        case UInt8(ascii: ">"): isTag = false
        case UInt8(ascii: " ") where isTag:
          guard let start = Self.value(after: index, in: bytes) else { break }
          var end = start
          while end < bytes.count, bytes[end] != UInt8(ascii: "\"") { end += 1 }
          let link = String(decoding: bytes[start..<end], as: UTF8.self)
          let target = target(of: link, on: file.route)
          if target != link {
            // Without a target the whole attribute goes.
            result.append(contentsOf: bytes[copied..<(target == nil ? index : start)])
            if let target { result.append(contentsOf: target.utf8) }
            copied = target == nil ? end + 1 : end
          }
          index = end
        default: break
        }
        index += 1
      }
      result.append(contentsOf: bytes[copied...])
    }
    return result
  }

  /// Where the value of an attribute with a link begins, when one follows the space.
  private static func value(after space: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    for name in names {
      let start = space + 1
      guard start + name.count <= bytes.count else { continue }
      var matched = 0
      while matched < name.count, bytes[start + matched] == name[matched] { matched += 1 }
      if matched == name.count { return start + matched }
    }
    return nil
  }

  /// The link in the pack; nil for none.
  private mutating func target(of link: String, on route: Route) -> String? {
    guard !link.isEmpty, !link.hasPrefix("#"), !link.utf8.contains(UInt8(ascii: ":")) else { return link }
    let path = link.prefix { $0 != "#" && $0 != "?" }
    guard let other = route.resolving(path) else { return link }
    if assets.contains(other) {
      usedAssets.insert(other)
      return link
    }
    if kept.contains(other) { return link }
    return baseURL.isEmpty ? nil : baseURL + other.path + link[path.endIndex...]
  }
}

extension Route {
  /// The address that a relative link on this page leads to; nil when it leaves the site.
  func resolving(_ link: some StringProtocol) -> Route? {
    var folders = path.split(separator: "/").dropLast().map(String.init)
    let steps = link.split(separator: "/", omittingEmptySubsequences: false)
    for step in steps.dropLast() where step != "." {
      if step == ".." {
        guard folders.popLast() != nil else { return nil }
      } else {
        folders.append(String(step))
      }
    }
    return Route((folders + [String(steps.last ?? "")]).joined(separator: "/"))
  }
}
