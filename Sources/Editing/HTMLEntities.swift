/// The character that an entity at `start` stands for, and the place after it; nil when there is none.
func entity(_ bytes: [UInt8], _ start: Int) -> (String, Int)? {
  guard let end = bytes[start...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
  let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
  let named = [
    "nbsp": "\u{a0}", "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "ldquo": "“", "rdquo": "”", "lsquo": "‘",
    "rsquo": "’", "mdash": "—", "ndash": "–", "hellip": "…", "middot": "·", "emsp": "\u{2003}", "ensp": "\u{2002}", "times": "×",
  ]
  if let text = named[name] { return (text, end + 1) }
  guard name.hasPrefix("#") else { return nil }
  let digits = name.dropFirst()
  let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
  return value.flatMap(Unicode.Scalar.init).map { (String($0), end + 1) }
}
