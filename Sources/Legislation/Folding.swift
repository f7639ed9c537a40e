/// The text without what may differ between a publication and our edition: Unicode white space, `**`, and the
/// width of round brackets. Two texts with the same folding have the same law in them.
public func folded(_ text: some StringProtocol) -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count)
  // A lone asterisk stays, a pair goes: it is not known until the next character which of the two it is.
  var hasOpenStar = false
  for scalar in text.unicodeScalars {
    if scalar == "*" {
      hasOpenStar.toggle()
      continue
    }
    if hasOpenStar {
      bytes.append(UInt8(ascii: "*"))
      hasOpenStar = false
    }
    switch scalar {
    case "(": bytes.append(contentsOf: "（".utf8)
    case ")": bytes.append(contentsOf: "）".utf8)
    case _ where isWhiteSpace(scalar): break
    default: UTF8.encode(scalar).map { bytes.append(contentsOf: $0) }
    }
  }
  if hasOpenStar { bytes.append(UInt8(ascii: "*")) }
  return String(decoding: bytes, as: UTF8.self)
}

/// Unicode's White_Space property, listed: asking the standard library for it costs more than the rest of folding.
func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09...0x0d, 0x20, 0x85, 0xa0, 0x1680, 0x2000...0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000: true
  default: false
  }
}
