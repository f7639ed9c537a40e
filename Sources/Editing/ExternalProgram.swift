#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs an optional program (pandoc, git) found on PATH and returns its exit status and standard output; nil when it is
/// not installed. It reads nothing and its complaints are dropped: what a failure means, the caller says.
public func output(of words: [String]) -> (status: Int32, bytes: [UInt8])? {
  var ends: [Int32] = [0, 0]
  guard let program = words.first, pipe(&ends) == 0 else { return nil }
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
  for end in ends { posix_spawn_file_actions_addclose(&actions, end) }
  var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
  defer { for argument in arguments { free(argument) } }
  var process = pid_t()
  let started = posix_spawnp(&process, program, &actions, nil, &arguments, environ)
  close(ends[1])
  defer { close(ends[0]) }
  guard started == 0 else { return nil }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = read(ends[0], &buffer, buffer.count)
    if count < 0, errno == EINTR { continue }
    if count <= 0 { break }
    bytes += buffer[..<count]
  }
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0, errno == EINTR {}
  // The high byte holds the exit status; a signal leaves a low byte.
  return (status & 0x7f == 0 ? status >> 8 : 128 + status & 0x7f, bytes)
}

/// A path as an argument: one that begins with a dash would be read as an option.
public func argument(_ path: String) -> String { path.hasPrefix("-") ? "./" + path : path }
