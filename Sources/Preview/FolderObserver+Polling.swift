#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Folders watched by looking at them five times a second: for systems whose own notice we do not use.
///
/// About 1 µs a file: a content folder of 2,000 files costs 1 % of a core. macOS has no call that names the changed
/// file without CoreServices; this is plain POSIX, and the same everywhere.
struct PollingObserver: Sendable {
  fileprivate struct Mark: Sendable, Equatable { var inode: UInt64, size: Int64, seconds: Int, nanoseconds: Int }
  private let roots: [String]
  fileprivate var marks: [String: Mark]

  var source: Int32? { nil }
  var patience: Int32 { 200 }

  /// Nil, with `errno` set, when a folder cannot be read.
  init?(_ folders: [String]) {
    for folder in folders {
      guard let stream = opendir(folder) else { return nil }
      closedir(stream)
    }
    roots = folders
    marks = Self.look(at: folders)
  }

  /// What changed since the last time.
  mutating func read() -> Set<String> {
    let now = Self.look(at: roots)
    var changed = Set(marks.keys.filter { now[$0] == nil })
    for (path, mark) in now where marks[path] != mark { changed.insert(path) }
    marks = now
    return changed
  }

  func finish() {}

  private static func look(at roots: [String]) -> [String: Mark] {
    var found: [String: Mark] = [:]
    var waiting = roots
    while let folder = waiting.popLast() {
      guard let stream = opendir(folder) else { continue }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
        }
        var status = stat()
        let path = "\(folder)/\(name)"
        guard !isPassing(name), lstat(path, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR { waiting.append(path) } else { found[path] = Mark(status) }
      }
    }
    return found
  }
}

extension PollingObserver.Mark {
  fileprivate init(_ status: stat) {
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    self.init(
      inode: UInt64(status.st_ino), size: Int64(status.st_size), seconds: time.tv_sec, nanoseconds: time.tv_nsec)
  }
}

#if !canImport(Glibc)
  typealias FolderObserver = PollingObserver
#endif
