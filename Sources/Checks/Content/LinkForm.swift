import CommonMark
import Corpus
import Diagnostics
import Legislation

extension Rule {
  public static let vagueLink = Rule(
    "LK502", .warning, title: Bilingual(zh: "链接文字说出去处", en: "Link text says where it leads"),
    explanation: Bilingual(
      zh: "“这里”“点击此处”脱离上下文就没有意思，读屏软件常常单独念链接。标签留空，引擎会写出条文或者页面的名称。",
      en: "“here” and “click here” mean nothing out of context, and screen readers often read links alone. Leave the label empty and the engine writes the name."),
    bad: "详见[这里](nantong/5)", good: "详见[](nantong/5)")
  public static let wrongLanguageLink = Rule(
    "LK503", .error, title: Bilingual(zh: "链接不跨语言", en: "A link stays in its language"),
    explanation: Bilingual(
      zh: "引用不写语言，也不写 .html：nantong/5 在中文页指中文页，在英文页指英文页。标签用本页的语言。",
      en: "References name no language and no .html: nantong/5 leads to the page in the reader's language. A label is in the language of its page."),
    bad: "[](en/nantong/5.html)", good: "[](nantong/5)")
  public static let externalLink = Rule(
    "LK504", .warning, title: Bilingual(zh: "外部链接写得完整", en: "An external link is well formed"),
    explanation: Bilingual(
      zh: "用 https，有主机名，没有空格、中文标点、跟踪参数和结尾的句号；本站自己的页面不写网址。检查不需要网络。",
      en: "https, a host, no spaces, no Chinese punctuation, no tracking parameters and no full stop at the end; a page of this site is not named by its web address. No network is needed to check."),
    bad: "[总局](http://www.samr.gov.cn。)", good: "[总局](https://www.samr.gov.cn)")
  public static let mismatchedLabel = Rule(
    "LK505", .error, title: Bilingual(zh: "标签上的条号和链接的目标一致", en: "The number in a label is that of its target"),
    explanation: Bilingual(
      zh: "标签写“第三十条”，链接就要指向第三十条；写“徐州”，就不能指向南通的条文；只有一款的条文不写“第一款”；链接事实的标签里的数字，事实里要有。标签留空则由引擎写。",
      en: "A label that says Article 30 leads to Article 30, one that names Xuzhou not to a provision of Nantong, and an article of one paragraph is cited without 第一款; a number in the label of a fact stands in that fact. With an empty label the engine writes it."),
    bad: "[第三十条](nantong/3)", good: "[第三十条](nantong/30)")
}

extension ContentCheck {
  static let linkForm = ContentCheck(.vagueLink, .wrongLanguageLink, .externalLink, .mismatchedLabel) { corpus, _ in
    let places = PlaceNames(corpus)
    let links = concurrentMap(corpus.documents) { document in
      document.body.links.flatMap { judge($0, in: document, corpus, places) }
    }.flatMap { $0 }
    return links + corpus.facts.flatMap { fact in
      fact.url.isEmpty ? [] : formProblem(fact.url).map { [external(fact.url, $0, at: fact.range)] } ?? []
    }
  }
}

private let vagueLabels: Set<String> = [
  "这里", "此处", "这儿", "点击", "点这里", "点击这里", "点击此处", "点击查看", "点击阅读", "点此", "点此查看", "查看详情", "查看更多", "请看这里", "看这里", "这个", "网页", "链接", "详情", "更多", "查看", "见此", "here", "click here", "click", "link", "this link",
  "this page", "this", "more", "read more", "details", "see here", "see more", "learn more", "click to read", "see this", "link here",
]

private func judge(_ link: Link, in document: Document, _ corpus: Corpus, _ places: PlaceNames) -> [Diagnostic] {
  var found: [Diagnostic] = []
  if link.hasLabel { judgeLabel(of: link, document.language, &found) }
  if link.isExternal, !corpus.settings.url.isEmpty, link.destination.hasPrefix(corpus.settings.url) {
    let mended = withoutLanguage(String(link.destination.dropFirst(corpus.settings.url.count))) ?? "nantong/5"
    found.append(
      Diagnostic(
        .externalLink, at: link.destinationRange,
        Bilingual(zh: "\(link.destination) 是本站自己的页面", en: "\(link.destination) is a page of this very site"),
        help: Bilingual(zh: "写成 \(mended) 的样子：换了地址、从磁盘打开都还能用", en: "write it as \(mended): that works under any address and from disk")))
  } else if link.isExternal {
    if let problem = formProblem(link.destination) { found.append(external(link.destination, problem, at: link.destinationRange)) }
  } else if let mended = withoutLanguage(link.destination) {
    found.append(
      Diagnostic(
        .wrongLanguageLink, at: link.destinationRange,
        Bilingual(zh: "链接 \(link.destination) 写死了语言", en: "the link \(link.destination) names a language"),
        help: Bilingual(zh: "写成 \(mended)", en: "write \(mended)"), fix: Diagnostic.Fix(link.destinationRange, mended, isSafe: true)))
  }
  if link.hasLabel, case .text(let reference) = LinkTarget(link.destination), let problem = mismatch(link.text, reference, corpus, places) {
    found.append(
      Diagnostic(
        .mismatchedLabel, at: link.range, Bilingual(zh: "标签是“\(link.text)”，链接指向 \(problem.zh)", en: "the label says “\(link.text)”, the link leads to \(problem.en)"),
        help: Bilingual(zh: "改正其一，或者把标签留空", en: "mend one of them, or leave the label empty")))
  }
  if link.hasLabel, case .fact(let id) = LinkTarget(link.destination), let title = foreignNumber(link.text, id, corpus) {
    found.append(
      Diagnostic(
        .mismatchedLabel, at: link.range, Bilingual(zh: "标签是“\(link.text)”，事实“\(title.zh)”里没有这个数", en: "the label says “\(link.text)”, a number that the fact “\(title.en)” does not hold"),
        help: Bilingual(zh: "改正其一，或者把标签留空", en: "mend one of them, or leave the label empty")))
  }
  return found
}

