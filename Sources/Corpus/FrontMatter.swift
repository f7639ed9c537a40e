import Diagnostics

/// A Markdown file cut in two: the YAML between `---` lines at its head, and the Markdown after it.
struct FrontMatter {
  let yaml: YAMLSource
  let body: ArraySlice<UInt8>
  /// Line of the file on which the body begins, from 1.
  let bodyLine: Int

  /// A file without a `---` line at its head has empty front matter. An unclosed one is reported.
  init(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) {
    let bytes = file.bytes
    guard let open = Self.fence(in: bytes, at: 0) else {
      yaml = YAMLSource(file: file.path, firstLine: 1, text: "")
      body = bytes[...]
      bodyLine = 1
      return
    }
    var line = 2
    var start = open
    while start < bytes.count {
      if let close = Self.fence(in: bytes, at: start) {
        yaml = YAMLSource(file: file.path, firstLine: 2, text: String(decoding: bytes[open..<start], as: UTF8.self))
        body = bytes[close...]
        bodyLine = line + 1
        return
      }
      start = (bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count - 1) + 1
      line += 1
    }
    diagnostics.append(
      Diagnostic(
        .frontMatter, at: SourceRange(file: file.path, line: 1, length: 3),
        Bilingual(zh: "开头的 --- 没有结束的 ---", en: "the front matter opened by '---' is never closed"),
        help: Bilingual(zh: "在键之后单独写一行 ---", en: "put a line '---' after the keys")))
    yaml = YAMLSource(file: file.path, firstLine: 2, text: "")
    body = bytes[open...]
    bodyLine = 2
  }

  /// Where the line after a `---` line at `start` begins, or nil when there is no such line.
  private static func fence(in bytes: [UInt8], at start: Int) -> Int? {
    guard bytes.count >= start + 3, bytes[start..<start + 3].allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
    var end = start + 3
    while end < bytes.count, bytes[end] == UInt8(ascii: " ") || bytes[end] == UInt8(ascii: "\r") { end += 1 }
    if end == bytes.count { return end }
    return bytes[end] == UInt8(ascii: "\n") ? end + 1 : nil
  }
}
