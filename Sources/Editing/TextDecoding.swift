#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How the bytes of a file are to be read.
public enum TextEncoding: String, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case gb18030 = "GB18030"
}

/// The text of a file in UTF-8, UTF-16 or GB 18030 (which GB 2312 and GBK are part of), a byte order mark left out; nil
/// when it is none of them.
///
/// A byte order mark decides; without one, valid UTF-8 is UTF-8, bytes with every other one zero are UTF-16, and what
/// is left is tried as GB 18030.
public func decodedText(_ bytes: [UInt8]) -> (text: String, encoding: TextEncoding)? {
  if bytes.starts(with: [0xff, 0xfe]) { return utf16(bytes.dropFirst(2), .utf16LittleEndian) }
  if bytes.starts(with: [0xfe, 0xff]) { return utf16(bytes.dropFirst(2), .utf16BigEndian) }
  if !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) {
    return (text.unicodeScalars.first == "\u{feff}" ? String(text.unicodeScalars.dropFirst()) : text, .utf8)
  }
  if bytes.contains(0) {
    let evenZeros = stride(from: 0, to: bytes.count, by: 2).count { bytes[$0] == 0 }
    let oddZeros = stride(from: 1, to: bytes.count, by: 2).count { bytes[$0] == 0 }
    return utf16(bytes[...], evenZeros > oddZeros ? .utf16BigEndian : .utf16LittleEndian)
  }
  return converted(bytes, from: .gb18030)
}

private func utf16(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) -> (text: String, encoding: TextEncoding)? {
  guard bytes.count % 2 == 0 else { return nil }
  let high = encoding == .utf16BigEndian ? 0 : 1
  let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { index in
    UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high])
  }
  return String(validating: units, as: UTF16.self).map { ($0, encoding) }
}

/// Converts through the system's iconv.
private func converted(_ bytes: [UInt8], from encoding: TextEncoding) -> (text: String, encoding: TextEncoding)? {
  guard let converter = iconv_open("UTF-8", encoding.rawValue), converter != iconv_t(bitPattern: -1) else { return nil }
  defer { iconv_close(converter) }
  var input = bytes.map { CChar(bitPattern: $0) }
  // Two bytes of GB 18030 become at most three of UTF-8; four become four.
  var output = [CChar](repeating: 0, count: bytes.count * 2 + 8)
  let capacity = output.count
  let written: Int? = input.withUnsafeMutableBufferPointer { source in
    output.withUnsafeMutableBufferPointer { target in
      var from = source.baseAddress
      var to = target.baseAddress
      var left = source.count
      var room = capacity
      let result = iconv(converter, &from, &left, &to, &room)
      return result == -1 || left > 0 ? nil : capacity - room
    }
  }
  guard let written else { return nil }
  let decoded = output[..<written].map { UInt8(bitPattern: $0) }
  return String(validating: decoded, as: UTF8.self).map { ($0, encoding) }
}
