import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Maps on every core and keeps the order of the items, so that output never depends on timing.
///
/// The caller works itself; cores that are free help it, also when it is already one of several in another concurrent
/// map. (`concurrentPerform` would give a map within a map one core.)
public func concurrentMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ transform: @escaping @Sendable (Item) -> Result
) -> [Result] {
  let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  guard items.count > 1, cores > 1 else { return items.map(transform) }
  let shared = SharedWork(items, cores: cores, transform)
  for _ in 1..<min(cores, items.count) { DispatchQueue.global().async { shared.help() } }
  return shared.results()
}

/// Does different things on every core and waits for all of them.
public func concurrently<each Value: Sendable>(
  _ work: repeat @escaping @Sendable () -> each Value
) -> (repeat each Value) {
  let parts = (repeat Part(each work))
  var all: [@Sendable () -> Void] = []
  for part in repeat each parts { all.append { part.run() } }
  _ = concurrentMap(all) { $0() }
  return (repeat (each parts).value)
}

/// Items that several threads map together. Each takes a stretch of what is left, ever shorter ones, so that all end at
/// about the same time: a task for each of 2,000 items would cost 4.5 ms, stretches cost 0.1.
private final class SharedWork<Item: Sendable, Result: Sendable>: Sendable {
  private struct State {
    /// Let go when all is done, as is `transform` with what it captured: a core that comes too late may hold on to this
    /// object for as long as other work keeps it away.
    var items: [Item]
    var transform: (@Sendable (Item) -> Result)?
    /// Items that somebody has taken, from the first on.
    var begun = 0
    var finished = 0
    var parts: [(start: Int, results: [Result])] = []
  }
  private let count: Int
  private let cores: Int
  private let state: Mutex<State>
  private let isDone = DispatchSemaphore(value: 0)

  init(_ items: [Item], cores: Int, _ transform: @escaping @Sendable (Item) -> Result) {
    count = items.count
    self.cores = cores
    state = Mutex(State(items: items, transform: transform))
  }

  /// Works until nothing is left to begin; at once when it comes too late.
  func help() {
    while let (stretch, transform) = next() {
      let results = stretch.map(transform)
      let isLast = state.withLock { state in
        state.parts.append((stretch.startIndex, results))
        state.finished += results.count
        return state.finished == count
      }
      if isLast { isDone.signal() }
    }
  }

  /// Works, waits for what others have begun, and gives the results in the order of the items.
  func results() -> [Result] {
    help()
    isDone.wait()
    let parts = state.withLock { state in
      defer { (state.items, state.transform, state.parts) = ([], nil, []) }
      return state.parts
    }
    return parts.sorted { $0.start < $1.start }.flatMap(\.results)
  }

  private func next() -> (ArraySlice<Item>, @Sendable (Item) -> Result)? {
    state.withLock { state in
      let left = count - state.begun
      guard left > 0, let transform = state.transform else { return nil }
      let start = state.begun
      state.begun += max(1, left / (cores * 8))
      return (state.items[start..<state.begun], transform)
    }
  }
}

private final class Part<Value: Sendable>: Sendable {
  private let work: @Sendable () -> Value
  private let result = Mutex<Value?>(nil)

  init(_ work: @escaping @Sendable () -> Value) { self.work = work }

  func run() {
    let value = work()
    result.withLock { $0 = value }
  }

  /// Ask after `run`.
  var value: Value { result.withLock { $0! } }
}
