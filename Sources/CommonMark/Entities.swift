import CCmark

extension InlineCursor {
  /// The entity or numeric character reference here: its length in the source and in decoded UTF-8; nil if `&` is
  /// just itself.
  func entity() -> (source: Int, decoded: Int)? {
    let limit = min(lineEnd, offset + 34)
    var end = offset + 1
    while end < limit, source[end] != UInt8(ascii: ";"), isEntityByte(source[end]) { end += 1 }
    guard end < limit, source[end] == UInt8(ascii: ";"), end > offset + 1 else { return nil }
    let length = end + 1 - offset
    switch source[offset + 1] {
    case UInt8(ascii: "a") where length == 5 && source[offset + 2] == UInt8(ascii: "m"): return (length, 1)
    case UInt8(ascii: "l") where length == 4 && source[offset + 2] == UInt8(ascii: "t"): return (length, 1)
    case UInt8(ascii: "g") where length == 4 && source[offset + 2] == UInt8(ascii: "t"): return (length, 1)
    default: break
    }
    // libcmark holds the table of some 2,000 names but shows it to nobody: ask it.
    let entity = Array(source.bytes[offset...end])
    let decoded = MarkdownDocument(parsing: entity).firstText
    return decoded.isEmpty || decoded == entity ? nil : (length, decoded.count)
  }

  private func isEntityByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "#"), 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}

extension MarkdownDocument {
  /// The text that begins the first paragraph.
  fileprivate var firstText: [UInt8] {
    guard let text = cmark_node_first_child(cmark_node_first_child(root)) else { return [] }
    return Node(pointer: text).withLiteral { Array($0) }
  }
}
