import CommonMark

/// HTML being written: bytes, with text escaped where it is text.
public struct HTML: Sendable {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  /// Appends markup as it is.
  public mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  /// Appends markup as it is.
  public mutating func raw(_ markup: [UInt8]) { bytes.append(contentsOf: markup) }

  /// Appends markup as it is.
  mutating func raw(_ markup: ArraySlice<UInt8>) { bytes.append(contentsOf: markup) }

  /// Appends text, escaped for element content and for quoted attributes.
  public mutating func text(_ text: String) { appendEscaped(text, to: &bytes) }

  /// Appends UTF-8 text, escaped likewise.
  public mutating func text(_ text: ArraySlice<UInt8>) { appendEscaped(text, to: &bytes) }

  /// Appends `<a href="…">label</a>`; `attributes` are markup and begin with a space.
  public mutating func link(_ href: String, _ label: String, attributes: String = "") {
    raw("<a href=\"")
    text(href)
    raw("\"")
    raw(attributes)
    raw(">")
    text(label)
    raw("</a>")
  }

  /// Lets a writer of bytes append.
  public mutating func write(_ body: (inout [UInt8]) -> Void) { body(&bytes) }

  public var isEmpty: Bool { bytes.isEmpty }

  /// The markup as a template's value.
  var string: String { String(decoding: bytes, as: UTF8.self) }
}

/// Text escaped for element content and for quoted attributes.
func escaped(_ text: String) -> String {
  var html = HTML()
  html.text(text)
  return html.string
}
