import Corpus
import Diagnostics

/// Finds the glossary's terms in running text, so that a page can link each one where a reader first meets it.
///
/// Built once for a language and shared by all pages. At every place the longest term wins.
struct TermFinder: Sendable {
  private struct Pattern {
    let bytes: [UInt8]
    /// Position of the term in the glossary.
    let term: Int
  }
  private let language: Language
  /// Sorted by their first bytes (one Han character, or two Latin letters in lower case), the longest first.
  private let patterns: [Pattern]
  /// Where the patterns with the same first bytes stand.
  private let groups: [UInt32: Range<Int>]
  /// Whether some pattern begins with bytes of this hash: most places of a text are passed by without a look into `groups`.
  private let mayBegin: [Bool]
  let ids: [String]

  init(_ terms: [Term], _ language: Language) {
    self.language = language
    ids = terms.map(\.id)
    var grouped: [UInt32: [Pattern]] = [:]
    for (index, term) in terms.enumerated() {
      let isQualified = term.name.zh.unicodeScalars.contains("（")
      for name in [term.name[language]] + (term.variants[language] ?? []) {
        let bytes = name.utf8.map(language == .en ? lowercased : { $0 })
        // A single character and words such as part, article and item mean too many other things in running text.
        guard !isQualified, bytes.count > 3 else { continue }
        grouped[bytes.withUnsafeBufferPointer { Self.key($0, 0, language) }, default: []].append(Pattern(bytes: bytes, term: index))
      }
    }
    var patterns: [Pattern] = []
    var groups: [UInt32: Range<Int>] = [:]
    var mayBegin = [Bool](repeating: false, count: 1 << 12)
    for (key, group) in grouped.sorted(by: { $0.key < $1.key }) {
      groups[key] = patterns.count..<patterns.count + group.count
      patterns += group.sorted { ($1.bytes.count, $0.term) < ($0.bytes.count, $1.term) }
      mayBegin[Self.hash(key)] = true
    }
    self.patterns = patterns
    self.groups = groups
    self.mayBegin = mayBegin
  }

  /// Calls `found` for each use of a term in a stretch of text, from left to right.
  func scan(_ text: UnsafeBufferPointer<UInt8>, _ stretch: Range<Int>, _ found: (_ range: Range<Int>, _ term: Int) -> Void) {
    let text = UnsafeBufferPointer(rebasing: text[..<stretch.upperBound])
    let length = language == .zh ? 3 : 2
    mayBegin.withUnsafeBufferPointer { mayBegin in
      var index = stretch.lowerBound
      var isWordStart = true
      while index + length <= text.count {
        // Chinese terms begin with a character, English ones with a word.
        if language == .zh ? text[index] & 0xc0 != 0x80 : isWordStart {
          let key = Self.key(text, index, language)
          if mayBegin[Self.hash(key)], let match = match(key, at: index, of: text) {
            found(index..<index + match.length, match.term)
            index += match.length
            isWordStart = false
            continue
          }
        }
        isWordStart = !isWordByte(text[index])
        index += 1
      }
    }
  }

  private func match(_ key: UInt32, at index: Int, of text: UnsafeBufferPointer<UInt8>) -> (length: Int, term: Int)? {
    guard let group = groups[key] else { return nil }
    for number in group where matches(number, index, text) { return (patterns[number].bytes.count, patterns[number].term) }
    return nil
  }

  private func matches(_ number: Int, _ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    patterns[number].bytes.withUnsafeBufferPointer { pattern in
      let end = index + pattern.count
      guard end <= text.count else { return false }
      for offset in pattern.indices {
        let byte = text[index + offset]
        guard pattern[offset] == (language == .en ? lowercased(byte) : byte) else { return false }
      }
      return language == .zh || end == text.count || !isWordByte(text[end])
    }
  }

  /// The first bytes of a term or of a place in a text: three in Chinese, two in English.
  private static func key(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ language: Language) -> UInt32 {
    language == .zh
      ? UInt32(text[index]) << 16 | UInt32(text[index + 1]) << 8 | UInt32(text[index + 2])
      : UInt32(lowercased(text[index])) << 8 | UInt32(lowercased(text[index + 1]))
  }

  private static func hash(_ key: UInt32) -> Int { Int((key ^ key >> 9) & 0xfff) }
}

private func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5a).contains(byte) ? byte | 0x20 : byte }

/// Letters, digits, hyphens and everything beyond ASCII, so that no match ends within a word.
private func isWordByte(_ byte: UInt8) -> Bool {
  (0x61...0x7a).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte >= 0xc3 && byte < 0xe2
}

/// Links terms in finished markup and remembers which ones the page has used.
struct TermLinks {
  /// Positions in the glossary, in the order of their first use.
  private(set) var used: [Int] = []
  /// The glossary's address, as markup.
  private let glossary: String

  init(on route: Route, _ language: Language) { glossary = escaped(route.href(to: .glossary(language))) }

  /// The markup with the first use of each term linked to the glossary; no other character changes. Text in links,
  /// headings and code stays as it is. `isContinued` leaves out what the page has linked before.
  mutating func link(_ html: [UInt8], _ finder: TermFinder, isContinued: Bool = false) -> [UInt8] {
    var linked: [UInt8] = []
    linked.reserveCapacity(html.count + 512)
    var seen: Set<Int> = isContinued ? Set(used) : []
    var copied = 0
    html.withUnsafeBufferPointer { html in
      var index = 0
      var depth = 0
      while index < html.count {
        let tag = html[index...].firstIndex(of: UInt8(ascii: "<")) ?? html.count
        if depth == 0 {
          finder.scan(html, index..<tag) { range, term in
            guard seen.insert(term).inserted else { return }
            if !used.contains(term) { used.append(term) }
            linked.append(contentsOf: html[copied..<range.lowerBound])
            linked += "<a class=\"term\" href=\"\(glossary)#\(finder.ids[term])\">".utf8
            linked.append(contentsOf: html[range])
            linked += "</a>".utf8
            copied = range.upperBound
          }
        }
        guard tag < html.count else { break }
        let end = html[tag...].firstIndex(of: UInt8(ascii: ">")) ?? html.count - 1
        depth += Self.change(of: html[tag...end])
        index = end + 1
      }
      linked.append(contentsOf: html[copied...])
    }
    return linked
  }

  /// 1 for the start of an element whose text is left alone, -1 for its end, 0 for any other tag.
  private static func change(of tag: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let isEnd = tag.dropFirst().first == UInt8(ascii: "/")
    let name = tag.dropFirst(isEnd ? 2 : 1).prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ">") }
    let isLeftAlone =
      switch name.count {
      case 1: name.first == UInt8(ascii: "a")
      case 2: name.first == UInt8(ascii: "h") && name.last != UInt8(ascii: "r")
      default: name.elementsEqual("code".utf8)
      }
    return isLeftAlone ? isEnd ? -1 : 1 : 0
  }
}
