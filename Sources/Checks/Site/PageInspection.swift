import Diagnostics
import Site

/// What the checker keeps of a rendered page: links into other pages, ids, findings; not its bytes.
public struct PageInspection: Sendable {
  let route: Route
  /// Position of the page among all addresses.
  let index: Int32
  /// Addresses that it links to, without repeats, ascending.
  let targets: [Int32]
  /// Links to a place within a page.
  let anchors: [(target: Int32, anchor: String)]
  /// Hashes of the ids; all ids of a large site as texts would take a tenth of its memory.
  let ids: Set<UInt64>
  let title: String
  /// Bytes of the page with its styles and scripts.
  let weight: Int
  public let diagnostics: [Diagnostic]
}

/// Inspects pages as they are rendered. Knows every address of the site, so that dead links are found at once.
public struct PageInspector: Sendable {
  private let addresses: AddressTable
  /// Root of the site as a path on its server, which the page for missing addresses uses.
  private let root: [UInt8]
  /// Bytes of styles and scripts, by the position of their address.
  private let weights: [Int32: Int]

  /// `addresses` are all files of the site, relative to its root; `files` its styles and scripts.
  public init(addresses: [String], root: String, files: [SiteFile]) {
    let table = AddressTable(addresses)
    weights = Dictionary(
      files.compactMap { file in table[file.route.path].map { ($0, file.bytes.count) } },
      uniquingKeysWith: { first, _ in first })
    self.addresses = table
    self.root = Array(root.utf8)
  }

  public func inspect(_ file: SiteFile) -> PageInspection {
    var page = Draft(route: file.route)
    var outline = PageOutline(route: file.route)
    file.bytes.withUnsafeBufferPointer { bytes in
      var structure = PageStructure(route: file.route, page: bytes)
      HTMLTag.scan(bytes) { tag in
        structure.read(tag)
        guard !tag.isEnd else { return }
        outline.read(tag)
        for attribute in tag.attributes { read(attribute, of: tag, on: &page) }
      }
      page.diagnostics += outline.findings() + structure.findings()
    }
    page.weight += file.bytes.count
    if let finding = overweight(page, kind: outline.kind) { page.diagnostics.append(finding) }
    return PageInspection(
      route: file.route, index: addresses[file.route.path] ?? -1, targets: page.sortedTargets, anchors: page.anchors,
      ids: page.ids, title: title(of: file.bytes), weight: page.weight, diagnostics: page.diagnostics)
  }

  private func read(_ attribute: HTMLTag.Attribute, of tag: HTMLTag, on page: inout Draft) {
    if tag.isNamed("id", attribute) { return page.add(id: tag.bytes(of: attribute)) }
    if tag.isNamed("href", attribute) || tag.isNamed("src", attribute) || tag.isNamed("action", attribute) {
      let isLink = tag.isNamed("link")
      if !isLink || tag["rel"] != "canonical" && tag["rel"] != "alternate" { add(tag.bytes(of: attribute), of: tag, to: &page) }
      if isLink || tag.isNamed("script") {
        page.weight += resolve(tag.bytes(of: attribute), from: page.route).flatMap { weights[$0] } ?? 0
      }
    } else if tag.isNamed("style", attribute) {
      page.report(.inlineStyle, Bilingual(zh: "<\(tag.name)> 带有 style 属性", en: "<\(tag.name)> has a style attribute"))
    }
  }

  private struct Draft {
    let route: Route
    var ids: Set<UInt64> = []
    /// With repeats.
    var targets: [Int32] = []
    var anchors: [(target: Int32, anchor: String)] = []
    var diagnostics: [Diagnostic] = []
    var weight = 0

    var sortedTargets: [Int32] {
      var found: [Int32] = []
      for target in targets.sorted() where target != found.last { found.append(target) }
      return found
    }

    mutating func add(id: Slice<UnsafeBufferPointer<UInt8>>) {
      if id.isEmpty || !ids.insert(siteHash(id)).inserted {
        let id = String(decoding: id, as: UTF8.self)
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

  private func add(_ link: Slice<UnsafeBufferPointer<UInt8>>, of tag: HTMLTag, to page: inout Draft) {
    var shown: String { String(decoding: link, as: UTF8.self) }
    if link.starts(with: "https://".utf8) || link.starts(with: "http://".utf8) || link.starts(with: "mailto:".utf8) {
      if !tag.isNamed("a") {
        page.report(.foreignAsset, Bilingual(zh: "<\(tag.name)> 从别处取 \(shown)", en: "<\(tag.name)> fetches \(shown) from elsewhere"))
      }
      return
    }
    if link.starts(with: "data:".utf8) { return }
    // The page for missing addresses is shown at any depth; every other page is also opened from disk.
    if link.first == UInt8(ascii: "/"), page.route.path != "404.html" {
      page.report(
        .deadLink, Bilingual(zh: "链接 \(shown) 从服务器的根写起，从磁盘打开时没有去处", en: "the link \(shown) begins at the server's root and leads nowhere from disk"))
      return
    }
    let hash = link.firstIndex(of: UInt8(ascii: "#"))
    let address = link[..<(hash ?? link.endIndex)]
    let query = address.firstIndex(of: UInt8(ascii: "?"))
    guard let target = resolve(address[..<(query ?? address.endIndex)], from: page.route) else {
      page.report(.deadLink, Bilingual(zh: "链接 \(shown) 没有去处", en: "the link \(shown) leads nowhere"))
      return
    }
    page.targets.append(target)
    if let hash, hash + 1 < link.endIndex {
      page.anchors.append((target, String(decoding: link[(hash + 1)...], as: UTF8.self)))
    }
  }

  /// The address that a relative link names; nil when it leaves the site. Links to folders name their file, so that
  /// they work from disk.
  private func resolve(_ link: Slice<UnsafeBufferPointer<UInt8>>, from route: Route) -> Int32? {
    var path = route.path
    return path.withUTF8 { path in
      if link.isEmpty { return addresses[path[0..<0], path[...]] }
      if link.first == UInt8(ascii: "/"), link.starts(with: root) { return addresses[path[0..<0], link.dropFirst(root.count)] }
      var rest = link
      var folder = path[..<(path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)]
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
      return addresses[folder, rest]
    }
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
