/// An edition as a run of folded characters that remember where they stand.
struct EditionCharacters {
  struct Section {
    var place: String
    var start: Int
  }
  private(set) var scalars: [Unicode.Scalar] = []
  /// Title, adoption notes, parts' headings and provisions, in order.
  private(set) var sections: [Section] = []
  /// Where each line of the edition begins.
  private var lines: [(start: Int, number: Int)] = []
  private var added: [String: [String]] = [:]

  init(_ text: LegalText, added changes: [EditionChange]) {
    for case .added(let words, let place) in changes { added[place, default: []].append(folded(words)) }
    begin("title")
    if let title = text.title { append(title.text, line: title.line) }
    begin("adoption")
    for note in text.adoption { append(note.text, line: note.line) }
    text.walk { division, _ in
      switch division {
      case .part(let part):
        begin("part")
        append(part.heading.label + part.heading.text, line: part.heading.line)
      case .provision(let provision): append(provision)
      }
    }
    begin("annexes")
    for paragraph in text.annexes { append(paragraph.text, line: paragraph.line) }
  }

  private mutating func append(_ provision: Provision) {
    begin(provision.id.rawValue)
    if let heading = provision.heading {
      append(heading.label, line: heading.line)
      let brackets = (heading.brackets ?? (provision.label?.kind == .article ? "【】" : "")).unicodeScalars
      let hasBrackets = !heading.text.isEmpty && !brackets.isEmpty
      let (open, close) = hasBrackets ? (brackets.first.map { String($0) } ?? "", brackets.last.map { String($0) } ?? "") : ("", "")
      append(open + heading.text + close, line: heading.line)
    }
    for paragraph in provision.paragraphs {
      append(paragraph.text, line: paragraph.line)
      append(paragraph.items)
    }
  }

  private mutating func append(_ items: [Item]) {
    for item in items {
      append(item.label + item.text, line: item.line)
      append(item.items)
    }
  }

  private mutating func begin(_ place: String) {
    sections.append(Section(place: place, start: scalars.count))
  }

  private mutating func append(_ text: String, line: Int) {
    var words = folded(text)
    let place = sections.last?.place ?? ""
    for (index, addition) in (added[place] ?? []).enumerated() where !addition.isEmpty {
      guard let range = words.firstRange(of: addition) else { continue }
      words.removeSubrange(range)
      added[place]?.remove(at: index)
      break
    }
    if words.isEmpty { return }
    lines.append((scalars.count, line))
    scalars.append(contentsOf: words.unicodeScalars)
  }

  /// The last section that has begun at `index`.
  func section(at index: Int) -> Int {
    var (low, high) = (0, sections.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if sections[middle].start <= index { low = middle } else { high = middle }
    }
    return low
  }

  func line(at index: Int) -> Int { lineNumber(at: index, in: lines) }
}

/// A publication as a run of folded characters, markup and listed drops left out.
struct PublishedCharacters {
  private(set) var scalars: [Unicode.Scalar] = []
  private var lines: [(start: Int, number: Int)] = []
  /// Beginnings of lines by their first characters.
  private var beginnings: [[Unicode.Scalar]: [Int]] = [:]
  /// Listed drops that the publication does not have on their line.
  private(set) var unmatched: [FidelityDifference] = []

  init(_ source: String, dropped changes: [EditionChange]) {
    var drops: [Int: [String]] = [:]
    for case .dropped(let words, let line) in changes { drops[line, default: []].append(words) }
    for line in Legislation.lines(of: source) {
      var text = line.trimmed
      text = Substring(text.utf8.drop { $0 == UInt8(ascii: "#") })
      var words = folded(withoutMarkup(text))
      for drop in drops.removeValue(forKey: line.number) ?? [] {
        if let range = words.firstRange(of: folded(drop)) { words.removeSubrange(range) } else { miss(drop, line.number) }
      }
      if words.isEmpty { continue }
      lines.append((scalars.count, line.number))
      beginnings[Array(words.unicodeScalars.prefix(4)), default: []].append(scalars.count)
      scalars.append(contentsOf: words.unicodeScalars)
    }
    for (line, words) in drops.sorted(by: { $0.key < $1.key }) { for drop in words { miss(drop, line) } }
  }

  private mutating func miss(_ words: String, _ line: Int) {
    unmatched.append(
      FidelityDifference(
        place: "edition", editionReading: words, publishedReading: "", editionLine: 1, publishedLine: line))
  }

  /// The first line from `start` on that begins with `key`.
  func place(of key: [Unicode.Scalar], from start: Int) -> Int? {
    guard let places = beginnings[Array(key.prefix(4))] else { return nil }
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < start { low = middle + 1 } else { high = middle }
    }
    return places[low...].prefix(8).first { scalars[$0...].starts(with: key) } ?? places[low...].first
  }

  func line(at index: Int) -> Int { lineNumber(at: index, in: lines) }
}

private func lineNumber(at index: Int, in lines: [(start: Int, number: Int)]) -> Int {
  var (low, high) = (0, lines.count)
  while low + 1 < high {
    let middle = (low + high) / 2
    if lines[middle].start <= index { low = middle } else { high = middle }
  }
  return lines.isEmpty ? 1 : lines[low].number
}
