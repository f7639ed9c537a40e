import Diagnostics

/// Rows of text in columns, as wide as a terminal shows them: a Han character takes two cells.
struct Table {
  /// The first row is the head.
  var rows: [[String]]
  /// Columns of words begin on the left, those of numbers end on the right.
  var textColumns: Set<Int>

  var text: String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in rows.map { $0.indices.contains(column) ? cells($0[column]) : 0 }.max() ?? 0 }
    return rows.map { row in
      let fields = row.enumerated().map { column, text in
        let gap = String(repeating: " ", count: widths[column] - cells(text))
        return textColumns.contains(column) ? text + gap : gap + text
      }
      var line = Substring(fields.joined(separator: "  "))
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}

/// Cells that a text takes on a terminal.
func cells(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + cellWidth($1) } }
