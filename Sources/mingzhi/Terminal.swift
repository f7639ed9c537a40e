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

  /// Findings with excerpts, at most `limit` of a kind in a file, and a count of the rest.
  func show(_ diagnostics: [Diagnostic], limit: Int = 8) {
    var writer = ConsoleWriter(language: language, usesColour: usesColour(), width: columns - 8) { sourceText(of: $0) }
    let selection = FindingSelection(diagnostics.filter { !talk.quiet || $0.severity == .error }, limit: limit)
    for diagnostic in selection.shown { emit(writer.write(diagnostic) + "\n", to: STDERR_FILENO) }
    for rest in selection.rest { emit(writer.write(rest), to: STDERR_FILENO) }
  }

  /// Cells of a line of the terminal; 104 where there is none.
  private var columns: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 104 }
    return min(Int(size.ws_col), 200)
  }

  /// Appends to the summary of a GitHub job; to standard output where there is none.
  func summarize(_ markdown: String) throws(Failure) {
    guard let path = getenv("GITHUB_STEP_SUMMARY").map({ String(cString: $0) }), !path.isEmpty, let file = fopen(path, "a") else {
      return emit(markdown, to: STDOUT_FILENO)
    }
    defer { fclose(file) }
    fputs(markdown, file)
  }

  /// The exit status of a failure, after telling of it.
  /// - Parameter verb: what did not happen, when the content has errors: 没有发布, "published".
  func status(of failure: Failure, undone verb: Bilingual = Bilingual(zh: "发布", en: "published")) -> Int32 {
    switch failure {
    case .content(let diagnostics):
      show(diagnostics)
      let errors = diagnostics.count { $0.severity == .error }
      complain(
        Bilingual(
          zh: "有 \(errors) 个错误，没有\(verb.zh)", en: "\(errors) error\(errors == 1 ? "" : "s"); nothing was \(verb.en)"))
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
