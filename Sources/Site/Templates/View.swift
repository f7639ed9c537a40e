import CommonMark

/// What a template may name, by kind. A template that names anything else stops the build: the library itself would
/// render nothing in its place.
public indirect enum Field: Sendable {
  /// Escaped text: `{{title}}`.
  case text
  /// Prepared markup: `{{{content}}}`.
  case html
  /// Only a condition: `{{#draft}}…{{/draft}}`.
  case flag
  /// A section that is repeated, or shown when there is one: `{{#neighbours}}…{{/neighbours}}`.
  case section([String: Field])
}

/// The values of a template, named as its declaration names them.
public struct View: Sendable {
  enum Value: Sendable {
    /// Escaped when it is written.
    case text(String)
    case markup(String)
    case bytes([UInt8])
    case flag(Bool)
    case views([View])

    /// Whether a section of this value is shown.
    var isShown: Bool {
      switch self {
      case .text(let text), .markup(let text): !text.isEmpty
      case .bytes(let bytes): !bytes.isEmpty
      case .flag(let flag): flag
      case .views(let views): !views.isEmpty
      }
    }

    func write(to html: inout [UInt8]) {
      switch self {
      case .text(let text): appendEscaped(text, to: &html)
      case .markup(let text): html.append(contentsOf: text.utf8)
      case .bytes(let bytes): html.append(contentsOf: bytes)
      case .flag, .views: break
      }
    }
  }

  /// A view has a handful of values: looking through them is faster than hashing their names.
  private var values: [Entry] = []

  private struct Entry {
    let name: String
    let value: Value
  }

  public init() {}

  /// A view of texts only.
  init(text: KeyValuePairs<String, String>) {
    values.reserveCapacity(text.count)
    for (name, value) in text { self.text(name, value) }
  }

  /// The value that was set last.
  subscript(name: String) -> Value? {
    // By position: nothing but the value that is found is copied.
    for index in values.indices.reversed() where values[index].name == name { return values[index].value }
    return nil
  }

  public mutating func text(_ name: String, _ value: String) { values.append(Entry(name: name, value: .text(value))) }

  public mutating func html(_ name: String, _ value: HTML) { values.append(Entry(name: name, value: .bytes(value.bytes))) }

  public mutating func html(_ name: String, _ value: [UInt8]) { values.append(Entry(name: name, value: .bytes(value))) }

  public mutating func html(_ name: String, _ value: String) { values.append(Entry(name: name, value: .markup(value))) }

  public mutating func flag(_ name: String, _ value: Bool) { values.append(Entry(name: name, value: .flag(value))) }

  public mutating func section(_ name: String, _ views: [View]) { values.append(Entry(name: name, value: .views(views))) }

  /// A section that is shown once, or not at all.
  public mutating func section(_ name: String, _ view: View?) { section(name, view.map { [$0] } ?? []) }

  /// Names that are set, to hold against the declaration.
  var names: Set<String> { Set(values.map(\.name)) }
}
