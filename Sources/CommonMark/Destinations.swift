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
    let bytes = destination.utf8.lazy.filter { $0 > 0x20 }.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
    if bytes.starts(with: "//".utf8) {
      self = .protocolRelative
      return
    }
    let scheme = bytes.prefix(12).prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "#") }
    let name = String(decoding: Array(scheme), as: UTF8.self).lowercased()
    let hasColon = bytes.dropFirst(name.utf8.count).first == UInt8(ascii: ":")
    switch name {
    case "http" where hasColon, "https" where hasColon, "mailto" where hasColon: self = .external
    case "javascript" where hasColon, "vbscript" where hasColon, "data" where hasColon: self = .script(name)
    default: self = .reference
    }
  }

  var isReference: Bool {
    if case .reference = self { true } else { false }
  }
}
