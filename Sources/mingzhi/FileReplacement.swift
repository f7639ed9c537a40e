import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Replaces a file whole: the new text is written beside it and renamed over it, so that a full disk loses nothing.
func replaceFile(_ path: String, with text: String) throws(Failure) {
  let temporary = path + ".new"
  func fail(_ code: Int32) -> Failure {
    let system = String(cString: strerror(code))
    return .machine(Bilingual(zh: "无法写入 \(path)：\(system)", en: "cannot write \(path): \(system)"))
  }
  guard let file = fopen(temporary, "w") else { throw fail(errno) }
  var bytes = text
  let written = bytes.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) }
  let code = errno
  guard fclose(file) == 0, written == text.utf8.count else {
    unlink(temporary)
    throw fail(code)
  }
  guard rename(temporary, path) == 0 else {
    let code = errno
    unlink(temporary)
    throw fail(code)
  }
}
