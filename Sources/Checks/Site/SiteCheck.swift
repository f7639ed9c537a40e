import Diagnostics
import Site

/// Rules that need all pages at once. `addresses` are all files of the site, `files` its styles and scripts.
public func check(_ pages: [PageInspection], addresses: [String], files: [SiteFile] = []) -> [Diagnostic] {
  var found = pages.flatMap(\.diagnostics) + inspectAssets(files)
  func report(_ rule: Rule, _ page: PageInspection, _ message: Bilingual) {
    found.append(Diagnostic(rule, at: SourceRange(file: page.route.path, line: 1), message))
  }
  var byIndex: [Int32: PageInspection] = [:]
  for page in pages { byIndex[page.index] = page }
  var titles: [String: Route] = [:]
  found += sharedAddresses(addresses)
  let linked = linkedPages(pages, addresses)
  let names = Set(pages.map(\.route.path))
  for page in pages {
    if !linked.contains(page.index), !isEntrance(page.route.path) {
      report(.orphanPage, page, Bilingual(zh: "没有别的页面链接 \(page.route.path)", en: "no page links to \(page.route.path)"))
    }
    for (target, anchor) in page.anchors where byIndex[target]?.ids.contains(siteHash(anchor.utf8)) != true {
      let path = addresses[Int(target)]
      report(.deadAnchor, page, Bilingual(zh: "\(path) 里没有 #\(anchor)", en: "\(path) has no #\(anchor)"))
    }
    // Both languages may call a page the same: a regulation that is not yet translated keeps its Chinese title.
    if let first = titles.updateValue(page.route, forKey: page.title), first.path.dropFirst(2) != page.route.path.dropFirst(2) {
      report(.uniqueTitle, page, Bilingual(zh: "与 \(first.path) 同名：\(page.title)", en: "has the title of \(first.path): \(page.title)"))
    }
    for language in Language.allCases where page.route.path.hasPrefix(language.rawValue + "/") {
      let other = language.other.rawValue + page.route.path.dropFirst(2)
      if !names.contains(other) {
        report(.languagePair, page, Bilingual(zh: "没有对应的 \(other)", en: "there is no \(other)"))
      }
    }
  }
  return found.sortedForReading()
}

/// Pages that others lead to, their own other language not counted.
private func linkedPages(_ pages: [PageInspection], _ addresses: [String]) -> Set<Int32> {
  var linked: Set<Int32> = []
  for page in pages {
    let path = page.route.path
    let counterpart = path.hasPrefix("zh/") ? "en/" + path.dropFirst(3) : path.hasPrefix("en/") ? "zh/" + path.dropFirst(3) : ""
    for target in page.targets where target != page.index && addresses[Int(target)] != counterpart { linked.insert(target) }
  }
  return linked
}

private func isEntrance(_ path: String) -> Bool { path == "index.html" || path == "404.html" }

private func sharedAddresses(_ addresses: [String]) -> [Diagnostic] {
  var seen: [String: String] = [:]
  return addresses.compactMap { address in
    guard let other = seen.updateValue(address, forKey: address.lowercased()) else { return nil }
    return Diagnostic(
      .sameAddress, at: SourceRange(file: address, line: 1),
      other == address
        ? Bilingual(zh: "两个文件都写到 \(address)", en: "two files are written to \(address)")
        : Bilingual(zh: "\(address) 与 \(other) 只差大小写", en: "\(address) differs from \(other) in case alone"))
  }
}
