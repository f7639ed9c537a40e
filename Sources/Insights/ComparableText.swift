import Corpus
import Legislation

/// The words of all provisions as one row of symbols: Han characters, letters and digits; punctuation and white space
/// are left out, as are headings and lists of departments.
struct ComparableText: Sendable {
  /// A paragraph, item or sub-item. No shared run reaches across its ends.
  struct Element: Sendable {
    /// Where its symbols begin.
    let start: Int
    let anchor: Anchor
  }

  /// Symbols are folded scalars; 0 stands between elements.
  private(set) var symbols: [UInt32] = [0]
  /// Where each symbol stands in the text of its element, in scalars.
  private(set) var offsets: [UInt32] = [0]
  /// Whether a symbol is a Han character and no part of a formula: what counts for a run's length.
  private(set) var counts: [Bool] = [false]
  private(set) var elements: [Element] = []
  /// Provisions by number: those of the first regulation, then those of the next.
  private(set) var provisions: [ProvisionPosition] = []
  /// Where the symbols of each provision begin, and after the last one the end of all.
  private(set) var provisionStarts: [Int] = []
  /// The number of each regulation's first provision.
  private(set) var firstProvisions: [Int] = []

  init(_ corpus: Corpus) {
    for (r, regulation) in corpus.regulations.enumerated() {
      firstProvisions.append(provisions.count)
      for (p, provision) in regulation.provisions.enumerated() {
        provisions.append(ProvisionPosition(regulation: r, provision: p))
        provisionStarts.append(symbols.count)
        add(provision.original)
      }
    }
    provisionStarts.append(symbols.count)
    markFormulas()
  }

  /// The symbols of a provision.
  func range(_ provision: Int) -> Range<Int> { provisionStarts[provision]..<provisionStarts[provision + 1] }

  func number(_ position: ProvisionPosition) -> Int { firstProvisions[position.regulation] + position.provision }

  /// The stretch of text from one symbol up to before another, both of one element.
  func stretch(_ range: Range<Int>) -> TextStretch {
    var low = 0
    var high = elements.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if elements[middle].start <= range.lowerBound { low = middle } else { high = middle }
    }
    return TextStretch(
      anchor: elements[low].anchor, range: Int(offsets[range.lowerBound])..<Int(offsets[range.upperBound - 1]) + 1)
  }

  private mutating func add(_ provision: Provision) {
    for (number, paragraph) in provision.paragraphs.enumerated() where !isDepartmentList(paragraph.text) {
      let anchor = Anchor(paragraph: number + 1)
      add(paragraph.text, anchor)
      add(paragraph.items, anchor)
    }
  }

  private mutating func add(_ items: [Item], _ outer: Anchor) {
    for (number, item) in items.enumerated() {
      let anchor = Anchor(paragraph: outer.paragraph, items: outer.items + [number + 1])
      add(item.text, anchor)
      add(item.items, anchor)
    }
  }

  private mutating func add(_ text: String, _ anchor: Anchor) {
    elements.append(Element(start: symbols.count, anchor: anchor))
    var offset: UInt32 = 0
    for scalar in text.unicodeScalars {
      if let symbol = comparableSymbol(scalar) {
        symbols.append(symbol)
        offsets.append(offset)
        counts.append(isHanCharacter(scalar))
      }
      offset += 1
    }
    symbols.append(0)
    offsets.append(offset)
    counts.append(false)
  }

  private mutating func markFormulas() {
    let formulas = Formulas.shared
    var index = 0
    while index < symbols.count {
      let length = formulas.length(in: symbols, at: index)
      for offset in 0..<length { counts[index + offset] = false }
      index += max(1, length)
    }
  }
}

/// A stretch of a paragraph, item or sub-item.
public struct TextStretch: Hashable, Sendable {
  public let anchor: Anchor
  /// In scalars of the element's text, its label not counted.
  public let range: Range<Int>

  public init(anchor: Anchor, range: Range<Int>) {
    self.anchor = anchor
    self.range = range
  }
}

/// The symbol that stands for a scalar in comparisons; nil for punctuation, white space and signs.
func comparableSymbol(_ scalar: Unicode.Scalar) -> UInt32? {
  switch scalar.value {
  case 0x30...0x39, 0x61...0x7a: scalar.value
  case 0x41...0x5a: scalar.value + 0x20
  // Full-width digits and letters.
  case 0xff10...0xff19, 0xff41...0xff5a: scalar.value - 0xfee0
  case 0xff21...0xff3a: scalar.value - 0xfee0 + 0x20
  case _ where isHanCharacter(scalar): scalar.value
  case 0..<0x80: nil
  default: scalar.properties.isAlphabetic ? scalar.value : nil
  }
}

func isHanCharacter(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x3400...0x4dbf, 0x4e00...0x9fff, 0xf900...0xfaff, 0x20000...0x3ffff, 0x3007: true
  default: false
  }
}

/// Whether a paragraph only names the departments responsible for a measure.
private func isDepartmentList(_ text: String) -> Bool { text.hasPrefix("（责任") || text.hasPrefix("(责任") }
