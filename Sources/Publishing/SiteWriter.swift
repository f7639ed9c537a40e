import CSystem
import Diagnostics
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A site that is written beside the one it will replace: all of it, or nothing.
///
/// Pages are compared with the ones that stand there; only what differs is written, into a tree beside the output
/// folder. `publish()` joins that tree with hard links to what did not change and to files no build made, and
/// exchanges it with the folder in one step. Killed at any moment, the folder holds the whole old or the whole new
/// site. Pages may be written from several threads at once; `publish` and `discard` come after all of them.
///
/// It guards against killed builds, not against power cuts: flushing 40,000 files costs more than the build, and
/// the next build compares bytes and mends what a cut damaged.
public final class SiteWriter: Sendable {
  let folder: OutputFolder
  private let opened: Descriptor?
  let existing: ExistingSite
  let state: Mutex<State>
  let exchange: Exchange

  /// Exchanges two names in an open folder, as `csystem_exchange` does; tests put in one that the disk refuses.
  typealias Exchange = @Sendable (_ folder: Int32, _ first: String, _ second: String) -> Int32

  struct State: Sendable {
    var claimed = ClaimedPaths()
    var written: [String] = []
    var unchanged: [String] = []
    var bytesWritten = 0
    /// The new tree; opened by the first page that differs, so that a build without changes touches nothing.
    var staging: Int32 = -1
    var stagingFolders: Set<String> = [""]
    var isOver = false
  }

  /// Begins a site that will become the folder `output`.
  /// - Throws: `.usage` when the folder cannot be replaced (a file, a symbolic link) or another build is writing it;
  ///   `.machine` when the disk refuses.
  public convenience init(output: String) throws(Failure) {
    try self.init(output: output) { csystem_exchange($0, $1, $2) }
  }

  init(output: String, exchange: @escaping Exchange) throws(Failure) {
    folder = try OutputFolder(output)
    self.exchange = exchange
    do throws(Failure) {
      try folder.clearLeftovers()
      opened = try folder.open()
      existing = if let current = opened.number { try ExistingSite(in: current, shownAs: output) } else { ExistingSite() }
    } catch {
      folder.unlock()
      throw error
    }
    state = Mutex(State())
  }

  /// The open folder as it was found; nil when there was none.
  var current: Int32? { opened.number }

  deinit { discard() }

  /// Gives up: the output folder stays as it is. Does nothing after `publish()`.
  public func discard() {
    state.withLock { state in
      guard !state.isOver else { return }
      finish(&state)
    }
  }

  /// Removes what is not the site and lets other builds in. What cannot be removed is left for the next build.
  func finish(_ state: inout State) {
    state.isOver = true
    if state.staging >= 0 {
      close(state.staging)
      state.staging = -1
      _ = removeFolder(folder.stagingName, in: folder.parent.number)
    }
    folder.unlock()
  }
}
