import CCmark
import Diagnostics

extension FragmentBuilder {
  mutating func openLink(_ node: borrowing Node, _ kind: Node.Kind) {
    let cursor = block.cursor
    deepen(at: cursor.offset, line: cursor.line)
    let isAutolink = cursor.byte == UInt8(ascii: "<")
    if kind == .image {
      block.continues = false
      if !block.isLost && !block.cursor.skip("!") { block.isLost = true }
    }
    if !block.isLost && !isAutolink && !block.cursor.skip("[") { block.isLost = true }
    let start = positions.position(of: cursor.offset, onLine: cursor.line, in: source)
    let range = SourceRange(file: source.file, start: start, end: start)
    block.openLinks.append(
      InlineBlock.OpenLink(index: links.count, start: cursor.offset, plainStart: plain.count, isAutolink: isAutolink))
    links.append(
      Link(
        destination: node.destination, hasLabel: true, text: "", isImage: kind == .image, isExternal: false,
        range: range, destinationRange: range))
  }

  mutating func closeLink(_ node: borrowing Node) {
    guard let open = block.openLinks.popLast() else { return }
    depth -= 1
    var link = links[open.index]
    link.hasLabel = link.isImage || node.hasVisibleChildren
    if !link.hasLabel {
      removeLabel(of: node)
      gaps.append(Gap(place: plain.count, link: open.index))
    } else {
      link.text = String(decoding: plain[open.plainStart...], as: UTF8.self)
    }
    if link.isImage || !link.hasLabel { block.continues = false }
    let destinationRange = skipEnd(of: open)
    link.range.end = positions.position(of: block.cursor.offset, onLine: block.cursor.line, in: source)
    link.destinationRange = destinationRange ?? link.range
    let kind = DestinationKind(link.destination)
    link.isExternal = !kind.isReference
    if kind.isReference {
      Placeholder.set(open.index, on: node)
    } else if let found = Diagnostic.dangerousDestination(link.destination, kind, at: link.destinationRange) {
      report(found)
      node.destination = ""
    }
    links[open.index] = link
  }

  /// Takes the white space out of `[ ](x)`: the page writes the label.
  private mutating func removeLabel(of node: borrowing Node) {
    if let softBreak = block.softBreak, cmark_node_parent(softBreak) == node.pointer { block.softBreak = nil }
    node.removeChildren()
    appear(.hole)
    block.edge = .hole
  }

  /// Goes over what ends a link in the source; gives the place of its destination, if it has one of its own.
  private mutating func skipEnd(of open: InlineBlock.OpenLink) -> SourceRange? {
    guard !block.isLost else { return nil }
    if open.isAutolink {
      let start = open.start + 1
      while !block.cursor.isAtLineEnd, block.cursor.byte != UInt8(ascii: ">") { block.cursor.advance() }
      let found = range(start..<block.cursor.offset, line: block.cursor.line)
      if !block.cursor.skip(">") { block.isLost = true }
      return found
    }
    guard let tail = block.cursor.skipLinkTail() else {
      block.isLost = true
      return nil
    }
    // A label that is looked up must stay as its definition has it.
    if tail.form == .shortcut { block.runs.spare(open.start..<block.cursor.offset) }
    return tail.destination.map { range($0, lines: tail.lines) }
  }
}

extension Node {
  /// Whether there is something between a link's brackets besides white space.
  fileprivate var hasVisibleChildren: Bool {
    var child = cmark_node_first_child(pointer)
    while let node = child {
      switch cmark_node_get_type(node) {
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: break
      case CMARK_NODE_TEXT:
        if Node(pointer: node).withLiteral({ $0.contains { $0 > 0x20 } }) { return true }
      default: return true
      }
      child = cmark_node_next(node)
    }
    return false
  }

  fileprivate func removeChildren() {
    while let child = cmark_node_first_child(pointer) {
      cmark_node_unlink(child)
      cmark_node_free(child)
    }
  }
}
