#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Makes the file at `path` in `old` stand in `new` as well: the same file by a hard link, or a copy where the disk
/// or the file's owner allows no link. A file on a disk mounted inside the site (EXDEV) is not copied: clearing away
/// the old tree would empty that disk. Returns false, with `errno` set, when neither works.
func share(_ path: UnsafePointer<CChar>, from old: Int32, to new: Int32) -> Bool {
  if linkat(old, path, new, path, 0) == 0 { return true }
  guard [EPERM, EMLINK, ENOTSUP, EOPNOTSUPP, ENOSYS].contains(errno) else { return false }
  return copy(path, from: old, to: new)
}

private func copy(_ path: UnsafePointer<CChar>, from old: Int32, to new: Int32) -> Bool {
  guard let found = status(of: path, in: old) else { return false }
  if found.isSymbolicLink {
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX) + 1) { target in
      let count = readlinkat(old, path, target.baseAddress!, Int(PATH_MAX))
      guard count >= 0 else { return false }
      target[count] = 0
      return symlinkat(target.baseAddress!, new, path) == 0
    }
  }
  guard found.isRegularFile else {
    errno = EPERM
    return false
  }
  let source = openat(old, path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
  guard source >= 0 else { return false }
  defer { close(source) }
  let target = openat(new, path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
  guard target >= 0 else { return false }
  defer { close(target) }
  return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
    while true {
      let count = read(source, buffer.baseAddress!, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { return false }
      if count == 0 { break }
      guard writeAll(UnsafeRawBufferPointer(rebasing: buffer[..<count]), to: target) else { return false }
    }
    return fchmod(target, found.st_mode & 0o7777) == 0
  }
}

/// Gives a folder of the new tree the owner, group and mode of its model, as far as we may.
func copyRights(of path: RawPath, from old: Int32, to new: Int32) {
  guard let model = status(of: path, in: old), model.isDirectory else { return }
  _ = fchownat(new, path, model.st_uid, model.st_gid, AT_SYMLINK_NOFOLLOW)
  _ = fchmodat(new, path, model.st_mode & 0o7777, 0)
}
