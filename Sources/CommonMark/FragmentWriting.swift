extension Fragment {
  /// Writes the attributes of a link or image right after `<a ` or `<img `: `href="…" class="…"`, escaped; or the
  /// label of a link that has none, as HTML.
  public typealias Filler = (_ link: Link, _ html: inout [UInt8]) -> Void

  /// Appends the HTML. `attributes` is asked for each reference (never for an external link, which stands as
  /// it is), `label` for each reference without a label.
  public func write(to html: inout [UInt8], attributes: Filler, label: Filler) {
    write(self.html.indices, to: &html, attributes: attributes, label: label)
  }

  /// The HTML with each destination as it stands in the source and empty labels left empty.
  public func write(to html: inout [UInt8]) {
    write(to: &html, attributes: Self.literalAttributes, label: { _, _ in })
  }

  private static func literalAttributes(_ link: Link, _ html: inout [UInt8]) {
    html.append(contentsOf: link.isImage ? "src=\"".utf8 : "href=\"".utf8)
    appendEscaped(link.destination, to: &html)
    html.append(UInt8(ascii: "\""))
  }

  func write(_ range: Range<Int>, to html: inout [UInt8], attributes: Filler, label: Filler) {
    var copied = range.lowerBound
    for hole in holes[firstHole(from: range.lowerBound)...] {
      guard hole.offset < range.upperBound else { break }
      html.append(contentsOf: self.html[copied..<hole.offset])
      copied = hole.offset
      switch hole.kind {
      case .attributes: attributes(links[hole.link], &html)
      case .label: label(links[hole.link], &html)
      }
    }
    html.append(contentsOf: self.html[copied..<range.upperBound])
  }

  /// The first hole at or after an offset, by bisection. No hole stands at the very end of the HTML.
  private func firstHole(from offset: Int) -> Int {
    var low = 0
    var high = holes.count
    while low < high {
      let middle = (low + high) / 2
      if holes[middle].offset < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Fragment {
  /// A part of a fragment from one `##` heading to the next.
  public struct Section: Sendable {
    /// Nil for what stands before the first `##`.
    public let heading: Heading?
    let fragment: Fragment
    let body: Range<Int>

    /// Whether nothing but the heading is there.
    public var isEmpty: Bool { body.isEmpty }

    /// Appends the HTML below the heading.
    public func write(to html: inout [UInt8], attributes: Filler, label: Filler) {
      fragment.write(body, to: &html, attributes: attributes, label: label)
    }

    /// Appends what stands between the heading's tags.
    public func writeHeading(to html: inout [UInt8], attributes: Filler, label: Filler) {
      guard let heading else { return }
      fragment.write(heading.content, to: &html, attributes: attributes, label: label)
    }
  }

  /// The fragment split at its level-2 headings, so that a page can lay out each section. What stands before the
  /// first one comes first, without a heading, if there is anything.
  public var sections: [Section] {
    var sections: [Section] = []
    var heading: Heading?
    var start = 0
    func close(at end: Int) {
      if heading != nil || end > start {
        sections.append(Section(heading: heading, fragment: self, body: start..<end))
      }
    }
    for next in headings where next.level == 2 && next.isTopLevel {
      close(at: next.element.lowerBound)
      heading = next
      start = next.element.upperBound
    }
    close(at: html.count)
    return sections
  }
}
