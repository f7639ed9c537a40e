/// `text` without `**`, HTML comments, invisible characters, and the marks of Markdown's lists, quotations and tables.
func withoutMarkup(_ line: Substring) -> String {
  let text = withoutBlockMarks(line)
  guard text.unicodeScalars.contains(where: { $0 == "*" || $0 == "<" || isInvisible($0) }) else { return String(text) }
  var output = String.UnicodeScalarView()
  let scalars = text.unicodeScalars
  var index = scalars.startIndex
  var mayHoldComment = true
  while index < scalars.endIndex {
    let scalar = scalars[index]
    if scalar == "<", mayHoldComment, scalars[index...].starts(with: "<!--".unicodeScalars) {
      if let end = text[index...].firstRange(of: "-->")?.upperBound {
        index = end
        continue
      }
      mayHoldComment = false
    }
    scalars.formIndex(after: &index)
    switch scalar {
    case "*" where index < scalars.endIndex && scalars[index] == "*": scalars.formIndex(after: &index)
    case _ where isInvisible(scalar): continue
    default: output.append(scalar)
    }
  }
  return String(output)
}

private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "\u{200b}"..."\u{200f}", "\u{2060}", "\u{feff}": true
  default: false
  }
}

/// A line without `> `, `* `, `+ ` and `- ` before it; the cells of a table's row `| 停车 | 5元 |` set apart by tabs; nothing
/// of the rows of dashes between its rows.
private func withoutBlockMarks(_ line: Substring) -> Substring {
  var text = line
  while let first = text.utf8.first {
    let rest = text.utf8.dropFirst()
    let isSpaced = rest.first.map { $0 == UInt8(ascii: " ") || $0 == 9 } ?? true
    switch first {
    case UInt8(ascii: ">"): break
    // `+-----+=====+`, the border of a table's cells.
    case UInt8(ascii: "+") where text.utf8.count > 4 && text.utf8.allSatisfy { "+-=:".utf8.contains($0) }: return ""
    case UInt8(ascii: "*") where isSpaced && !rest.isEmpty, UInt8(ascii: "+") where isSpaced && !rest.isEmpty: break
    // `- 3 -` is the number of a page.
    case UInt8(ascii: "-") where isSpaced && rest.contains(where: { $0 >= 0x80 }) && text.utf8.last != first: break
    case UInt8(ascii: "|") where text.utf8.count > 1 && text.utf8.last == first: return cells(of: text)
    default: return text
    }
    text = trimming(Substring(rest))
  }
  return text
}

private func cells(of row: Substring) -> Substring {
  let cells = row.utf8.dropFirst().dropLast().split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map {
    trimming(Substring($0))
  }
  let isRule = cells.allSatisfy { cell in !cell.isEmpty && cell.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") } }
  return isRule ? "" : Substring(cells.joined(separator: "\t"))
}
