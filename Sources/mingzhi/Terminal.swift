import Corpus
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

  /// Colours only on a terminal, and not when NO_COLOR is set (no-color.org).
  var usesColour: Bool { isatty(STDERR_FILENO) == 1 && (getenv("NO_COLOR").map { String(cString: $0) } ?? "").isEmpty }

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
    var writer = ConsoleWriter(language: language, usesColour: usesColour) { sourceText(of: $0) }
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

/// The text of a file for excerpts; nil when it is gone or unreadable.
func sourceText(of path: String) -> String? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while bytes.count <= SourceFile.sizeLimit {
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 { break }
    bytes += buffer[..<count]
  }
  return String(decoding: bytes, as: UTF8.self)
}
