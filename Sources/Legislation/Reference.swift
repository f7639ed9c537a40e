/// A reference to a regulation, a provision of it, or a place within: `nantong`, `nantong/12-1`, `nantong/5#p1-i3`.
public struct Reference: Hashable, Sendable, CustomStringConvertible {
  public var regulation: String
  /// Nil for the regulation as a whole.
  public var provision: ProvisionID?
  /// Nil for the provision as a whole.
  public var anchor: Anchor?

  public init(regulation: String, provision: ProvisionID? = nil, anchor: Anchor? = nil) {
    self.regulation = regulation
    self.provision = provision
    self.anchor = anchor
  }

  /// Reads a reference; nil when `text` is none, whatever exists.
  public init?(_ text: some StringProtocol) {
    var text = String(text)
    let read = text.withUTF8 { bytes -> (regulation: String, provision: String?, anchor: String?)? in
      let end = bytes.firstIndex(of: UInt8(ascii: "#")) ?? bytes.count
      let slash = bytes[..<end].firstIndex(of: UInt8(ascii: "/"))
      guard isName(bytes[..<(slash ?? end)]), slash.map({ isName(bytes[($0 + 1)..<end]) }) ?? true else { return nil }
      func words(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
      return (words(0..<(slash ?? end)), slash.map { words($0 + 1..<end) }, end < bytes.count ? words(end + 1..<bytes.count) : nil)
    }
    guard let read else { return nil }
    regulation = read.regulation
    provision = read.provision.map(ProvisionID.init(rawValue:))
    guard let place = read.anchor else { return }
    guard provision != nil, let anchor = Anchor(place) else { return nil }
    self.anchor = anchor
  }

  public var description: String {
    regulation + (provision.map { "/\($0)" } ?? "") + (anchor.map { "#\($0)" } ?? "")
  }
}

private func isName(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  var isEmpty = true
  for byte in bytes {
    isEmpty = false
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): continue
    default: return false
    }
  }
  return !isEmpty
}

/// A place within a provision: `p1`, `p1-i3`, `p1-i3-i2`. Paragraphs, items and sub-items are counted from 1 as they
/// stand, whatever their labels say.
public struct Anchor: Hashable, Sendable, CustomStringConvertible {
  public var paragraph: Int
  /// The item, the sub-item in it, and so on; empty for the paragraph itself.
  public var items: [Int]

  public init(paragraph: Int, items: [Int] = []) {
    self.paragraph = paragraph
    self.items = items
  }

  public init?(_ text: some StringProtocol) {
    var numbers: [Int] = []
    for part in text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false) {
      let letter = numbers.isEmpty ? UInt8(ascii: "p") : UInt8(ascii: "i")
      guard part.first == letter, part.dropFirst().first != UInt8(ascii: "+"),
        let number = Int(String(decoding: part.dropFirst(), as: UTF8.self)), (1...9999).contains(number)
      else { return nil }
      numbers.append(number)
    }
    guard let first = numbers.first else { return nil }
    self.init(paragraph: first, items: Array(numbers.dropFirst()))
  }

  public var description: String { "p\(paragraph)" + items.map { "-i\($0)" }.joined() }
}

extension Provision {
  /// The paragraph that `anchor` names, and the items from the outermost to the one it names; nil when there is none.
  public func element(at anchor: Anchor) -> (paragraph: Paragraph, items: [Item])? {
    guard paragraphs.indices.contains(anchor.paragraph - 1) else { return nil }
    let paragraph = paragraphs[anchor.paragraph - 1]
    var found: [Item] = []
    for number in anchor.items {
      let items = found.last?.items ?? paragraph.items
      guard items.indices.contains(number - 1) else { return nil }
      found.append(items[number - 1])
    }
    return (paragraph, found)
  }
}
