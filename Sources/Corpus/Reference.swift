import Legislation

/// What a link in our Markdown points to: `nantong/32`, `nantong/5#p1-i3`, `topic:brands`, `fact:hotline-12315`.
public enum Reference: Hashable, Sendable {
  case regulation(String)
  /// `anchor` is an element of the provision's page: `p1`, `p1-i3`; empty for the provision itself.
  case provision(regulation: String, id: ProvisionID, anchor: String)
  case topic(String)
  case term(String)
  case situation(String)
  case lesson(String)
  case page(String)
  case fact(String)

  /// Reads a link's destination; nil when it has none of these forms.
  public init?(_ destination: String) {
    if let colon = destination.firstIndex(of: ":") {
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
      return
    }
    let hash = destination.firstIndex(of: "#")
    let path = destination[..<(hash ?? destination.endIndex)]
    let anchor = hash.map { String(destination[destination.index(after: $0)...]) } ?? ""
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch parts.count {
    case 1 where !parts[0].isEmpty && anchor.isEmpty: self = .regulation(parts[0])
    case 2 where !parts[0].isEmpty && !parts[1].isEmpty && parts[0] != "." && parts[0] != "..":
      self = .provision(regulation: parts[0], id: ProvisionID(rawValue: parts[1]), anchor: anchor)
    default: return nil
    }
  }

  /// Whether a destination leaves the site, so that it is no reference.
  public static func isExternal(_ destination: String) -> Bool {
    ["https:", "http:", "mailto:"].contains { destination.hasPrefix($0) }
  }
}
