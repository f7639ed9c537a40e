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
    block.openLinks.append(
      InlineBlock.OpenLink(
        index: links.count, destination: node.destination, isImage: kind == .image, start: cursor.offset,
        startPosition: positions.position(of: cursor.offset, onLine: cursor.line, in: source),
        plainStart: plain.count, isAutolink: isAutolink))
    links.append(nil)
  }

  mutating func closeLink(_ node: borrowing Node) {
    guard let open = block.openLinks.popLast() else { return }
    depth -= 1
    let hasLabel = open.isImage || node.hasVisibleChildren
    if !hasLabel {
      if let softBreak = block.softBreak, cmark_node_parent(softBreak) == node.pointer { block.softBreak = nil }
      node.removeChildren()
      appear(.hole)
      block.edge = .hole
      block.continues = false
    } else if open.isImage {
      block.edge = .none
      block.continues = false
    }
    let destinationRange = skipEnd(of: open)
    let end = positions.position(of: block.cursor.offset, onLine: block.cursor.line, in: source)
    let range = SourceRange(file: source.file, start: open.startPosition, end: end)
    let kind = DestinationKind(open.destination)
    let label = hasLabel ? String(decoding: plain[open.plainStart...], as: UTF8.self) : ""
    links[open.index] = Link(
      destination: open.destination, hasLabel: hasLabel, text: label, isImage: open.isImage,
      isExternal: !kind.isReference, range: range, destinationRange: destinationRange ?? range)
    if kind.isReference { node.destination = Placeholder.destination(of: open.index) }
    if let found = Diagnostic.dangerousDestination(open.destination, kind, at: destinationRange ?? range) {
      diagnostics.append(found)
      node.destination = ""
    }
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
