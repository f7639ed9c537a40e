/// The name of a provision within its regulation: `32`, `12-1` (第十二条之一), `preamble`, `general`.
public struct ProvisionID: Hashable, Sendable, RawRepresentable, CustomStringConvertible, ExpressibleByStringLiteral {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { self.init(rawValue: value) }
  public var description: String { rawValue }
}
