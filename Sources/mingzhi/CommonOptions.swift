import ArgumentParser
import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the sources are.
struct SourceOptions: ParsableArguments {
  @Option(help: "Folder of the law and our words. 内容文件夹。")
  var content = "content"
  @Option(help: "Folder of templates, styles and interface words. 模板文件夹。")
  var templates = "templates"
}

/// How the command talks.
struct TalkOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say nothing but errors. 只报错误。")
  var quiet = false
  @Flag(name: .shortAndLong, help: "Say how long each stage takes. 说出每个阶段的用时。")
  var verbose = false
  @Option(help: "Language of messages, zh or en; the locale decides when it is not given. 消息的语言。")
  var language: Language?

  /// The language asked for, or that of the locale (LC_ALL, LC_MESSAGES, LANG), or English.
  var spoken: Language {
    if let language { return language }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty {
        return value.hasPrefix("zh") ? .zh : .en
      }
    }
    return .en
  }
}

extension Language: ExpressibleByArgument {}
