import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// A plain connection to the server: what goes over the wire, byte for byte.
struct Wire: Sendable {
  private let socket: Int32

  init(port: UInt16) {
    #if canImport(Darwin)
      socket = Darwin.socket(AF_INET, SOCK_STREAM, 0)
    #else
      socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    _ = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { write(socket, $0.baseAddress! + done, $0.count - done) }
      if count <= 0 { return }
      done += count
    }
  }

  func close() { _ = shutdown(socket, Int32(SHUT_RDWR)) }

  /// All lines until the server closes. Read on a thread of its own, so that waiting blocks no one else.
  func lines() -> AsyncStream<String> {
    let (stream, continuation) = AsyncStream.makeStream(of: String.self)
    Thread.detachNewThread { [socket] in
      var line: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while case let count = read(socket, &buffer, buffer.count), count > 0 {
        for byte in buffer[..<count] {
          if byte == UInt8(ascii: "\n") {
            continuation.yield(String(decoding: line, as: UTF8.self).trimmingCharacters(in: ["\r"]))
            line = []
          } else {
            line.append(byte)
          }
        }
      }
      if !line.isEmpty { continuation.yield(String(decoding: line, as: UTF8.self)) }
      continuation.finish()
    }
    return stream
  }
}

/// An answer, taken apart.
struct Answer: Sendable {
  var status = 0
  var headers: [String: String] = [:]
  var body = ""
}

/// Asks for `target` and waits for the whole answer.
func ask(
  _ target: String, of port: UInt16, method: String = "GET", host: String = "localhost"
) async -> Answer {
  let wire = Wire(port: port)
  wire.send("\(method) \(target) HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n")
  var answer = Answer()
  var inBody = false
  var body: [String] = []
  for await line in wire.lines() {
    if inBody {
      body.append(line)
    } else if line.isEmpty {
      inBody = true
    } else if answer.status == 0 {
      answer.status = Int(line.split(separator: " ").dropFirst().first ?? "") ?? -1
    } else if let colon = line.firstIndex(of: ":") {
      answer.headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(in: [" "])
    }
  }
  answer.body = body.joined(separator: "\n")
  return answer
}

/// A page that listens: the events it hears, as "name: data".
struct Listener: Sendable {
  let wire: Wire
  let events: AsyncStream<String>

  init(port: UInt16) {
    wire = Wire(port: port)
    wire.send("GET /_mingzhi/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
    let lines = wire.lines()
    let (stream, continuation) = AsyncStream.makeStream(of: String.self)
    events = stream
    Task {
      var name = ""
      for await line in lines {
        if line.hasPrefix("event: ") { name = String(line.dropFirst(7)) }
        if line.hasPrefix("data: ") { continuation.yield("\(name): \(line.dropFirst(6))") }
      }
      continuation.finish()
    }
  }
}
