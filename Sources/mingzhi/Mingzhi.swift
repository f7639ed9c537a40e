import ArgumentParser

@main
struct Mingzhi: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mingzhi", abstract: "Quality law in plain words: builds an annotated-law site.")
}
