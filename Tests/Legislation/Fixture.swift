#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files of this checkout.
enum Fixture {
  struct Missing: Error { var path: String }

  static func read(_ path: String, from here: String = #filePath) throws -> String {
    var root = here.split(separator: "/").map(String.init)
    root.removeLast(3)
    guard let file = fopen("/" + root.joined(separator: "/") + "/" + path, "rb") else { throw Missing(path: path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
