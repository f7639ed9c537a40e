import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension SiteWriter {
  /// Puts a file into the site, at a path relative to its root such as `zh/nantong/1.html`.
  /// - Throws: `.content` when the path is not plain or is taken (also by a name that differs in case alone);
  ///   `.usage` when a file that no build made stands in the way; `.machine` when the disk refuses.
  public func write(_ bytes: UnsafeRawBufferPointer, to path: String) throws(Failure) {
    let folderOfFile = try claim(path)
    let known = existing.made.contains(path)
    if known || existing.foreignKinds[path] == .file, let current, holds(bytes, at: path, in: current) {
      state.withLock { $0.unchanged.append(path) }
      return
    }
    if !known { try checkPlaceIsFree(path, in: folderOfFile) }
    try writeFile(bytes, at: path, in: try stagingFolder(folderOfFile))
    state.withLock { state in
      state.written.append(path)
      state.bytesWritten += bytes.count
    }
  }

  /// Puts a file into the site, at a path relative to its root such as `zh/nantong/1.html`.
  /// - Throws: as the form that takes a buffer.
  public func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    try bytes.withUnsafeBufferPointer { (buffer) throws(Failure) in
      try write(UnsafeRawBufferPointer(buffer), to: path)
    }
  }

  private func claim(_ path: String) throws(Failure) -> String {
    try state.withLock { (state) throws(Failure) in
      guard !state.isOver else {
        throw .machine(Bilingual(zh: "构建已中止，没有写入 \(path)", en: "the build was stopped; \(path) was not written"))
      }
      return try state.claimed.claim(path)
    }
  }

  /// A page does not overwrite what someone else put into the folder, and does not hide it either.
  private func checkPlaceIsFree(_ path: String, in folderOfFile: String) throws(Failure) {
    guard !existing.foreignKinds.isEmpty else { return }
    var obstacle: String? = existing.foreignKinds[path] == nil ? nil : path
    var ancestor = folderOfFile
    while obstacle == nil, !ancestor.isEmpty {
      if let kind = existing.foreignKinds[ancestor], kind != .folder { obstacle = ancestor }
      ancestor = parentFolder(of: ancestor)
    }
    guard let obstacle else { return }
    let shown = "\(folder.path)/\(obstacle)"
    throw .usage(
      Bilingual(
        zh: "\(shown) 不是构建生成的，却占着页面的位置。请移走它，或用 --output 另选文件夹",
        en: """
          \(shown) was not made by a build but stands where a page goes; move it away, \
          or choose another folder with --output
          """))
  }

  /// The open staging tree, with the folder `path` in it.
  func stagingFolder(_ path: String) throws(Failure) -> Int32 {
    try state.withLock { (state) throws(Failure) in try stagingFolder(path, &state) }
  }

  func stagingFolder(_ path: String, _ state: inout State) throws(Failure) -> Int32 {
    if state.staging < 0 {
      let name = folder.stagingName
      guard mkdirat(folder.parent.number, name, 0o777) == 0 else { throw .disk(errno, at: folder.beside(name)) }
      state.staging = openat(folder.parent.number, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard state.staging >= 0 else { throw .disk(errno, at: folder.beside(name)) }
    }
    guard !state.stagingFolders.contains(path) else { return state.staging }
    var missing: [String] = []
    var ancestor = path
    while !state.stagingFolders.contains(ancestor) {
      missing.append(ancestor)
      ancestor = parentFolder(of: ancestor)
    }
    for name in missing.reversed() {
      guard mkdirat(state.staging, name, 0o777) == 0 else { throw .disk(errno, at: "\(folder.path)/\(name)") }
      state.stagingFolders.insert(name)
    }
    return state.staging
  }

  func writeFile(_ bytes: UnsafeRawBufferPointer, at path: String, in staging: Int32) throws(Failure) {
    guard let file = Descriptor(path, in: staging, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW),
      writeAll(bytes, to: file.number)
    else { throw .disk(errno, at: "\(folder.path)/\(path)") }
  }
}
