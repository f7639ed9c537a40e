import Diagnostics
import Site

/// Rules that need all pages at once. `addresses` are all files of the site, `files` its styles and scripts.
public func check(_ pages: [PageInspection], addresses: [String], files: [SiteFile] = []) -> [Diagnostic] {
  var found = pages.flatMap(\.diagnostics) + inspectAssets(files)
  func report(_ rule: Rule, _ page: PageInspection, _ message: Bilingual) {
    found.append(Diagnostic(rule, at: SourceRange(file: page.route.path, line: 1), message))
  }
  // By the numbers of addresses: which page stands there, and whether another page leads to it.
  var places = [Int](repeating: -1, count: addresses.count)
  for place in pages.indices where pages[place].index >= 0 { places[Int(pages[place].index)] = place }
  let isLinked = linkedAddresses(pages, addresses)
  var titles: [String: Route] = [:]
  found += sharedAddresses(addresses)
  let names = Set(pages.map(\.route.path))
  for page in pages {
    if page.index < 0 || !isLinked[Int(page.index)], !isEntrance(page.route.path) {
      report(.orphanPage, page, Bilingual(zh: "没有别的页面链接 \(page.route.path)", en: "no page links to \(page.route.path)"))
    }
    for (target, anchor) in page.anchors {
      let place = places[Int(target)]
      guard place < 0 || !pages[place].ids.contains(siteHash(anchor.utf8)) else { continue }
      let path = addresses[Int(target)]
      report(.deadAnchor, page, Bilingual(zh: "\(path) 里没有 #\(anchor)", en: "\(path) has no #\(anchor)"))
    }
    // Both languages may call a page the same: a regulation that is not yet translated keeps its Chinese title.
    if let first = titles.updateValue(page.route, forKey: page.title), first.path.dropFirst(2) != page.route.path.dropFirst(2) {
      report(.uniqueTitle, page, Bilingual(zh: "与 \(first.path) 同名：\(page.title)", en: "has the title of \(first.path): \(page.title)"))
    }
    if let other = counterpart(of: page.route.path), !names.contains(other) {
      report(.languagePair, page, Bilingual(zh: "没有对应的 \(other)", en: "there is no \(other)"))
    }
  }
  return found.sortedForReading()
}

/// For each address, whether a page leads to it, its own other language not counted.
private func linkedAddresses(_ pages: [PageInspection], _ addresses: [String]) -> [Bool] {
  var isLinked = [Bool](repeating: false, count: addresses.count)
  for page in pages {
    let counterpart = counterpart(of: page.route.path)
    for target in page.targets where target != page.index && !isLinked[Int(target)] && addresses[Int(target)] != counterpart {
      isLinked[Int(target)] = true
    }
  }
  return isLinked
}

/// The same page in the other language; nil for one that stands in neither.
private func counterpart(of path: String) -> String? {
  if path.hasPrefix("zh/") { return "en/" + path.dropFirst(3) }
  return path.hasPrefix("en/") ? "zh/" + path.dropFirst(3) : nil
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
