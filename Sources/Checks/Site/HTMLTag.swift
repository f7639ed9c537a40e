#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A tag of a rendered page, with its attributes as they stand in the page; valid while the page is scanned.
///
/// Nothing is copied until it is asked for: most tags of a page are never looked at closely.
struct HTMLTag {
  let page: UnsafeBufferPointer<UInt8>
  /// `</a>`: without attributes.
  private(set) var isEnd = false
  /// `<br/>`, as drawings close their parts.
  private(set) var closesItself = false
  /// From `<` to the byte after `>`.
  private(set) var range = 0..<0
  private(set) var nameRange = 0..<0
  private(set) var attributes: [Attribute] = []

  struct Attribute {
    fileprivate let name: Range<Int>
    fileprivate let value: Range<Int>
  }

  var name: String { String(decoding: page[nameRange], as: UTF8.self) }
  /// Bytes of the name.
  var nameLength: Int { nameRange.count }

  /// Calls `visit` for every tag, in order; comments and what stands in scripts and styles are no tags. Pages are our own
  /// output, so quotes are always double and `<` in text is escaped.
  static func scan(_ page: UnsafeBufferPointer<UInt8>, _ visit: (HTMLTag) -> Void) {
    var tag = HTMLTag(page: page)
    var index = 0
    while let open = page.place(of: UInt8(ascii: "<"), from: index) {
      index = open + 1
      guard index < page.count else { return }
      if page[index] == UInt8(ascii: "!") {
        index = page.endOfDeclaration(from: index)
        continue
      }
      tag.isEnd = page[index] == UInt8(ascii: "/")
      if tag.isEnd { index += 1 }
      guard index < page.count, isLatin(page[index]) else { continue }
      tag.read(from: &index)
      index += 1
      tag.range = open..<index
      visit(tag)
      if !tag.isEnd, tag.isNamed("script") || tag.isNamed("style") { index = page.closing(tag.nameRange, from: index) }
    }
  }

  private init(page: UnsafeBufferPointer<UInt8>) { self.page = page }

  func isNamed(_ name: StaticString) -> Bool { matches(name, nameRange) }

  func isNamed(_ name: StaticString, _ attribute: Attribute) -> Bool { matches(name, attribute.name) }

  /// The bytes of an attribute's value as they stand in the page.
  func bytes(of attribute: Attribute) -> Slice<UnsafeBufferPointer<UInt8>> { page[attribute.value] }

  func value(of attribute: Attribute) -> String {
    let bytes = page[attribute.value]
    let text = String(decoding: bytes, as: UTF8.self)
    return bytes.contains(UInt8(ascii: "&")) ? unescaped(text) : text
  }

  /// The value of an attribute, unescaped; empty for one without a value.
  subscript(name: StaticString) -> String? { attributes.first { matches(name, $0.name) }.map(value) }

  func has(_ name: StaticString) -> Bool { attributes.contains { matches(name, $0.name) } }

  /// The first attribute that holds a script: `onclick` and its like.
  var scriptAttribute: String? {
    attributes.first { $0.name.count > 2 && page[$0.name.lowerBound] | 0x20 == UInt8(ascii: "o") && page[$0.name.lowerBound + 1] | 0x20 == UInt8(ascii: "n") }
      .map { String(decoding: page[$0.name], as: UTF8.self) }
  }

  private func matches(_ name: StaticString, _ range: Range<Int>) -> Bool {
    guard range.count == name.utf8CodeUnitCount, let base = page.baseAddress else { return false }
    return memcmp(base + range.lowerBound, name.utf8Start, range.count) == 0
  }

  /// Reads up to the `>`.
  private mutating func read(from index: inout Int) {
    nameRange = word(&index)
    attributes.removeAll(keepingCapacity: true)
    defer { closesItself = page[min(index, page.count) - 1] == UInt8(ascii: "/") }
    while index < page.count, page[index] != UInt8(ascii: ">") {
      guard !isSpace(page[index]), page[index] != UInt8(ascii: "/") else {
        index += 1
        continue
      }
      let name = word(&index)
      guard index < page.count, page[index] == UInt8(ascii: "=") else {
        if name.isEmpty { index += 1 }
        attributes.append(Attribute(name: name, value: index..<index))
        continue
      }
      index += 1
      attributes.append(Attribute(name: name, value: quotedValue(&index)))
    }
  }

  /// A tag's or an attribute's name.
  private func word(_ index: inout Int) -> Range<Int> {
    let start = index
    while index < page.count, isNameByte(page[index]) { index += 1 }
    return start..<index
  }

  private func quotedValue(_ index: inout Int) -> Range<Int> {
    guard index < page.count, page[index] == UInt8(ascii: "\"") else { return word(&index) }
    let start = index + 1
    let end = page.place(of: UInt8(ascii: "\""), from: start) ?? page.count
    index = min(end + 1, page.count)
    return start..<end
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The index after a comment or a declaration whose `!` stands at `start`.
  fileprivate func endOfDeclaration(from start: Int) -> Int {
    let isComment = self[start...].starts(with: "!--".utf8)
    var index = start
    while let end = place(of: UInt8(ascii: ">"), from: index) {
      if !isComment || end >= start + 4 && self[end - 1] == UInt8(ascii: "-") && self[end - 2] == UInt8(ascii: "-") { return end + 1 }
      index = end + 1
    }
    return count
  }

  /// Index of the `</` that ends an element whose text is no markup.
  fileprivate func closing(_ name: Range<Int>, from start: Int) -> Int {
    var index = start
    while let open = place(of: UInt8(ascii: "<"), from: index) {
      if open + 2 + name.count <= count, self[open + 1] == UInt8(ascii: "/"), self[(open + 2)...].starts(with: self[name]) { return open }
      index = open + 1
    }
    return count
  }
}

/// Neither white space nor `/`, `=` or `>`; most bytes of names are letters.
private func isNameByte(_ byte: UInt8) -> Bool {
  byte >= 0x61 || !isSpace(byte) && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "=") && byte != UInt8(ascii: "/")
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }

/// The entities that our own writer produces.
private func unescaped(_ text: String) -> String {
  var parts = text.split(separator: "&", omittingEmptySubsequences: false).map(String.init)
  let entities = ["lt;": "<", "gt;": ">", "quot;": "\"", "#39;": "'", "#x27;": "'", "amp;": "&"]
  for index in parts.indices.dropFirst() {
    let entity = entities.first { parts[index].hasPrefix($0.key) }
    parts[index] = entity.map { $0.value + parts[index].dropFirst($0.key.count) } ?? "&" + parts[index]
  }
  return parts.joined()
}
