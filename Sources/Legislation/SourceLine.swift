/// A line of a source file, without its line break.
struct SourceLine {
  var text: Substring
  /// From 1.
  var number: Int

  /// The text without white space at its ends.
  var trimmed: Substring { trimming(text) }
}

/// The lines of a source that ends them with LF, CR LF or a mixture; a byte order mark is left out.
func lines(of source: String) -> [SourceLine] {
  var number = 0
  let bytes = source.utf8.starts(with: [0xef, 0xbb, 0xbf]) ? source.utf8.dropFirst(3) : Substring(source).utf8
  return bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
    number += 1
    return SourceLine(text: Substring(line.last == UInt8(ascii: "\r") ? line.dropLast() : line), number: number)
  }
}

/// `text` without Unicode white space at its ends.
func trimming(_ text: Substring) -> Substring {
  let scalars = text.unicodeScalars
  guard let first = scalars.firstIndex(where: { !isWhiteSpace($0) }),
    let last = scalars.lastIndex(where: { !isWhiteSpace($0) })
  else { return "" }
  return text[first..<scalars.index(after: last)]
}

/// Adds a soft-wrapped line: nothing comes between two Han characters, else a space.
func append(line: Substring, to text: inout String) {
  if let last = text.unicodeScalars.last, let first = line.unicodeScalars.first, !(isHan(last) && isHan(first)) {
    text += " "
  }
  text += line
}

/// Han characters and the punctuation set among them, the quotation marks that Chinese shares with English included.
func isHan(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf, 0x4e00...0x9fff, 0xf900...0xfaff, 0xfe30...0xfe4f,
    0xff00...0xffef, 0x20000...0x3ffff, 0x2014, 0x2018...0x201d, 0x2026:
    true
  default: false
  }
}
