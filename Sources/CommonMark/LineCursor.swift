/// A block that holds others, as far as its markers at the beginning of lines go.
struct Container {
  enum Kind { case quote, item }
  let kind: Kind
  /// The line it begins on.
  let startLine: Int
  /// An item's indentation plus the width of its marker and the space behind it, in columns.
  var width = 0
}

/// Walks over the markers at the beginning of a line as libcmark's block parser does (CommonMark "Tabs",
/// "Block quotes", "List items"); columns count from 0, a tab goes to the next multiple of 4.
struct LineCursor {
  let source: SourceText
  let end: Int
  private(set) var offset: Int
  private(set) var column = 0

  init(_ source: SourceText, line: Int) {
    self.source = source
    offset = source.start(ofLine: line)
    end = source.end(ofLine: line)
  }

  /// The columns of white space from here, and the offset of what follows it.
  var indentation: (columns: Int, offset: Int) {
    var column = column
    var offset = offset
    while offset < end {
      if source[offset] == UInt8(ascii: " ") {
        column += 1
      } else if source[offset] == UInt8(ascii: "\t") {
        column += 4 - column % 4
      } else {
        break
      }
      offset += 1
    }
    return (column - self.column, offset)
  }

  /// Goes on by a number of columns; stops inside a tab if need be.
  mutating func advance(columns: Int) {
    var left = columns
    while left > 0, offset < end {
      guard source[offset] == UInt8(ascii: "\t") else {
        offset += 1
        column += 1
        left -= 1
        continue
      }
      let width = 4 - column % 4
      if width <= left { offset += 1 }
      column += min(width, left)
      left -= min(width, left)
    }
  }

  /// Goes over the markers of the containers on this line; false if it stops at one that the line does not continue
  /// (a lazy continuation line).
  @discardableResult mutating func skip(_ containers: [Container], onLine line: Int) -> Bool {
    for container in containers {
      let (columns, first) = indentation
      switch container.kind {
      case .quote:
        guard columns <= 3, first < end, source[first] == UInt8(ascii: ">") else { return false }
        advance(columns: columns + 1)
        if offset < end, isBlank(source[offset]) { advance(columns: 1) }
      case .item where container.startLine == line:
        advance(columns: container.width)
      case .item:
        guard columns >= container.width else {
          if first == end { continue }
          return false
        }
        advance(columns: container.width)
      }
    }
    return true
  }

  /// The item whose marker comes next.
  func item(onLine line: Int) -> Container {
    let (indentation, first) = indentation
    var marker = first
    while marker < end, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(source[marker]) { marker += 1 }
    let width = marker + 1 - first
    var behind = self
    behind.advance(columns: indentation + width)
    let (padding, next) = behind.indentation
    // An empty item, or one that begins with indented code, has one space behind its marker.
    let isEmpty = next == end
    return Container(
      kind: .item, startLine: line,
      width: indentation + width + (isEmpty || padding < 1 || padding >= 5 ? 1 : padding))
  }
}

func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
