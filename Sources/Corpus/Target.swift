import Diagnostics
import Legislation

/// A figure that a plan aims at: an aim, never a result. Read from `targets.yml` beside the plan's text.
public struct Target: Sendable {
  public let id: String
  /// What is measured.
  public let name: Bilingual
  public let provision: ProvisionID
  /// The paragraph or item that states it.
  public let anchor: Anchor
  /// The words that state it: an exact part of that paragraph.
  public let quotation: String
  /// The figure as the text writes it: `98.5`.
  public let value: String
  /// `%`, 项; empty for a bare number.
  public let unit: Bilingual
  /// 左右, 以上, 比2020年降低; empty when the text sets none.
  public let qualifier: Bilingual
  /// By or during when.
  public let period: Bilingual
  public let range: SourceRange
}

extension Rule {
  public static let targetQuotation = Rule(
    "FM721", .error, title: Bilingual(zh: "目标的引文一字不差，数值就在其中", en: "A target quotes its paragraph exactly, and its value stands in the words"),
    explanation: Bilingual(
      zh: "targets.yml 的每个目标指明条文和位置，quotation 是那里原文的一部分，value 是其中的数字。",
      en: "Each target of targets.yml names a provision and a place; `quotation` is part of the text there and `value` a figure in it."),
    bad: "quotation: 抽检合格率达到99%以上", good: "quotation: 抽检合格率达到98.5%以上")
}

extension Target {
  /// Reads `targets.yml` and holds every target against the text.
  static func loadAll(_ file: SourceFile, _ text: LegalText, _ diagnostics: inout [Diagnostic]) -> [Target] {
    let provisions = Dictionary(text.provisions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return loadList(file, &diagnostics) { object, diagnostics in
      let id = object.string("id", required: true, &diagnostics)
      let name = object.bilingual("name", required: true, &diagnostics)
      let provision = object.string("provision", required: true, &diagnostics).map(ProvisionID.init(rawValue:))
      let place = object.string("at", required: true, &diagnostics)
      let quotation = object.string("quotation", required: true, &diagnostics)
      let value = object.string("value", required: true, &diagnostics)
      let unit = object.bilingual("unit", &diagnostics) ?? Bilingual(zh: "", en: "")
      let qualifier = object.bilingual("qualifier", &diagnostics) ?? Bilingual(zh: "", en: "")
      let period = object.bilingual("period", required: true, &diagnostics)
      guard let id, let name, let provision, let place, let quotation, let value, let period else { return nil }
      let anchor = Anchor(place)
      let element = anchor.flatMap { provisions[provision]?.element(at: $0) }
      guard let anchor, let element else {
        diagnostics.append(
          Diagnostic(
            .targetQuotation, at: object.range("at"),
            Bilingual(zh: "没有 \(provision)#\(place)", en: "there is no \(provision)#\(place)"),
            help: Bilingual(zh: "provision 写条文，at 写 p2 这样的位置", en: "name the provision, and a place such as p2 under at:")))
        return nil
      }
      if (element.items.last?.text ?? element.paragraph.text).firstRange(of: quotation) == nil {
        diagnostics.append(
          Diagnostic(
            .targetQuotation, at: object.range("quotation"),
            Bilingual(zh: "\(provision)#\(place) 里没有这段话", en: "these words are not in \(provision)#\(place)"),
            help: Bilingual(zh: "从 text.zh.md 复制", en: "copy them from text.zh.md")))
      } else if quotation.firstRange(of: value) == nil {
        diagnostics.append(
          Diagnostic(
            .targetQuotation, at: object.range("value"),
            Bilingual(zh: "引文里没有 \(value)", en: "the quotation does not hold \(value)")))
      }
      return Target(
        id: id, name: name, provision: provision, anchor: anchor, quotation: quotation, value: value, unit: unit,
        qualifier: qualifier, period: period, range: object.range("id"))
    }
  }
}
