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
    // A file that cannot be read lacks every word: that would be told 700 times.
    guard wordings.count == Language.allCases.count, !diagnostics.hasErrors else { return (nil, diagnostics) }
    diagnostics += compare(wordings) + wordings.flatMap { language, wording in judge(wording, language, beside: wordings) }
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

  /// Words that a reader would see unfilled, as mark-up, or in the other language.
  private static func judge(_ wording: Wording, _ language: Language, beside all: [(Language, Wording)]) -> [Diagnostic] {
    guard let other = all.first(where: { $0.0 != language })?.1 else { return [] }
    return wording.keys.flatMap { key -> [Diagnostic] in
      guard let words = wording[key], let theirs = other[key] else { return [] }
      var found: [Diagnostic] = []
      func report(_ zh: String, _ en: String, _ help: Bilingual) {
        found.append(Diagnostic(.missingWord, at: wording.range(of: key), Bilingual(zh: zh, en: en), help: help))
      }
      let places = Self.places(in: theirs).subtracting(Self.places(in: words))
      if !places.isEmpty {
        let names = places.sorted().joined(separator: " ")
        report("\(key) 里没有 \(names)，另一种语言有", "'\(key)' has no \(names), the other language has", Bilingual(zh: "引擎在那里填上数字或者名称", en: "the engine fills in a number or a name there"))
      }
      if words.utf8.contains(UInt8(ascii: "<")) {
        report("\(key) 里有标记 <", "'\(key)' holds mark-up: <", Bilingual(zh: "标记写在模板里", en: "mark-up belongs into templates"))
      }
      // The name of the other language stands in its own script, in both files.
      if language == .en, hasHan(words), hasHan(theirs) {
        report("英文的 \(key) 里有汉字", "the English '\(key)' holds Chinese", Bilingual(zh: "译成英文", en: "translate it"))
      }
      return found
    }
  }

  /// What the engine fills in: `{count}`.
  private static func places(in words: String) -> Set<String> {
    var found: Set<String> = []
    var rest = words[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      found.insert(String(rest[open...close]))
      rest = rest[rest.index(after: close)...]
    }
    return found
  }

  private static func hasHan(_ words: String) -> Bool { words.unicodeScalars.contains { (0x4e00...0x9fff).contains($0.value) } }

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
