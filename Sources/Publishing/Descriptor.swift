#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An open file or directory that closes itself.
struct Descriptor: ~Copyable, Sendable {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  /// Opens `path` below the open directory `directory`; nil, with `errno` set, when that fails.
  init?(_ path: String, in directory: Int32 = AT_FDCWD, _ flags: Int32, mode: mode_t = 0o666) {
    let opened = openat(directory, path, flags | O_CLOEXEC, mode)
    guard opened >= 0 else { return nil }
    number = opened
  }

  deinit { close(number) }
}

extension Descriptor? {
  var number: Int32? {
    switch self {
    case .some(let descriptor): descriptor.number
    case .none: nil
    }
  }
}

/// Writes all of `bytes`; false, with `errno` set, when the disk refuses.
func writeAll(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Bool {
  var done = 0
  while done < bytes.count {
    let count = write(file, bytes.baseAddress! + done, bytes.count - done)
    if count < 0 {
      if errno == EINTR { continue }
      return false
    }
    done += count
  }
  return true
}

/// Whether the regular file at `path` holds exactly `bytes`. A file that cannot be read is not the same.
func holds(_ bytes: UnsafeRawBufferPointer, at path: String, in directory: Int32) -> Bool {
  guard let file = Descriptor(path, in: directory, O_RDONLY | O_NOFOLLOW | O_NONBLOCK) else { return false }
  var status = stat()
  guard fstat(file.number, &status) == 0, status.isRegularFile, Int(status.st_size) == bytes.count else {
    return false
  }
  return withUnsafeTemporaryAllocation(byteCount: max(1, bytes.count), alignment: 16) { buffer in
    var done = 0
    while done < bytes.count {
      let count = read(file.number, buffer.baseAddress! + done, bytes.count - done)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return false }
      done += count
    }
    return bytes.isEmpty || memcmp(buffer.baseAddress!, bytes.baseAddress!, bytes.count) == 0
  }
}

/// What stands at `path`, a symbolic link not followed; nil, with `errno` set, when nothing does.
func status(of path: UnsafePointer<CChar>, in directory: Int32) -> stat? {
  var status = stat()
  return fstatat(directory, path, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
}

extension stat {
  var isDirectory: Bool { st_mode & S_IFMT == S_IFDIR }
  var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }
  var isSymbolicLink: Bool { st_mode & S_IFMT == S_IFLNK }

  func isSameFile(as other: stat) -> Bool { st_ino == other.st_ino && st_dev == other.st_dev }
}
