import Corpus
import Diagnostics
import Legislation

/// All that decides how pages look: templates, words, styles and scripts; read and checked once, shared by all pages.
public struct TemplateLibrary: Sendable {
  /// Files to publish under `assets/`, their names carrying a digest so that browsers may keep them for ever.
  public let assets: [SiteFile]
  private let libraries: [Language: [String: Template]]
  private let wordings: [Language: Wording]

  public func wording(_ language: Language) -> Wording { wordings[language]! }

  /// Draws a template.
  func render(_ template: String, _ view: View, in language: Language) -> [UInt8] {
    var html: [UInt8] = []
    html.reserveCapacity(32 << 10)
    libraries[language]![template]!.write(view, to: &html)
    return html
  }
}

extension TemplateLibrary {
  /// Reads a folder of templates. Nil when a finding leaves nothing to draw with.
  ///
  /// Throws `Failure.usage` when there is no such folder, `Failure.machine` when it may not be read.
  public static func load(
    from path: String, declarations: [String: [String: Field]]
  ) throws(Failure) -> (library: TemplateLibrary?, diagnostics: [Diagnostic]) {
    let folder = try SourceFolder(path, option: "--templates")
    var diagnostics: [Diagnostic] = []
    func read(_ file: String, isText: Bool = true) -> SourceFile? {
      switch folder.read(file, isText: isText) {
      case .success(let source): return source
      case .failure(let error):
        diagnostics.append(error.diagnostic)
        return nil
      }
    }
    var sources: [String: TemplateSource] = [:]
    for file in folder.names(in: ".") where file.hasSuffix(".mustache") {
      guard let source = read(file) else { continue }
      let name = String(file.dropLast(".mustache".count))
      sources[name] = TemplateSource(
        name: name, file: source, tags: TemplateTag.all(in: source.bytes, file: source.path, &diagnostics))
    }
    for name in declarations.keys.sorted() where sources[name] == nil {
      diagnostics.append(
        Diagnostic(
          .missingTemplate, at: SourceRange(file: folder.shown(name + ".mustache"), line: 1),
          Bilingual(zh: "缺少模板 \(name).mustache", en: "the template \(name).mustache is missing")))
    }
    let assets = folder.names(in: "assets").compactMap { name in
      read("assets/" + name, isText: !name.hasSuffix(".png")).map { Asset(name: name, bytes: $0.bytes) }
    }
    let addresses = Dictionary(uniqueKeysWithValues: assets.map { ($0.name, $0.path) })
    let wordings = Language.allCases.compactMap { language in
      read("strings/\(language.rawValue).yml").map { (language, Wording(YAMLTable($0, &diagnostics))) }
    }
    guard wordings.count == Language.allCases.count else { return (nil, diagnostics) }
    diagnostics += compare(wordings)
    var libraries: [Language: [String: Template]] = [:]
    for (language, wording) in wordings {
      var compiler = TemplateCompiler(sources: sources, wording: wording, assets: addresses)
      for (name, fields) in declarations.sorted(by: { $0.key < $1.key }) { compiler.check(name, fields: fields) }
      diagnostics += compiler.diagnostics.filter { !diagnostics.contains($0) }
      if language == .zh { diagnostics += unused(wording, compiler.usedWords) }
      guard !diagnostics.hasErrors else { continue }
      libraries[language] = compiler.templates
    }
    guard !diagnostics.hasErrors else { return (nil, diagnostics) }
    let library = TemplateLibrary(
      assets: assets.map { SiteFile(route: Route($0.path), bytes: $0.bytes) }, libraries: libraries,
      wordings: Dictionary(uniqueKeysWithValues: wordings))
    return (library, diagnostics)
  }

  /// Words that one language lacks, and words of the engine that a file lacks.
  private static func compare(_ wordings: [(Language, Wording)]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let wanted = Set(wordings.flatMap(\.1.keys)).union(Word.allCases.map(\.rawValue))
    for (_, wording) in wordings {
      for key in wanted.sorted() where wording[key] == nil {
        diagnostics.append(
          Diagnostic(
            .missingWord, at: SourceRange(file: wording.file, line: 1),
            Bilingual(zh: "\(wording.file) 里没有 \(key)", en: "'\(key)' is missing in \(wording.file)"),
            help: Bilingual(zh: "加一行 \(key): …", en: "add a line '\(key): …'")))
      }
    }
    return diagnostics
  }

  private static func unused(_ wording: Wording, _ used: Set<String>) -> [Diagnostic] {
    let engine = Set(Word.allCases.map(\.rawValue))
    return wording.keys.filter { !used.contains($0) && !engine.contains($0) }.map { key in
      Diagnostic(
        .unusedWord, at: wording.range(of: key), Bilingual(zh: "没有用到 \(key)", en: "nothing uses '\(key)'"),
        help: Bilingual(zh: "从两个文件中删去", en: "remove it from both files"))
    }
  }
}

/// A style, script or picture under `templates/assets/`.
private struct Asset {
  let name: String
  let bytes: [UInt8]

  /// `assets/site-1a2b3c4d5e6f.css`
  var path: String {
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    return "assets/\(name[..<dot])-\(digest(ofBytes: bytes))\(name[dot...])"
  }
}
