import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A site that `mingzhi build` has published, for reading: only the files that it made.
public struct PublishedSite: Sendable {
  public let folder: String
  /// Relative paths, sorted.
  public let files: [String]

  /// Throws `Failure.usage` when no build has published into the folder.
  public init(_ folder: String) throws(Failure) {
    self.folder = folder
    guard let root = Descriptor(folder, O_RDONLY | O_DIRECTORY) else { throw PublishedSite.missing(folder) }
    files = try ExistingSite(in: root.number, shownAs: folder).made.sorted()
    guard !files.isEmpty else { throw PublishedSite.missing(folder) }
  }

  /// Throws `Failure.machine` when a file cannot be read. Safe to call from several threads.
  public func contents(of file: String) throws(Failure) -> [UInt8] {
    guard let bytes = Publishing.contents(of: folder + "/" + file, in: AT_FDCWD) else {
      let words = String(cString: strerror(errno))
      throw .machine(
        Bilingual(zh: "无法读取 \(folder)/\(file)：\(words)", en: "cannot read \(folder)/\(file): \(words)"))
    }
    return bytes
  }

  private static func missing(_ folder: String) -> Failure {
    .usage(
      Bilingual(
        zh: "\(folder) 里没有建好的网站；请先运行 mingzhi build", en: "there is no built site in \(folder); run `mingzhi build` first"))
  }
}
