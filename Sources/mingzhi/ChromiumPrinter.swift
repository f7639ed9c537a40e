#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One Chromium that prints many pages, by the DevTools protocol over two pipes: JSON messages that end in a zero byte,
/// in on descriptor 3, out on descriptor 4. Starting a browser for each page takes ten times as long.
final class ChromiumPrinter {
  private let process: pid_t
  private let input: Int32
  private let output: Int32
  private var read: [UInt8] = []
  private var lastID = 0
  private var session = ""
  /// Whether the page is loaded; it may say so before it answers.
  private var isLoaded = false

  /// Nil when it cannot be started.
  init?(_ program: String, arguments: [String]) {
    var (down, up): ([Int32], [Int32]) = ([0, 0], [0, 0])
    guard pipe(&down) == 0, pipe(&up) == 0 else { return nil }
    // Out of the way of 3 and 4, and closed in every program but this one.
    let ends = [down[0], down[1], up[0], up[1]].map { end in
      defer { close(end) }
      return fcntl(end, F_DUPFD_CLOEXEC, 10)
    }
    // A browser that ends early must not end this program.
    signal(SIGPIPE, SIG_IGN)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in STDIN_FILENO...STDERR_FILENO {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, ends[0], 3)
    posix_spawn_file_actions_adddup2(&actions, ends[3], 4)
    let words = [program, "--headless", "--remote-debugging-pipe", "--no-first-run"] + arguments
    var list: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for word in list { free(word) } }
    var started = pid_t()
    let status = posix_spawnp(&started, program, &actions, nil, &list, environ)
    close(ends[0])
    close(ends[3])
    (process, input, output) = (started, ends[1], ends[2])
    guard status == 0 else {
      close(input)
      close(output)
      return nil
    }
    guard let target = ask("Target.createTarget", #"{"url":"about:blank"}"#).flatMap({ Self.value("targetId", in: $0) }),
      let session = ask("Target.attachToTarget", #"{"targetId":"\#(target)","flatten":true}"#)
        .flatMap({ Self.value("sessionId", in: $0) })
    else {
      end()
      return nil
    }
    self.session = session
    _ = ask("Page.enable", "{}")
  }

  /// The page as a PDF; nil when it could not be printed. `address` holds no quotation mark and no backslash.
  func pdf(_ address: String) -> [UInt8]? {
    isLoaded = false
    guard let answer = ask("Page.navigate", #"{"url":"\#(address)"}"#), !Self.has(#""errorText""#, in: answer),
      isLoaded || message(where: { _ in isLoaded }) != nil,
      let printed = ask("Page.printToPDF", #"{"printBackground":true,"preferCSSPageSize":true}"#)
    else { return nil }
    return Self.value("data", in: printed).flatMap { base64Decoded($0.utf8) }
  }

  /// Ends the browser.
  func end() {
    session = ""
    _ = ask("Browser.close", "{}")
    close(input)
    close(output)
    var status: Int32 = 0
    kill(process, SIGTERM)
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  /// Sends a command and waits for its answer; nil when it failed.
  private func ask(_ method: String, _ parameters: String) -> [UInt8]? {
    lastID += 1
    let place = session.isEmpty ? "" : #","sessionId":"\#(session)""#
    let bytes = Array(#"{"id":\#(lastID),"method":"\#(method)","params":\#(parameters)\#(place)}"#.utf8) + [0]
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      sent += count
    }
    let id = #"{"id":\#(lastID),"#
    guard let answer = message(where: { Self.has(id, in: $0) }), !Self.has(id + #""error""#, in: answer) else { return nil }
    return answer
  }

  /// The next message of that kind, within a minute; others are passed over.
  private func message(where isWanted: ([UInt8]) -> Bool) -> [UInt8]? {
    var seen = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      while let end = read[seen...].firstIndex(of: 0) {
        let message = Array(read[..<end])
        read.removeSubrange(...end)
        seen = 0
        if Self.has(#""method":"Page.loadEventFired""#, in: message) { isLoaded = true }
        if isWanted(message) { return message }
      }
      seen = read.count
      var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, 60_000)
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return nil }
      let count = Self.read(output, &buffer)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      read += buffer[..<count]
    }
  }

  private static func read(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, &buffer, buffer.count)
    #else
      Darwin.read(descriptor, &buffer, buffer.count)
    #endif
  }

  /// Whether a message holds this within its first thousand bytes: what is asked for stands at the front.
  private static func has(_ words: String, in message: [UInt8]) -> Bool {
    message.prefix(1000).firstRange(of: Array(words.utf8)) != nil
  }

  /// The value of a key whose value is a text without escapes: an id, base64.
  private static func value(_ key: String, in message: [UInt8]) -> String? {
    guard let start = message.prefix(1000).firstRange(of: Array("\"\(key)\":\"".utf8))?.upperBound else { return nil }
    return String(decoding: message[start...].prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
  }
}

/// RFC 4648 section 4; nil for other characters.
func base64Decoded(_ text: some Sequence<UInt8>) -> [UInt8]? {
  var bytes: [UInt8] = []
  var (bits, count): (UInt32, Int) = (0, 0)
  for character in text {
    let digit: UInt8
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit = character - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): digit = character - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = character - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): digit = 62
    case UInt8(ascii: "/"): digit = 63
    case UInt8(ascii: "="): continue
    default: return nil
    }
    bits = bits << 6 | UInt32(digit)
    count += 6
    if count >= 8 {
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
  }
  return bytes
}
