import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Closes a descriptor the first time it is asked to, from whichever thread.
final class CloseOnce: Sendable {
  private let isClosed = Mutex(false)

  func close(_ descriptor: Int32) {
    isClosed.withLock { isClosed in
      if !isClosed { _ = systemClose(descriptor) }
      isClosed = true
    }
  }
}

private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
