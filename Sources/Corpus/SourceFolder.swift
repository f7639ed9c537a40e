import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of sources, content or templates: lists it in a stable order and reads its files.
public struct SourceFolder: Sendable {
  /// Path of the folder as the command line gave it; findings show files below it.
  public let path: String
  /// The same without symbolic links, to recognise links that lead out.
  private let resolved: String

  /// Throws `Failure.usage` when there is no such folder, `Failure.machine` when it may not be read.
  /// `option` is the one that names another folder: `--content`.
  public init(_ path: String, option: String) throws(Failure) {
    var trimmed = path
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    guard let resolved = realPath(trimmed) else {
      throw Failure.usage(
        Bilingual(
          zh: "找不到文件夹 \(trimmed)；请在项目文件夹中运行，或用 \(option) 指定",
          en: "there is no folder \(trimmed); run this in the project's folder or name one with \(option)"))
    }
    guard let directory = opendir(trimmed) else {
      let code = errno
      let system = String(cString: strerror(code))
      if code == ENOTDIR {
        throw Failure.usage(Bilingual(zh: "\(trimmed) 不是文件夹", en: "\(trimmed) is not a folder"))
      }
      throw Failure.machine(
        Bilingual(zh: "无法打开文件夹 \(trimmed)：\(system)", en: "cannot open the folder \(trimmed): \(system)"))
    }
    closedir(directory)
    self.path = trimmed
    self.resolved = resolved
  }

  /// The error that keeps a folder below this one from being listed; nil when it can be, or is not there.
  func obstacle(in folder: String) -> SourceFileError? {
    guard let directory = opendir(shown(folder)) else {
      let error = SourceFileError(.unreadable(errno), shown(folder))
      return error.isMachineFailure ? error : nil
    }
    closedir(directory)
    return nil
  }

  /// Names in a folder below this one, sorted by code point; empty when there is no such folder. Hidden files are left out.
  public func names(in folder: String) -> [String] {
    guard let directory = opendir(path + "/" + folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") && !name.hasSuffix("~") { names.append(name) }
    }
    return names.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }

  public func shown(_ file: String) -> String { path + "/" + file }

  func exists(_ file: String) -> Bool { access(shown(file), F_OK) == 0 }

  func isFolder(_ name: String) -> Bool {
    var status = stat()
    return stat(shown(name), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// A symbolic link to a file or folder that is not below this one.
  func linkOut(_ name: String) -> SourceFileError? {
    guard isLink(name), let target = realPath(shown(name)), !target.hasPrefix(resolved + "/") else { return nil }
    return SourceFileError(.outside, shown(name))
  }

  private func isLink(_ name: String) -> Bool {
    var status = stat()
    return lstat(shown(name), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Reads a file below this folder; text must be UTF-8.
  public func read(_ file: String, isText: Bool = true) -> Result<SourceFile, SourceFileError> {
    let full = shown(file)
    if let error = linkOut(file) { return .failure(error) }
    if isLink(file), realPath(full) == nil { return .failure(SourceFileError(.unreadable(ENOENT), full)) }
    return SourceFile.read(full, shownAs: full, isText: isText)
  }
}

/// The path without symbolic links, or nil when nothing is there.
private func realPath(_ path: String) -> String? {
  guard let buffer = realpath(path, nil) else { return nil }
  defer { free(buffer) }
  return String(cString: buffer)
}
