import Corpus
import Diagnostics
import Editing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Replaces a file whole: the new text is written beside it and renamed over it, so that a full disk loses nothing. A file
/// whose lines end as on Windows keeps such ends.
func replaceFile(_ path: String, with text: String) throws(Failure) {
  let isFromWindows = fileBytes(path).map { bytes in
    bytes.firstIndex(of: UInt8(ascii: "\n")).map { $0 > 0 && bytes[$0 - 1] == UInt8(ascii: "\r") } ?? false
  }
  guard isFromWindows == true else { return try replaceFile(path, with: Array(text.utf8)) }
  try replaceFile(path, with: text.utf8.flatMap { $0 == UInt8(ascii: "\n") ? [UInt8(ascii: "\r"), $0] : [$0] })
}

/// Writes a file that an editor's command made, and the folders it stands in.
func writeFile(_ file: FileChange) throws(Failure) {
  try makeFolders(of: file.path)
  try replaceFile(file.path, with: file.text)
}

/// Writes a file and the folders it stands in.
func writeBytes(_ bytes: [UInt8], to path: String) throws(Failure) {
  try makeFolders(of: path)
  try replaceFile(path, with: bytes)
}

private func makeFolders(of path: String) throws(Failure) {
  var folder = ""
  for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
    folder += part + "/"
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST || errno == EISDIR else {
      throw cannot("建立", "create", folder, errno)
    }
  }
}

private func replaceFile(_ path: String, with bytes: [UInt8]) throws(Failure) {
  let temporary = path + ".new"
  guard let file = fopen(temporary, "w") else { throw cannot("写入", "write", path, errno) }
  let written = fwrite(bytes, 1, bytes.count, file)
  let code = errno
  guard fclose(file) == 0, written == bytes.count else {
    unlink(temporary)
    throw cannot("写入", "write", path, code)
  }
  guard rename(temporary, path) == 0 else {
    let code = errno
    unlink(temporary)
    throw cannot("写入", "write", path, code)
  }
}

private func cannot(_ zh: String, _ en: String, _ path: String, _ code: Int32) -> Failure {
  let system = String(cString: strerror(code))
  return .machine(Bilingual(zh: "无法\(zh) \(path)：\(system)", en: "cannot \(en) \(path): \(system)"))
}

/// The bytes of a file, up to the limit of what the engine reads; nil when it cannot be read or is no file: a pipe would
/// keep us waiting for ever.
func fileBytes(_ path: String) -> [UInt8]? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { return nil }
  var status = stat()
  guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, let file = fdopen(descriptor, "r") else {
    close(descriptor)
    return nil
  }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while bytes.count <= SourceFile.sizeLimit {
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 { break }
    bytes += buffer[..<count]
  }
  return bytes
}

/// The text of a file of ours, lines ended by a line feed alone; nil when it cannot be read.
func sourceText(of path: String) -> String? {
  guard var bytes = fileBytes(path) else { return nil }
  bytes.endLinesByLineFeed()
  return String(decoding: bytes, as: UTF8.self)
}
