#if canImport(Glibc)
  import Glibc

  /// Folders watched through inotify(7): one watch a folder, kept in step as folders come and go.
  struct FolderObserver: Sendable {
    private let roots: [String]
    private let queue: Int32
    private var paths: [Int32: String] = [:]
    private var lostRoots: Set<String> = []

    /// What poll(2) waits for.
    var source: Int32? { queue }
    /// Milliseconds until `read` wants to be called even so: while a root is away, it is looked for.
    var patience: Int32 { lostRoots.isEmpty ? -1 : 250 }

    private static let interest = UInt32(
      IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF
        | IN_ONLYDIR | IN_EXCL_UNLINK | IN_DONT_FOLLOW)

    /// Nil, with `errno` set, when the folders cannot be watched.
    init?(_ folders: [String]) {
      roots = folders
      queue = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
      guard queue >= 0 else { return nil }
      for root in folders where addFolder(root) == nil {
        let code = errno
        close(queue)
        errno = code
        return nil
      }
    }

    /// What changed since the last time, without waiting.
    mutating func read() -> Set<String> {
      var changed: Set<String> = []
      for root in lostRoots where addFolder(root) != nil {
        lostRoots.remove(root)
        changed.insert(root)
      }
      withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: MemoryLayout<inotify_event>.alignment) { buffer in
        while true {
          let count = Glibc.read(queue, buffer.baseAddress!, buffer.count)
          guard count > 0 else { return }
          var offset = 0
          while offset < count {
            let event = buffer.load(fromByteOffset: offset, as: inotify_event.self)
            let name = buffer.baseAddress! + offset + MemoryLayout<inotify_event>.size
            note(
              event, event.len == 0 ? "" : String(cString: name.assumingMemoryBound(to: CChar.self)), &changed)
            offset += MemoryLayout<inotify_event>.size + Int(event.len)
          }
        }
      }
      return changed
    }

    private mutating func note(_ event: inotify_event, _ name: String, _ changed: inout Set<String>) {
      func has(_ flag: Int) -> Bool { event.mask & UInt32(flag) != 0 }
      if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return startOver(&changed) }
      guard let folder = paths[event.wd] else { return }
      if has(Int(IN_IGNORED)) || has(Int(IN_DELETE_SELF)) || has(Int(IN_MOVE_SELF)) {
        // A folder inside a root is told by its parent; a root has none that we watch.
        guard roots.contains(folder) else { return }
        removeFolder(folder)
        lostRoots.insert(folder)
        changed.insert(folder)
        return
      }
      guard !isPassing(name) else { return }
      let path = "\(folder)/\(name)"
      if has(Int(IN_ISDIR)) {
        if has(Int(IN_MOVED_FROM)) || has(Int(IN_DELETE)) { removeFolder(path) }
        if has(Int(IN_MOVED_TO)) || has(Int(IN_CREATE)) { changed.formUnion(addFolder(path) ?? []) }
        changed.insert(path)
      } else if !has(Int(IN_CREATE)) || isWhole(path) {
        changed.insert(path)
      }
    }

    /// A file made by link(2) or symlink(2) is never closed after writing; others are told when they are.
    private func isWhole(_ path: String) -> Bool {
      var status = stat()
      return lstat(path, &status) == 0 && (status.st_nlink > 1 || status.st_mode & S_IFMT == S_IFLNK)
    }

    /// The kernel dropped events: all folders are read again, and everything may have changed.
    private mutating func startOver(_ changed: inout Set<String>) {
      for root in roots {
        removeFolder(root)
        if addFolder(root) == nil { lostRoots.insert(root) }
        changed.insert(root)
      }
    }

    /// Watches a folder and those in it. Returns the files found, which may have come before the watch.
    private mutating func addFolder(_ top: String) -> Set<String>? {
      var files: Set<String> = []
      var waiting = [top]
      while let folder = waiting.popLast() {
        let watch = inotify_add_watch(queue, folder, Self.interest)
        guard watch >= 0 else {
          if folder == top { return nil }
          continue
        }
        paths[watch] = folder
        guard let stream = opendir(folder) else { continue }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
          let name = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
          }
          if isPassing(name) { continue }
          var status = stat()
          guard lstat("\(folder)/\(name)", &status) == 0 else { continue }
          if status.st_mode & S_IFMT == S_IFDIR { waiting.append("\(folder)/\(name)") } else { files.insert("\(folder)/\(name)") }
        }
      }
      return files
    }

    private mutating func removeFolder(_ top: String) {
      for (watch, folder) in paths where folder == top || folder.hasPrefix(top + "/") {
        inotify_rm_watch(queue, watch)
        paths[watch] = nil
      }
    }

    /// Lets go of the queue; the observer is not used afterwards.
    func finish() { close(queue) }
  }
#endif
