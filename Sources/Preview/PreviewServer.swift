import Diagnostics
import FlyingFox
import FlyingSocks

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Serves the pages of a site from memory, on this machine only, and tells open pages what changed.
public actor PreviewServer {
  /// The text of a source file by its path as pages and findings show it.
  public typealias Source = @Sendable (_ path: String) -> [UInt8]?

  private let wanted: UInt16
  private let site: @Sendable () async -> PreviewSite
  private let findings: @Sendable () async -> [Diagnostic]
  private let source: Source
  private var server: HTTPServer?
  private var tasks: [Task<Void, Never>] = []
  /// The pages that listen; `send` tells them.
  public nonisolated let events: EventHub

  /// - Parameters:
  ///   - port: the port to take, or the next free one; 0 takes any.
  ///   - site: the pages as they are now.
  ///   - findings: what the checker said last, for pages opened later.
  ///   - source: what a link to a source file shows.
  public init(
    port: UInt16, site: @escaping @Sendable () async -> PreviewSite,
    findings: @escaping @Sendable () async -> [Diagnostic] = { [] }, source: @escaping Source = { _ in nil },
    events: EventHub = EventHub()
  ) {
    wanted = port
    self.site = site
    self.findings = findings
    self.source = source
    self.events = events
  }

  /// Starts to listen and returns the port taken, which differs from the one wanted when that is in use.
  /// - Throws: `.machine` when no port near the one wanted is free.
  public func start() async throws(Failure) -> UInt16 {
    let address: sockaddr_in
    do { address = try freeAddress() } catch { throw noPort() }
    let handler = ClosureHTTPHandler { [site, findings, source, events] request in
      guard request.method != .HEAD, request.target.path() == "/" + PreviewAddress.events else {
        let now = await site()
        return await offThePool { now.answer(to: request, source: source) }
      }
      if let refusal = refusal(of: request) { return refusal }
      let stream = await events.listen {
        [greeting(build: await site().build), encoded(.diagnostics(await findings()))]
      }
      return HTTPResponse(
        statusCode: .ok,
        headers: [.contentType: "text/event-stream", HTTPHeader("Cache-Control"): "no-store"],
        body: HTTPBodySequence(from: stream))
    }
    let server = HTTPServer(address: address, logger: .disabled, handler: handler)
    self.server = server
    tasks = [
      Task { try? await server.run() },
      Task { [events] in
        while (try? await Task.sleep(for: .seconds(15))) != nil { await events.breathe() }
      },
    ]
    // On a busy machine more than the usual five seconds pass before the task above gets its turn.
    do { try await server.waitUntilListening(timeout: 60) } catch { throw noPort() }
    guard case .ip4(_, port: let port) = await server.listeningAddress else { throw noPort() }
    return port
  }

  /// Ends the connections and frees the port.
  public func stop() async {
    await events.close()
    await server?.stop()
    for task in tasks { task.cancel() }
    for task in tasks { await task.value }
    tasks = []
    server = nil
  }

  /// Loopback, at the wanted port or the first free one of the twenty after it.
  private func freeAddress() throws -> sockaddr_in {
    for port in UInt32(wanted)...UInt32(wanted) + 20 where port <= UInt16.max {
      let address = try sockaddr_in.inet(ip4: "127.0.0.1", port: UInt16(port))
      let socket = try Socket(domain: AF_INET)
      defer { try? socket.close() }
      try socket.setValue(true, for: .localAddressReuse)
      guard (try? socket.bind(to: address)) != nil, (try? socket.listen()) != nil else { continue }
      return address
    }
    throw SocketError.unsupportedAddress
  }

  private func noPort() -> Failure {
    .machine(
      Bilingual(
        zh: "端口 \(wanted) 及其后的 20 个端口都不能使用，请用 --port 另选一个",
        en: "port \(wanted) and the 20 after it cannot be used; choose another with --port"))
  }
}
