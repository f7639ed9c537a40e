#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of its own for one test, gone afterwards.
final class Scratch {
  let path: String

  init() {
    var template = Array("/tmp/mingzhi-editing-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { mkdtemp($0.baseAddress!).map { String(cString: $0) } ?? "" }
  }

  deinit { remove(path) }

  func write(_ name: String, _ bytes: some Sequence<UInt8>) -> String {
    let file = path + "/" + name
    let content = Array(bytes)
    if let output = fopen(file, "wb") {
      fwrite(content, 1, content.count, output)
      fclose(output)
    }
    return file
  }

  func read(_ name: String) -> [UInt8]? {
    guard let file = fopen(path + "/" + name, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  func text(_ name: String) -> String? { read(name).map { String(decoding: $0, as: UTF8.self) } }

  func list(_ name: String) -> [String] {
    guard let folder = opendir(path + "/" + name) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private func remove(_ path: String) {
    if unlink(path) == 0 { return }
    let inner = String(path.dropFirst(self.path.count))
    for name in list(inner) { remove(path + "/" + name) }
    rmdir(path)
  }
}
