import Diagnostics
import FlyingFox
import FlyingSocks

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The open pages that listen for events (server-sent events, WHATWG HTML section 9.2).
public actor EventHub {
  private var listeners: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
  private var next = 0
  private var isOver = false

  public init() {}

  /// How many pages listen.
  public var count: Int { listeners.count }

  /// Tells all open pages.
  public func send(_ event: PreviewEvent) {
    let bytes = encoded(event)
    for listener in listeners.values { listener.yield(bytes) }
  }

  /// A new listener, which is greeted. The greeting is asked for when the listener hears events already: what changes
  /// in between is told twice rather than not at all.
  func listen(_ greeting: @Sendable () async -> [[UInt8]]) async -> EventStream {
    let (stream, continuation) = AsyncStream.makeStream(of: [UInt8].self)
    let number = next
    next += 1
    continuation.onTermination = { [weak self] _ in Task { await self?.forget(number) } }
    listeners[number] = continuation
    for bytes in await greeting() { continuation.yield(bytes) }
    if isOver { continuation.finish() }
    return EventStream(stream: stream)
  }

  /// A comment to every page now and then: the write fails where the page has gone.
  func breathe() {
    for listener in listeners.values { listener.yield(Array(":\n\n".utf8)) }
  }

  /// Ends all streams, so that the server can stop.
  func close() {
    isOver = true
    for listener in listeners.values { listener.finish() }
    listeners = [:]
  }

  private func forget(_ number: Int) { listeners[number] = nil }
}

/// Events as bytes, a buffer an event.
struct EventStream: AsyncBufferedSequence {
  typealias Element = UInt8
  let stream: AsyncStream<[UInt8]>

  func makeAsyncIterator() -> Iterator { Iterator(base: stream.makeAsyncIterator()) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var base: AsyncStream<[UInt8]>.Iterator

    /// The server reads buffers only.
    mutating func next() async throws -> UInt8? { nil }

    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? { await base.next() }
  }
}

/// The first event on a connection: which build the server has now.
func greeting(build: String) -> [UInt8] { event("hello", build) }

/// An event in the form of the standard.
func encoded(_ preview: PreviewEvent) -> [UInt8] {
  switch preview {
  case .reload(let build): event("reload", build)
  case .css(let build): event("css", build)
  case .diagnostics(let findings): event("diagnostics", FindingsForPage(findings).json)
  }
}

private func event(_ name: String, _ data: String) -> [UInt8] { Array("event: \(name)\ndata: \(data)\n\n".utf8) }

/// What the overlay shows: the first findings, worst first, and how many there are.
private struct FindingsForPage: Encodable {
  /// More than anyone reads on an overlay; the terminal has them all.
  private static let limit = 50

  struct Finding: Encodable {
    var code, severity: String
    var place: String?
    var message, help: [String: String]
  }
  var errors, warnings: Int
  var findings: [Finding]

  init(_ all: [Diagnostic]) {
    errors = all.count { $0.severity == .error }
    warnings = all.count { $0.severity == .warning }
    let sorted = all.sortedForReading()
    let worstFirst = [Severity.error, .warning, .note].flatMap { level in sorted.filter { $0.severity == level } }
    findings = worstFirst.prefix(Self.limit).map { found in
      Finding(
        code: found.rule.code, severity: found.severity.rawValue,
        place: found.range.map { "\($0.file):\($0.start.line):\($0.start.column)" },
        message: found.message.byLanguage, help: found.help?.byLanguage ?? [:])
    }
  }

  /// One line: JSON escapes line breaks, which would end the event's data.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}

extension Bilingual {
  fileprivate var byLanguage: [String: String] { ["zh": zh, "en": en] }
}
