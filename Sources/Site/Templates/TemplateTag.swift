import Diagnostics

/// A Mustache tag in a template's source: `{{#neighbours}}`, `{{{content}}}`, `{{> head}}`.
struct TemplateTag: Sendable {
  enum Kind: Sendable {
    case text, html, section, inverted, end, partial, comment
    /// Tags of Mustache that we do without, so that every name can be checked: `{{=`, `{{<`, `{{$`, `{{%`.
    case refused
  }
  let kind: Kind
  let name: String
  let range: SourceRange
  /// Bytes of the source that the tag covers.
  let bytes: Range<Int>

  /// Every tag of a template in order; an unclosed one is reported.
  static func all(in source: [UInt8], file: String, _ diagnostics: inout [Diagnostic]) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    var position = SourcePosition(line: 1)
    var index = 0
    while index < source.count {
      guard source[index...].starts(with: "{{".utf8) else {
        advance(&position, over: source[index])
        index += 1
        continue
      }
      let isTriple = index + 2 < source.count && source[index + 2] == UInt8(ascii: "{")
      let open = index + (isTriple ? 3 : 2)
      let close: [UInt8] = Array((isTriple ? "}}}" : "}}").utf8)
      guard let end = firstIndex(of: close, in: source, from: open) else {
        diagnostics.append(
          Diagnostic(
            .templateSyntax, at: SourceRange(file: file, start: position, end: position),
            Bilingual(zh: "标签没有结束", en: "this tag is never closed"),
            help: Bilingual(zh: "补上 }}", en: "close it with }}")))
        return tags
      }
      let start = position
      for byte in source[index..<end + close.count] { advance(&position, over: byte) }
      tags.append(
        TemplateTag(
          content: String(decoding: source[open..<end], as: UTF8.self), isTriple: isTriple,
          range: SourceRange(file: file, start: start, end: position), bytes: index..<end + close.count))
      index = end + close.count
    }
    return tags
  }

  private init(content: String, isTriple: Bool, range: SourceRange, bytes: Range<Int>) {
    let trimmed = content.drop { $0 == " " }
    let kinds: [Character: Kind] = [
      "#": .section, "^": .inverted, "/": .end, ">": .partial, "!": .comment, "&": .html, "=": .refused, "<": .refused,
      "$": .refused, "%": .refused,
    ]
    let sign = isTriple ? nil : trimmed.first.flatMap { kinds[$0] }
    kind = sign ?? (isTriple ? .html : .text)
    name = String(sign == nil ? trimmed : trimmed.dropFirst()).trimmingSpaces
    self.range = range
    self.bytes = bytes
  }
}

private func advance(_ position: inout SourcePosition, over byte: UInt8) {
  if byte == UInt8(ascii: "\n") {
    position = SourcePosition(line: position.line + 1)
  } else if byte & 0xc0 != 0x80 {
    position.column += 1
  }
}

private func firstIndex(of needle: [UInt8], in source: [UInt8], from start: Int) -> Int? {
  var index = start
  while index + needle.count <= source.count {
    if source[index] == needle[0], source[index...].starts(with: needle) { return index }
    index += 1
  }
  return nil
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text.drop { $0 == " " })
  }
}
