import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file of content, read whole.
public struct SourceFile: Sendable {
  /// Path as shown to the editor: `content/regulations/nantong/text.zh.md`.
  public let path: String
  /// The bytes, valid UTF-8 without a byte order mark, lines ended by a line feed alone; of a picture, as they are.
  public let bytes: [UInt8]

  /// The bytes as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Of path and bytes: FNV-1a, but eight bytes a step. Tells versions apart, no more.
  var fingerprint: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    bytes.withUnsafeBytes { bytes in
      var offset = 0
      while offset + 8 <= bytes.count {
        hash = (hash ^ UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))) &* 0x100_0000_01b3
        hash ^= hash >> 32
        offset += 8
      }
      for byte in bytes[offset...] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    return hash
  }

  /// The largest file the engine reads, in bytes. Our largest text has 26 KB; this keeps a build's memory bounded.
  public static let sizeLimit = 4 << 20
}

extension SourceFile {
  /// Reads a file, or says in one finding why it cannot be used.
  static func read(_ path: String, shownAs shown: String, isText: Bool = true) -> Result<SourceFile, SourceFileError> {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return .failure(SourceFileError(.unreadable(errno), shown)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .failure(SourceFileError(.unreadable(errno), shown)) }
    guard status.st_mode & S_IFMT == S_IFREG else { return .failure(SourceFileError(.notAFile, shown)) }
    let size = Int(status.st_size)
    guard size <= sizeLimit else { return .failure(SourceFileError(.tooLarge(size), shown)) }
    var problem: Int32 = 0
    // One byte more than the size: a file that grows while it is read is noticed.
    var bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      while count <= size {
        let got = Platform.read(descriptor, buffer.baseAddress! + count, size + 1 - count)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { problem = errno }
        if got <= 0 { break }
        count += got
      }
    }
    guard problem == 0 else { return .failure(SourceFileError(.unreadable(problem), shown)) }
    guard isText else { return .success(SourceFile(path: shown, bytes: Array(bytes))) }
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { bytes.removeFirst(3) }
    bytes.endLinesByLineFeed()
    if let position = firstInvalidPosition(in: bytes) { return .failure(SourceFileError(.notText(position), shown)) }
    return .success(SourceFile(path: shown, bytes: bytes))
  }
}

extension [UInt8] {
  /// Line ends of Windows become those of everyone else; lines and columns stay what they are.
  public mutating func endLinesByLineFeed() {
    guard let first = firstIndex(of: UInt8(ascii: "\r")) else { return }
    var kept = first
    for index in first..<count where self[index] != UInt8(ascii: "\r") || index + 1 == count || self[index + 1] != UInt8(ascii: "\n") {
      self[kept] = self[index]
      kept += 1
    }
    removeSubrange(kept...)
  }
}

/// Where UTF-8 ends to be valid, or nil when all of it is.
func firstInvalidPosition(in bytes: [UInt8]) -> SourcePosition? {
  guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
  var decoder = UTF8()
  var iterator = bytes.makeIterator()
  var position = SourcePosition(line: 1)
  while true {
    switch decoder.decode(&iterator) {
    case .scalarValue("\n"): position = SourcePosition(line: position.line + 1)
    case .scalarValue: position.column += 1
    case .emptyInput, .error: return position
    }
  }
}

/// `read` of the C library, which a method of the same name would hide.
private enum Platform {
  static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer, count)
    #else
      Darwin.read(descriptor, buffer, count)
    #endif
  }
}

/// Why a file of content cannot be used.
public struct SourceFileError: Error {
  enum Reason: Sendable {
    case unreadable(Int32)
    case notAFile
    case tooLarge(Int)
    case notText(SourcePosition)
    case outside
  }
  let reason: Reason
  let path: String

  init(_ reason: Reason, _ path: String) {
    self.reason = reason
    self.path = path
  }

  /// Permission and disk errors are the machine's failure; the rest is the content's.
  public var isMachineFailure: Bool {
    if case .unreadable(let code) = reason { return code != ENOENT && code != ELOOP && code != ENOTDIR }
    return false
  }

  public var diagnostic: Diagnostic {
    let start = SourceRange(file: path, line: 1)
    switch reason {
    case .unreadable(let code):
      let system = String(cString: strerror(code))
      return Diagnostic(
        .readableFile, at: start, Bilingual(zh: "无法读取 \(path)：\(system)", en: "cannot read \(path): \(system)"),
        help: Bilingual(zh: "检查文件是否存在、权限是否允许读取", en: "check that the file exists and that you may read it"))
    case .notAFile:
      return Diagnostic(
        .readableFile, at: start,
        Bilingual(zh: "\(path) 应当是文件，却是文件夹或特殊文件", en: "\(path) is a folder or special file where a file is expected"),
        help: Bilingual(zh: "把它移走或改名", en: "move it away or rename it"))
    case .tooLarge(let size):
      return Diagnostic(
        .fileSize, at: start,
        Bilingual(zh: "\(path) 有 \(size) 字节，上限是 4 MB", en: "\(path) has \(size) bytes; the limit is 4 MB"),
        help: Bilingual(zh: "拆成几个文件", en: "split it into several files"))
    case .notText(let position):
      return Diagnostic(
        .utf8, at: SourceRange(file: path, start: position, end: position),
        Bilingual(zh: "\(path) 不是有效的 UTF-8", en: "\(path) is not valid UTF-8"),
        help: Bilingual(zh: "在编辑器中另存为 UTF-8", en: "save it as UTF-8 in your editor"))
    case .outside:
      return Diagnostic(
        .linkInside, at: start,
        Bilingual(zh: "符号链接 \(path) 指向文件夹之外", en: "the symbolic link \(path) leads out of its folder"),
        help: Bilingual(zh: "用文件本身代替链接", en: "replace the link by the file itself"))
    }
  }
}
