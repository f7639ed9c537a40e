import Diagnostics

/// What is known about the paragraph or heading being read.
struct InlineBlock {
  var cursor: InlineCursor
  /// Where the content of the cursor's line begins.
  private(set) var lineStart: Int
  let plainStart: Int
  var heading: Heading?
  var runs = EmphasisRuns()
  /// The source did not read as the tree says; ranges fall back to the line.
  var isLost = false
  /// What a reader sees last before the place being read.
  var edge = Edge.none
  /// A soft line break whose rendering depends on what comes next.
  var softBreak: OpaquePointer?
  /// Whether the next word stands right behind the last one.
  var continues = false
  var openLinks: [OpenLink] = []

  init(cursor: InlineCursor, plainStart: Int) {
    self.cursor = cursor
    lineStart = cursor.offset
    self.plainStart = plainStart
  }

  /// Goes over one byte or line ending.
  @discardableResult mutating func advance() -> Bool {
    let line = cursor.line
    let moved = cursor.advance()
    if cursor.line != line { lineStart = cursor.offset }
    return moved
  }

  /// The character at the edge of a line, for soft line breaks.
  enum Edge {
    /// Nothing yet in this block, or something without a character.
    case none
    /// A label that the page writes: it follows the language around it.
    case hole
    case script(Script)

    /// Whether no space belongs between this and what follows: Han against Han, or against what follows Han.
    func joins(_ other: Edge) -> Bool {
      switch (self, other) {
      case (.script(.han), .script(.han)), (.script(.han), .script(.shared)), (.script(.shared), .script(.han)),
        (.script(.han), .hole), (.hole, .script(.han)):
        true
      default: false
      }
    }
  }

  /// A link or image whose children are being read.
  struct OpenLink {
    let index: Int
    let start: Int
    let plainStart: Int
    let isAutolink: Bool
  }
}
