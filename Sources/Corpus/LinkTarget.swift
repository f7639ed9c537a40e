import Legislation

/// What a link in our Markdown points to: `nantong/32`, `nantong/5#p1-i3`, `topic:brands`, `fact:hotline-12315`.
public enum LinkTarget: Hashable, Sendable {
  /// A regulation, a provision, or a place within.
  case text(Reference)
  case topic(String)
  case term(String)
  case situation(String)
  case lesson(String)
  case page(String)
  case fact(String)

  /// Reads a link's destination; nil when it has none of these forms.
  public init?(_ destination: String) {
    guard let colon = destination.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      guard let reference = Reference(destination) else { return nil }
      self = .text(reference)
      return
    }
    let name = String(destination[destination.index(after: colon)...])
    guard !name.isEmpty else { return nil }
    switch destination[..<colon] {
    case "topic": self = .topic(name)
    case "term": self = .term(name)
    case "situation": self = .situation(name)
    case "lesson": self = .lesson(name)
    case "page": self = .page(name)
    case "fact": self = .fact(name)
    default: return nil
    }
  }

  /// Whether a destination leaves the site, so that it is no reference.
  public static func isExternal(_ destination: String) -> Bool {
    ["https:", "http:", "mailto:"].contains { destination.hasPrefix($0) }
  }
}
