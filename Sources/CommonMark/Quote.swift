import Diagnostics

/// A block quote of the source.
public struct Quote: Hashable, Sendable {
  /// The words without markup, a line feed between paragraphs.
  public let text: String
  /// From the `>` to the end of that line.
  public let range: SourceRange
  /// Place among `links` of the first link behind the quote; equal to their number when none follows.
  public let nextLink: Int
}

extension FragmentBuilder {
  /// Remembers where an outermost block quote begins; or, on leaving it, what it says.
  mutating func readQuote(_ node: borrowing Node, _ visit: Node.Visit) {
    let isOutermost = !containers.contains { $0.kind == .quote }
    guard isOutermost else { return }
    breakPlain()
    guard visit == .leave else {
      quoteStart = plain.count
      return
    }
    let line = node.startLine - 1
    let start = source.start(ofLine: line) + node.startColumn - 1
    var words = plain[quoteStart...]
    while words.last == UInt8(ascii: "\n") { words.removeLast() }
    quotes.append(
      Quote(
        text: String(decoding: words, as: UTF8.self), range: range(start..<max(start, source.end(ofLine: line)), line: line),
        nextLink: links.count))
  }
}
