/// A finished file of the site.
public struct SiteFile: Sendable {
  public let route: Route
  public let bytes: [UInt8]

  public init(route: Route, bytes: [UInt8]) {
    self.route = route
    self.bytes = bytes
  }
}
