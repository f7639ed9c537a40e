import Diagnostics

/// Builds again when files change: one build at a time, changes during a build not lost, the check after the pages.
public actor RebuildLoop {
  /// Builds the site after the files at these paths changed; none for the first build.
  public typealias Build = @Sendable (_ changed: [String]) async -> PreviewBuild

  private let build: Build
  private let pause: Duration
  private let announce: @Sendable (PreviewEvent) async -> Void
  /// The last good pages; empty before the first.
  public private(set) var site = PreviewSite()
  /// What the checker said last.
  public private(set) var findings: [Diagnostic] = []

  private var waiting: Set<String> = []
  private var isWanted = false
  private var running: Task<Void, Never>?
  private var checking: Task<Void, Never>?
  private var isFirst = true

  /// - Parameter pause: how long open pages have the machine to themselves before the check, which takes every core.
  ///   400 ms is more than a browser takes to show a page again.
  public init(
    pause: Duration = .milliseconds(400), build: @escaping Build, announce: @escaping @Sendable (PreviewEvent) async -> Void
  ) {
    self.pause = pause
    self.build = build
    self.announce = announce
  }

  /// Says that files changed. Returns at once; what changes while a build runs goes into the next one together.
  public func changed(_ paths: some Collection<String> & Sendable) {
    waiting.formUnion(paths)
    isWanted = true
    if running == nil { running = Task { await self.run() } }
  }

  /// Waits until nothing is left to build or to check.
  public func settle() async {
    while running != nil || checking != nil {
      await running?.value
      await checking?.value
    }
  }

  /// Gives up what is running.
  public func stop() {
    isWanted = false
    running?.cancel()
    checking?.cancel()
  }

  private func run() async {
    while isWanted, !Task.isCancelled {
      let paths = waiting.sorted()
      waiting = []
      isWanted = false
      checking?.cancel()
      let result = await build(paths)
      if let new = result.site { await show(new, after: paths) }
      // With more changes at the door, what this build's check would say is old before it is said.
      if !isWanted { check(result) }
    }
    running = nil
  }

  private func show(_ new: PreviewSite, after paths: [String]) async {
    let old = site
    site = new
    guard !old.isEmpty, old.build != new.build else {
      if old.isEmpty { await announce(.reload(build: new.build)) }
      return
    }
    // Styles carry a digest in their names: when only style sheets were edited, pages differ in that name alone.
    let onlyStyles = !paths.isEmpty && paths.allSatisfy { $0.hasSuffix(".css") }
    await announce(onlyStyles ? .css(build: new.build) : .reload(build: new.build))
  }

  private func check(_ result: PreviewBuild) {
    // Nobody waits for pages after the first build or a failed one.
    let pause = result.site == nil || isFirst ? .zero : pause
    isFirst = false
    checking = Task {
      // Cancelled by the next save.
      if pause > .zero { try? await Task.sleep(for: pause) }
      guard !Task.isCancelled else { return }
      let found = await result.check()
      guard !Task.isCancelled else { return }
      findings = found
      checking = nil
      await announce(.diagnostics(found))
    }
  }
}
