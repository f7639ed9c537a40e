import Foundation

/// The test program `publish-probe`, run as a process of its own.
struct Probe {
  /// Where the build put it: beside the tests.
  private static let executable: URL = {
    #if canImport(Darwin)
      let products = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }!.bundleURL
    #else
      let products = URL(fileURLWithPath: CommandLine.arguments[0])
    #endif
    return products.deletingLastPathComponent().appendingPathComponent("publish-probe")
  }()

  private let process = Process()
  private let output = Pipe()

  /// Starts it, and returns when it begins to publish.
  init(_ arguments: String...) throws {
    process.executableURL = Self.executable
    process.arguments = arguments
    process.standardOutput = output
    try process.run()
    _ = output.fileHandleForReading.readData(ofLength: "begun\n".utf8.count)
  }

  /// Waits for the end: exit status and what was said.
  func finish() -> (status: Int32, said: String) {
    let said = waitForOutputToEnd()
    process.waitUntilExit()
    return (process.terminationStatus, said)
  }

  /// What it says until it ends.
  func waitForOutputToEnd() -> String {
    String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  }

  /// Kills it, with no chance to clean up.
  func kill() {
    #if canImport(Darwin)
      Darwin.kill(process.processIdentifier, SIGKILL)
    #else
      Glibc.kill(process.processIdentifier, SIGKILL)
    #endif
    process.waitUntilExit()
  }
}

/// A small disk of its own, where the machine lets us have one (Linux, as root).
final class SmallDisk: Sendable {
  let folder = TemporaryFolder()

  static let isPossible = SmallDisk(kilobytes: 64) != nil

  init?(kilobytes: Int) {
    guard run("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", folder.path) else { return nil }
  }

  func makeReadOnly() -> Bool { run("mount", "-o", "remount,ro", folder.path) }

  deinit { _ = run("umount", folder.path) }
}

private func run(_ command: String...) -> Bool {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = command
  process.standardError = FileHandle.nullDevice
  guard (try? process.run()) != nil else { return false }
  process.waitUntilExit()
  return process.terminationStatus == 0
}
