import CCmark

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A node of a document, lent for one visit.
public struct Node: ~Copyable {
  let pointer: OpaquePointer

  /// Whether the walk is going into the node or coming out of it. A leaf is only entered.
  public enum Visit: Sendable { case enter, leave }

  /// What CommonMark calls the node.
  public enum Kind: Sendable {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image, other
  }

  public var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_DOCUMENT: .document
    default: .other
    }
  }

  /// The bytes of a text, of code or of HTML; no bytes for other nodes.
  public func withLiteral<R>(_ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
    guard let literal = cmark_node_get_literal(pointer) else {
      return try body(UnsafeBufferPointer(start: nil, count: 0))
    }
    let count = strlen(literal)
    return try literal.withMemoryRebound(to: UInt8.self, capacity: count) {
      try body(UnsafeBufferPointer(start: $0, count: count))
    }
  }

  /// A heading's level, 1 to 6; 0 for other nodes.
  public var headingLevel: Int {
    get { Int(cmark_node_get_heading_level(pointer)) }
    nonmutating set { _ = cmark_node_set_heading_level(pointer, Int32(newValue)) }
  }

  /// Where a link or an image leads, decoded; empty for other nodes.
  public var destination: String {
    get { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }
    nonmutating set { _ = cmark_node_set_url(pointer, newValue) }
  }

  /// The title of a link or an image; empty for other nodes.
  public var title: String { cmark_node_get_title(pointer).map { String(cString: $0) } ?? "" }

  /// Puts text behind the node's last child, as a link's label for example.
  public func append(text: String) {
    let node = cmark_node_new(CMARK_NODE_TEXT)
    cmark_node_set_literal(node, text)
    if cmark_node_append_child(pointer, node) == 0 { cmark_node_free(node) }
  }

  /// The line a block ends on, from 1; exact for paragraphs and headings.
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
  /// The line a block begins on, from 1. libcmark is exact about where blocks begin.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  /// The byte a block begins at in its line, from 1.
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
}
