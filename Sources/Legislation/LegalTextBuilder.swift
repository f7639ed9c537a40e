/// Puts parts, provisions, paragraphs and items, as they come in reading order, into a text.
struct LegalTextBuilder {
  var text = LegalText()
  /// The parts around, outermost first.
  private(set) var parts: [Part] = []
  var provision: Provision?
  /// Items of the provision's last paragraph.
  private(set) var items: [FlatItem] = []
  /// Numbers of the provision's items, level by level; a list may go on after a paragraph between its items.
  private var sequences = [NumberSequence](repeating: NumberSequence(), count: 4)
  /// Items that come after a gap, twice or too late.
  private(set) var problems: [(item: FlatItem, problem: NumberSequence.Problem)] = []

  /// Opens `part` inside the parts of higher rank that are open.
  mutating func begin(_ part: Part) {
    closeProvision()
    while let last = parts.last, last.kind.rank >= part.kind.rank { closePart() }
    parts.append(part)
  }

  /// Opens `part` inside the `depth` outermost parts.
  mutating func begin(_ part: Part, depth: Int) {
    closeParts(downTo: depth)
    parts.append(part)
  }

  /// Takes back the innermost part, which has nothing in it yet.
  mutating func takeBackPart() -> Part? { parts.popLast() }

  /// Puts a stamp under the innermost part's heading.
  mutating func stampPart(_ stamp: Stamp) {
    if !parts.isEmpty { parts[parts.count - 1].heading.stamp = stamp }
  }

  mutating func begin(_ new: Provision) {
    closeProvision()
    provision = new
    sequences = [NumberSequence](repeating: NumberSequence(), count: 4)
  }

  mutating func add(paragraph: String, line: Int) {
    closeParagraph()
    provision?.paragraphs.append(Paragraph(text: paragraph, line: line))
    for level in sequences.indices { sequences[level].allowRestart() }
  }

  mutating func add(_ item: FlatItem) {
    // Items at the very beginning of a provision stand under a paragraph without words.
    let isFirst = provision?.paragraphs.isEmpty ?? false
    if isFirst { add(paragraph: "", line: item.line) }
    items.append(item)
    if let problem = sequences[item.level].take(item.label.numbers) { problems.append((item, problem)) }
    for level in sequences.indices where level > item.level { sequences[level] = NumberSequence() }
  }

  /// Whether `label` goes on with a list of the provision, or begins one.
  func continues(_ label: Label) -> Bool {
    guard case .item(let level) = label.kind else { return false }
    return label.numbers == [1] || sequences[level].follows(label.numbers)
  }

  /// Closes what is open and gives the text.
  mutating func finish() -> LegalText {
    closeParts(downTo: 0)
    return text
  }

  mutating func closeParts(downTo depth: Int) {
    closeProvision()
    while parts.count > depth { closePart() }
  }

  private mutating func closeParagraph() {
    guard !items.isEmpty else { return }
    let closed = nested(items)
    let count = provision?.paragraphs.count ?? 0
    if count > 0 { provision?.paragraphs[count - 1].items = closed }
    items = []
  }

  private mutating func closeProvision() {
    closeParagraph()
    guard let done = provision else { return }
    provision = nil
    add(.provision(done))
  }

  private mutating func closePart() {
    guard let part = parts.popLast() else { return }
    add(.part(part))
  }

  private mutating func add(_ division: Division) {
    if parts.isEmpty { text.divisions.append(division) } else { parts[parts.count - 1].divisions.append(division) }
  }
}
