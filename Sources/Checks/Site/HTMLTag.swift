/// A start tag of a rendered page, with the attributes that the rules look at.
struct HTMLTag {
  /// Offset of `<` in the page.
  let offset: Int
  let name: String
  let attributes: [(name: String, value: String)]

  subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// Calls `visit` for every start tag, in order. Pages are our own output, so quotes are always double and `<` in text is escaped.
  static func scan(_ bytes: [UInt8], _ visit: (HTMLTag) -> Void) {
    bytes.withUnsafeBufferPointer { page in
      var index = 0
      while index < page.count {
        guard page[index] == UInt8(ascii: "<") else {
          index += 1
          continue
        }
        let start = index
        index += 1
        guard index < page.count, isLetter(page[index]) else { continue }
        var tag = Scanner(page: page, index: index)
        let name = tag.word()
        let attributes = tag.attributes()
        index = tag.index
        visit(HTMLTag(offset: start, name: name, attributes: attributes))
      }
    }
  }

  private struct Scanner {
    let page: UnsafeBufferPointer<UInt8>
    var index: Int

    /// A tag's or an attribute's name.
    mutating func word() -> String {
      let start = index
      while index < page.count, !isSpace(page[index]), page[index] != UInt8(ascii: ">"), page[index] != UInt8(ascii: "="),
        page[index] != UInt8(ascii: "/")
      { index += 1 }
      return String(decoding: page[start..<index], as: UTF8.self)
    }

    mutating func attributes() -> [(name: String, value: String)] {
      var found: [(name: String, value: String)] = []
      while index < page.count, page[index] != UInt8(ascii: ">") {
        guard !isSpace(page[index]), page[index] != UInt8(ascii: "/") else {
          index += 1
          continue
        }
        let name = word()
        guard index < page.count, page[index] == UInt8(ascii: "=") else {
          if name.isEmpty { index += 1 }
          found.append((name, ""))
          continue
        }
        index += 1
        found.append((name, quotedValue()))
      }
      return found
    }

    private mutating func quotedValue() -> String {
      guard index < page.count, page[index] == UInt8(ascii: "\"") else { return word() }
      index += 1
      let start = index
      while index < page.count, page[index] != UInt8(ascii: "\"") { index += 1 }
      let value = page[start..<index]
      index += 1
      guard value.contains(UInt8(ascii: "&")) else { return String(decoding: value, as: UTF8.self) }
      return unescaped(String(decoding: value, as: UTF8.self))
    }
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
