import Legislation

/// Whether the text is a web page or a piece of one.
func looksLikeHTML(_ text: String) -> Bool {
  let start = text.utf8.prefix(4096).map { $0 | 0x20 }
  let tags = ["<!doctype", "<html", "<body", "<div", "<p>", "<p ", "<span", "<br"].map { Array($0.utf8).map { $0 | 0x20 } }
  return start.indices.contains { index in
    // `<` has the bit of lower case already.
    start[index] == UInt8(ascii: "<") && tags.contains { start[index...].starts(with: $0) }
  }
}

/// The words of a web page.
struct PageText {
  /// A line for each block.
  var text = ""
  /// Lines of `text`, from 1, that the page sets beside its main text: navigation, footers, buttons.
  var asides: Set<Int> = []
  /// For each line of `text`, the line of the page's source where it begins.
  var sourceLines: [Int] = []
}

/// The words of a simple web page; tags, comments, scripts and styles dropped, entities read. No structure is taken from
/// the tags but where lines end, what is an aside, the cells of a table (set apart by tabs), and the title: an `<h1>`,
/// or the line that `<title>` names.
func textOfHTML(_ source: String) -> PageText {
  var reader = HTMLReader()
  reader.read(source)
  return reader.page()
}

private struct HTMLReader {
  struct Line {
    var text = ""
    var source: Int
    var isAside = false
    var isHeading = false
  }
  private var lines: [Line] = []
  private var current = Line(source: 1)
  /// What `<title>` says.
  private var title = ""
  /// Inside `<script>` or `<style>`: the tag that ends it.
  private var hidden: String?
  /// Inside `<nav>` and the like: how deep.
  private var asides = 0
  private var sourceLine = 1
  private var isPreformatted = false

  mutating func read(_ source: String) {
    let bytes = Array(source.utf8)
    var index = 0
    var text: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<"), index + 1 < bytes.count, isTagStart(bytes[index + 1]) {
        flush(&text)
        let end = readTag(bytes, index)
        sourceLine += bytes[index..<end].count { $0 == 10 }
        index = end
      } else if byte == UInt8(ascii: "&"), let (entity, end) = entity(bytes, index) {
        text += Array(entity.utf8)
        index = end
      } else {
        if byte == 10 { sourceLine += 1 }
        if byte == 10, isPreformatted {
          flush(&text)
          endLine()
        } else {
          // A line break or tab in the source of a page is white space like any other.
          text.append(byte == 10 || byte == 13 || byte == 9 ? 32 : byte)
        }
        index += 1
      }
    }
    flush(&text)
    endLine()
  }

  private func isTagStart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
  }

  private mutating func flush(_ text: inout [UInt8]) {
    let words = String(decoding: text, as: UTF8.self)
    text = []
    if hidden == "/title" { return title += words }
    guard hidden == nil else { return }
    if isBlank(current.text) { (current.source, current.isAside) = (sourceLine, asides > 0) }
    current.text += words
  }

  private mutating func endLine() {
    if !isBlank(current.text) { lines.append(current) }
    current = Line(source: sourceLine, isAside: asides > 0)
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
      if tag == "/head", end == "/title" { hidden = nil }
      return
    }
    switch tag {
    case "script", "style", "title", "noscript", "iframe": hidden = "/" + tag
    case "nav", "footer", "aside", "form", "button", "select":
      endLine()
      asides += 1
    case "/nav", "/footer", "/aside", "/form", "/button", "/select":
      endLine()
      asides = max(0, asides - 1)
    case "h1":
      endLine()
      current.isHeading = true
    case "pre", "/pre":
      endLine()
      isPreformatted = tag == "pre"
    case "br", "br/", "p", "/p", "div", "/div", "li", "/li", "tr", "/tr", "/h1", "h2", "/h2", "h3", "/h3", "h4", "/h4", "h5",
      "h6", "/table", "table", "section", "/section", "article", "/article", "ul", "/ul", "ol", "/ol", "hr", "dd", "dt", "option":
      endLine()
    case "td", "th": if !isBlank(current.text) { current.text += "\t" }
    default: break
    }
  }

  private func isBlank(_ text: String) -> Bool { text.unicodeScalars.allSatisfy { $0.properties.isWhitespace } }

  /// The page's words, its title marked.
  func page() -> PageText {
    var page = PageText()
    var marked = lines
    markTitle(&marked)
    page.text = marked.map { ($0.isHeading ? "# " : "") + $0.text + "\n" }.joined()
    for (index, line) in marked.enumerated() where line.isAside { page.asides.insert(index + 1) }
    page.sourceLines = marked.map(\.source)
    return page
  }

  /// Leaves at most one line marked as the title: an `<h1>` that ends like one, else the line that `<title>` names, else
  /// the first `<h1>`. A title that stands in `<title>` alone is put first.
  private func markTitle(_ lines: inout [Line]) {
    let names = title.split(whereSeparator: { "_|｜-–—".contains($0) }).map { folded($0) }.filter { !$0.isEmpty }
    let headings = lines.indices.filter { lines[$0].isHeading && !lines[$0].isAside }
    let legal = names.filter { namesLegalText($0) }
    for index in headings where names.contains(folded(lines[index].text)) && !namesLegalText(folded(lines[index].text)) {
      // The name of the site.
      lines[index].isAside = true
    }
    for index in lines.indices { lines[index].isHeading = false }
    if let found = headings.first(where: { namesLegalText(folded(lines[$0].text)) })
      ?? lines.indices.first(where: { !lines[$0].isAside && legal.contains(folded(lines[$0].text)) })
    {
      lines[found].isHeading = true
    } else if let name = legal.first, !lines.contains(where: { folded($0.text) == folded(name) }) {
      lines.insert(Line(text: name, source: 1, isHeading: true), at: 0)
    } else if let found = headings.first(where: { !lines[$0].isAside }) {
      lines[found].isHeading = true
    }
  }
}
