import CCmark

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What stands for a destination in the tree, and where it comes out in the HTML.
///
/// libcmark escapes `<` and `"` in all text, and raw HTML never passes: so `<a href="mz:` in its HTML is a
/// placeholder of ours and nothing else.
enum Placeholder {
  /// Makes a link lead to `mz:` and its number.
  static func set(_ link: Int, on node: borrowing Node) {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 24) { text in
      // Digits from the end, and a NUL behind them.
      var start = text.count - 1
      text[start] = 0
      var rest = link
      repeat {
        start -= 1
        text[start] = CChar(0x30 + rest % 10)
        rest /= 10
      } while rest > 0
      for byte in "mz:".utf8.reversed() {
        start -= 1
        text[start] = CChar(byte)
      }
      _ = cmark_node_set_url(node.pointer, UnsafeBufferPointer(rebasing: text[start...]).baseAddress)
    }
  }

  static let link = Array("<a href=\"mz:".utf8)
  static let image = Array("<img src=\"mz:".utf8)
}

extension FragmentBuilder {
  /// Renders the document read and rewritten, and cuts the placeholders out.
  func fragment(of document: borrowing MarkdownDocument) -> Fragment {
    var cutter = HoleCutter(links: links, headings: headings)
    document.withHTML { html in
      if source.hasSentinels {
        Sentinel.stripped(from: html).withUnsafeBufferPointer { cutter.cut($0) }
      } else {
        cutter.cut(html)
      }
    }
    let words = plain[..<max(plain.lastIndex { $0 != UInt8(ascii: "\n") }.map { $0 + 1 } ?? 0, gaps.last?.place ?? 0)]
    // A fragment lives as long as the site: what was reserved for growth is given back.
    return Fragment(
      links: fitting(cutter.links), headings: fitting(cutter.headings), comments: comments, quotes: quotes, html: fitting(cutter.html),
      holes: fitting(cutter.holes), plain: fitting(words), stretches: fitting(stretches), gaps: fitting(gaps), file: source.file)
  }
}

/// The elements in an array that is no larger than they need.
private func fitting<Elements: Collection>(_ elements: Elements) -> [Elements.Element] {
  [Elements.Element](unsafeUninitializedCapacity: elements.count) { buffer, count in
    count = buffer.initialize(fromContentsOf: elements)
  }
}

/// Takes the placeholders out of libcmark's HTML and remembers where they, and the headings, were.
private struct HoleCutter {
  let links: [Link]
  var headings: [Heading]
  var html: [UInt8] = []
  var holes: [Hole] = []
  private var heading = 0

  init(links: [Link], headings: [Heading]) {
    self.links = links
    self.headings = headings
  }

  mutating func cut(_ bytes: UnsafeBufferPointer<UInt8>) {
    html.reserveCapacity(bytes.count)
    holes.reserveCapacity(links.count * 2)
    var copied = 0
    var offset = 0
    guard let start = bytes.baseAddress.map(UnsafeRawPointer.init) else { return }
    while let found = memchr(start + offset, Int32(UInt8(ascii: "<")), bytes.count - offset) {
      offset = start.distance(to: found)
      let rest = UnsafeBufferPointer(rebasing: bytes[offset...])
      if let (prefix, length, link) = placeholder(in: rest) {
        html.append(contentsOf: bytes[copied..<offset + prefix])
        holes.append(Hole(offset: html.count, link: link, kind: .attributes))
        offset += length
        copied = offset
        if !links[link].hasLabel {
          while offset < bytes.count, bytes[offset] != UInt8(ascii: ">") { offset += 1 }
          offset += 1
          html.append(contentsOf: bytes[copied..<offset])
          holes.append(Hole(offset: html.count, link: link, kind: .label))
          copied = offset
        }
      } else {
        noteHeading(rest, at: html.count + offset - copied)
        offset += 1
      }
    }
    html.append(contentsOf: bytes[copied...])
  }

  /// A placeholder that begins here: the bytes before its attribute, those up to the attribute's end, and its link.
  private func placeholder(in rest: UnsafeBufferPointer<UInt8>) -> (prefix: Int, length: Int, link: Int)? {
    guard rest.count > 12, rest[1] == UInt8(ascii: "a") || rest[1] == UInt8(ascii: "i") else { return nil }
    let isImage = rest[1] == UInt8(ascii: "i")
    let pattern = isImage ? Placeholder.image : Placeholder.link
    guard rest.starts(with: pattern) else { return nil }
    var index = pattern.count
    var link = 0
    while index < rest.count, rest[index] != UInt8(ascii: "\"") {
      link = link * 10 + Int(rest[index]) - 0x30
      index += 1
    }
    return links.indices.contains(link) ? (isImage ? 5 : 3, index + 1, link) : nil
  }

  /// `<h2>` or `</h2>`: headings come out in the order in which they were read.
  private mutating func noteHeading(_ rest: UnsafeBufferPointer<UInt8>, at offset: Int) {
    guard heading < headings.count, rest.count >= 4 else { return }
    if rest[1] == UInt8(ascii: "h"), (0x31...0x36).contains(rest[2]), rest[3] == UInt8(ascii: ">") {
      headings[heading].element = offset..<offset
      headings[heading].content = offset + 4..<offset + 4
    } else if rest[1] == UInt8(ascii: "/"), rest[2] == UInt8(ascii: "h"), (0x31...0x36).contains(rest[3]) {
      headings[heading].content = headings[heading].content.lowerBound..<offset
      headings[heading].element = headings[heading].element.lowerBound..<offset + min(6, rest.count)
      heading += 1
    }
  }
}
