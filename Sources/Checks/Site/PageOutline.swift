import Diagnostics
import Site

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a reader's tools rely on in a page: language, headings, alternative texts, labels, the security policy.
struct PageOutline {
  private let route: Route
  /// The `class` of the body.
  private(set) var kind = ""
  private var language = ""
  private var policy: String?
  private var level = 0
  private var mainHeadings = 0
  /// Ids of controls that need a label, and those that labels name.
  private var unlabelled: [String] = []
  private var labelled: Set<String> = []
  private var diagnostics: [Diagnostic] = []

  init(route: Route) { self.route = route }

  mutating func read(_ tag: HTMLTag) {
    // By length first: most tags are none of these.
    switch tag.nameLength {
    case 2: if let level = headingLevel(tag) { read(heading: level) }
    case 3 where tag.isNamed("img"):
      if tag["alt"] == nil { report(.alternativeText, Bilingual(zh: "图片 \(tag["src"] ?? "") 没有 alt", en: "the picture \(tag["src"] ?? "") has no alt")) }
    case 4:
      if tag.isNamed("html") { language = tag["lang"] ?? "" }
      if tag.isNamed("body") { kind = tag["class"] ?? "" }
      if tag.isNamed("meta") { read(meta: tag) }
      if tag.isNamed("link"), policy == nil, tag["rel"] == "stylesheet" { reportLate(tag) }
    case 5:
      if tag.isNamed("label"), let id = tag["for"] { labelled.insert(id) }
      if tag.isNamed("input") { read(control: tag) }
      if tag.isNamed("style") { report(.securityPolicy, Bilingual(zh: "页面里有 style 元素", en: "a style element")) }
    case 6:
      if tag.isNamed("select") { read(control: tag) }
      if tag.isNamed("script") { read(script: tag) }
      if tag.isNamed("iframe") || tag.isNamed("object") { report(.securityPolicy, Bilingual(zh: "页面里有 \(tag.name) 元素", en: "an <\(tag.name)> element")) }
    case 8 where tag.isNamed("textarea"): read(control: tag)
    default: break
    }
    if let name = tag.scriptAttribute {
      report(.securityPolicy, Bilingual(zh: "<\(tag.name)> 带有 \(name)", en: "<\(tag.name)> has \(name)"))
    }
  }

  private mutating func read(meta tag: HTMLTag) {
    switch tag["http-equiv"]?.lowercased() {
    case "content-security-policy":
      if policy != nil { report(.securityPolicy, Bilingual(zh: "内容安全策略写了两次", en: "the Content-Security-Policy stands here twice")) }
      policy = tag["content"] ?? ""
    case "refresh": report(.securityPolicy, Bilingual(zh: "页面会自己跳转（refresh）", en: "the page leads away by itself (refresh)"))
    default: break
    }
  }

  /// What is fetched before the policy is not bound by it.
  private mutating func reportLate(_ tag: HTMLTag) {
    report(.securityPolicy, Bilingual(zh: "<\(tag.name)> 在内容安全策略之前", en: "<\(tag.name)> stands before the Content-Security-Policy"))
  }

  /// Whether everything comes from the site itself, and from pictures inside a page.
  private func isStrict(_ policy: String) -> Bool {
    var policy = policy
    return policy.withUTF8 { bytes in
      func has(_ word: Range<Int>, _ text: StaticString) -> Bool {
        word.count == text.utf8CodeUnitCount && memcmp(bytes.baseAddress! + word.lowerBound, text.utf8Start, word.count) == 0
      }
      var hasDefault = false
      var directive: Range<Int>?
      var index = 0
      while index < bytes.count {
        if bytes[index] == UInt8(ascii: ";") { directive = nil }
        guard bytes[index] != UInt8(ascii: ";"), bytes[index] > 0x20 else {
          index += 1
          continue
        }
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: ";"), bytes[index] > 0x20 { index += 1 }
        let word = start..<index
        if let directive {
          let isPicture = has(word, "data:") && (has(directive, "img-src") || has(directive, "font-src"))
          guard isPicture || has(word, "'self'") || has(word, "'none'") else { return false }
        } else {
          directive = word
          hasDefault = hasDefault || has(word, "default-src")
        }
      }
      return hasDefault
    }
  }

  private func headingLevel(_ tag: HTMLTag) -> Int? {
    for (index, name) in headings.enumerated() where tag.isNamed(name) {
      return index + 1
    }
    return nil
  }

  private mutating func read(script tag: HTMLTag) {
    let isData = tag["type"].map { $0.hasSuffix("json") || $0.hasSuffix("plain") } ?? false
    if policy == nil, !isData { reportLate(tag) }
    if tag["src"] == nil, !isData { report(.securityPolicy, Bilingual(zh: "页面里有行内脚本", en: "an inline script")) }
  }

  private mutating func read(heading: Int) {
    if heading == 1 { mainHeadings += 1 }
    if heading > level + 1 {
      report(.headingOrder, level == 0
        ? Bilingual(zh: "第一个标题是 h\(heading)，应当是 h1", en: "the first heading is h\(heading), not h1")
        : Bilingual(zh: "h\(level) 之后直接是 h\(heading)", en: "h\(heading) follows h\(level)"))
    }
    level = heading
  }

  private mutating func read(control tag: HTMLTag) {
    let needsNone = ["hidden", "submit", "reset", "button", "image"].contains(tag["type"] ?? "")
    guard !needsNone, tag["aria-label"] == nil, tag["aria-labelledby"] == nil, tag["title"] == nil else { return }
    unlabelled.append(tag["id"] ?? "")
  }

  mutating func findings() -> [Diagnostic] {
    let expected = route.path.hasPrefix("zh/") ? "zh-Hans" : route.path.hasPrefix("en/") ? "en" : language
    if language.isEmpty || language != expected {
      report(.pageLanguage, Bilingual(zh: "lang 是“\(language)”，应当是 \(expected)", en: "lang is “\(language)” and should be \(expected)"))
    }
    if mainHeadings != 1 { report(.headingOrder, Bilingual(zh: "有 \(mainHeadings) 个 h1", en: "\(mainHeadings) h1 headings")) }
    for id in unlabelled where !labelled.contains(id) {
      report(.controlLabel, Bilingual(zh: "输入框 \(id) 没有标签", en: "the control \(id) has no label"))
    }
    if let policy {
      if !isStrict(policy) {
        report(.securityPolicy, Bilingual(zh: "内容安全策略太松", en: "the Content-Security-Policy is too lax"))
      }
    } else {
      report(.securityPolicy, Bilingual(zh: "没有内容安全策略", en: "no Content-Security-Policy"))
    }
    return diagnostics
  }

  private mutating func report(_ rule: Rule, _ message: Bilingual) {
    diagnostics.append(Diagnostic(rule, at: SourceRange(file: route.path, line: 1), message))
  }
}

private let headings: [StaticString] = ["h1", "h2", "h3", "h4", "h5", "h6"]
