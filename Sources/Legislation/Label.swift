import Diagnostics

/// The kind and number that a heading or item prints: `第十二条之一`, `Article 12-1`, `（三）`, `(3)`.
///
/// | kind | Chinese | English |
/// |---|---|---|
/// | book, subbook | 第一编, 第一分编 | Part I, Subpart I |
/// | chapter, section | 第二章, 第一节 | Chapter II, Section 1 |
/// | division | 一、 | I. |
/// | article | 第十二条之一 | Article 12-1 |
/// | item, levels 1 to 3; level 1 is a measure's label too | （一）, 1., （1） | (1), (a), (i) |
/// | item, level 0, in old laws | 一、 | (1) |
public struct Label: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case part(Part.Kind)
    /// 条
    case article
    /// 项 (0 and 1), 目 (2) and what stands below it (3)
    case item(Int)
  }
  public var kind: Kind
  /// The number, then those after 之: `第十二条之一` is [12, 1].
  public var numbers: [Int]

  public init(_ kind: Kind, _ numbers: [Int]) {
    self.kind = kind
    self.numbers = numbers
  }

  /// The label that is the whole of `text`; nil when `text` is none.
  public init?(_ text: some StringProtocol, language: Language) {
    let rest = Substring(text)
    guard let found = LabelScanner(rest, language: language).heading() ?? LabelScanner(rest, language: language).item(),
      found.rest.isEmpty
    else { return nil }
    self = found.label
  }

  /// The label of a heading in either language; nil when it has none.
  init?(_ heading: Heading?) {
    guard let heading, let label = Label(heading.label, language: .zh) ?? Label(heading.label, language: .en) else { return nil }
    self = label
  }

  /// `12-1`: how ids write the number.
  public var number: String { numbers.map { String($0) }.joined(separator: "-") }

  /// The label as printed in `language`.
  public func text(in language: Language) -> String {
    language == .zh ? chineseText : englishText
  }

  private var chineseText: String {
    let first = numbers.first ?? 0
    let branches = numbers.dropFirst().map { "之" + chinese($0) }.joined()
    return switch kind {
    case .part(.division): chinese(first) + "、"
    case .part(let part): "第" + chinese(first) + part.unit + branches
    case .article: "第" + chinese(first) + "条" + branches
    case .item(0): chinese(first) + "、"
    case .item(1): "（" + chinese(first) + "）"
    case .item(2): "\(first)."
    case .item: "（\(first)）"
    }
  }

  private var englishText: String {
    let first = numbers.first ?? 0
    let branches = numbers.dropFirst().map { "-\($0)" }.joined()
    return switch kind {
    case .part(.book): "Part " + roman(first) + branches
    case .part(.subbook): "Subpart " + roman(first) + branches
    case .part(.chapter): "Chapter " + roman(first) + branches
    case .part(.section): "Section \(first)" + branches
    case .part(.division): roman(first) + "."
    case .article: "Article \(first)" + branches
    case .item(0), .item(1): "(\(first))"
    case .item(2): (1...26).contains(first) ? "(\(Character(Unicode.Scalar(UInt8(96 + first)))))" : "\(first)."
    case .item: "(" + roman(first).lowercased() + ")"
    }
  }
}

extension Part.Kind {
  /// The word a Chinese label ends in.
  public var unit: String {
    switch self {
    case .book: "编"
    case .subbook: "分编"
    case .chapter: "章"
    case .section: "节"
    case .division: "部分"
    }
  }

  /// Outer kinds first.
  public var rank: Int {
    switch self {
    case .book: 0
    case .subbook: 1
    case .division: 1
    case .chapter: 2
    case .section: 3
    }
  }
}
