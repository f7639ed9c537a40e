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

/// Reads a page's tags as pairs: whether they nest, and whether its links and buttons have words. Jumps from `<` to `<`.
struct PageStructure {
  private let route: Route
  private let page: UnsafeBufferPointer<UInt8>
  private var open: [(name: TagName, place: Int)] = []
  /// The link or button that is open and has no words yet.
  private var silent: (name: TagName, place: Int)?
  private var diagnostics: [Diagnostic] = []

  static func findings(in bytes: [UInt8], of route: Route) -> [Diagnostic] {
    bytes.withUnsafeBufferPointer { page in
      var structure = PageStructure(route: route, page: page)
      structure.read()
      return structure.diagnostics
    }
  }

  private init(route: Route, page: UnsafeBufferPointer<UInt8>) { (self.route, self.page) = (route, page) }

  private mutating func read() {
    var index = 0
    while let place = page.place(of: UInt8(ascii: "<"), from: index) {
      if silent != nil, page[index..<place].contains(where: { $0 > 0x20 }) { silent = nil }
      index = readTag(at: place)
      // One mistake displaces all that follows.
      guard diagnostics.isEmpty else { return }
    }
    if let last = open.last { report(.tagOrder, last.place, "<\(last.name)> 没有关", "<\(last.name)> is not closed") }
  }

  /// Reads the tag, comment or declaration that begins at a `<`; gives the index after it.
  private mutating func readTag(at place: Int) -> Int {
    let start = place + 1
    guard start < page.count else { return page.count }
    switch page[start] {
    case UInt8(ascii: "/"):
      let name = TagName(page, at: start + 1)
      close(name, at: place)
      return end(of: start)
    case 0x61...0x7a:
      let name = TagName(page, at: start)
      let end = end(of: start)
      begin(name, at: place, attributes: start + name.length..<max(start + name.length, end - 1))
      guard name == .script || name == .style else { return end }
      return closing(name, from: end)
    case UInt8(ascii: "!") where page[start...].starts(with: "!--".utf8):
      var index = start
      while let dash = page.place(of: UInt8(ascii: ">"), from: index) {
        if page[dash - 1] == UInt8(ascii: "-"), page[dash - 2] == UInt8(ascii: "-") { return dash + 1 }
        index = dash + 1
      }
      return page.count
    default: return end(of: start)
    }
  }

  private mutating func begin(_ name: TagName, at place: Int, attributes: Range<Int>) {
    if silent != nil, name == .img, has(" alt=\"", in: attributes) { silent = nil }
    if (name == .a && has(" href=\"", in: attributes)) || name == .button,
      !has(" aria-label=\"", in: attributes), !has(" aria-labelledby=\"", in: attributes), !has(" title=\"", in: attributes)
    {
      silent = (name, place)
    }
    // Drawings close their parts in place.
    if !name.isVoid, attributes.isEmpty || page[attributes.upperBound - 1] != UInt8(ascii: "/") { open.append((name, place)) }
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

  /// Index of the `</` that ends a script or style, whose text is no markup.
  private func closing(_ name: TagName, from start: Int) -> Int {
    var index = start
    while let place = page.place(of: UInt8(ascii: "<"), from: index) {
      if place + 1 < page.count, page[place + 1] == UInt8(ascii: "/"), TagName(page, at: place + 2) == name { return place }
      index = place + 1
    }
    return page.count
  }

  /// Whether an attribute, written ` name="`, has a value.
  private func has(_ attribute: StaticString, in range: Range<Int>) -> Bool {
    let length = attribute.utf8CodeUnitCount
    guard range.count > length else { return false }
    for start in range.lowerBound..<range.upperBound - length where page[start] == UInt8(ascii: " ") {
      var same = 1
      while same < length, page[start + same] == attribute.utf8Start[same] { same += 1 }
      if same == length { return page[start + length] != UInt8(ascii: "\"") }
    }
    return false
  }

  /// Index after the `>` that ends a tag. A value may hold one.
  private func end(of start: Int) -> Int {
    var index = start
    while index < page.count {
      switch page[index] {
      case UInt8(ascii: ">"): return index + 1
      case UInt8(ascii: "\""): index = page.place(of: UInt8(ascii: "\""), from: index + 1) ?? page.count
      default: break
      }
      index += 1
    }
    return page.count
  }

  private mutating func report(_ rule: Rule, _ place: Int, _ zh: String, _ en: String) {
    let line = page[..<place].count { $0 == 0x0a } + 1
    let start = page[..<place].lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    let column = String(decoding: page[start..<place], as: UTF8.self).unicodeScalars.count + 1
    diagnostics.append(
      Diagnostic(rule, at: SourceRange(file: route.path, line: line, column: column, length: 1), Bilingual(zh: zh, en: en)))
  }
}

/// The name of an element: its first eight bytes, in one word.
private struct TagName: Equatable, CustomStringConvertible {
  private let bytes: UInt64
  let length: Int

  init(_ page: UnsafeBufferPointer<UInt8>, at start: Int) {
    var (bytes, length) = (UInt64(0), 0)
    while start + length < page.count, isNameByte(page[start + length]) {
      if length < 8 { bytes |= UInt64(page[start + length] | 0x20) << UInt64(8 * length) }
      length += 1
    }
    (self.bytes, self.length) = (bytes, length)
  }

  private init(_ name: String) { self = Array(name.utf8).withUnsafeBufferPointer { TagName($0, at: 0) } }

  static let (a, button, img, script, style) = (TagName("a"), TagName("button"), TagName("img"), TagName("script"), TagName("style"))
  private static let void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"].map(TagName.init)
  var isVoid: Bool { TagName.void.contains(self) }

  var description: String {
    String(decoding: (0..<min(8, length)).map { UInt8(truncatingIfNeeded: bytes >> UInt64(8 * $0)) }, as: UTF8.self)
  }
}

private func isNameByte(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") }
