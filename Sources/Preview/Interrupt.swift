import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Waits for Ctrl-C (SIGINT) or a polite request to end (SIGTERM). From then on a second one kills as usual.
public func waitForInterrupt() async {
  let (interrupts, continuation) = AsyncStream.makeStream(of: Void.self)
  let numbers = [SIGINT, SIGTERM]
  let sources = numbers.map { number in
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler { continuation.yield() }
    source.resume()
    return source
  }
  for await _ in interrupts { break }
  for source in sources { source.cancel() }
  for number in numbers { signal(number, SIG_DFL) }
}
