/// The digest that stamps carry: 48 bits of the folded text, as 12 hexadecimal digits.
///
/// FNV-1a, 64 bits, folded to 48 by exclusive or as its authors advise. It guards against forgetting, not against
/// forgery: with 40,000 texts the chance that any two share a digest is about 3 in a million.
public func digest(of text: some StringProtocol) -> String { digest(ofBytes: folded(text).utf8) }

/// The same over bytes as they are, for the names of styles and scripts.
public func digest(ofBytes bytes: some Sequence<UInt8>) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  let isDone: Void? = bytes.withContiguousStorageIfAvailable { bytes in
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }
  if isDone == nil {
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }
  let short = (hash >> 48) ^ (hash & 0xffff_ffff_ffff)
  let digits = String(short, radix: 16)
  return String(repeating: "0", count: 12 - digits.count) + digits
}
