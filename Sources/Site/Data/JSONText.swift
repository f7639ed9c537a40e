/// JSON being written (RFC 8259), fit to stand in a script: no `</`. U+2028 may stand in scripts since ECMAScript 2019.
struct JSONText {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ json: String) { bytes.append(contentsOf: json.utf8) }

  mutating func string(_ text: String) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { text in
      var copied = 0
      for index in text.indices {
        let byte = text[index]
        guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "<") else { continue }
        bytes.append(contentsOf: text[copied..<index])
        copied = index + 1
        switch byte {
        case UInt8(ascii: "\n"): raw("\\n")
        case UInt8(ascii: "<"): raw("\\u003c")
        case ..<0x20: raw(byte < 0x10 ? "\\u000" + String(byte, radix: 16) : "\\u00" + String(byte, radix: 16))
        default: bytes += [UInt8(ascii: "\\"), byte]
        }
      }
      bytes.append(contentsOf: text[copied...])
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
