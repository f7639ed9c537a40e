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
    // Browsers drop tabs and line ends inside an address and blanks around it, and read `\` as `/`.
    var start: [UInt8] = []
    for byte in destination.utf8 where byte > 0x20 {
      start.append(byte == UInt8(ascii: "\\") ? UInt8(ascii: "/") : byte | (byte & 0x40) >> 1)
      if byte == UInt8(ascii: ":") || start.count == Self.longestScheme { break }
    }
    if start.starts(with: "//".utf8) {
      self = .protocolRelative
    } else if start.last != UInt8(ascii: ":") {
      self = .reference
    } else {
      switch String(decoding: start.dropLast(), as: UTF8.self) {
      case "http", "https", "mailto": self = .external
      case let scheme where ["javascript", "vbscript", "data"].contains(scheme): self = .script(scheme)
      default: self = .reference
      }
    }
  }

  private static let longestScheme = "javascript:".utf8.count

  var isReference: Bool {
    if case .reference = self { true } else { false }
  }
}