private func judgeLabel(of link: Link, _ language: Language, _ found: inout [Diagnostic]) {
  if vagueLabels.contains(link.text.lowercased()) {
    found.append(
      Diagnostic(
        .vagueLink, at: link.range, Bilingual(zh: "链接文字“\(link.text)”没有说出去处", en: "the link text “\(link.text)” does not say where it leads"),
        help: Bilingual(zh: "写出去处，或者留空：[](\(link.destination))", en: "name the target, or leave it empty: [](\(link.destination))")))
  }
  let hasHan = link.text.unicodeScalars.contains(where: isHan)
  let hasLatinWords = !hasHan && link.text.split(separator: " ").count { $0.unicodeScalars.first.map { (0x61...0x7a).contains($0.value | 0x20) } ?? false } > 2
  if language == .en ? hasHan : hasLatinWords {
    found.append(
      Diagnostic(
        .wrongLanguageLink, at: link.range,
        Bilingual(zh: "\(language == .zh ? "中文" : "英文")页面里的标签是另一种语言：“\(link.text)”", en: "a label in the other language: “\(link.text)”"),
        help: Bilingual(zh: "译出来，或者留空", en: "translate it or leave it empty")))
  }
}

/// A number in the label of a fact that the fact does not hold: [12351](fact:hotline-12315).
private func foreignNumber(_ label: String, _ id: String, _ corpus: Corpus) -> Bilingual? {
  guard let fact = corpus.fact(id) else { return nil }
  let words = [fact.title, fact.statement, fact.source].flatMap { [$0.zh, $0.en] }
  let numbers = label.unicodeScalars.split { !(0x30...0x39).contains($0.value) }.map { String($0) }
  guard numbers.contains(where: { number in !words.contains { $0.has(number) } }) else { return nil }
  return fact.title
}

private func external(_ address: String, _ problem: Bilingual, at range: SourceRange) -> Diagnostic {
  Diagnostic(
    .externalLink, at: range, Bilingual(zh: "\(address)：\(problem.zh)", en: "\(address): \(problem.en)"),
    help: Bilingual(zh: "写成 https://主机/路径", en: "write https://host/path"))
}

/// What is wrong with the form of an address; nil when nothing is.
private func formProblem(_ address: String) -> Bilingual? {
  if address.hasPrefix("mailto:") {
    return address.contains("@") ? nil : Bilingual(zh: "不是邮箱地址", en: "no mail address")
  }
  if address.hasPrefix("http://") { return Bilingual(zh: "应当用 https", en: "should be https") }
  guard address.hasPrefix("https://") else { return Bilingual(zh: "不是网址", en: "is no web address") }
  let rest = address.dropFirst(8)
  let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
  if host.isEmpty || !host.contains(".") || host.hasPrefix(".") || host.hasSuffix(".") {
    return Bilingual(zh: "主机名不完整", en: "the host is not complete")
  }
  if rest.unicodeScalars.contains(where: { $0 == " " || "，。；：！？、（）《》“”".unicodeScalars.contains($0) }) {
    return Bilingual(zh: "含有空格或中文标点", en: "holds a space or Chinese punctuation")
  }
  if rest.hasSuffix(".") || rest.hasSuffix(",") || rest.hasSuffix(";") {
    return Bilingual(zh: "末尾多了标点", en: "ends with a punctuation mark")
  }
  if rest.contains("utm_") || rest.contains("spm=") || rest.contains("fbclid=") {
    return Bilingual(zh: "带有跟踪参数", en: "carries tracking parameters")
  }
  return nil
}

