import Diagnostics

/// What one build gave the preview.
public struct PreviewBuild: Sendable {
  /// The pages; nil when there are none, so that the last good ones stay.
  public var site: PreviewSite?
  /// Finds what is wrong. Runs after open pages have been told to reload, and is cancelled by the next change.
  public var check: @Sendable () async -> [Diagnostic]

  public init(site: PreviewSite?, check: @escaping @Sendable () async -> [Diagnostic]) {
    self.site = site
    self.check = check
  }
}

/// What open pages are told.
public enum PreviewEvent: Sendable, Equatable {
  /// The pages changed: load again, at the same place.
  case reload(build: String)
  /// Only styles changed: swap them without loading again.
  case css(build: String)
  /// What the checker found in the latest build.
  case diagnostics([Diagnostic])
}
