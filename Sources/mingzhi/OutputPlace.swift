import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Keeps the built site out of the folders it is made from: pages among the sources would be read as sources by the next
/// build, and a site around them would have to carry them along.
///
/// Throws `Failure.usage` when the output is, holds or lies in one of the sources.
func refuseOutput(_ output: String, among sources: [String]) throws(Failure) {
  guard let place = canonicalPath(output) else { return }
  for source in sources {
    guard let folder = canonicalPath(source), (place + "/").hasPrefix(folder + "/") || (folder + "/").hasPrefix(place + "/") else {
      continue
    }
    throw .usage(
      Bilingual(
        zh: "网站不能写到 \(output)：它和 \(source) 重叠；请用 --output 另选文件夹",
        en: "the site cannot be written to \(output): it overlaps \(source); choose another folder with --output"))
  }
}

/// The path without symbolic links; of a folder that is not there yet, as far as it is there.
private func canonicalPath(_ path: String) -> String? {
  var rest: [Substring] = []
  var existing = path[...]
  while true {
    if let buffer = realpath(existing.isEmpty ? "." : String(existing), nil) {
      defer { free(buffer) }
      let found = String(cString: buffer)
      return ([found == "/" ? "" : found] + rest.map(String.init)).joined(separator: "/")
    }
    while existing.count > 1, existing.hasSuffix("/") { existing.removeLast() }
    guard let slash = existing.lastIndex(of: "/") else {
      rest.insert(existing, at: 0)
      existing = ""
      continue
    }
    guard slash != existing.startIndex else { return nil }
    rest.insert(existing[existing.index(after: slash)...], at: 0)
    existing = existing[..<slash]
  }
}
