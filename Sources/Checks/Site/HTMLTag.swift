/// A start tag of a rendered page, with its attributes as they stand in the page; valid while the page is scanned.
///
/// Nothing is copied until it is asked for: most tags of a page are never looked at closely.
struct HTMLTag {
  private let page: UnsafeBufferPointer<UInt8>
  private(set) var name = ""
  private var attributes: [(name: Range<Int>, value: Range<Int>)] = []

  /// Calls `visit` for every start tag, in order. Pages are our own output, so quotes are always double and `<` in text is escaped.
  static func scan(_ bytes: [UInt8], _ visit: (HTMLTag) -> Void) {
    bytes.withUnsafeBufferPointer { page in
      var tag = HTMLTag(page: page)
      var index = 0
      while index < page.count {
        guard page[index] == UInt8(ascii: "<") else {
          index += 1
          continue
        }
        index += 1
        guard index < page.count, isLetter(page[index]) else { continue }
        tag.read(from: &index)
        visit(tag)
      }
    }
  }

  private init(page: UnsafeBufferPointer<UInt8>) { self.page = page }

  /// The value of an attribute, unescaped; empty for one without a value.
  subscript(name: StaticString) -> String? {
    guard let value = attributes.first(where: { matches(name, $0.name) })?.value else { return nil }
    let text = String(decoding: page[value], as: UTF8.self)
    return page[value].contains(UInt8(ascii: "&")) ? unescaped(text) : text
  }

  func has(_ name: StaticString) -> Bool { attributes.contains { matches(name, $0.name) } }

  /// The first attribute that holds a script: `onclick` and its like.
  var scriptAttribute: String? {
    attributes.first { $0.name.count > 2 && page[$0.name.lowerBound] | 0x20 == UInt8(ascii: "o") && page[$0.name.lowerBound + 1] | 0x20 == UInt8(ascii: "n") }
      .map { String(decoding: page[$0.name], as: UTF8.self) }
  }

  private func matches(_ name: StaticString, _ range: Range<Int>) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count where page[range.lowerBound + offset] != name.utf8Start[offset] { return false }
    return true
  }

  private mutating func read(from index: inout Int) {
    name = String(decoding: page[word(&index)], as: UTF8.self)
    attributes.removeAll(keepingCapacity: true)
    while index < page.count, page[index] != UInt8(ascii: ">") {
      guard !isSpace(page[index]), page[index] != UInt8(ascii: "/") else {
        index += 1
        continue
      }
      let name = word(&index)
      guard index < page.count, page[index] == UInt8(ascii: "=") else {
        if name.isEmpty { index += 1 }
        attributes.append((name, index..<index))
        continue
      }
      index += 1
      attributes.append((name, quotedValue(&index)))
    }
  }

  /// A tag's or an attribute's name.
  private func word(_ index: inout Int) -> Range<Int> {
    let start = index
    while index < page.count, !isSpace(page[index]), page[index] != UInt8(ascii: ">"), page[index] != UInt8(ascii: "="),
      page[index] != UInt8(ascii: "/")
    { index += 1 }
    return start..<index
  }

  private func quotedValue(_ index: inout Int) -> Range<Int> {
    guard index < page.count, page[index] == UInt8(ascii: "\"") else { return word(&index) }
    index += 1
    let start = index
    while index < page.count, page[index] != UInt8(ascii: "\"") { index += 1 }
    defer { index = min(index + 1, page.count) }
    return start..<index
  }
}

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }
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
