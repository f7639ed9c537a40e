import Diagnostics

/// `mingzhi serve`: builds, serves, watches, and builds again, until it is told to stop.
///
/// - Parameters:
///   - port: the port to take; when it is in use the next free one is taken.
///   - folders: what to watch: content and templates.
///   - source: the text of a source file that a page or a finding names; nil when it is not to be shown.
///   - build: builds the pages; the preview does not know how.
///   - ready: called once with the port taken, when the server listens; the first build has begun.
///   - until: returns when it is time to stop; by default at Ctrl-C.
/// - Throws: `.machine` when no port is free or the folders cannot be watched.
public func preview(
  port: UInt16, watching folders: [String], source: @escaping PreviewServer.Source = { _ in nil },
  build: @escaping RebuildLoop.Build,
  ready: @Sendable (_ port: UInt16) async -> Void, until: @Sendable () async -> Void = waitForInterrupt
) async throws(Failure) {
  let events = EventHub()
  let loop = RebuildLoop(build: build) { await events.send($0) }
  let watcher = try FileWatcher(folders)
  defer { watcher.stop() }
  let server = PreviewServer(port: port, site: { await loop.site }, findings: { await loop.findings }, source: source, events: events)
  let taken = try await server.start()
  let following = Task {
    await loop.changed([])
    for await paths in watcher.changes { await loop.changed(paths) }
  }
  await ready(taken)
  await until()
  following.cancel()
  await loop.stop()
  await server.stop()
}
