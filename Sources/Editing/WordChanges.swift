/// A stretch of two texts compared: in both, only in the old one, or only in the new one.
public struct WordChange: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case same, removed, added }
  public var kind: Kind
  public var text: String

  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

/// What changed between two texts, word by word: a Han character is a word, and so is a run of letters or digits.
///
/// Single words that happen to be the same inside a change are counted to the change, so that it reads as phrases.
/// Texts are compared as they are; fold them first where white space does not matter. Beyond four million pairs of
/// words, where a table would cost too much, what differs is one removal and one addition.
public func wordChanges(from old: String, to new: String) -> [WordChange] {
  let (a, b) = (words(of: old), words(of: new))
  var head = 0
  while head < min(a.count, b.count), a[head] == b[head] { head += 1 }
  var tail = 0
  while tail < min(a.count, b.count) - head, a[a.count - 1 - tail] == b[b.count - 1 - tail] { tail += 1 }
  let middle = changes(Array(a[head..<a.count - tail]), Array(b[head..<b.count - tail]))
  var result: [WordChange] = []
  for change in [WordChange(.same, a[..<head].joined())] + phrases(middle) + [WordChange(.same, a[(a.count - tail)...].joined())] {
    guard !change.text.isEmpty else { continue }
    if result.last?.kind == change.kind { result[result.count - 1].text += change.text } else { result.append(change) }
  }
  return result
}

/// How much of two texts is the same, from 0 to 1, by scalars.
public func similarity(_ old: String, _ new: String) -> Double {
  let length = old.unicodeScalars.count + new.unicodeScalars.count
  guard length > 0 else { return 1 }
  let same = wordChanges(from: old, to: new).reduce(0) { $0 + ($1.kind == .same ? $1.text.unicodeScalars.count : 0) }
  return Double(2 * same) / Double(length)
}

/// Runs of letters and digits; every other scalar by itself.
private func words(of text: String) -> [String] {
  var words: [String] = []
  var isInWord = false
  for scalar in text.unicodeScalars {
    let joins = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    if joins, isInWord { words[words.count - 1].unicodeScalars.append(scalar) } else { words.append(String(scalar)) }
    isInWord = joins
  }
  return words
}

/// The longest common subsequence, read off a table.
private func changes(_ a: [String], _ b: [String]) -> [WordChange] {
  guard !a.isEmpty, !b.isEmpty, a.count * b.count <= 4_000_000 else {
    return [WordChange(.removed, a.joined()), WordChange(.added, b.joined())]
  }
  let width = b.count + 1
  var longest = [UInt16](repeating: 0, count: (a.count + 1) * width)
  for i in a.indices.reversed() {
    for j in b.indices.reversed() {
      longest[i * width + j] =
        a[i] == b[j]
        ? longest[(i + 1) * width + j + 1] + 1 : max(longest[(i + 1) * width + j], longest[i * width + j + 1])
    }
  }
  var found: [WordChange] = []
  var (i, j) = (0, 0)
  while i < a.count || j < b.count {
    if i < a.count, j < b.count, a[i] == b[j] {
      found.append(WordChange(.same, a[i]))
      (i, j) = (i + 1, j + 1)
    } else if j == b.count || i < a.count && longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
      found.append(WordChange(.removed, a[i]))
      i += 1
    } else {
      found.append(WordChange(.added, b[j]))
      j += 1
    }
  }
  return found
}

/// Joins words into runs; a lone common word between two changes becomes part of both.
private func phrases(_ words: [WordChange]) -> [WordChange] {
  var result: [WordChange] = []
  var (removed, added) = ("", "")
  var index = 0
  func flush() {
    if !removed.isEmpty { result.append(WordChange(.removed, removed)) }
    if !added.isEmpty { result.append(WordChange(.added, added)) }
    (removed, added) = ("", "")
  }
  while index < words.count {
    switch words[index].kind {
    case .removed: removed += words[index].text
    case .added: added += words[index].text
    case .same:
      let isLone = index > 0 && index + 1 < words.count && words[index - 1].kind != .same && words[index + 1].kind != .same
      if isLone {
        removed += words[index].text
        added += words[index].text
      } else {
        flush()
        result.append(words[index])
      }
    }
    index += 1
  }
  flush()
  return result
}
