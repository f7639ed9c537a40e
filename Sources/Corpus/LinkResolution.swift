import Diagnostics
import Legislation

extension Corpus {
  /// Nil when the reference leads somewhere; otherwise the finding's message, with the nearest names as help.
  public func problem(with target: LinkTarget) -> (message: Bilingual, help: Bilingual?)? {
    switch target {
    case .text(let reference): return problem(with: reference)
    case .topic(let slug):
      guard topic(slug) == nil else { return nil }
      return unknown(Bilingual(zh: "没有主题 \(slug)", en: "no topic '\(slug)'"), slug, among: topics.map(\.slug))
    case .term(let id):
      guard term(id) == nil else { return nil }
      return unknown(Bilingual(zh: "术语表里没有 \(id)", en: "no term '\(id)' in the glossary"), id, among: terms.map(\.id))
    case .situation(let slug):
      guard situation(slug) == nil else { return nil }
      return unknown(Bilingual(zh: "没有情景 \(slug)", en: "no situation '\(slug)'"), slug, among: situations.map(\.slug))
    case .page(let slug):
      guard page(slug) == nil else { return nil }
      return unknown(Bilingual(zh: "没有页面 \(slug)", en: "no page '\(slug)'"), slug, among: pages.map(\.slug))
    case .fact(let id):
      guard fact(id) == nil else { return nil }
      return unknown(Bilingual(zh: "facts.yml 里没有 \(id)", en: "no fact '\(id)' in facts.yml"), id, among: facts.map(\.id))
    case .lesson(let slug):
      guard school.lesson(slug) == nil else { return nil }
      return unknown(Bilingual(zh: "没有教案 \(slug)", en: "no lesson '\(slug)'"), slug, among: school.lessons.map(\.slug))
    }
  }

  /// Whether a reference that leads nowhere names something whose own file could not be read: that has been told there.
  public func isExcusedByFaultyFile(_ target: LinkTarget) -> Bool {
    func isFaulty(_ file: String) -> Bool { faultyFiles.contains(folder + "/" + file) }
    switch target {
    case .text(let reference):
      let home = "regulations/\(reference.regulation)/"
      return regulation(reference.regulation) == nil && (isFaulty(String(home.dropLast())) || ["regulation.yml", "published.txt", "text.zh.md"].contains { isFaulty(home + $0) })
    case .topic(let slug): return isFaulty("topics/\(slug).zh.md")
    case .situation(let slug): return isFaulty("situations/\(slug).zh.md")
    case .page(let slug): return isFaulty("pages/\(slug).zh.md")
    case .lesson(let slug): return isFaulty("school/lessons/\(slug).zh.md")
    case .term: return isFaulty("glossary.yml")
    case .fact: return isFaulty("facts.yml")
    }
  }

  /// What a command says of a reference that leads nowhere; nil when it leads somewhere.
  public func refusal(of target: LinkTarget) -> Failure? {
    guard let (message, help) = problem(with: target) else { return nil }
    guard let help else { return .usage(message) }
    return .usage(Bilingual(zh: message.zh + "；" + help.zh, en: message.en + "; " + help.en))
  }

  /// The pages in both languages that a reference names: `topic:brands`, `situation:…`, `page:…`, `lesson:…`.
  public func pair(_ target: LinkTarget) -> BilingualDocument? {
    switch target {
    case .topic(let slug): topic(slug)?.document
    case .situation(let slug): situation(slug)?.document
    case .page(let slug): page(slug)
    case .lesson(let slug): school.lesson(slug)?.document
    case .text, .term, .fact: nil
    }
  }

  /// Nil when the reference leads to a regulation, a provision or a place in one.
  public func problem(with reference: Reference) -> (message: Bilingual, help: Bilingual?)? {
    guard let regulation = regulation(reference.regulation) else {
      let rest = reference.provision.map { "/\($0)" } ?? ""
      let near = nearestNames(to: reference.regulation, among: regulations.map(\.id)).map { $0 + rest }
      return (
        Bilingual(zh: "没有法规 \(reference.regulation)", en: "no regulation '\(reference.regulation)'"), didYouMean(near)
      )
    }
    guard let id = reference.provision else { return nil }
    guard let provision = regulation[id] else {
      let near = nearestNames(to: id.rawValue, among: regulation.provisions.map(\.id.rawValue))
      let last = regulation.provisions.last?.id.rawValue ?? ""
      return (
        Bilingual(zh: "没有条文 \(reference)", en: "no provision '\(reference)'"),
        didYouMean(near.map { regulation.id + "/" + $0 })
          ?? Bilingual(zh: "\(regulation.facts.title.zh)到 \(last) 为止", en: "\(regulation.id) ends with \(last)")
      )
    }
    guard let anchor = reference.anchor, provision.original.element(at: anchor) == nil else { return nil }
    let anchors = provision.original.anchors.map(\.description)
    return (
      Bilingual(zh: "\(regulation.id)/\(id) 里没有 #\(anchor)", en: "'\(regulation.id)/\(id)' has no #\(anchor)"),
      didYouMean(nearestNames(to: anchor.description, among: anchors).map { "\(regulation.id)/\(id)#\($0)" })
        ?? Bilingual(zh: "第一款是 #p1，第一款第三项是 #p1-i3", en: "#p1 is the first paragraph, #p1-i3 its third item")
    )
  }

  private func unknown(_ message: Bilingual, _ name: String, among names: [String]) -> (Bilingual, Bilingual?) {
    (message, didYouMean(nearestNames(to: name, among: names)))
  }

  private func didYouMean(_ names: [String]) -> Bilingual? {
    guard !names.isEmpty else { return nil }
    return Bilingual(
      zh: "是不是 " + names.joined(separator: "、") + "？", en: "did you mean " + names.map { "'\($0)'" }.joined(separator: " or ") + "?")
  }
}

extension Provision {
  /// Anchors of its paragraphs, items and sub-items: `p1`, `p1-i3`, `p1-i3-i2`.
  public var anchors: [Anchor] {
    func add(_ items: [Item], _ outer: Anchor, to anchors: inout [Anchor]) {
      for (number, item) in items.enumerated() {
        let anchor = Anchor(paragraph: outer.paragraph, items: outer.items + [number + 1])
        anchors.append(anchor)
        add(item.items, anchor, to: &anchors)
      }
    }
    var anchors: [Anchor] = []
    for (number, paragraph) in paragraphs.enumerated() {
      let anchor = Anchor(paragraph: number + 1)
      anchors.append(anchor)
      add(paragraph.items, anchor, to: &anchors)
    }
    return anchors
  }
}
