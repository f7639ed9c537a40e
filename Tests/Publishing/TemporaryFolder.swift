import Foundation

/// A folder of a test's own, removed with all that is in it when the test lets go of it.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    path = NSTemporaryDirectory() + "mingzhi-\(UUID().uuidString)"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  static func + (folder: TemporaryFolder, name: String) -> String { "\(folder.path)/\(name)" }

  func put(_ text: String, at name: String) throws {
    let file = URL(fileURLWithPath: self + name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Every file below `name` with its text, without the manifest.
  func files(in name: String = "public") -> [String: String] {
    var found: [String: String] = [:]
    let root = self + name
    for file in FileManager.default.enumerator(atPath: root)?.compactMap({ $0 as? String }) ?? [] {
      guard file != ".mingzhi-manifest", let bytes = FileManager.default.contents(atPath: "\(root)/\(file)"),
        (try? FileManager.default.attributesOfItem(atPath: "\(root)/\(file)")[.type] as? FileAttributeType) != .typeDirectory
      else { continue }
      found[file] = String(decoding: bytes, as: UTF8.self)
    }
    return found
  }

  /// What stands directly in the folder, hidden names included, sorted.
  func names(in name: String = "") -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: self + name)) ?? []).sorted()
  }

  /// Inode and time of change: the same as long as nobody touched the file.
  func identity(of name: String) -> [Int] {
    var status = stat()
    guard lstat(self + name, &status) == 0 else { return [] }
    #if canImport(Darwin)
      return [Int(status.st_ino), status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec]
    #else
      return [Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    #endif
  }
}
