/// The text without what may differ between a publication and our edition: Unicode white space, `**`, and the
/// width of round brackets. Two texts with the same folding have the same law in them.
public func folded(_ text: some StringProtocol) -> String {
  text.utf8.withContiguousStorageIfAvailable(folded) ?? Array(text.utf8).withUnsafeBufferPointer(folded)
}

/// Copies what stays in stretches as long as they come.
private func folded(_ text: UnsafeBufferPointer<UInt8>) -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.count + 16)
  var copied = 0
  var index = 0
  while index < text.count {
    let byte = text[index]
    let length: Int
    switch byte {
    case 0x09...0x0d, 0x20, UInt8(ascii: "("), UInt8(ascii: ")"): length = 1
    // A lone asterisk stays, a pair goes.
    case UInt8(ascii: "*") where index + 1 < text.count && text[index + 1] == byte: length = 2
    case 0xc2...0xe3: length = lengthOfWhiteSpace(text, at: index)
    default: length = 0
    }
    guard length > 0 else {
      index += 1
      continue
    }
    bytes.append(contentsOf: text[copied..<index])
    if byte == UInt8(ascii: "(") { bytes.append(contentsOf: "（".utf8) }
    if byte == UInt8(ascii: ")") { bytes.append(contentsOf: "）".utf8) }
    index += length
    copied = index
  }
  bytes.append(contentsOf: text[copied...])
  return String(decoding: bytes, as: UTF8.self)
}

/// The bytes of a space of two or three bytes that begins here; 0 when there is none.
private func lengthOfWhiteSpace(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
  let length = text[index] < 0xe0 ? 2 : 3
  guard index + length <= text.count else { return 0 }
  var value = UInt32(text[index] & (length == 2 ? 0x1f : 0x0f))
  for next in index + 1..<index + length { value = value << 6 | UInt32(text[next] & 0x3f) }
  return Unicode.Scalar(value).map(isWhiteSpace) == true ? length : 0
}

/// Unicode's White_Space property, listed: asking the standard library for it costs more than the rest of folding.
func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09...0x0d, 0x20, 0x85, 0xa0, 0x1680, 0x2000...0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000: true
  default: false
  }
}
