import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder that a site is published as, and the names beside it that a build uses: all in one folder, so that
/// they are on one file system.
///
/// For `public` these are `.public.lock` (held while a build runs), `.public.new` (the tree being written, and
/// after the exchange the tree being deleted) and `.public.old` (only where the disk cannot exchange).
struct OutputFolder: ~Copyable, Sendable {
  /// As given on the command line, for messages.
  let path: String
  let name: String
  /// The open folder that holds all of these names.
  let parent: Descriptor
  private let lock: Descriptor

  var lockName: String { ".\(name).lock" }
  var stagingName: String { ".\(name).new" }
  var setAsideName: String { ".\(name).old" }

  /// Opens the folder around `path`, creating it where it is missing, and takes the lock.
  /// - Throws: `.usage` when `path` names no folder or another build holds it; `.machine` when the disk refuses.
  init(_ path: String) throws(Failure) {
    var path = path
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    let parentPath = parentFolder(of: path)
    let name = String(path.split(separator: "/").last ?? "")
    guard !["", ".", ".."].contains(name), !path.utf8.contains(0) else { throw unnamed(path) }
    let around = !parentPath.isEmpty ? parentPath : path.utf8.first == UInt8(ascii: "/") ? "/" : "."
    createFolders(around)
    guard let parent = Descriptor(around, O_RDONLY | O_DIRECTORY) else { throw .disk(errno, at: around) }
    self.lock = try takeLock(".\(name).lock", in: parent.number, for: path)
    self.parent = parent
    self.path = path
    self.name = name
  }

  /// Puts right what a killed build left. Where the disk cannot exchange, the site may be standing aside.
  borrowing func clearLeftovers() throws(Failure) {
    if status(of: setAsideName, in: parent.number) != nil, status(of: name, in: parent.number) == nil {
      guard renameat(parent.number, setAsideName, parent.number, name) == 0 else { throw .disk(errno, at: path) }
    }
    for leftover in [stagingName, setAsideName] where !removeFolder(leftover, in: parent.number) {
      throw .disk(errno, at: beside(leftover))
    }
  }

  /// Opens the folder that is to be replaced; nil when there is none yet.
  /// - Throws: `.usage` when a file or a symbolic link stands in its place.
  borrowing func open() throws(Failure) -> Descriptor? {
    guard let found = status(of: name, in: parent.number) else {
      if errno == ENOENT { return nil }
      throw .disk(errno, at: path)
    }
    if found.isSymbolicLink {
      throw .usage(
        Bilingual(
          zh: "\(path) 是符号链接，请用 --output 给出它指向的文件夹",
          en: "\(path) is a symbolic link; give the folder it points to with --output"))
    }
    guard found.isDirectory else {
      throw .usage(
        Bilingual(
          zh: "\(path) 是文件而不是文件夹，请移走它，或用 --output 另选文件夹",
          en: "\(path) is a file, not a folder; move it away, or choose another folder with --output"))
    }
    guard let opened = Descriptor(name, in: parent.number, O_RDONLY | O_DIRECTORY | O_NOFOLLOW) else {
      throw .disk(errno, at: path)
    }
    return opened
  }

  /// A name beside the folder as people would write it.
  borrowing func beside(_ sibling: String) -> String { String(path.dropLast(name.count)) + sibling }

  /// Lets other builds in. The file goes first: who opened it meanwhile sees that it is gone and makes a new one.
  borrowing func unlock() {
    _ = unlinkat(parent.number, lockName, 0)
    _ = flock(lock.number, LOCK_UN)
  }
}

private func unnamed(_ path: String) -> Failure {
  .usage(
    Bilingual(
      zh: "--output 要给出一个文件夹的名字，例如 public，而不是“\(path)”",
      en: "--output takes the name of a folder, such as public, not \"\(path)\""))
}

/// Creates a folder and those around it; what fails shows when the folder is opened.
private func createFolders(_ path: String) {
  guard mkdir(path, 0o777) != 0, errno == ENOENT else { return }
  let around = parentFolder(of: path)
  guard !around.isEmpty else { return }
  createFolders(around)
  _ = mkdir(path, 0o777)
}

/// Takes the build's lock. The kernel lets go of it when a build dies, so that a file left behind locks nobody out.
private func takeLock(_ name: String, in parent: Int32, for path: String) throws(Failure) -> Descriptor {
  while true {
    guard let file = Descriptor(name, in: parent, O_RDWR | O_CREAT | O_NOFOLLOW) else { throw .disk(errno, at: path) }
    if flock(file.number, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      if errno == EWOULDBLOCK {
        throw .usage(
          Bilingual(
            zh: "另一个构建正在写入 \(path)，请等它结束后重试",
            en: "another build is writing \(path); try again when it is done"))
      }
      // Some network disks know no locks; there two builds at once make one of them fail, and the site stays whole.
      return file
    }
    var held = stat()
    if fstat(file.number, &held) == 0, held.st_nlink > 0 { return file }
  }
}
