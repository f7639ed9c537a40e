import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

#if canImport(FoundationEssentials)
  import class Foundation.Thread
#else
  import Foundation
#endif

/// Watches folders and all folders in them, also those made later, and joins bursts of changes.
public final class FileWatcher: Sendable {
  /// Paths that changed, a burst at a time: below the watched folders as these were given. A folder's own path stands
  /// for anything below it, when the system could not say more.
  public let changes: AsyncStream<[String]>
  /// Writing here, by closing it, wakes and ends the watching thread.
  private let stopper: Int32

  /// A burst is over when nothing has happened for 10 ms, and is told after 200 ms in any case.
  static let quiet: Int32 = 10
  static let longest = 200

  /// - Throws: `.machine` when the system cannot watch the folders.
  public init(_ folders: [String]) throws(Failure) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw cannotWatch(folders, errno) }
    let (wake, stopper) = (ends[0], ends[1])
    _ = fcntl(wake, F_SETFD, FD_CLOEXEC)
    _ = fcntl(stopper, F_SETFD, FD_CLOEXEC)
    guard let observer = FolderObserver(folders) else {
      let code = errno
      close(wake)
      close(stopper)
      throw cannotWatch(folders, code)
    }
    let (stream, continuation) = AsyncStream.makeStream(of: [String].self)
    changes = stream
    self.stopper = stopper
    Thread.detachNewThread {
      var observer = observer
      follow(&observer, wake: wake) { continuation.yield($0) }
      observer.finish()
      close(wake)
      continuation.finish()
    }
  }

  deinit { stop() }

  /// Ends `changes`. Closing the writing end makes the thread's poll return.
  public func stop() { shutdownOnce.close(stopper) }
  private let shutdownOnce = CloseOnce()
}

/// Reads changes until `wake` is closed, and tells them a burst at a time.
private func follow(_ observer: inout FolderObserver, wake: Int32, _ tell: ([String]) -> Void) {
  var burst: Set<String> = []
  var began = 0
  while true {
    let timeout = burst.isEmpty ? observer.patience : FileWatcher.quiet
    var polled = [pollfd(fd: wake, events: Int16(POLLIN), revents: 0)]
    if let source = observer.source { polled.append(pollfd(fd: source, events: Int16(POLLIN), revents: 0)) }
    let ready = poll(&polled, nfds_t(polled.count), timeout)
    if ready < 0, errno != EINTR { return }
    if polled[0].revents != 0 { return }
    let found = observer.read()
    if burst.isEmpty { began = milliseconds() }
    burst.formUnion(found)
    guard !burst.isEmpty, ready == 0 || milliseconds() - began >= FileWatcher.longest else { continue }
    tell(burst.sorted())
    burst = []
  }
}

private func milliseconds() -> Int {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
}

private func cannotWatch(_ folders: [String], _ code: Int32) -> Failure {
  let names = folders.joined(separator: ", ")
  if code == ENOSPC || code == EMFILE {
    return .machine(
      Bilingual(
        zh: "无法监视 \(names)：已到系统的上限，请调高 fs.inotify.max_user_watches 和 max_user_instances",
        en: "cannot watch \(names): the system's limit is reached; raise fs.inotify.max_user_watches and max_user_instances"
      ))
  }
  let words = String(cString: strerror(code))
  return .machine(
    Bilingual(
      zh: "无法监视 \(names)：\(words)。请检查文件夹是否存在",
      en: "cannot watch \(names): \(words); see that the folders are there"))
}

/// Names that editors and tools put beside a file while they save it: hidden ones, and backups.
func isPassing(_ name: String) -> Bool { name.hasPrefix(".") || name.hasSuffix("~") }
