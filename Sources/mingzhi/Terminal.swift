import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Results go to standard output, everything else to standard error.
struct Terminal {
  let talk: TalkOptions
  var language: Language { talk.spoken }

  /// Colours only on a terminal that has them, and not when NO_COLOR is set (no-color.org).
  func usesColour(on descriptor: Int32 = STDERR_FILENO) -> Bool {
    isatty(descriptor) == 1 && environment("NO_COLOR").isEmpty && environment("TERM") != "dumb"
  }

  /// The result of the command.
  func say(_ message: Bilingual) {
    guard !talk.quiet else { return }
    emit(message[language] + "\n", to: STDOUT_FILENO)
  }

  func detail(_ message: Bilingual) {
    guard talk.verbose else { return }
    emit(message[language] + "\n", to: STDERR_FILENO)
  }

  func complain(_ message: Bilingual) { emit("mingzhi: " + message[language] + "\n", to: STDERR_FILENO) }

  /// Findings with excerpts, then a count.
  func show(_ diagnostics: [Diagnostic]) {
    var writer = ConsoleWriter(language: language, usesColour: usesColour()) { sourceText(of: $0) }
    for diagnostic in diagnostics where !talk.quiet || diagnostic.severity == .error {
      emit(writer.write(diagnostic) + "\n", to: STDERR_FILENO)
    }
  }

  /// The exit status of a failure, after telling of it.
  func status(of failure: Failure) -> Int32 {
    switch failure {
    case .content(let diagnostics):
      show(diagnostics)
      let errors = diagnostics.count { $0.severity == .error }
      complain(Bilingual(zh: "内容有 \(errors) 个错误，没有发布", en: "the content has \(errors) error\(errors == 1 ? "" : "s"); nothing was published"))
      return 1
    case .usage(let message):
      complain(message)
      return 2
    case .machine(let message):
      complain(message)
      return 3
    }
  }
}

/// Writes text whole to a descriptor; a reader that has gone away is nobody's error.
func emit(_ text: String, to descriptor: Int32) {
  var text = text
  text.withUTF8 { bytes in
    var done = 0
    while done < bytes.count {
      let count = write(descriptor, bytes.baseAddress! + done, bytes.count - done)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return }
      done += count
    }
  }
}

private func environment(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
