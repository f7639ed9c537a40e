import Diagnostics

/// How a place in a text is cited.
///
/// | place | Chinese | English |
/// |---|---|---|
/// | article | 第十二条之一 | Article 12-1 |
/// | item of its only paragraph | 第五条第三项 | Article 5, item (3) |
/// | item of one of several paragraphs | 第五条第二款第三项 | Article 5, paragraph 2, item (3) |
/// | sub-item | 第五条第三项第一目 | Article 5, item (3), sub-item 1 |
/// | measure of a plan | 措施（一） | Measure 1 |
/// | part that is a provision | 一、总体要求 | Part I |
/// | numbered point of a decision | 第一条 | Point 1 |
/// | preamble | 引言 | Preamble |
///
/// With a title: 《某某条例》第五条 and `Regulation on …, Article 5`.
public struct Citation: Hashable, Sendable {
  /// The provision of the original, whose labels and paragraphs decide the form.
  public var provision: Provision
  /// Nil for the provision as a whole.
  public var anchor: Anchor?
  /// The regulation's title, without 《》; nil within the regulation itself.
  public var title: Bilingual?

  public init(_ provision: Provision, at anchor: Anchor? = nil, title: Bilingual? = nil) {
    self.provision = provision
    self.anchor = anchor
    self.title = title
  }

  public func text(in language: Language) -> String {
    language == .zh ? chineseText : englishText
  }

  private var chineseText: String {
    (title.map { "《\($0.zh)》" } ?? "") + provision.citationLabel(in: .zh) + chinesePlace
  }

  private var englishText: String {
    ((title.map { [$0.en] } ?? []) + [provision.citationLabel(in: .en)] + englishPlace).joined(separator: ", ")
  }

  private var chinesePlace: String {
    guard let anchor else { return "" }
    let unit = provision.label?.kind == .article ? "款" : "段"
    let paragraph = provision.paragraphs.count > 1 ? "第\(chinese(anchor.paragraph))\(unit)" : ""
    return paragraph + zip(itemNumbers(anchor), ["项", "目", "点"]).map { "第\(chinese($0))\($1)" }.joined()
  }

  private var englishPlace: [String] {
    guard let anchor else { return [] }
    let numbers = itemNumbers(anchor)
    return (provision.paragraphs.count > 1 ? ["paragraph \(anchor.paragraph)"] : [])
      + (numbers.first.map { ["item (\($0))"] } ?? []) + numbers.dropFirst().map { "sub-item \($0)" }
  }

  /// The printed numbers of the items; their places where a label has no number or the items are not there.
  private func itemNumbers(_ anchor: Anchor) -> [Int] {
    guard let items = provision.element(at: anchor)?.items else { return anchor.items }
    return zip(items, anchor.items).map { Label($0.label, language: .zh)?.numbers.first ?? $1 }
  }
}

extension Provision {
  /// What the provision itself is called in citations.
  public func citationLabel(in language: Language) -> String {
    guard let heading, let label else {
      if language == .zh, let text = heading?.text, !text.isEmpty { return text }
      return unnumberedLabel[language]
    }
    let number = label.numbers.first ?? 0
    switch label.kind {
    case .item: return language == .zh ? "措施（\(chinese(number))）" : "Measure \(number)"
    case .part(.division) where heading.text.isEmpty:
      return language == .zh ? "第\(chinese(number))条" : "Point \(number)"
    case .part(.division): return language == .zh ? label.text(in: .zh) + heading.text : "Part \(roman(number))"
    case .part, .article: return label.text(in: language)
    }
  }

  private var unnumberedLabel: Bilingual {
    if id.rawValue.hasPrefix("part-"), let number = Int(id.rawValue.dropFirst(5)) {
      return Bilingual(zh: "第\(chinese(number))部分引言", en: "introduction to Part \(roman(number))")
    }
    return id == "preamble" ? Bilingual(zh: "引言", en: "Preamble") : Bilingual(zh: "章首语", en: "opening text")
  }
}
