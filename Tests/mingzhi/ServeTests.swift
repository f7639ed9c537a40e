import Foundation
import Testing

/// `mingzhi serve` as a process: what it shows after many saves is what a clean build writes.
@Suite(.timeLimit(.minutes(5))) struct ServeTests {
  /// Sixty saves at random, mistakes among them, at the pace of an impatient editor. `scripts/benchmark --serve` does 500.
  @Test func manySavesEndAtThePagesOfACleanBuild() async throws {
    let site = try SmallSite()
    try site.mingzhi("new", "lesson", "rulers")
    let preview = try await Preview(of: site)
    defer { preview.stop() }
    var generator = SeededGenerator(state: 8)
    for round in 0..<60 {
      try site.save(round, &generator)
      if Bool.random(using: &generator) { try await Task.sleep(for: .milliseconds(Int.random(in: 1...30, using: &generator))) }
    }
    // The last state is sound, and says so on a page.
    for (path, text) in SmallSite.sound { try site.write(text, to: "content/" + path) }
    try site.write("---\ntitle: 关于\n---\n\n最后一次保存。\n", to: "content/pages/about.zh.md")
    try await preview.waits(for: "最后一次保存。", at: "zh/about.html")
    #expect(try site.mingzhi("build").status == 0)
    let built = site.snapshot(of: "public").filter { $0.key != ".mingzhi-manifest" && !$0.key.hasPrefix(".") }
    #expect(built.count > 20)
    #expect(built.keys.contains("en/school/packs/rulers.zip"))
    for (path, bytes) in built.sorted(by: { $0.key < $1.key }) {
      #expect(try await preview.page(path) == bytes, "\(path)")
    }
  }

  @Test func aMistakeLeavesTheLastGoodPages() async throws {
    let site = try SmallSite()
    let preview = try await Preview(of: site)
    defer { preview.stop() }
    try site.write("---\ntitel: 关于\n---\n\n错的。\n", to: "content/pages/about.zh.md")
    try site.write("---\ntitle: 关于\n---\n\n改好了。\n", to: "content/pages/about.en.md")
    try await Task.sleep(for: .milliseconds(300))
    #expect(try await String(decoding: preview.page("en/about.html") ?? Data(), as: UTF8.self).contains("This is a small site."))
    try site.write("---\ntitle: 关于\n---\n\n对的。\n", to: "content/pages/about.zh.md")
    try await preview.waits(for: "对的。", at: "zh/about.html")
  }

  @Test func sourcesOfContentAndNothingElseAreShown() async throws {
    let site = try SmallSite()
    let preview = try await Preview(of: site)
    defer { preview.stop() }
    let source = try await preview.page("_mingzhi/source?file=content/pages/about.zh.md")
    #expect(source == Data(SmallSite.sound["pages/about.zh.md"]!.utf8))
    for path in ["/etc/hostname", "content/../.output", "content/.hidden", "content/", "content/pages", ".output", ""] {
      #expect(try await preview.page("_mingzhi/source?file=" + path) == nil, "\(path)")
    }
  }

  @Test func aPortInUseGivesTheNext() async throws {
    let site = try SmallSite()
    let first = try await Preview(of: site)
    defer { first.stop() }
    let second = try await Preview(of: site, port: first.port)
    defer { second.stop() }
    #expect(second.port != first.port)
    #expect(try second.messages().contains("port \(first.port) is in use; using \(second.port)"))
  }

  @Test func anInterruptEndsItCleanly() async throws {
    let preview = try await Preview(of: SmallSite())
    preview.process.interrupt()
    preview.process.waitUntilExit()
    #expect(preview.process.terminationStatus == 0)
    #expect(preview.process.terminationReason == .exit)
  }
}

extension SmallSite {
  /// A save as an editor or a tool makes it: in place, by renaming over, by removing and writing again; sound or not.
  fileprivate func save(_ round: Int, _ generator: inout SeededGenerator) throws {
    let path = Self.sound.keys.sorted().filter { $0.hasSuffix(".md") }.randomElement(using: &generator)!
    var text = Self.sound[path]!
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: text += "\n第 \(round) 次。\n"
    case 1: text = text.replacingOccurrences(of: "---\n", with: "---\nmistake: \(round)\n")
    case 2: text = String(text.prefix(text.count / 2))
    case 3: text += "\n[](nowhere/\(round))\n"
    default: break
    }
    let file = folder.appendingPathComponent("content/" + path)
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: try Data(text.utf8).write(to: file, options: .atomic)
    case 1:
      try? FileManager.default.removeItem(at: file)
      try Data(text.utf8).write(to: file)
    default: try Data(text.utf8).write(to: file)
    }
  }
}

/// A running preview.
private final class Preview: Sendable {
  let process = Process()
  let port: Int
  private let log: URL

  /// Starts it and waits for the first pages.
  init(of site: SmallSite, port wanted: Int = Int.random(in: 20_000..<60_000)) async throws {
    log = site.folder.appendingPathComponent(".preview-\(UUID().uuidString)")
    try Data().write(to: log)
    process.executableURL = SmallSite.program
    process.arguments = ["serve", "--port", "\(wanted)", "--templates", SmallSite.templates, "--language", "en"]
    process.currentDirectoryURL = site.folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: log)
    process.standardError = process.standardOutput
    try process.run()
    var found: Int?
    for _ in 0..<600 where found == nil {
      try await Task.sleep(for: .milliseconds(50))
      let text = try String(contentsOf: log, encoding: .utf8)
      found = text.range(of: "http://localhost:").flatMap { Int(text[$0.upperBound...].prefix { $0.isNumber }) }
    }
    port = try #require(found)
    try await waits(for: "</html>", at: "zh/about.html")
  }

  func messages() throws -> String { try String(contentsOf: log, encoding: .utf8) }

  func stop() {
    process.terminate()
    process.waitUntilExit()
  }

  /// The bytes at a path as they are published, without the preview's own script; nil when there are none.
  func page(_ path: String) async throws -> Data? {
    let (data, status) = try fetch(path)
    guard status == 200 || path == "404.html" else { return nil }
    guard let start = data.range(of: Data("<script src=\"/_mingzhi/preview.js".utf8)),
      let end = data.range(of: Data("</script>".utf8), in: start.upperBound..<data.endIndex)
    else { return data }
    return data[..<start.lowerBound] + data[end.upperBound...]
  }

  func waits(for words: String, at path: String) async throws {
    for _ in 0..<600 {
      if let data = try await page(path), String(decoding: data, as: UTF8.self).contains(words) { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record("“\(words)” never came to \(path)")
  }

  /// One request over a socket of its own, HTTP/1.0, so that the answer ends with the connection.
  private func fetch(_ path: String) throws -> (Data, Int) {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
    }
    guard connected == 0 else { return (Data(), 0) }
    let request = Array("GET /\(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8)
    guard write(socket, request, request.count) == request.count else { return (Data(), 0) }
    var answer = Data()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(socket, &buffer, buffer.count)
      if count <= 0 { break }
      answer += buffer[..<count]
    }
    guard let head = answer.range(of: Data("\r\n\r\n".utf8)) else { return (Data(), 0) }
    let status = String(decoding: answer[..<head.lowerBound], as: UTF8.self).split(separator: " ").dropFirst().first.flatMap { Int($0) }
    return (Data(answer[head.upperBound...]), status ?? 0)
  }
}
