/// Appends text as HTML text or as the value of a quoted attribute: `&`, `<`, `>` and `"` escaped, as libcmark does.
public func appendEscaped(_ text: String, to html: inout [UInt8]) {
  var text = text
  text.withUTF8 { appendEscaped($0, to: &html) }
}

/// Appends UTF-8 bytes as HTML text or as the value of a quoted attribute.
public func appendEscaped(_ text: some Sequence<UInt8>, to html: inout [UInt8]) {
  let done: Void? = text.withContiguousStorageIfAvailable { appendEscaped($0, to: &html) }
  if done == nil { Array(text).withUnsafeBufferPointer { appendEscaped($0, to: &html) } }
}

private func appendEscaped(_ text: UnsafeBufferPointer<UInt8>, to html: inout [UInt8]) {
  var copied = 0
  for index in text.indices {
    let entity: StaticString
    switch text[index] {
    case UInt8(ascii: "&"): entity = "&amp;"
    case UInt8(ascii: "<"): entity = "&lt;"
    case UInt8(ascii: ">"): entity = "&gt;"
    case UInt8(ascii: "\""): entity = "&quot;"
    default: continue
    }
    html.append(contentsOf: text[copied..<index])
    html.append(contentsOf: UnsafeBufferPointer(start: entity.utf8Start, count: entity.utf8CodeUnitCount))
    copied = index + 1
  }
  html.append(contentsOf: text[copied...])
}
