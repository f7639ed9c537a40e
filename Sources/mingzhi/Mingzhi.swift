import ArgumentParser

/// The command line. Each command is a file of its own.
@main
struct Mingzhi: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mingzhi",
    abstract: "Quality law in plain words: builds a bilingual site of annotated law. 把质量法规讲明白。",
    discussion: """
      Examples:
        mingzhi build                     build the site into public/
        mingzhi check                     only say what is wrong
        mingzhi check --explain TR204     explain a finding
      Exit status: 0 fine, 1 the content has errors, 2 wrong usage, 3 the machine failed us.
      """,
    version: "0.1.0",
    subcommands: [BuildCommand.self, CheckCommand.self, StampCommand.self])
}
