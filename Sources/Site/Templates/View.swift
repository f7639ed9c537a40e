import Mustache

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
public struct View: MustacheParent {
  private var values: [String: Any] = [:]

  public init() {}

  /// A view of texts only.
  init(text: [String: String]) {
    for (name, value) in text { self.text(name, value) }
  }

  public func child(named name: String) -> Any? { values[name] }

  /// Text is escaped here, by bytes; the library's own escaping goes character by character and is slow.
  public mutating func text(_ name: String, _ value: String) { values[name] = escaped(value) }

  public mutating func html(_ name: String, _ value: HTML) { values[name] = value.string }

  public mutating func html(_ name: String, _ value: String) { values[name] = value }

  public mutating func flag(_ name: String, _ value: Bool) { values[name] = value }

  public mutating func section(_ name: String, _ views: [View]) { values[name] = views }

  /// A section that is shown once, or not at all.
  public mutating func section(_ name: String, _ view: View?) { values[name] = view.map { [$0] } ?? [View]() }

  /// Names that are set, to hold against the declaration.
  var names: Set<String> { Set(values.keys) }
}
