/// Writes fixes into a text. Those that overlap an earlier one, or lie outside the text, are left for the next run.
public func applying(_ fixes: [Diagnostic.Fix], to text: String) -> (text: String, applied: Int) {
  var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { [Unicode.Scalar](of: $0) }
  var applied = 0
  // From the end, so that places before stay what they were.
  let sorted = fixes.enumerated().sorted { ($1.element.range.start, $1.offset) < ($0.element.range.start, $0.offset) }.map(\.element)
  var next: SourcePosition?
  for fix in sorted {
    let (start, end) = (fix.range.start, fix.range.end)
    guard start.line == end.line, start <= end, lines.indices.contains(start.line - 1), end.column - 1 <= lines[start.line - 1].count,
      start.column >= 1, next.map({ end <= $0 }) ?? true
    else { continue }
    lines[start.line - 1].replaceSubrange(start.column - 1..<end.column - 1, with: fix.replacement.unicodeScalars)
    next = start
    applied += 1
  }
  return (lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n"), applied)
}

/// The change of a file as a unified diff with three lines around; empty when nothing changed.
public func unifiedDiff(of path: String, from old: String, to new: String) -> String {
  guard old != new else { return "" }
  let (a, b) = (old.split(separator: "\n", omittingEmptySubsequences: false), new.split(separator: "\n", omittingEmptySubsequences: false))
  // Fixes keep the number of lines; anything else is shown as one stretch between the common ends.
  let changed: [Range<Int>]
  if a.count == b.count {
    changed = a.indices.filter { a[$0] != b[$0] }.map { $0..<$0 + 1 }
  } else {
    let head = zip(a, b).prefix { $0 == $1 }.count
    let tail = zip(a.dropFirst(head).reversed(), b.dropFirst(head).reversed()).prefix { $0 == $1 }.count
    changed = [head..<a.count - tail]
  }
  let growth = b.count - a.count
  // `patch -p1` takes a step away: of a path from the root, the root.
  let step = path.hasPrefix("/") ? "" : "/"
  var diff = "--- a\(step)\(path)\n+++ b\(step)\(path)\n"
  var index = 0
  while index < changed.count {
    var last = index
    while last + 1 < changed.count, changed[last + 1].lowerBound - changed[last].upperBound <= 6 { last += 1 }
    let start = max(0, changed[index].lowerBound - 3)
    let end = min(a.count, changed[last].upperBound + 3)
    diff += "@@ -\(start + 1),\(end - start) +\(start + 1),\(end - start + growth) @@\n"
    var line = start
    for stretch in changed[index...last] {
      while line < stretch.lowerBound {
        diff += " \(a[line])\n"
        line += 1
      }
      for old in a[stretch] { diff += "-\(old)\n" }
      for new in b[stretch.lowerBound..<stretch.upperBound + growth] { diff += "+\(new)\n" }
      line = stretch.upperBound
    }
    while line < end {
      diff += " \(a[line])\n"
      line += 1
    }
    index = last + 1
  }
  return diff
}
