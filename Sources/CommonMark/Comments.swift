import CCmark
import Diagnostics

extension FragmentBuilder {
  /// Drops a comment of ours; any other HTML block is an error.
  mutating func readHTMLBlock(_ node: borrowing Node) {
    let line = node.startLine - 1
    let start = source.start(ofLine: line) + node.startColumn - 1
    var end = source.end(ofLine: line)
    while end > start + 1, isBlank(source[end - 1]) { end -= 1 }
    let range = range(start..<end, line: line)
    let html = node.withLiteral { String(decoding: $0, as: UTF8.self) }
    if let (name, value) = parseComment(html) {
      comments.append(Comment(name: name, value: value, range: range))
      cmark_node_unlink(node.pointer)
      cmark_node_free(node.pointer)
    } else {
      report(.rawHTML(html, at: range))
    }
  }
}

/// The name and value of a comment of one of the three allowed forms, alone on its line:
/// `<!-- of: …; review: … -->`, `<!-- id: … -->`, `<!-- check: allow CODE because … -->`.
func parseComment(_ html: String) -> (name: String, value: String)? {
  let text = Array(html.utf8)
  guard let first = text.firstIndex(where: { $0 > 0x20 }), let last = text.lastIndex(where: { $0 > 0x20 }) else {
    return nil
  }
  let line = text[first...last]
  guard line.count >= 7, line.starts(with: "<!--".utf8), line.suffix(3).elementsEqual("-->".utf8) else { return nil }
  let inside = line.dropFirst(4).dropLast(3)
  guard !inside.contains(UInt8(ascii: "\n")), !inside.contains(UInt8(ascii: "\r")),
    let colon = inside.firstIndex(of: UInt8(ascii: ":"))
  else { return nil }
  // A second comment behind the first would hide in its value.
  guard !inside.contains(UInt8(ascii: ">")) else { return nil }
  let name = trimmed(inside[..<colon])
  let value = trimmed(inside[(colon + 1)...])
  switch name {
  case "of", "id": return value.isEmpty ? nil : (name, value)
  case "check":
    // Whether the excuse names its code and its reason is judged with the exemptions.
    return value.split(separator: " ").first == "allow" ? (name, value) : nil
  default: return nil
  }
}

private func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
  var bytes = bytes
  while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
  while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
  return String(decoding: bytes, as: UTF8.self)
}
