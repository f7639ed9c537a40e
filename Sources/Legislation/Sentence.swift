/// A sentence of a legal text, up to its full stop or semicolon, and where it stands.
public struct Sentence: Hashable, Sendable {
  /// The paragraph, item or sub-item.
  public let anchor: Anchor
  /// In scalars of the element's text, its label not counted.
  public let range: Range<Int>
  public let text: String
  /// Whether it follows a semicolon, so that it goes on with what the sentence before it says.
  public let continues: Bool
}

extension Provision {
  /// Every sentence in reading order; lists of responsible departments are left out.
  public var sentences: [Sentence] {
    elements.flatMap { Legislation.sentences(of: $0.text, at: $0.anchor) }
  }

  /// Every paragraph, item and sub-item with its text; lists of responsible departments are left out.
  public var elements: [(anchor: Anchor, text: String)] {
    var found: [(Anchor, String)] = []
    func add(_ items: [Item], _ outer: Anchor) {
      for (number, item) in items.enumerated() {
        let anchor = Anchor(paragraph: outer.paragraph, items: outer.items + [number + 1])
        found.append((anchor, item.text))
        add(item.items, anchor)
      }
    }
    for (number, paragraph) in paragraphs.enumerated() {
      let anchor = Anchor(paragraph: number + 1)
      if !paragraph.text.isEmpty, splittingDepartments(paragraph.text)?.body.isEmpty != true {
        found.append((anchor, paragraph.text))
      }
      add(paragraph.items, anchor)
    }
    return found
  }
}

/// The sentences of a text: parted after 。 ； ！ ？ outside brackets and quotation marks. White space around a sentence
/// is not part of it.
public func sentences(of text: String, at anchor: Anchor) -> [Sentence] {
  let scalars = [Unicode.Scalar](of: text)
  var found: [Sentence] = []
  var continues = false
  for range in pieces(of: scalars, in: scalars.indices, endingIn: ["。", "；", "！", "？", ";"]) {
    var range = range
    while let first = range.first, isWhiteSpace(scalars[first]) { range.removeFirst() }
    while let last = range.last, isWhiteSpace(scalars[last]) { range.removeLast() }
    guard let last = range.last else { continue }
    found.append(
      Sentence(anchor: anchor, range: range, text: String(scalars: scalars[range]), continues: continues))
    continues = scalars[last] == "；" || scalars[last] == ";"
  }
  return found
}

/// Parts scalars after each of `ends` that stands outside brackets and quotation marks; each piece keeps its end.
func pieces(
  of scalars: [Unicode.Scalar], in range: Range<Int>, endingIn ends: [Unicode.Scalar]
) -> [Range<Int>] {
  var found: [Range<Int>] = []
  var start = range.lowerBound
  var depth = 0
  for index in range {
    switch scalars[index] {
    case "“", "‘", "（", "(", "《", "〈", "〔": depth += 1
    case "”", "’", "）", ")", "》", "〉", "〕": depth = max(0, depth - 1)
    case let scalar where depth == 0 && ends.contains(scalar):
      found.append(start..<index + 1)
      start = index + 1
    default: break
    }
  }
  if start < range.upperBound { found.append(start..<range.upperBound) }
  return found
}
