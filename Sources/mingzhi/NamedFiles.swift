import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files and folders named on a command line, relative or absolute; none means all.
struct NamedFiles {
  private let paths: [String]

  /// Throws `Failure.usage` when there is no such file.
  init(_ names: [String]) throws(Failure) {
    for name in names where access(name, F_OK) != 0 {
      throw .usage(Bilingual(zh: "没有文件 \(name)", en: "there is no file \(name)"))
    }
    paths = names.map(absolutePath)
  }

  func contains(_ finding: Diagnostic) -> Bool {
    guard !paths.isEmpty else { return true }
    guard let file = finding.range.map({ absolutePath($0.file) }) else { return false }
    return paths.contains { file == $0 || file.hasPrefix($0 + "/") }
  }
}

/// The path from the root, without `.` and `..`; links are followed where the file exists.
private func absolutePath(_ path: String) -> String {
  if let buffer = realpath(path, nil) {
    defer { free(buffer) }
    return String(cString: buffer)
  }
  var folders: [Substring] = []
  let start = path.hasPrefix("/") ? "" : currentFolder + "/"
  for step in (start + path).split(separator: "/") where step != "." {
    if step == ".." { _ = folders.popLast() } else { folders.append(step) }
  }
  return "/" + folders.joined(separator: "/")
}

private var currentFolder: String {
  guard let buffer = getcwd(nil, 0) else { return "" }
  defer { free(buffer) }
  return String(cString: buffer)
}
