import Corpus
import Diagnostics
import Site

/// Styles and scripts that fetch something from elsewhere: `@import`, `url(https://…)`, an address in a script.
func inspectAssets(_ files: [SiteFile]) -> [Diagnostic] {
  concurrentMap(files) { file -> [Diagnostic] in
    let isStyle = file.route.path.hasSuffix(".css")
    guard isStyle || file.route.path.hasSuffix(".js") else { return [] }
    return isStyle ? fetches(of: file, marks: styleMarks) : fetches(of: file, marks: scriptMarks)
  }.flatMap { $0 }
}

/// What begins a fetch, written in lower case.
private let styleMarks = ["@import", "url(http", "url(\"http", "url('http", "url(//", "url(\"//", "url('//"]
private let scriptMarks = ["\"http://", "'http://", "`http://", "\"https://", "'https://", "`https://", "\"//", "'//"]
/// Names of XML vocabularies are no addresses.
private let namespace = Array("http://www.w3.org/".utf8)

private func fetches(of file: SiteFile, marks: [String]) -> [Diagnostic] {
  let marks = marks.map { Array($0.utf8) }
  var mayBegin = [Bool](repeating: false, count: 256)
  for mark in marks { mayBegin[Int(mark[0])] = true }
  var found: [Diagnostic] = []
  var line = 1
  file.bytes.withUnsafeBufferPointer { text in
    for index in text.indices {
      if text[index] == 0x0a { line += 1 }
      guard mayBegin[Int(isLatin(text[index]) ? text[index] | 0x20 : text[index])] else { continue }
      func matches(_ mark: [UInt8], at start: Int) -> Bool {
        guard start + mark.count <= text.count else { return false }
        for offset in mark.indices where text[start + offset] | (isLatin(text[start + offset]) ? 0x20 : 0) != mark[offset] { return false }
        return true
      }
      guard marks.contains(where: { matches($0, at: index) }), !matches(namespace, at: index + 1) else { continue }
      let words = String(decoding: text[index...].prefix { $0 > 0x20 }.prefix(60), as: UTF8.self)
      found.append(
        Diagnostic(
          .foreignAsset, at: SourceRange(file: file.route.path, line: line),
          Bilingual(zh: "样式或脚本从别处取东西：\(words)", en: "a style or script fetches from elsewhere: \(words)"),
          help: Bilingual(zh: "把它放进 templates/assets/", en: "put it into templates/assets/")))
    }
  }
  return found
}
