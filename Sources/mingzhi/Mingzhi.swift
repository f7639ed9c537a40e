import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The command line. Each command is a file of its own.
@main
struct Mingzhi: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mingzhi",
    abstract: "Quality law in plain words: builds a bilingual site of annotated law. 把质量法规讲明白。",
    discussion: """
      Examples:
        mingzhi build                     build the site into public/
        mingzhi serve                     show the site while you write
        mingzhi import law.txt --id ID    bring a published text in
        mingzhi check                     only say what is wrong
        mingzhi check --explain TR204     explain a finding
        mingzhi pack site                 one zip file of the site, for use without a connection
      Exit status: 0 fine, 1 the content has errors, 2 wrong usage, 3 the machine failed us.
      """,
    version: "0.1.0",
    subcommands: [
      BuildCommand.self, CheckCommand.self, ServeCommand.self, ImportCommand.self, NewCommand.self, StampCommand.self,
      StatusCommand.self, StaleCommand.self, ReviewCommand.self, InitCommand.self, PackCommand.self,
    ])
}

extension Mingzhi {
  /// Runs the command that the arguments name. The argument parser's own status for wrong usage is 64 (sysexits.h); ours is 2.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      emit(usageMessage(fullMessage(for: error), in: .asked(in: CommandLine.arguments)) + "\n", to: STDERR_FILENO)
      Platform.exit(2)
    }
  }
}

/// `exit` of the C library, which the parser's own hides.
private enum Platform {
  static func exit(_ status: Int32) -> Never {
    #if canImport(Glibc)
      Glibc.exit(status)
    #else
      Darwin.exit(status)
    #endif
  }
}
