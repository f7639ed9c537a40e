import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension SiteWriter {
  /// Makes what was written the site, in one step. When nothing changed, nothing is touched.
  /// - Throws: `.machine` when the disk refuses; the output folder is then as it was.
  public func publish() throws(Failure) -> PublishSummary {
    try state.withLock { (state) throws(Failure) in
      guard !state.isOver else {
        throw .machine(Bilingual(zh: "构建已结束，不能再次发布", en: "the build is over; it cannot be published again"))
      }
      defer { finish(&state) }
      let adopted = Set(state.unchanged).subtracting(existing.made)
      let foreign = existing.foreign.filter { entry in
        adopted.isEmpty || !(entry.path.text.map(adopted.contains) ?? false)
      }
      let summary = PublishSummary(
        written: state.written.count, unchanged: state.unchanged.count,
        removed: existing.made.count - existing.made.intersection(state.written).count
          - (state.unchanged.count - adopted.count),
        foreign: foreign.count { $0.kind != .folder }, bytesWritten: state.bytesWritten)
      let manifest = manifestBytes(of: state.written + state.unchanged)
      if current != nil, state.written.isEmpty, summary.removed == 0, manifest == existing.manifest { return summary }
      try assemble(foreign, manifest, &state)
      try replace(&state)
      return summary
    }
  }

  /// Adds to the new tree what it shares with the old one.
  private func assemble(_ foreign: [ExistingSite.Foreign], _ manifest: [UInt8], _ state: inout State) throws(Failure) {
    let staging = try stagingFolder("", &state)
    if let current {
      for path in state.unchanged {
        _ = try stagingFolder(parentFolder(of: path), &state)
        guard share(path, from: current, to: staging) else { throw .disk(errno, at: "\(folder.path)/\(path)") }
      }
      for entry in foreign {
        if let around = entry.path.parent.text { _ = try stagingFolder(around, &state) }
        let isShared =
          if entry.kind != .folder {
            share(entry.path, from: current, to: staging)
          } else if let name = entry.path.text {
            try stagingFolder(name, &state) >= 0
          } else {
            mkdirat(staging, entry.path, 0o777) == 0
          }
        guard isShared else { throw .disk(errno, at: shown(entry)) }
      }
      for entry in foreign.reversed() where entry.kind == .folder {
        copyRights(of: entry.path, from: current, to: staging)
      }
      copyRights(of: [46, 0], from: current, to: staging)
    }
    try manifest.withUnsafeBufferPointer { (buffer) throws(Failure) in
      try writeFile(UnsafeRawBufferPointer(buffer), at: manifestName, in: staging)
    }
  }

  private func shown(_ entry: ExistingSite.Foreign) -> String {
    "\(folder.path)/\(String(decoding: entry.path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))"
  }

  /// The one step, and clearing away the old tree after it.
  private func replace(_ state: inout State) throws(Failure) {
    let (parent, staging, name) = (folder.parent.number, folder.stagingName, folder.name)
    guard current != nil else {
      guard renameat(parent, staging, parent, name) == 0 else { throw .disk(errno, at: folder.path) }
      return
    }
    if exchange(parent, staging, name) == 0 {
      removeOldTree(staging, newTree: state.staging)
      return
    }
    guard [EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP].contains(errno) else { throw .disk(errno, at: folder.path) }
    // The disk cannot exchange (FAT, some network disks): two renames, and between them, for some microseconds, no
    // folder. A build killed right there is put right by the next one, which finds the site standing aside.
    let setAside = folder.setAsideName
    guard renameat(parent, name, parent, setAside) == 0 else { throw .disk(errno, at: folder.path) }
    guard renameat(parent, staging, parent, name) == 0 else {
      let code = errno
      _ = renameat(parent, setAside, parent, name)
      throw .disk(code, at: folder.path)
    }
    removeOldTree(setAside, newTree: state.staging)
  }

  /// Removes the tree that was the site. A file of someone else's that came or changed after it was linked moves over
  /// to the new site. What cannot be removed is left for the next build: the new site is in its place already.
  private func removeOldTree(_ name: String, newTree: Int32) {
    guard let old = current else { return }
    _ = removeFolder(name, in: folder.parent.number) { entry in
      let path = entry.path.text
      if let path, existing.made.contains(path) || path == manifestName { return false }
      guard let mine = status(of: entry.path, in: old) else { return false }
      if let shared = status(of: entry.path, in: newTree), shared.isSameFile(as: mine) { return false }
      return renameat(old, entry.path, newTree, entry.path) == 0
    }
  }
}
