import Corpus
import Diagnostics

/// A template file as it was read.
struct TemplateSource: Sendable {
  let name: String
  let file: SourceFile
  let tags: [TemplateTag]
}


/// Holds templates against their declarations, and fills in what is the same on every page of a language: the words of
/// the interface and the addresses of assets. What remains for each page is little, so pages are drawn fast.
struct TemplateCompiler {
  let sources: [String: TemplateSource]
  let wording: Wording
  let assets: [String: String]
  var diagnostics: [Diagnostic] = []
  /// Keys of the interface's words that some template names.
  var usedWords: Set<String> = []

  init(sources: [String: TemplateSource], wording: Wording, assets: [String: String]) {
    self.sources = sources
    self.wording = wording
    self.assets = assets
  }

  /// Reports every tag of a template, and of the partials it includes, that its declaration does not allow.
  mutating func check(_ template: String, fields: [String: Field]) {
    check(template, scopes: [fields], including: [])
  }

  private mutating func check(_ template: String, scopes outer: [[String: Field]], including: [String]) {
    guard let source = sources[template] else { return }
    var scopes = outer
    var open: [TemplateTag] = []
    for tag in source.tags {
      switch tag.kind {
      case .comment: break
      case .refused:
        report(
          .templateSyntax, tag, Bilingual(zh: "这里不使用这种标签", en: "this kind of tag is not used here"),
          help: Bilingual(zh: "只用变量、章节和片段", en: "use variables, sections and partials"))
      case .partial: checkPartial(tag, scopes, including + [template])
      case .end:
        if let last = open.popLast(), last.name == tag.name {
          if last.kind == .section { scopes.removeLast() }
        } else {
          report(.templateSyntax, tag, Bilingual(zh: "{{/\(tag.name)}} 没有对应的开头", en: "{{/\(tag.name)}} closes nothing"))
        }
      case .section, .inverted:
        open.append(tag)
        let field = lookUp(tag, scopes)
        if tag.kind == .section {
          if case .section(let inner)? = field { scopes.append(inner) } else { scopes.append([:]) }
        }
      case .text, .html: checkVariable(tag, scopes)
      }
    }
    for tag in open {
      report(.templateSyntax, tag, Bilingual(zh: "{{#\(tag.name)}} 没有结束", en: "{{#\(tag.name)}} is never closed"))
    }
  }

  private mutating func checkPartial(_ tag: TemplateTag, _ scopes: [[String: Field]], _ including: [String]) {
    guard sources[tag.name] != nil else {
      let near = nearestNames(to: tag.name, among: sources.keys.sorted(), limit: 1).first
      report(
        .missingPartial, tag, Bilingual(zh: "没有片段 \(tag.name)", en: "there is no partial '\(tag.name)'"),
        help: near.map { Bilingual(zh: "是不是 \($0)？", en: "did you mean '\($0)'?") })
      return
    }
    guard !including.contains(tag.name) else {
      report(.templateSyntax, tag, Bilingual(zh: "片段 \(tag.name) 包含自己", en: "the partial '\(tag.name)' includes itself"))
      return
    }
    check(tag.name, scopes: scopes, including: including)
  }

  private mutating func checkVariable(_ tag: TemplateTag, _ scopes: [[String: Field]]) {
    if tag.name.hasPrefix("ui.") {
      let key = String(tag.name.dropFirst(3))
      usedWords.insert(key)
      if wording[key] == nil {
        let near = nearestNames(to: key, among: wording.keys, limit: 1).first
        report(
          .missingWord, tag,
          Bilingual(zh: "\(wording.file) 里没有 \(key)", en: "'\(key)' is missing in \(wording.file)"),
          help: near.map { Bilingual(zh: "是不是 ui.\($0)？", en: "did you mean 'ui.\($0)'?") })
      }
      return
    }
    if tag.name.hasPrefix("asset.") {
      let name = String(tag.name.dropFirst(6))
      if assets[name] == nil {
        report(.missingPartial, tag, Bilingual(zh: "没有 assets/\(name)", en: "there is no assets/\(name)"))
      }
      return
    }
    switch lookUp(tag, scopes) {
    case .text? where tag.kind == .html, .html? where tag.kind == .text:
      report(
        .templateVariable, tag,
        tag.kind == .html
          ? Bilingual(zh: "\(tag.name) 是文字，用 {{\(tag.name)}}", en: "'\(tag.name)' is text: write {{\(tag.name)}}")
          : Bilingual(zh: "\(tag.name) 是标记，用 {{{\(tag.name)}}}", en: "'\(tag.name)' is markup: write {{{\(tag.name)}}}"))
    case .section?, .flag?:
      report(
        .templateVariable, tag,
        Bilingual(zh: "\(tag.name) 是章节，用 {{#\(tag.name)}}", en: "'\(tag.name)' is a section: write {{#\(tag.name)}}"))
    default: break
    }
  }

  /// The declaration of a tag's name, looked up from the inside out as Mustache does; reports a name that is not declared.
  private mutating func lookUp(_ tag: TemplateTag, _ scopes: [[String: Field]]) -> Field? {
    for scope in scopes.reversed() { if let field = scope[tag.name] { return field } }
    let known = scopes.flatMap(\.keys).sorted()
    let near = nearestNames(to: tag.name, among: known, limit: 1).first
    report(
      .templateVariable, tag, Bilingual(zh: "模板里没有 \(tag.name) 这个变量", en: "there is no variable '\(tag.name)' here"),
      help: near.map { Bilingual(zh: "是不是 \($0)？", en: "did you mean '\($0)'?") }
        ?? Bilingual(zh: "可用的有：" + known.joined(separator: "、"), en: "known here: " + known.joined(separator: ", ")))
    return nil
  }

  private mutating func report(_ rule: Rule, _ tag: TemplateTag, _ message: Bilingual, help: Bilingual? = nil) {
    let finding = Diagnostic(rule, at: tag.range, message, help: help)
    // A partial is checked once for every place that includes it.
    if !diagnostics.contains(finding) { diagnostics.append(finding) }
  }

  /// Every template, with words and assets filled in. Call it when nothing was found wrong.
  var templates: [String: Template] {
    sources.mapValues { Template(nodes: nodes(of: $0)) }
  }

  private func nodes(of source: TemplateSource) -> [Template.Node] {
    TemplateReader(source: source.file.bytes, constant: constant, partial: { name in sources[name].map(nodes) ?? [] })
      .nodes(source.tags)
  }

  private func constant(_ tag: TemplateTag) -> [UInt8]? {
    if tag.name.hasPrefix("ui.") { return Array(escaped(wording[String(tag.name.dropFirst(3))] ?? "").utf8) }
    if tag.name.hasPrefix("asset.") { return Array((assets[String(tag.name.dropFirst(6))] ?? "").utf8) }
    return nil
  }
}
