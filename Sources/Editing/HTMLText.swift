/// Whether the text is a web page or a piece of one.
func looksLikeHTML(_ text: String) -> Bool {
  let start = text.utf8.prefix(4096)
  let lowered = String(decoding: start.map { $0 | 0x20 }, as: UTF8.self)
  return ["<!doctype", "<html", "<body", "<div", "<p>", "<p ", "<span", "<br"].contains(where: lowered.contains)
}

/// The words of a simple web page, a line for each block; tags, comments, scripts and styles dropped, entities read.
/// No structure is taken from the tags but where lines end, and `<h1>` as a title.
func textOfHTML(_ source: String) -> String {
  var reader = HTMLReader()
  reader.read(source)
  return reader.output
}

private struct HTMLReader {
  var output = ""
  /// Inside `<script>` or `<style>`: the tag that ends it.
  private var hidden: String?

  mutating func read(_ source: String) {
    let bytes = Array(source.utf8)
    var index = 0
    var text: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<"), index + 1 < bytes.count, isTagStart(bytes[index + 1]) {
        flush(&text)
        index = readTag(bytes, index)
      } else if byte == UInt8(ascii: "&"), let (entity, end) = entity(bytes, index) {
        text += Array(entity.utf8)
        index = end
      } else {
        // A line break in the source of a page is white space like any other.
        text.append(byte == 10 || byte == 13 ? 32 : byte)
        index += 1
      }
    }
    flush(&text)
  }

  private func isTagStart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
  }

  private mutating func flush(_ text: inout [UInt8]) {
    if hidden == nil { output += String(decoding: text, as: UTF8.self) }
    text = []
  }

  /// Reads a tag or comment and gives the place after it.
  private mutating func readTag(_ bytes: [UInt8], _ start: Int) -> Int {
    if bytes[start...].starts(with: "<!--".utf8) {
      var index = start + 4
      while index < bytes.count, !bytes[index...].starts(with: "-->".utf8) { index += 1 }
      return min(index + 3, bytes.count)
    }
    var index = start + 1
    var quote: UInt8?
    while index < bytes.count {
      if let open = quote {
        if bytes[index] == open { quote = nil }
      } else if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
        quote = bytes[index]
      } else if bytes[index] == UInt8(ascii: ">") {
        break
      }
      index += 1
    }
    let name = bytes[(start + 1)..<index].prefix { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") || $0 == UInt8(ascii: "/") || UInt8(ascii: "1")...UInt8(ascii: "6") ~= $0 }
    take(String(decoding: name.map { $0 == UInt8(ascii: "/") || $0 < 0x41 ? $0 : $0 | 0x20 }, as: UTF8.self))
    return min(index + 1, bytes.count)
  }

  private mutating func take(_ tag: String) {
    if let end = hidden {
      if tag == end { hidden = nil }
      return
    }
    switch tag {
    case "script", "style", "head", "title", "nav", "footer": hidden = "/" + tag
    case "h1": output += "\n# "
    case "br", "br/", "p", "/p", "div", "/div", "li", "/li", "tr", "/tr", "/h1", "h2", "/h2", "h3", "/h3", "h4", "/h4", "h5",
      "h6", "/table", "table", "section", "/section", "article", "/article", "ul", "/ul", "ol", "/ol", "hr", "dd", "dt":
      output += "\n"
    case "td", "th": output += "\t"
    default: break
    }
  }
}

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
