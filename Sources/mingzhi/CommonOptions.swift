import ArgumentParser
import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the content is.
struct ContentOption: ParsableArguments {
  @Option(help: "Folder of the law and our words. 内容文件夹。")
  var content = "content"
}

/// Where the sources are.
struct SourceOptions: ParsableArguments {
  @OptionGroup private var contentOption: ContentOption
  @Option(name: .customLong("templates"), help: "Folder of templates, styles and interface words. 模板文件夹。")
  private var templatesOption = "templates"

  var content: String { contentOption.content }
  /// The folder asked for; where there is none of that name, the one that came with the program.
  var templates: String {
    templatesOption != "templates" || access(templatesOption, F_OK) == 0
      ? templatesOption : installedTemplates() ?? templatesOption
  }
}

/// The templates that came with the program: `share/mingzhi/templates` beside its `bin`, or `templates` of the source
/// tree that it was built in.
func installedTemplates() -> String? {
  guard let buffer = realpath(CommandLine.executablePath, nil) else { return nil }
  defer { free(buffer) }
  var folder = Substring(String(cString: buffer))
  while let slash = folder.lastIndex(of: "/") {
    folder = folder[..<slash]
    for name in ["/share/mingzhi/templates", "/templates"] where access(folder + name + "/layout.mustache", F_OK) == 0 {
      return folder + name
    }
  }
  return nil
}

extension CommandLine {
  /// The running program's file.
  fileprivate static var executablePath: String {
    #if os(Linux)
      "/proc/self/exe"
    #else
      Self.arguments[0]
    #endif
  }
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
  var spoken: Language { language ?? .ofLocale }
}

extension Language {
  /// That of LC_ALL, LC_MESSAGES or LANG, or English.
  static var ofLocale: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty {
        return value.hasPrefix("zh") ? .zh : .en
      }
    }
    return .en
  }
}

extension Language: ExpressibleByArgument {}
