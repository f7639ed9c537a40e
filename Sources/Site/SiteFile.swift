/// A file that is no page and will be made: its address is known before its bytes.
public struct PlannedFile: Sendable {
  public let route: Route
  let bytes: @Sendable (SiteContext) -> [UInt8]
}

/// A finished file of the site.
public struct SiteFile: Sendable {
  public let route: Route
  public let bytes: [UInt8]

  public init(route: Route, bytes: [UInt8]) {
    self.route = route
    self.bytes = bytes
  }
}
