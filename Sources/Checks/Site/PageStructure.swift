import Diagnostics
import Site

extension Rule {
  public static let tagOrder = Rule(
    "RS916", .error, title: Bilingual(zh: "标签成对，不交叉", en: "Tags are closed, in order"),
    explanation: Bilingual(
      zh: "没有关的、多关的或者交叉的标签，各种浏览器各自修补，样式和读屏会错位。这里不省略可以省略的结束标签。",
      en: "Browsers mend a tag that is not closed, closed twice or crossed with another, each in its own way, and styles and screen readers go astray. End tags that HTML lets one leave out are written too."),
    bad: "<p>白话<strong>应当</p></strong>", good: "<p>白话<strong>应当</strong></p>")
  public static let emptyControl = Rule(
    "RS917", .error, title: Bilingual(zh: "链接和按钮有文字", en: "Links and buttons have words"),
    explanation: Bilingual(
      zh: "没有文字、没有 aria-label、里面也没有带 alt 的图，读屏软件只能念“链接”。",
      en: "Without words, an aria-label or a picture with an alt, a screen reader can only say “link”."),
    bad: "<a href=\"index.html\"></a>", good: "<a href=\"index.html\">首页</a>")
}

/// Reads a page's tags as pairs: whether they nest, and whether its links and buttons have words.
struct PageStructure {
  private let route: Route
  private let page: UnsafeBufferPointer<UInt8>
  private var open: [(name: TagName, place: Int)] = []
  /// The link or button that is open and has no words yet.
  private var silent: (name: TagName, place: Int)?
  /// Where the text after the last tag begins.
  private var textStart = 0
  private var diagnostics: [Diagnostic] = []

  init(route: Route, page: UnsafeBufferPointer<UInt8>) { (self.route, self.page) = (route, page) }

  mutating func read(_ tag: HTMLTag) {
    // One mistake displaces all that follows.
    guard diagnostics.isEmpty else { return }
    let name = TagName(page, tag.nameRange)
    if silent != nil, page[textStart..<tag.range.lowerBound].contains(where: { $0 > 0x20 }) { silent = nil }
    textStart = tag.range.upperBound
    if tag.isEnd { close(name, at: tag.range.lowerBound) } else { begin(name, tag) }
  }

  /// What is wrong, when all tags have been read.
  mutating func findings() -> [Diagnostic] {
    if diagnostics.isEmpty, let last = open.last { report(.tagOrder, last.place, "<\(last.name)> 没有关", "<\(last.name)> is not closed") }
    return diagnostics
  }

  private mutating func begin(_ name: TagName, _ tag: HTMLTag) {
    if silent != nil, name == .img, tag.says("alt") { silent = nil }
    if name == .button || name == .a && tag.says("href"), !tag.says("aria-label"), !tag.says("aria-labelledby"), !tag.says("title") {
      silent = (name, tag.range.lowerBound)
    }
    if !tag.closesItself, !name.isVoid { open.append((name, tag.range.lowerBound)) }
  }

  private mutating func close(_ name: TagName, at place: Int) {
    if let element = silent, element.name == name {
      report(.emptyControl, element.place, "<\(name)> 里没有文字", "the <\(name)> has no words")
      silent = nil
    }
    guard let last = open.last else { return report(.tagOrder, place, "多了 </\(name)>", "</\(name)> closes nothing") }
    guard last.name == name else {
      return open.contains { $0.name == name }
        ? report(.tagOrder, last.place, "</\(name)> 之前 <\(last.name)> 没有关", "<\(last.name)> is not closed before </\(name)>")
        : report(.tagOrder, place, "多了 </\(name)>，开着的是 <\(last.name)>", "</\(name)> closes nothing; <\(last.name)> is open")
    }
    open.removeLast()
  }

  private mutating func report(_ rule: Rule, _ place: Int, _ zh: String, _ en: String) {
    let line = page[..<place].count { $0 == 0x0a } + 1
    let start = page[..<place].lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    let column = String(decoding: page[start..<place], as: UTF8.self).unicodeScalars.count + 1
    diagnostics.append(
      Diagnostic(rule, at: SourceRange(file: route.path, line: line, column: column, length: 1), Bilingual(zh: zh, en: en)))
  }
}

extension HTMLTag {
  /// Whether an attribute has a value that is not empty.
  fileprivate func says(_ name: StaticString) -> Bool { attributes.contains { isNamed(name, $0) && !bytes(of: $0).isEmpty } }
}

/// The name of an element: its first eight bytes, in one word.
private struct TagName: Equatable, CustomStringConvertible {
  private let bytes: UInt64
  private let length: Int

  init(_ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var bytes: UInt64 = 0
    for offset in 0..<min(8, range.count) { bytes |= UInt64(page[range.lowerBound + offset] | 0x20) << UInt64(8 * offset) }
    (self.bytes, length) = (bytes, range.count)
  }

  private init(_ name: String) { self = Array(name.utf8).withUnsafeBufferPointer { TagName($0, $0.indices) } }

  static let (a, button, img) = (TagName("a"), TagName("button"), TagName("img"))
  private static let void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"].map(TagName.init)
  var isVoid: Bool { TagName.void.contains(self) }

  var description: String {
    String(decoding: (0..<min(8, length)).map { UInt8(truncatingIfNeeded: bytes >> UInt64(8 * $0)) }, as: UTF8.self)
  }
}
