/// Where a request's path leads.
enum RequestPath: Equatable {
  /// A file of the site, relative to its root; a folder's is its `index.html`.
  case file(String)
  /// Not a path a page can have: `..`, empty parts, broken escapes, bytes that are no text.
  case refused
  /// Longer than any page's address.
  case tooLong

  /// No page's path is longer than 1,024 bytes; escaped, a byte takes three.
  static let limit = 3 * 1024 + 1

  /// Reads the path of a request line, without its query: `/zh/nantong/1.html`, escapes and all.
  init(_ raw: String) {
    guard raw.utf8.count <= Self.limit else {
      self = .tooLong
      return
    }
    guard raw.utf8.first == UInt8(ascii: "/"), let path = unescaped(raw.utf8.dropFirst()) else {
      self = .refused
      return
    }
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)[...]
    let isFolder = parts.last?.isEmpty ?? true
    if isFolder { parts = parts.dropLast() }
    guard parts.allSatisfy({ !["", ".", ".."].contains($0) && !$0.utf8.contains(where: isUnfit) }) else {
      self = .refused
      return
    }
    self = .file((parts + (isFolder ? ["index.html"] : [])).joined(separator: "/"))
  }
}

private func isUnfit(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7f || byte == UInt8(ascii: "\\") }

private func unescaped(_ raw: Substring.UTF8View) -> String? {
  var bytes: [UInt8] = []
  var rest = raw[...]
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "%") else {
      bytes.append(byte)
      continue
    }
    guard let high = rest.popFirst().flatMap(hexadecimal), let low = rest.popFirst().flatMap(hexadecimal) else {
      return nil
    }
    bytes.append(high << 4 | low)
  }
  return String(validating: bytes, as: UTF8.self)
}

private func hexadecimal(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}

/// A site path as a URL's path, escaped where RFC 3986 asks for it.
func urlPath(_ path: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var bytes = [UInt8(ascii: "/")]
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"):
      bytes.append(byte)
    default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
