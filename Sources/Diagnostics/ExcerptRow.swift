/// A line of source as a terminal shows it: tabs as four spaces, control characters visible, wide characters two cells.
struct ExcerptRow {
  /// What each scalar of the line is shown as, and its cells.
  private let cells: [(text: String, width: Int)]

  init(_ line: Substring) {
    cells = line.unicodeScalars.prefix(100_000).map { scalar in
      switch scalar.value {
      case 0x09: ("    ", 4)
      case 0x0d: ("", 0)
      // Control pictures; bidirectional controls and other invisible ones would disturb the terminal.
      case 0x00...0x1f: (Unicode.Scalar(0x2400 + scalar.value).map { String($0) } ?? "?", 1)
      case 0x7f...0x9f, 0x200b...0x200f, 0x2028...0x202e, 0x2060...0x2069, 0xfeff: ("\u{fffd}", 1)
      default: (String(scalar), cellWidth(scalar))
      }
    }
  }

  var count: Int { cells.count }

  /// At most `width` cells from a scalar on, with … where something is left out.
  func cut(from start: Int, width: Int) -> String {
    var text = start > 0 ? "…" : ""
    var used = start > 0 ? 1 : 0
    var index = start
    while index < cells.count {
      let isLast = index == cells.count - 1
      if used + cells[index].width > (isLast ? width : width - 1) { return text + "…" }
      text += cells[index].text
      used += cells[index].width
      index += 1
    }
    return text
  }

  /// The row cut around some scalars, the cells to indent the marks by, and how many marks.
  func marked(_ range: Range<Int>, width: Int) -> (text: String, indent: String, cells: Int) {
    let lower = min(max(0, range.lowerBound), cells.count)
    let upper = min(max(lower, range.upperBound), cells.count)
    let before = cells[..<lower].reduce(0) { $0 + $1.width }
    let whole = before + cells[lower...].reduce(0) { $0 + $1.width }
    var start = 0
    // A long line begins a third of the row before the marks.
    if whole > width, before > width / 3 {
      var room = 0
      start = lower
      while start > 0, room + cells[start - 1].width <= width / 3 {
        start -= 1
        room += cells[start].width
      }
    }
    let text = cut(from: start, width: width)
    let indent = (start > 0 ? 1 : 0) + cells[start..<lower].reduce(0) { $0 + $1.width }
    let marked = cells[lower..<upper].reduce(0) { $0 + $1.width }
    return (text, String(repeating: " ", count: indent), max(1, min(marked, width - indent)))
  }
}

/// Cells that a character takes on a terminal: 2 for wide ones (UAX #11 W and F), 0 for combining marks.
public func cellWidth(_ scalar: Unicode.Scalar) -> Int {
  switch scalar.value {
  case 0x20...0x7e: return 1
  case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf, 0x4e00...0x9fff, 0xa000...0xa4cf,
    0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe4f, 0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1f64f,
    0x1f900...0x1f9ff, 0x20000...0x3fffd:
    return 2
  default: break
  }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return 0
  default: return 1
  }
}
