#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A path as the kernel takes it: bytes that end in 0, of any encoding. File names that others made need not be UTF-8.
typealias RawPath = [CChar]

extension RawPath {
  /// The path as text; nil when it is not UTF-8.
  var text: String? { String(validating: dropLast(), as: UTF8.self) }

  /// The folder part: empty at the root.
  var parent: RawPath {
    guard let slash = lastIndex(of: CChar(UInt8(ascii: "/"))) else { return [0] }
    return self[..<slash] + [0]
  }
}

/// One thing in a folder.
struct FolderEntry {
  /// Relative to the folder that is walked.
  var path: RawPath
  var isDirectory: Bool
  var isRegularFile: Bool
}

/// What stands directly in the folder `path` below `root` ("" is `root` itself), symbolic links not followed;
/// nil, with `errno` set, when it cannot be read.
func entries(of path: RawPath, in root: Int32) -> [FolderEntry]? {
  let isRoot = path.count <= 1
  let opened = openat(root, isRoot ? [46, 0] : path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
  guard opened >= 0 else { return nil }
  guard let stream = fdopendir(opened) else {
    close(opened)
    return nil
  }
  defer { closedir(stream) }
  let prefix: RawPath = isRoot ? [] : path.dropLast() + [CChar(UInt8(ascii: "/"))]
  var found: [FolderEntry] = []
  while let entry = readdir(stream) {
    let full = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
      tuple.withMemoryRebound(to: CChar.self, capacity: 1) { name in
        prefix + UnsafeBufferPointer(start: name, count: strlen(name) + 1)
      }
    }
    let name = full[prefix.count...]
    if name.elementsEqual([46, 0]) || name.elementsEqual([46, 46, 0]) { continue }
    var type = Int32(entry.pointee.d_type)
    if type == Int32(DT_UNKNOWN), let status = status(of: full, in: root) {
      type = Int32(status.isDirectory ? DT_DIR : status.isRegularFile ? DT_REG : DT_LNK)
    }
    found.append(
      FolderEntry(path: full, isDirectory: type == Int32(DT_DIR), isRegularFile: type == Int32(DT_REG)))
  }
  return found
}

/// Visits everything below `root`, folders before what is in them.
/// Returns false, with `errno` set, when a folder could not be read.
func walk(_ root: Int32, _ visit: (FolderEntry) -> Void) -> Bool {
  var waiting: [RawPath] = [[0]]
  while let folder = waiting.popLast() {
    guard let found = entries(of: folder, in: root) else { return false }
    for entry in found {
      visit(entry)
      if entry.isDirectory { waiting.append(entry.path) }
    }
  }
  return true
}

/// Removes the folder `name` in `parent` with all that `keep` does not take out of it first.
/// Returns false, with `errno` set, when something could not be removed. A missing folder is no failure.
func removeFolder(_ name: String, in parent: Int32, keep: (FolderEntry) -> Bool = { _ in false }) -> Bool {
  guard let root = Descriptor(name, in: parent, O_RDONLY | O_DIRECTORY | O_NOFOLLOW) else {
    return errno == ENOENT || (errno == ENOTDIR && unlinkat(parent, name, 0) == 0)
  }
  var folders: [RawPath] = []
  var waiting: [RawPath] = [[0]]
  while let folder = waiting.popLast() {
    guard let found = entries(of: folder, in: root.number) else { return false }
    for entry in found {
      if entry.isDirectory {
        folders.append(entry.path)
        waiting.append(entry.path)
      } else if !keep(entry), !remove(entry.path, in: root.number, 0) {
        return false
      }
    }
  }
  for folder in folders.reversed() where !remove(folder, in: root.number, AT_REMOVEDIR) { return false }
  return unlinkat(parent, name, AT_REMOVEDIR) == 0
}

/// Removes one name. A read-only folder around it is someone else's, and the new site has another with the same
/// rights: this one may be made writable.
private func remove(_ path: RawPath, in root: Int32, _ flags: Int32) -> Bool {
  if unlinkat(root, path, flags) == 0 { return true }
  guard errno == EACCES else { return false }
  let around = path.parent
  return fchmodat(root, around.count > 1 ? around : [46, 0], 0o700, 0) == 0 && unlinkat(root, path, flags) == 0
}
