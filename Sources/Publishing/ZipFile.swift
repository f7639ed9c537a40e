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
  private var directory: [UInt8] = []
  private var count = 0
  private var offset = 0
  private var isFinished = false

  /// Section 4.4.22 of the note: counts and offsets have 16 and 32 bits.
  private static let mostFiles = 0xffff
  private static let mostBytes = 0xffff_ffff
  /// 1980-01-01 00:00, the earliest time there is (4.4.6).
  private static let time: [UInt8] = [0x00, 0x00, 0x21, 0x00]

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
    let name = Array(entry.path.utf8)
    guard count < Self.mostFiles, offset + entry.data.count + name.count + 30 < Self.mostBytes else {
      throw .machine(
        Bilingual(
          zh: "\(path) 装不下：zip 文件最多 65535 个文件、4 GB", en: "\(path) would be too large: a zip file holds at most 65,535 files and 4 GB"))
    }
    // Local file header (4.3.7) and central directory header (4.3.12) share what is between version and names.
    var common: [UInt8] = [20, 0]
    common.append(short: 0x0800)
    common.append(short: entry.isDeflated ? 8 : 0)
    common += Self.time
    common.append(long: Int(entry.crc))
    common.append(long: entry.data.count)
    common.append(long: entry.size)
    common.append(short: name.count)
    common.append(short: 0)
    directory.append(long: 0x0201_4b50)
    // Made on Unix, for the rights of the file: rw-r--r--.
    directory += [20, 3] + common
    directory.append(short: 0)
    directory.append(short: 0)
    directory.append(short: 0)
    directory.append(long: 0o100644 << 16)
    directory.append(long: offset)
    directory += name
    var header: [UInt8] = []
    header.append(long: 0x0403_4b50)
    try write(header + common + name)
    try write(entry.data)
    count += 1
  }

  /// Writes the directory and puts the archive under its name.
  public mutating func finish() throws(Failure) {
    let start = offset
    var end = directory
    end.append(long: 0x0605_4b50)
    end.append(long: 0)
    end.append(short: count)
    end.append(short: count)
    end.append(long: directory.count)
    end.append(long: start)
    end.append(short: 0)
    try write(end)
    guard fsync(file.number) == 0, rename(temporary, path) == 0 else { throw .archive(errno, at: path) }
    isFinished = true
  }

  private mutating func write(_ bytes: [UInt8]) throws(Failure) {
    guard bytes.withUnsafeBytes({ writeAll($0, to: file.number) }) else { throw .archive(errno, at: path) }
    offset += bytes.count
  }
}

extension [UInt8] {
  /// Appends 16 bits of a number, lowest byte first.
  fileprivate mutating func append(short number: Int) {
    append(UInt8(truncatingIfNeeded: number))
    append(UInt8(truncatingIfNeeded: number >> 8))
  }

  fileprivate mutating func append(long number: Int) {
    append(short: number & 0xffff)
    append(short: number >> 16)
  }
}

extension Failure {
  fileprivate static func archive(_ code: Int32, at path: String) -> Failure {
    let words = String(cString: strerror(code))
    return .machine(Bilingual(zh: "无法写入 \(path)：\(words)", en: "cannot write \(path): \(words)"))
  }
}
