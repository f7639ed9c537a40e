import Dispatch

/// Does work that keeps a core busy (drawing pages, building) on Dispatch's threads: Swift's pool has one thread a core,
/// and a few of these at once would leave none for listening.
public func offThePool<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
  await withCheckedContinuation { continuation in
    DispatchQueue.global(qos: .userInitiated).async { continuation.resume(returning: work()) }
  }
}
