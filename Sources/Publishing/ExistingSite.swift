import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What stands in the output folder when a build begins.
struct ExistingSite: Sendable {
  /// Files that an earlier build made and that are still there.
  private(set) var made: Set<String> = []
  /// The bytes of the earlier build's manifest.
  private(set) var manifest: [UInt8] = []
  /// Everything no build made: files of any kind, and folders that hold nothing of ours. Folders first.
  private(set) var foreign: [Foreign] = []
  /// The names of `foreign` that are UTF-8, to recognise that a page needs the place.
  private(set) var foreignKinds: [String: Foreign.Kind] = [:]

  struct Foreign: Sendable {
    enum Kind: Sendable { case folder, file, other }
    var path: RawPath
    var kind: Kind
  }

  /// No folder yet.
  init() {}

  /// Reads the names in the open folder `root`, which is shown to people as `shownAs`.
  init(in root: Int32, shownAs path: String) throws(Failure) {
    var listed: Set<String> = []
    if let bytes = contents(of: manifestName, in: root), let paths = manifestPaths(in: bytes) {
      manifest = bytes
      listed = paths
    }
    var listedFolders: Set<String> = []
    for file in listed {
      var folder = parentFolder(of: file)
      while listedFolders.insert(folder).inserted { folder = parentFolder(of: folder) }
    }
    let known = !manifest.isEmpty
    let complete = walk(root) { entry in
      let name = entry.path.text
      if entry.isRegularFile, let name, listed.contains(name) {
        made.insert(name)
      } else if entry.isDirectory, let name, listedFolders.contains(name) {
        return
      } else if !(known && name == manifestName) {
        let kind: Foreign.Kind = entry.isDirectory ? .folder : entry.isRegularFile ? .file : .other
        foreign.append(Foreign(path: entry.path, kind: kind))
        if let name { foreignKinds[name] = kind }
      }
    }
    guard complete else { throw .disk(errno, at: path) }
  }
}

/// The bytes of a regular file; nil when it is not there or cannot be read.
func contents(of path: String, in directory: Int32) -> [UInt8]? {
  guard let file = Descriptor(path, in: directory, O_RDONLY | O_NOFOLLOW | O_NONBLOCK) else { return nil }
  var status = stat()
  guard fstat(file.number, &status) == 0, status.isRegularFile else { return nil }
  var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
  var done = 0
  while done < bytes.count {
    let count = bytes.withUnsafeMutableBytes { read(file.number, $0.baseAddress! + done, $0.count - done) }
    if count < 0, errno == EINTR { continue }
    if count <= 0 { return nil }
    done += count
  }
  return bytes
}
