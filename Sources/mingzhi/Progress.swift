import Diagnostics
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How far a long stage is, with rate and time left, on one line of a terminal that is wiped at the end.
final class Progress: Sendable {
  private let language: Language
  private struct State {
    var total = 0
    var done = 0
    var begun = ContinuousClock.now
    /// Tenths of a second at which the line was last drawn; 0 before the first time.
    var drawn = 0
  }
  private let state = Mutex(State())

  /// Nil where nobody looks: standard error is no terminal, or the user asked for quiet.
  init?(_ terminal: Terminal) {
    guard isatty(STDERR_FILENO) == 1, !terminal.talk.quiet else { return nil }
    language = terminal.language
  }

  func begin(_ total: Int) { state.withLock { $0 = State(total: total) } }

  /// One more is done. Draws ten times a second, and not at all what takes less than a third of a second.
  func step() {
    let line: String? = state.withLock { state in
      state.done += 1
      let seconds = (ContinuousClock.now - state.begun).seconds
      let tenths = Int(seconds * 10)
      guard tenths >= 3, tenths > state.drawn else { return nil }
      state.drawn = tenths
      return progressLine(done: state.done, of: state.total, seconds: seconds)[language]
    }
    if let line { emit("\r\(line)\u{1b}[K", to: STDERR_FILENO) }
  }

  func end() {
    if state.withLock({ $0.drawn }) > 0 { emit("\r\u{1b}[K", to: STDERR_FILENO) }
  }
}

/// `1200/5400 pages, 3400 a second, 2 s left`
func progressLine(done: Int, of total: Int, seconds: Double) -> Bilingual {
  let rate = seconds > 0 ? Double(done) / seconds : 0
  let left = rate > 0 ? Int((Double(total - done) / rate).rounded(.up)) : 0
  return Bilingual(
    zh: "\(done)/\(total) 页，每秒 \(Int(rate)) 页，还要 \(left) 秒",
    en: "\(done)/\(total) pages, \(Int(rate)) a second, \(left) s left")
}
