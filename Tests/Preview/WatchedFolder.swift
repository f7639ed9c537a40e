import Foundation

/// A folder of a test's own with `content` in it, removed when the test lets go of it.
final class WatchedFolder: Sendable {
  let path = NSTemporaryDirectory() + "mingzhi-\(UUID().uuidString)"

  init() { makeFolder("content") }
  deinit { remove("") }

  func makeFolder(_ name: String) {
    try? FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
  }

  func put(_ text: String, at name: String) { try? Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)")) }

  func text(of name: String) -> String? { try? String(contentsOfFile: "\(path)/\(name)", encoding: .utf8) }

  func move(_ name: String, to other: String) { _ = rename("\(path)/\(name)", "\(path)/\(other)") }

  func remove(_ name: String) { try? FileManager.default.removeItem(atPath: "\(path)/\(name)") }
}
