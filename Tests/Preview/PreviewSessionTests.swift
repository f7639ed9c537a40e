import Diagnostics
import Testing

@testable import Preview

@Suite(.timeLimit(.minutes(1))) struct PreviewSessionTests {
  let folder = WatchedFolder()

  private static let emptyNote = Rule(
    "XX002", .error, title: Bilingual(zh: "空", en: "Empty"), explanation: Bilingual(zh: "", en: ""), bad: "", good: "")

  /// An engine of one page: an empty file is a mistake.
  private func build(_: [String]) async -> PreviewBuild {
    let text = folder.text(of: "content/a.md") ?? ""
    guard !text.isEmpty else {
      return PreviewBuild(site: nil) {
        [Diagnostic(Self.emptyNote, at: SourceRange(file: "content/a.md", line: 1), Bilingual(zh: "空", en: "empty"))]
      }
    }
    return PreviewBuild(site: PreviewSite(["a.html": Array("<p>\(text)".utf8)]), check: { [] })
  }

  @Test func aSaveIsOnTheOpenPage() async throws {
    folder.put("one", at: "content/a.md")
    let (ports, tell) = AsyncStream.makeStream(of: UInt16.self)
    let (stops, stop) = AsyncStream.makeStream(of: Void.self)
    let session = Task {
      try await preview(
        port: 0, watching: [folder.path + "/content"], build: build, ready: { tell.yield($0) },
        until: { for await _ in stops { return } })
    }
    var portsTold = ports.makeAsyncIterator()
    let port = try #require(await portsTold.next())
    var events = Listener(port: port).events.makeAsyncIterator()
    /// Waits for an event of this kind; the greeting may come before or after the first build.
    func hear(_ kind: String) async -> String {
      while let event = await events.next() {
        if event.hasPrefix(kind + ": ") { return String(event.dropFirst(kind.count + 2)) }
      }
      return "the connection ended"
    }
    while await ask("/a.html", of: port).status != 200 { await Task.yield() }

    folder.put("two", at: "content/a.md")
    let two = PreviewSite(["a.html": Array("<p>two".utf8)]).build
    while await hear("reload") != two {}
    #expect(await ask("/a.html", of: port).body.hasPrefix("<p>two<script"))
    #expect(await hear("diagnostics") == #"{"errors":0,"findings":[],"warnings":0}"#)

    folder.put("", at: "content/a.md")
    while !(await hear("diagnostics")).contains("\"code\":\"XX002\"") {}
    #expect(await ask("/a.html", of: port).body.hasPrefix("<p>two<script"))

    stop.yield()
    try await session.value
    while await events.next() != nil {}
  }
}
