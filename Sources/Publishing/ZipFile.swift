import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A zip archive being written (PKWARE APPNOTE 6.3.9, without ZIP64): UTF-8 names, no times of its own, so that the
/// same files give the same bytes. It stands under its name only when it is whole.
public struct ZipFile: ~Copyable {
  private let path: String
  private let temporary: String
  private let file: Descriptor
  private var archive = ZipDirectory()
  private var isFinished = false

  /// Throws `Failure.machine` when the file cannot be made.
  public init(_ path: String) throws(Failure) {
    self.path = path
    temporary = path + ".new"
    guard let opened = Descriptor(temporary, O_WRONLY | O_CREAT | O_TRUNC) else { throw .archive(errno, at: path) }
    file = opened
  }

  deinit { if !isFinished { unlink(temporary) } }

  /// Writes a file; the order of calls is the order in the archive.
  public mutating func add(_ entry: ZipEntry) throws(Failure) {
    guard let header = archive.header(of: entry) else {
      throw .machine(
        Bilingual(
          zh: "\(path) 装不下：zip 文件最多 65535 个文件、4 GB", en: "\(path) would be too large: a zip file holds at most 65,535 files and 4 GB"))
    }
    try write(header)
    try write(entry.data)
  }

  /// Writes the directory and puts the archive under its name.
  public mutating func finish() throws(Failure) {
    try write(archive.end)
    guard fsync(file.number) == 0, rename(temporary, path) == 0 else { throw .archive(errno, at: path) }
    isFinished = true
  }

  private func write(_ bytes: [UInt8]) throws(Failure) {
    guard bytes.withUnsafeBytes({ writeAll($0, to: file.number) }) else { throw .archive(errno, at: path) }
  }
}

extension Failure {
  fileprivate static func archive(_ code: Int32, at path: String) -> Failure {
    let words = String(cString: strerror(code))
    return .machine(Bilingual(zh: "无法写入 \(path)：\(words)", en: "cannot write \(path): \(words)"))
  }
}
