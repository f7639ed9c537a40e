import Diagnostics
import Site

extension Rule {
  public static let deadLink = Rule(
    "RS901", .error, title: Bilingual(zh: "页面里的链接都有去处", en: "Every link of a page leads somewhere"),
    explanation: Bilingual(zh: "目标要在网站里，从磁盘打开时也一样。", en: "The target must be in the site, also when it is opened from disk."),
    bad: "<a href=\"../topics/brand.html\">", good: "<a href=\"../topics/brands.html\">")
  public static let uniqueID = Rule(
    "RS902", .error, title: Bilingual(zh: "页面里的 id 不重复", en: "Ids of a page are unique"),
    explanation: Bilingual(zh: "重复的 id 让链接到不了准确的位置。", en: "A repeated id sends links to the wrong place."),
    bad: "<p id=\"p1\">…<p id=\"p1\">", good: "<p id=\"p1\">…<p id=\"p2\">")
  public static let deadAnchor = Rule(
    "RS903", .error, title: Bilingual(zh: "链接的锚点存在", en: "The anchor of a link exists"),
    explanation: Bilingual(zh: "# 后面的 id 要在目标页面里。", en: "The id after # must be on the target page."),
    bad: "facts.html#12315", good: "facts.html#hotline-12315")
  public static let foreignAsset = Rule(
    "RS904", .error, title: Bilingual(zh: "页面不从别处取东西", en: "A page fetches nothing from elsewhere"),
    explanation: Bilingual(zh: "样式、脚本和图片都由网站自己提供。", en: "Styles, scripts and pictures come from the site itself."),
    bad: "<script src=\"https://…\">", good: "<script src=\"../assets/site.js\">")
  public static let inlineStyle = Rule(
    "RS905", .error, title: Bilingual(zh: "页面没有 style 属性", en: "A page has no style attributes"),
    explanation: Bilingual(zh: "内容安全策略会挡住它们。", en: "The Content-Security-Policy blocks them."),
    bad: "<p style=\"color:red\">", good: "<p class=\"warning\">")
  public static let uniqueTitle = Rule(
    "RS906", .error, title: Bilingual(zh: "页面标题不重复", en: "Page titles are unique"),
    explanation: Bilingual(zh: "同名的页面在标签页和搜索结果里分不清。", en: "Pages of one name cannot be told apart in tabs and search results."),
    bad: "<title>第一条</title> (twice)", good: "<title>第一条 · 南通市质量促进条例</title>")
  public static let languagePair = Rule(
    "RS907", .error, title: Bilingual(zh: "两种语言的页面一样多", en: "Both languages have the same pages"),
    explanation: Bilingual(zh: "每个中文页面都有同名的英文页面，反之亦然。", en: "Every Chinese page has an English page of the same name, and the reverse."),
    bad: "zh/about.html", good: "zh/about.html, en/about.html")
}

/// Rules that need all pages at once.
public func check(_ pages: [PageInspection], addresses: [String]) -> [Diagnostic] {
  var found = pages.flatMap(\.diagnostics)
  func report(_ rule: Rule, _ page: PageInspection, _ message: Bilingual) {
    found.append(Diagnostic(rule, at: SourceRange(file: page.route.path, line: 1), message))
  }
  var byIndex: [Int32: PageInspection] = [:]
  for page in pages { byIndex[page.index] = page }
  var titles: [String: Route] = [:]
  let names = Set(pages.map(\.route.path))
  for page in pages {
    for (target, anchor) in page.anchors where byIndex[target]?.ids.contains(anchor) != true {
      let path = addresses[Int(target)]
      report(.deadAnchor, page, Bilingual(zh: "\(path) 里没有 #\(anchor)", en: "\(path) has no #\(anchor)"))
    }
    if let first = titles.updateValue(page.route, forKey: page.title) {
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
