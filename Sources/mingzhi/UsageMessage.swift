import Diagnostics

/// What the argument parser says of wrong usage, as this program says it: `mingzhi:` first, in Chinese where Chinese is spoken.
///
/// The parser words its messages in English and offers no way to word them otherwise, so the forms it has
/// (swift-argument-parser, UsageGenerator.swift) are recognised; one that is not stays English inside the Chinese frame.
func usageMessage(_ parsers: String, in language: Language) -> String {
  parsers.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    let line = String(line)
    if let said = line.after("Error: ") { return "mingzhi: " + (language == .zh ? inChinese(said) : said) }
    guard language == .zh else { return line }
    if let help = line.after("Help:  ") { return "说明：" + help }
    if let usage = line.after("Usage: ") { return "用法：" + usage }
    if let more = line.after("  See '"), let end = more.firstIndex(of: "'") { return "  详见 \(more[..<end])" }
    return line
  }.joined(separator: "\n")
}

extension Language {
  /// The language that the arguments ask for, or the locale: what a command speaks before it is parsed.
  static func asked(in arguments: [String]) -> Language {
    for (index, argument) in arguments.enumerated() {
      if let value = argument.after("--language="), let language = Language(rawValue: value) { return language }
      if argument == "--language", index + 1 < arguments.count, let language = Language(rawValue: arguments[index + 1]) { return language }
    }
    return .ofLocale
  }
}

private func inChinese(_ message: String) -> String {
  let quoted = message.split(separator: "'", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
  guard let first = quoted.first else { return message == "Missing required subcommand." ? "缺少子命令" : message }
  let second = quoted.count > 1 ? quoted[1] : ""
  switch message {
  case let text where text.hasPrefix("Unknown option "): return "没有选项 \(first)" + (second.isEmpty ? "" : "；是不是 \(second)？")
  case let text where text.hasPrefix("Missing value for "): return "\(first) 缺少值"
  case let text where text.hasPrefix("Missing expected argument "): return "缺少参数 \(first)"
  case let text where text.hasPrefix("Missing one of: "): return "缺少参数，以下任选其一：" + quoted.joined(separator: "、")
  case let text where text.hasPrefix("Unexpected argument "): return "多了参数 \(first)"
  case let text where text.contains(" unexpected arguments: "): return "多了参数 " + quoted.joined(separator: "、")
  case let text where text.hasPrefix("The value ") && text.contains(" is invalid for "):
    let choices = quoted.dropFirst(2)
    return "“\(first)”不能作 \(second) 的值" + (choices.isEmpty ? "" : "；可以是：" + choices.joined(separator: "、"))
  case let text where text.hasPrefix("The option ") && text.contains(" does not take any value"): return "选项 \(first) 不带值，却写了“\(second)”"
  default: return message
  }
}

extension String {
  /// What follows a beginning; nil where the text begins otherwise.
  fileprivate func after(_ beginning: String) -> String? { hasPrefix(beginning) ? String(dropFirst(beginning.count)) : nil }
}
