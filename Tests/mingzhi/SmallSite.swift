import Foundation

/// A site on disk, small enough to read: one regulation of two articles, one topic, one page.
final class SmallSite {
  let folder: URL

  /// An empty folder.
  static func empty() throws -> SmallSite { try SmallSite(sound.mapValues { _ in nil }) }

  /// The files of a sound site, with `changes` put over them; a nil text leaves a file out.
  init(_ changes: [String: String?] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("mingzhi-\(UUID().uuidString)")
    var files: [String: String?] = Self.sound
    for (path, text) in changes { files[path] = text }
    for case (let path, let text?) in files { try write(text, to: "content/" + path) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to path: String) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text(of path: String) throws -> String { try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8) }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path) }

  /// Every file below a folder with its bytes.
  func snapshot(of path: String) -> [String: Data] {
    let root = folder.appendingPathComponent(path)
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
    return Dictionary(uniqueKeysWithValues: names.compactMap { name in
      (try? Data(contentsOf: root.appendingPathComponent(name))).map { (name, $0) }
    })
  }

  static let sound: [String: String] = [
    "site.yml": """
      title: { zh: 小站, en: Small site }
      tagline: { zh: 两条法规, en: Two articles }
      url: https://small.example/
      regulations: [pingan]
      compared: [pingan]
      """,
    "regulations/pingan/regulation.yml": """
      title: { zh: 平安市质量条例, en: Regulation of Ping’an City on Quality }
      short: { zh: 平安条例, en: Ping’an Regulation }
      kind: local-regulation
      status: in-force
      adopted: 2020-01-02
      effective: 2020-03-01
      """,
    "regulations/pingan/published.txt": """
      平安市质量条例
      第一条　为了提高质量，制定本条例。
      第二条　企业应当做好下列工作：
      （一）建立制度；
      （二）留存记录。
      """,
    "regulations/pingan/text.zh.md": """
      # 平安市质量条例

      ## 第一条

      为了提高质量，制定本条例。

      ## 第二条

      企业应当做好下列工作：

      （一）建立制度；

      （二）留存记录。
      """,
    "regulations/pingan/text.en.md": """
      # Regulation of Ping’an City on Quality

      ## Article 1

      This Regulation is made in order to improve quality.

      ## Article 2

      Enterprises shall do the following work:

      (1) set up rules;

      (2) keep records.
      """,
    "regulations/pingan/notes/2.zh.md": """
      ---
      topics: [records]
      ---

      企业**应当**留下记录，见[](pingan/2#p1-i2)。
      """,
    "regulations/pingan/notes/2.en.md": """
      ---
      ---

      Enterprises **must** keep records: see [](pingan/2#p1-i2).
      """,
    "topics/records.zh.md": "---\ntitle: 记录\norder: 10\ncriterion: 谁留记录\n---\n\n记录见[](pingan/2)。\n",
    "topics/records.en.md": "---\ntitle: Records\ncriterion: who keeps them\n---\n\nSee [](pingan/2) on records.\n",
    "pages/about.zh.md": "---\ntitle: 关于\n---\n\n这是一个小站。\n",
    "pages/about.en.md": "---\ntitle: About\n---\n\nThis is a small site.\n",
  ]
}

/// What a run of `mingzhi` gave back.
struct Outcome {
  let status: Int32
  let output: String
  let errors: String
}

extension SmallSite {
  /// Runs the program in the site's folder with the project's own templates; messages in English.
  @discardableResult
  func mingzhi(_ arguments: String..., templates: String = SmallSite.templates, environment: [String: String] = [:]) throws -> Outcome {
    try run(arguments, templates: templates, environment: environment)
  }

  /// The same for arguments that come as a list.
  func run(_ arguments: [String], templates: String = SmallSite.templates, environment: [String: String] = [:]) throws -> Outcome {
    let draws = ["build", "check", "serve"].contains(arguments.first ?? "") && !arguments.contains("--templates")
    return try launch(Self.program, arguments + (draws ? ["--templates", templates] : []), environment: environment)
  }

  /// Runs lines of a shell in the site's folder, as an editor types them; the first that fails ends them.
  func shell(_ lines: String, environment: [String: String] = [:]) throws -> Outcome {
    let path = Self.program.deletingLastPathComponent().path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
    return try launch(
      URL(fileURLWithPath: "/bin/sh"), ["-e", "-c", lines], environment: environment.merging(["PATH": path]) { $1 })
  }

  private func launch(_ program: URL, _ arguments: [String], environment: [String: String]) throws -> Outcome {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "LANG": "en_US.UTF-8"]
      .merging(environment) { $1 }
    // Files, not pipes: a pipe that fills up while nobody reads would stop the program.
    let output = folder.appendingPathComponent(".output")
    let errors = folder.appendingPathComponent(".errors")
    for file in [output, errors] { try Data().write(to: file) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  /// The program beside the tests.
  static var program: URL {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let beside = bundle.appendingPathComponent("mingzhi")
    return FileManager.default.isExecutableFile(atPath: beside.path)
      ? beside : project.appendingPathComponent(".build/debug/mingzhi")
  }

  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let templates = project.appendingPathComponent("templates").path
}
