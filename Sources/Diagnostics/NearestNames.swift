/// "Did you mean": the names closest to a mistyped one, best first.
///
/// Distance is Damerau-Levenshtein (optimal string alignment) over Unicode scalars, compared without case;
/// a name is near when at most a third of the longer one differs.
public func nearestNames(to name: String, among names: some Sequence<String>, limit: Int = 3) -> [String] {
  let wanted = Array(name.lowercased().unicodeScalars)
  guard wanted.count <= 128 else { return [] }
  var found: [(distance: Int, name: String)] = []
  for candidate in names {
    let scalars = Array(candidate.lowercased().unicodeScalars)
    let allowed = max(1, max(wanted.count, scalars.count) / 3)
    guard abs(scalars.count - wanted.count) <= allowed else { continue }
    let distance = editDistance(wanted, scalars)
    if distance <= allowed { found.append((distance, candidate)) }
  }
  return found.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(limit).map(\.name)
}

private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    row.reserveCapacity(b.count + 1)
    for j in 0..<b.count {
      var best = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
      row.append(best)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
