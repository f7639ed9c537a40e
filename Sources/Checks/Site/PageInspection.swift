import Diagnostics
import Site

/// What the checker keeps of a rendered page: links into other pages, ids, findings; not its bytes.
public struct PageInspection: Sendable {
  let route: Route
  /// Position of the page among all addresses.
  let index: Int32
  /// Addresses that it links to, without repeats.
  let targets: [Int32]
  /// Links to a place within a page.
  let anchors: [(target: Int32, anchor: String)]
  let ids: Set<String>
  let title: String
  /// Bytes of the page with its styles and scripts.
  let weight: Int
  public let diagnostics: [Diagnostic]
}

/// Inspects pages as they are rendered. Knows every address of the site, so that dead links are found at once.
public struct PageInspector: Sendable {
  private let addresses: [String: Int32]
  /// Root of the site as a path on its server, which the page for missing addresses uses.
  private let root: String
  /// Bytes of styles and scripts, by the position of their address.
  private let weights: [Int32: Int]

  /// `addresses` are all files of the site, relative to its root; `files` those that are no pages.
  public init(addresses: [String], root: String, files: [SiteFile]) {
    let positions = Dictionary(
      zip(addresses, (0..<Int32(addresses.count))), uniquingKeysWith: { first, _ in first })
    weights = Dictionary(
      files.compactMap { file in positions[file.route.path].map { ($0, file.bytes.count) } },
      uniquingKeysWith: { first, _ in first })
    self.addresses = positions
    self.root = root
  }

  public func inspect(_ file: SiteFile) -> PageInspection {
    var page = Draft(route: file.route)
    var outline = PageOutline(route: file.route)
    HTMLTag.scan(file.bytes) { tag in
      outline.read(tag)
      if let id = tag["id"] { page.add(id: id) }
      for link in [tag["href"], tag["src"], tag["action"]] {
        guard let link else { continue }
        let isAddress = tag.name != "link" || tag["rel"] != "canonical" && tag["rel"] != "alternate"
        if isAddress { add(link, of: tag, to: &page) }
      }
      if tag.name == "link" || tag.name == "script", let address = tag["href"] ?? tag["src"] {
        page.weight += resolve(Substring(address).utf8, from: file.route).flatMap { weights[$0] } ?? 0
      }
      if tag.has("style") { page.report(.inlineStyle, Bilingual(zh: "<\(tag.name)> 带有 style 属性", en: "<\(tag.name)> has a style attribute")) }
    }
    page.weight += file.bytes.count
    page.diagnostics += outline.findings() + PageStructure.findings(in: file.bytes, of: file.route)
    if let finding = overweight(page, kind: outline.kind) { page.diagnostics.append(finding) }
    return PageInspection(
      route: file.route, index: addresses[file.route.path] ?? -1, targets: page.targets.sorted(), anchors: page.anchors,
      ids: page.ids, title: title(of: file.bytes), weight: page.weight, diagnostics: page.diagnostics)
  }

  private struct Draft {
    let route: Route
    var ids: Set<String> = []
    var targets: Set<Int32> = []
    var anchors: [(target: Int32, anchor: String)] = []
    var diagnostics: [Diagnostic] = []
    var weight = 0

    mutating func add(id: String) {
      if id.isEmpty || !ids.insert(id).inserted {
        report(.uniqueID, Bilingual(zh: "id=\"\(id)\" 重复或为空", en: "id=\"\(id)\" is repeated or empty"))
      }
    }

    mutating func report(_ rule: Rule, _ message: Bilingual) {
      diagnostics.append(Diagnostic(rule, at: SourceRange(file: route.path, line: 1), message))
    }
  }

  private func overweight(_ page: Draft, kind: String) -> Diagnostic? {
    let limit = kind == "provision" ? 160 << 10 : 2 << 20
    guard page.weight > limit else { return nil }
    return Diagnostic(
      .pageWeight, at: SourceRange(file: page.route.path, line: 1),
      Bilingual(zh: "页面连同样式和脚本有 \(page.weight / 1024) KB，上限 \(limit / 1024) KB", en: "the page has \(page.weight / 1024) KB with its styles and scripts; the limit is \(limit / 1024) KB"))
  }

  private func add(_ link: String, of tag: HTMLTag, to page: inout Draft) {
    if link.hasPrefix("https://") || link.hasPrefix("http://") || link.hasPrefix("mailto:") {
      if tag.name != "a" {
        page.report(.foreignAsset, Bilingual(zh: "<\(tag.name)> 从别处取 \(link)", en: "<\(tag.name)> fetches \(link) from elsewhere"))
      }
      return
    }
    if link.hasPrefix("data:") { return }
    // The page for missing addresses is shown at any depth; every other page is also opened from disk.
    if link.utf8.first == UInt8(ascii: "/"), page.route.path != "404.html" {
      page.report(
        .deadLink, Bilingual(zh: "链接 \(link) 从服务器的根写起，从磁盘打开时没有去处", en: "the link \(link) begins at the server's root and leads nowhere from disk"))
      return
    }
    let bytes = link.utf8
    let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
    let address = bytes[..<(hash ?? bytes.endIndex)]
    let query = address.firstIndex(of: UInt8(ascii: "?"))
    guard let target = resolve(address[..<(query ?? address.endIndex)], from: page.route) else {
      page.report(.deadLink, Bilingual(zh: "链接 \(link) 没有去处", en: "the link \(link) leads nowhere"))
      return
    }
    page.targets.insert(target)
    if let hash {
      let anchor = String(Substring(bytes[hash...].dropFirst()))
      if !anchor.isEmpty { page.anchors.append((target, anchor)) }
    }
  }

  /// The address that a relative link names; nil when it leaves the site. Links to folders name their file, so that
  /// they work from disk.
  private func resolve(_ link: Substring.UTF8View, from route: Route) -> Int32? {
    if link.isEmpty { return addresses[route.path] }
    if link.starts(with: root.utf8), link.first == UInt8(ascii: "/") {
      return addresses[String(Substring(link.dropFirst(root.utf8.count)))]
    }
    var rest = link
    var folder = route.path.utf8.prefix(through: route.path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? route.path.startIndex)
    if folder.last != UInt8(ascii: "/") { folder = folder.prefix(0) }
    while rest.first == UInt8(ascii: ".") {
      if rest.starts(with: "../".utf8) {
        guard !folder.isEmpty else { return nil }
        folder = folder.dropLast()
        while let last = folder.last, last != UInt8(ascii: "/") { folder = folder.dropLast() }
        rest = rest.dropFirst(3)
      } else if rest.starts(with: "./".utf8) {
        rest = rest.dropFirst(2)
      } else {
        break
      }
    }
    var path = String(Substring(folder))
    path += Substring(rest)
    return addresses[path]
  }
}

/// The text of the page's `<title>`.
private func title(of page: [UInt8]) -> String {
  let open = Array("<title>".utf8)
  return page.withUnsafeBufferPointer { page in
    var index = 0
    while index + open.count < min(page.count, 4096) {
      if page[index] == open[0], page[index..<index + open.count].elementsEqual(open) {
        let start = index + open.count
        let end = page[start...].firstIndex(of: UInt8(ascii: "<")) ?? page.endIndex
        return String(decoding: page[start..<end], as: UTF8.self)
      }
      index += 1
    }
    return ""
  }
}
