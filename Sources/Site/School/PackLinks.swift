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

  private static let attributes = [" href=\"", " src=\"", " action=\""].map { Array($0.utf8) }

  /// Pages are our own output, so attributes are always in double quotes and `<` in text is escaped.
  mutating func rewritten(_ file: SiteFile) -> [UInt8] {
    let bytes = file.bytes
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 4)
    var index = 0
    var isTag = false
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<") { isTag = true }
      if bytes[index] == UInt8(ascii: ">") { isTag = false }
      if isTag, bytes[index] == UInt8(ascii: " "), let open = Self.attributes.first(where: { bytes[index...].starts(with: $0) }),
        let end = bytes[(index + open.count)...].firstIndex(of: UInt8(ascii: "\""))
      {
        let link = String(decoding: bytes[(index + open.count)..<end], as: UTF8.self)
        if let target = target(of: link, on: file.route) { result += open + Array(target.utf8) + [UInt8(ascii: "\"")] }
        index = end + 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// The link in the pack; nil for none.
  private mutating func target(of link: String, on route: Route) -> String? {
    guard !link.isEmpty, !link.hasPrefix("#"), !link.contains(":") else { return link }
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
