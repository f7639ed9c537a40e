import Diagnostics
import Testing

@testable import Preview

/// A server of its own for a test, on any free port.
private func serving(
  _ pages: [String: String], findings: [Diagnostic] = [],
  _ work: (_ port: UInt16, _ build: String, _ server: PreviewServer) async throws -> Void
) async throws {
  let site = PreviewSite(pages.mapValues { Array($0.utf8) })
  let server = PreviewServer(port: 0, site: { site }, findings: { findings })
  let port = try await server.start()
  do { try await work(port, site.build, server) } catch {
    await server.stop()
    throw error
  }
  await server.stop()
}

private let rule = Rule(
  "XX001", .error, title: Bilingual(zh: "例", en: "Example"), explanation: Bilingual(zh: "", en: ""), bad: "", good: "")

@Suite(.timeLimit(.minutes(1))) struct PreviewServerTests {
  let pages = [
    "index.html": "<html><body><p>首页</p></body></html>", "zh/index.html": "<p>目录", "zh/1.html": "<body>第一条</body>",
    "style.css": "p { color: red }", "assets/site-cb1939c58467.css": "p { color: blue }", "data/a.json": "{}", "404.html": "<body>没有这一页</body>",
  ]

  @Test func pagesComeWithOurScript() async throws {
    try await serving(pages) { port, build, _ in
      let tag = "<script src=\"\(PreviewAddress.scriptAddress)\" data-build=\"\(build)\" defer></script>"
      let home = await ask("/", of: port)
      #expect(home.status == 200)
      #expect(home.headers["content-type"] == "text/html; charset=utf-8")
      #expect(home.headers["cache-control"] == "no-store")
      #expect(home.body == "<html><body><p>首页</p>\(tag)</body></html>")
      #expect(await ask("/zh/1.html?q=1", of: port).body == "<body>第一条\(tag)</body>")
      #expect(await ask("/zh/", of: port).body == "<p>目录\(tag)")
    }
  }

  @Test func otherFilesComeAsTheyAre() async throws {
    try await serving(pages) { port, _, _ in
      let style = await ask("/style.css", of: port)
      #expect(style.headers["content-type"] == "text/css; charset=utf-8")
      #expect(style.body == "p { color: red }")
      #expect(await ask("/data/a.json", of: port).headers["content-type"] == "application/json; charset=utf-8")
      #expect(await ask("/_mingzhi/preview.js", of: port).body == previewScript)
      #expect(await ask("/_mingzhi/preview.css", of: port).body == previewStyle)
    }
  }

  /// Loading a page again after a save then asks for the page alone.
  @Test func whatNeverChangesIsKeptByTheBrowser() async throws {
    try await serving(pages) { port, _, _ in
      for (path, isKept) in [
        ("/assets/site-cb1939c58467.css", true), (PreviewAddress.scriptAddress, true), ("/_mingzhi/preview.js", false),
        ("/style.css", false), ("/zh/1.html", false),
      ] {
        let control = await ask(path, of: port).headers["cache-control"]
        #expect(control == (isKept ? "max-age=31536000, immutable" : "no-store"), "\(path)")
      }
      #expect(await ask(PreviewAddress.scriptAddress, of: port).body == previewScript)
    }
  }

  @Test func aFolderWithoutSlashLeadsToItsIndex() async throws {
    try await serving(pages) { port, _, _ in
      let answer = await ask("/zh", of: port)
      #expect(answer.status == 301)
      #expect(answer.headers["location"] == "/zh/")
    }
  }

  @Test func whatIsNotBuiltIsNotThere() async throws {
    try await serving(pages) { port, _, _ in
      let answer = await ask("/etc/passwd", of: port)
      #expect(answer.status == 404)
      #expect(answer.body.hasPrefix("<body>没有这一页<script"))
      #expect(await ask("/Package.swift", of: port).status == 404)
    }
  }

  @Test func beforeTheFirstPageThereIsAPlaceForTheOverlay() async throws {
    try await serving([:]) { port, build, _ in
      let answer = await ask("/zh/1.html", of: port)
      #expect(answer.status == 503)
      #expect(answer.body.contains("data-build=\"\(build)\""))
    }
  }

  @Test(arguments: ["/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/zh/..%2f..%2fetc/passwd", "//etc/passwd", "http://localhost/"])
  func traversalIsRefused(target: String) async throws {
    try await serving(pages) { port, _, _ in #expect(await ask(target, of: port).status == 400) }
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"])
  func oddMethodsAreRefused(method: String) async throws {
    try await serving(pages) { port, _, _ in
      let answer = await ask("/", of: port, method: method)
      #expect(answer.status == 405)
      #expect(answer.headers["allow"] == "GET, HEAD")
      #expect(await ask("/_mingzhi/events", of: port, method: method).status == 405)
    }
  }

  @Test func unknownMethodsFindNothing() async throws {
    try await serving(pages) { port, _, _ in #expect(await ask("/", of: port, method: "BREW").status == 404) }
  }

  @Test func headSendsNoBody() async throws {
    try await serving(pages) { port, _, _ in
      let answer = await ask("/style.css", of: port, method: "HEAD")
      #expect(answer.status == 200)
      #expect(answer.headers["content-length"] == "16")
      #expect(answer.body == "")
    }
  }

  @Test func absurdlyLongAddressesAreRefused() async throws {
    try await serving(pages) { port, _, _ in
      #expect(await ask("/" + String(repeating: "a", count: 10_000), of: port).status == 414)
    }
  }

  /// A page elsewhere can have its name turned to 127.0.0.1; its requests carry that name.
  @Test(arguments: [
    ("localhost:8080", 200), ("127.0.0.1", 200), ("[::1]:80", 200), ("evil.example", 421), ("localhost.evil.example:80", 421),
    ("", 421),
  ])
  func onlyThisMachineIsAnswered(host: String, status: Int) async throws {
    try await serving(pages) { port, _, _ in
      #expect(await ask("/", of: port, host: host).status == status)
      if status != 200 { #expect(await ask("/_mingzhi/events", of: port, host: host).status == status) }
    }
  }

  @Test func nonsenseDoesNoHarm() async throws {
    try await serving(pages) { port, _, _ in
      for nonsense in ["\r\n\r\n", "GET\r\n\r\n", "\u{0}\u{1}\u{2}\n\n", "GET / HTTP/9.9\r\nContent-Length: -1\r\n\r\n"] {
        let wire = Wire(port: port)
        wire.send(nonsense)
        wire.close()
      }
      #expect(await ask("/", of: port).status == 200)
    }
  }

  @Test func aPortInUseGivesTheNext() async throws {
    try await serving(pages) { port, _, _ in
      let second = PreviewServer(port: port, site: { PreviewSite() })
      let taken = try await second.start()
      #expect(taken > port && taken <= port + 20)
      #expect(await ask("/", of: taken).status == 503)
      await second.stop()
    }
  }

  @Test func openPagesHearWhatHappens() async throws {
    let finding = Diagnostic(
      rule, at: SourceRange(file: "content/a.md", line: 3, column: 2), Bilingual(zh: "错\n了", en: "wrong"),
      help: Bilingual(zh: "改", en: "mend"))
    try await serving(pages, findings: [finding]) { port, build, server in
      var events = Listener(port: port).events.makeAsyncIterator()
      #expect(await events.next() == "hello: \(build)")
      #expect(
        await events.next() == #"""
          diagnostics: {"errors":1,"findings":[{"code":"XX001","help":{"en":"mend","zh":"改"},"message":{"en":"wrong",\#
          "zh":"错\n了"},"place":"content/a.md:3:2","severity":"error"}],"warnings":0}
          """#)
      await server.events.send(.reload(build: "1"))
      await server.events.send(.css(build: "2"))
      await server.events.send(.diagnostics([]))
      #expect(await events.next() == "reload: 1")
      #expect(await events.next() == "css: 2")
      #expect(await events.next() == #"diagnostics: {"errors":0,"findings":[],"warnings":0}"#)
    }
  }

  @Test func stoppingEndsTheConnections() async throws {
    try await serving(pages) { port, build, server in
      var events = Listener(port: port).events.makeAsyncIterator()
      #expect(await events.next() == "hello: \(build)")
      _ = await events.next()
      await server.stop()
      #expect(await events.next() == nil)
      #expect(await server.events.count == 0)
      let again = PreviewServer(port: port, site: { PreviewSite() })
      let taken = try await again.start()
      #expect(taken == port)
      await again.stop()
    }
  }
}