/// The reference without what names a language or a file; nil when it names none.
private func withoutLanguage(_ destination: String) -> String? {
  // Most references have no dot and begin with a regulation.
  let bytes = destination.utf8
  guard bytes.contains(UInt8(ascii: ".")) || bytes.first == UInt8(ascii: "/") || bytes.dropFirst(2).first == UInt8(ascii: "/") else { return nil }
  var rest = Substring(destination)
  while rest.hasPrefix("../") || rest.hasPrefix("./") { rest = rest.drop { $0 == "." }.dropFirst() }
  let hasFolder = rest.hasPrefix("/zh/") || rest.hasPrefix("/en/") || rest.hasPrefix("zh/") || rest.hasPrefix("en/")
  if hasFolder { rest = rest.drop { $0 == "/" }.dropFirst(3) }
  var hasEnding = false
  for ending in [".html", ".zh.md", ".en.md", ".md", ".zh", ".en"] where rest.hasSuffix(ending) {
    rest = rest.dropLast(ending.count)
    hasEnding = true
    break
  }
  guard hasFolder || hasEnding else { return nil }
  for (folder, scheme) in [("topics/", "topic:"), ("situations/", "situation:"), ("pages/", "page:"), ("notes/", "")] where rest.hasPrefix(folder) {
    return scheme + rest.dropFirst(folder.count)
  }
  return String(rest)
}

/// Where the label's numbers and the target's part; nil when they agree or the label has none.
private func mismatch(_ label: String, _ reference: Reference, _ corpus: Corpus, _ places: PlaceNames) -> Bilingual? {
  if let regulation = corpus.regulation(reference.regulation), places.nameAnother(label, than: regulation) { return regulation.facts.title }
  guard let id = reference.provision, let provision = corpus.regulation(reference.regulation)?[id]?.original,
    let cited = citedNumbers(label), let number = provision.label?.numbers.first
  else { return nil }
  var name: Bilingual {
    let citation = Citation(provision, at: reference.anchor)
    return Bilingual(zh: citation.text(in: .zh), en: citation.text(in: .en))
  }
  if cited.provision != number { return name }
  // 第五条第三项, not 第五条第一款第三项, in an article of one paragraph.
  if cited.paragraph != nil, provision.paragraphs.count == 1 { return name }
  if let anchor = reference.anchor {
    if let paragraph = cited.paragraph, paragraph != anchor.paragraph { return name }
    if let item = cited.item, let place = anchor.items.first, item != place { return name }
  }
  return nil
}

/// What labels call the places that have regulations.
private struct PlaceNames: Sendable {
  /// Each name with the places it may mean; of names that hold one another the shortest, since a label with the
  /// longer one has that too.
  private let names: [(name: String, places: Set<String>)]

  init(_ corpus: Corpus) {
    var all: [String: Set<String>] = [:]
    for regulation in corpus.regulations {
      let facts = regulation.facts
      let own = [facts.shortPlace, facts.place.en, facts.title.zh, facts.title.en].filter { !$0.isEmpty }
      for name in own where !own.contains(where: { $0 != name && name.has($0) }) { all[name, default: []].insert(facts.place.zh) }
    }
    names = all.map { ($0.key, $0.value) }
  }

  /// Whether the label names the place of another regulation and not this one's.
  func nameAnother(_ label: String, than regulation: Regulation) -> Bool {
    let named = names.filter { label.has($0.name) }
    return !named.isEmpty && !named.contains { $0.places.contains(regulation.facts.place.zh) }
  }
}

private struct CitedNumbers {
  var provision: Int
  var paragraph: Int?
  var item: Int?
}

/// 第五条第二款第三项, 措施（十）, Article 5, paragraph 2, item (3), Measure 10.
private func citedNumbers(_ label: String) -> CitedNumbers? {
  let scalars = [Unicode.Scalar](of: label)
  func chineseNumber(after open: String, before close: String) -> Int? {
    guard let close = label.scalarRange(of: close)?.lowerBound, let open = scalars[..<close].lastIndex(where: { open.unicodeScalars.contains($0) })
    else { return nil }
    return number(chinese: String(scalars: scalars[open + 1..<close]))
  }
  func englishNumber(after word: String) -> Int? {
    guard let start = label.scalarRange(of: word)?.upperBound else { return nil }
    return Int(String(String.UnicodeScalarView(scalars[start...].drop { $0 == "(" }.prefix { (0x30...0x39).contains($0.value) })))
  }
  if let article = chineseNumber(after: "第", before: "条") {
    return CitedNumbers(provision: article, paragraph: chineseNumber(after: "第", before: "款"), item: chineseNumber(after: "第", before: "项"))
  }
  if label.contains("措施（"), let measure = chineseNumber(after: "（", before: "）") { return CitedNumbers(provision: measure) }
  guard let provision = englishNumber(after: "Article ") ?? englishNumber(after: "Measure ") else { return nil }
  // “Articles 5 and 6” names several.
  return CitedNumbers(provision: provision, paragraph: englishNumber(after: "paragraph "), item: englishNumber(after: "item "))
}
