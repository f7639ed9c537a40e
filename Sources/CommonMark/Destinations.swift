/// Where a destination leads, as far as safety and rendering go.
enum DestinationKind {
  /// `http:`, `https:` or `mailto:`: stands as it is.
  case external
  /// A reference that the page turns into an address.
  case reference
  /// `javascript:`, `vbscript:` or `data:`, with the name of the scheme.
  case script(String)
  /// `//host`: another host under the page's own protocol.
  case protocolRelative

  init(_ destination: String) {
    var destination = destination
    self = destination.withUTF8 { bytes in
      if bytes.begins(with: "//") { return .protocolRelative }
      if bytes.begins(with: "http:") || bytes.begins(with: "https:") || bytes.begins(with: "mailto:") {
        return .external
      }
      if bytes.begins(with: "javascript:") { return .script("javascript") }
      if bytes.begins(with: "vbscript:") { return .script("vbscript") }
      return bytes.begins(with: "data:") ? .script("data") : .reference
    }
  }

  var isReference: Bool {
    if case .reference = self { true } else { false }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether an address begins so, as browsers read it: they drop tabs and line ends inside it and blanks before it,
  /// do not tell upper from lower case, and take `\` for `/`.
  fileprivate func begins(with start: StaticString) -> Bool {
    var matched = 0
    for byte in self where byte > 0x20 {
      let expected = start.utf8Start[matched]
      guard byte == expected || byte | 0x20 == expected || (byte == UInt8(ascii: "\\") && expected == UInt8(ascii: "/"))
      else { return false }
      matched += 1
      if matched == start.utf8CodeUnitCount { return true }
    }
    return false
  }
}
