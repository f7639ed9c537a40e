import Diagnostics
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A small publisher for tests that kill it, fill its disk or take its rights away.
///
///     publish-probe OUTPUT GENERATION PAGES [--unprivileged]
///
/// Writes PAGES pages; every third is the same in each generation, the others name theirs.
/// `--unprivileged` gives up root's rights first, before which no permission counts.
@main enum PublishProbe {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 4, let count = Int(arguments[3]) else { exit(64) }
    if arguments.contains("--unprivileged"), getuid() == 0, setgid(65534) != 0 || setuid(65534) != 0 { exit(70) }
    // Starting a process takes longer than publishing: the tests count from here.
    print("begun")
    fflush(nil)
    do throws(Failure) {
      let writer = try SiteWriter(output: arguments[1])
      for number in 0..<count {
        let text = number % 3 == 0 ? "page \(number)" : "page \(number) of \(arguments[2])"
        let bytes = Array(String(repeating: text + "\n", count: 100).utf8)
        try writer.write(bytes, to: "zh/\(number % 10)/\(number).html")
      }
      _ = try writer.publish()
    } catch {
      switch error {
      case .content: exit(1)
      case .usage(let message):
        print(message.en)
        exit(2)
      case .machine(let message):
        print(message.en)
        exit(3)
      }
    }
  }
}
