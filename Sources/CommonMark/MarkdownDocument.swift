import CCmark

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A CommonMark document parsed by libcmark. Owns its tree and frees it exactly once.
///
/// Without a rewrite, `html()` gives byte for byte what the `cmark` program gives.
public struct MarkdownDocument: ~Copyable {
  /// The root of the tree; valid as long as the document.
  let root: OpaquePointer

  /// Parses UTF-8 bytes. Any bytes are accepted: every text is a CommonMark document.
  public init(parsing markdown: [UInt8]) {
    // A blank line is the same document as nothing, and has an address.
    let markdown = markdown.isEmpty ? [UInt8(ascii: "\n")] : markdown
    root = markdown.withUnsafeBytes { bytes in
      cmark_parse_document(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, CMARK_OPT_DEFAULT)
    }
  }

  deinit { cmark_node_free(root) }

  /// How HTML is rendered.
  public struct Options: OptionSet, Sendable {
    public let rawValue: Int32
    public init(rawValue: Int32) { self.rawValue = rawValue }
    /// Raw HTML and dangerous links as they are, instead of a comment and an empty link (`cmark --unsafe`).
    public static let unsafe = Options(rawValue: CMARK_OPT_UNSAFE)
    /// `data-sourcepos` on blocks (`cmark --sourcepos`).
    public static let sourcePositions = Options(rawValue: CMARK_OPT_SOURCEPOS)
  }

  /// The document as HTML, in UTF-8.
  public borrowing func html(_ options: Options = []) -> [UInt8] {
    withHTML(options) { [UInt8]($0) }
  }

  /// Lends the HTML without copying it.
  borrowing func withHTML<R>(_ options: Options = [], _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    guard let rendered = cmark_render_html(root, options.rawValue) else {
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
    defer { free(rendered) }
    let count = strlen(rendered)
    return rendered.withMemoryRebound(to: UInt8.self, capacity: count) {
      body(UnsafeBufferPointer(start: $0, count: count))
    }
  }

  /// Calls `visit` on entering and, for nodes that can have children, on leaving each node, in the order of the
  /// source. The node visited may be rewritten; what is put into
  /// it is not visited.
  public mutating func walk<E: Error>(_ visit: (borrowing Node, Node.Visit) throws(E) -> Void) throws(E) {
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let pointer = cmark_iter_get_node(iterator) else { return }
      try visit(Node(pointer: pointer), event == CMARK_EVENT_ENTER ? .enter : .leave)
    }
  }
}
