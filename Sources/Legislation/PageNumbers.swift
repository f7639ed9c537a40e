/// The number that a line prints for its page.
struct PageNumber {
  var number: Int
  /// Strokes, dots, 第 or 页 stand with it: `— 3 —`, `第3页`, `3/10`; a bare `3` has none.
  var isDressed: Bool
}

/// Reads a line that is nothing but a page number: `— 3 —`, `第3页`, `第 3 页 共 10 页`, `3/10`, `3`.
func pageNumber(_ text: Substring) -> PageNumber? {
  guard text.utf8.count <= 40 else { return nil }
  // The first figure is the page, one behind it the number of pages.
  var digits = ""
  var figures = 0
  var isInFigure = false
  var isDressed = false
  var hasOrdinal = false
  for scalar in text.unicodeScalars {
    switch scalar {
    case "0"..."9", "０"..."９":
      if !isInFigure { figures += 1 }
      isInFigure = true
      if figures == 1 { digits.unicodeScalars.append(scalar) }
    default:
      isInFigure = false
      guard isPageDress(scalar) else { return nil }
      if scalar == "第" { hasOrdinal = true }
      if !isWhiteSpace(scalar), !["第", "共", "，", ","].contains(scalar) { isDressed = true }
    }
  }
  // 2023-12-01 is a date, and so may 2023 be.
  guard figures <= 2, let number = number(chinese: digits), number < 1500, isDressed || !hasOrdinal else { return nil }
  return PageNumber(number: number, isDressed: isDressed)
}

/// What may stand around the figures of a page number.
private func isPageDress(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "-", "—", "–", "―", "－", "─", "·", "/", "~", "页", "頁", "第", "共", "，", ",": true
  default: isWhiteSpace(scalar)
  }
}

/// A running head that carries the number of its page, before or behind its words: `某市步行条例　第 2 页`.
func pagedHead(_ text: String) -> (words: String, page: PageNumber)? {
  guard text.utf8.count <= 160 else { return nil }
  func isPage(_ scalar: Unicode.Scalar) -> Bool { isPageDress(scalar) || "0"..."9" ~= scalar || "０"..."９" ~= scalar }
  let scalars = text.unicodeScalars
  guard let first = scalars.firstIndex(where: { !isPage($0) }), let last = scalars.lastIndex(where: { !isPage($0) }) else { return nil }
  let after = scalars.index(after: last)
  let words = folded(text[first..<after])
  guard words.utf8.count >= 9 else { return nil }
  if after < scalars.endIndex, first == scalars.startIndex, let page = pageNumber(text[after...]) { return (words, page) }
  if first > scalars.startIndex, after == scalars.endIndex, let page = pageNumber(text[..<first]) { return (words, page) }
  return nil
}
