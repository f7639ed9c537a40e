import Diagnostics
import Legislation

extension Corpus {
  /// Nil when the reference leads somewhere; otherwise the finding's message, with the nearest names as help.
  public func problem(with reference: Reference) -> (message: Bilingual, help: Bilingual?)? {
    switch reference {
    case .regulation(let id):
      guard regulation(id) == nil else { return nil }
      return unknown(Bilingual(zh: "没有法规 \(id)", en: "no regulation '\(id)'"), id, among: regulations.map(\.id))
    case .provision(let regulationID, let id, let anchor):
      guard let regulation = regulation(regulationID) else {
        let near = nearestNames(to: regulationID, among: regulations.map(\.id)).map { $0 + "/" + id.rawValue }
        return (Bilingual(zh: "没有法规 \(regulationID)", en: "no regulation '\(regulationID)'"), didYouMean(near))
      }
      guard let provision = regulation[id] else {
        let name = "\(regulationID)/\(id)"
        let last = regulation.provisions.last?.id.rawValue ?? ""
        return (
          Bilingual(zh: "没有条文 \(name)", en: "no provision '\(name)'"),
          didYouMean(nearestNames(to: id.rawValue, among: regulation.provisions.map(\.id.rawValue)).map { regulationID + "/" + $0 })
            ?? Bilingual(zh: "\(regulation.facts.title.zh)到 \(last) 为止", en: "\(regulationID) ends with \(last)")
        )
      }
      guard !anchor.isEmpty, !provision.original.anchors.contains(anchor) else { return nil }
      return (
        Bilingual(zh: "\(regulationID)/\(id) 里没有 #\(anchor)", en: "'\(regulationID)/\(id)' has no #\(anchor)"),
        didYouMean(nearestNames(to: anchor, among: provision.original.anchors).map { "\(regulationID)/\(id)#\($0)" })
          ?? Bilingual(zh: "第一款是 #p1，第一款第三项是 #p1-i3", en: "#p1 is the first paragraph, #p1-i3 its third item")
      )
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
      return (Bilingual(zh: "没有教案 \(slug)", en: "no lesson '\(slug)'"), nil)
    }
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
  public var anchors: [String] {
    func add(_ items: [Item], _ prefix: String, to anchors: inout [String]) {
      for (number, item) in items.enumerated() {
        let anchor = "\(prefix)-i\(number + 1)"
        anchors.append(anchor)
        add(item.items, anchor, to: &anchors)
      }
    }
    var anchors: [String] = []
    for (number, paragraph) in paragraphs.enumerated() {
      anchors.append("p\(number + 1)")
      add(paragraph.items, "p\(number + 1)", to: &anchors)
    }
    return anchors
  }
}
