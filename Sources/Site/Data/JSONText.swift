/// JSON being written (RFC 8259), fit to stand in a script: no `</`, no line separators.
struct JSONText {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ json: String) { bytes.append(contentsOf: json.utf8) }

  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": raw("\\\"")
      case "\\": raw("\\\\")
      case "\n": raw("\\n")
      case "<": raw("\\u003c")
      case "\u{2028}": raw("\\u2028")
      case "\u{2029}": raw("\\u2029")
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        raw("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func list<Element>(_ elements: some Collection<Element>, _ write: (inout JSONText, Element) -> Void) {
    raw("[")
    for (index, element) in elements.enumerated() {
      if index > 0 { raw(",\n") }
      write(&self, element)
    }
    raw("]")
  }

  /// `{"key":"text",…}` in the order given.
  mutating func object(_ members: [(key: String, value: String)]) {
    raw("{")
    for (index, member) in members.enumerated() {
      if index > 0 { raw(",") }
      string(member.key)
      raw(":")
      string(member.value)
    }
    raw("}")
  }

  /// `{"key":…,…}` with values of any kind.
  mutating func object(_ members: KeyValuePairs<String, (inout JSONText) -> Void>) {
    raw("{")
    for (index, member) in members.enumerated() {
      if index > 0 { raw(",") }
      string(member.key)
      raw(":")
      member.value(&self)
    }
    raw("}")
  }
}
