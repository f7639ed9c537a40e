import Diagnostics
import Legislation

/// What an import found, in the form of `mingzhi import --dry-run --format json`.
public struct ImportPreview: Encodable, Sendable {
  public var title: String?
  /// The notes on adoption, a line each.
  public var adoption: String?
  /// The text before the first numbered provision, its title included, a line for each paragraph and item.
  public var preamble: String?
  public var parts: [PartPreview]
  /// Every provision but the preamble.
  public var provisions: [ProvisionPreview]
  public var annexes: [String]
  public var diagnostics: [DiagnosticPreview]

  public struct PartPreview: Encodable, Sendable {
    public var label: String
    public var title: String
    /// Direct children.
    public var parts: [PartPreview]
    /// Numbers of direct children.
    public var provisions: [String]
  }

  public struct ProvisionPreview: Encodable, Sendable {
    public var number: String
    public var label: String
    public var caption: String
    public var paragraphs: [ParagraphPreview]
  }

  public struct ParagraphPreview: Encodable, Sendable {
    public var text: String
    public var items: [ItemPreview]
  }

  public struct ItemPreview: Encodable, Sendable {
    public var label: String
    public var text: String
    public var items: [ItemPreview]
  }

  public struct DiagnosticPreview: Encodable, Sendable {
    public var code: String
    public var severity: String
    public var file: String
    public var line: Int
    public var column: Int
    public var message: String
    /// Empty where there is nothing to add.
    public var help: String
  }

  public init(_ text: LegalText, _ found: [Diagnostic], language: Language) {
    title = text.title?.text
    adoption = text.adoption.isEmpty ? nil : text.adoption.map(\.text).joined(separator: "\n")
    let unnumbered = text.provisions.filter { $0.id == "preamble" }
    preamble = unnumbered.isEmpty ? nil : unnumbered.flatMap(Self.lines).joined(separator: "\n")
    parts = Self.parts(in: text.divisions)
    provisions = text.provisions.filter { $0.id != "preamble" }.map(ProvisionPreview.init)
    annexes = Self.annexes(text.annexes.map(\.text))
    diagnostics = found.map { DiagnosticPreview($0, language) }
  }

  /// The preamble's own title, 序言 say, and its paragraphs.
  private static func lines(of preamble: Provision) -> [String] {
    (preamble.heading.map { [$0.text] } ?? []) + preamble.paragraphs.map(\.plainText)
  }

  private static func parts(in divisions: [Division]) -> [PartPreview] {
    divisions.compactMap { division in
      guard case .part(let part) = division else { return nil }
      let provisions = part.divisions.compactMap { inner in
        if case .provision(let provision) = inner { provision.id.rawValue } else { nil }
      }
      return PartPreview(
        label: part.heading.label, title: part.heading.text, parts: parts(in: part.divisions), provisions: provisions)
    }
  }

  /// Each annex as one text; a line that begins with 附 and a number or colon begins the next.
  private static func annexes(_ lines: [String]) -> [String] {
    var annexes: [String] = []
    for line in lines {
      let isTitle = ["附件", "附录", "附表", "附图", "附：", "附:"].contains(where: line.hasPrefix) && line.utf8.count <= 150 && !line.hasSuffix("。")
      if isTitle || annexes.isEmpty { annexes.append(line) } else { annexes[annexes.count - 1] += "\n" + line }
    }
    return annexes
  }
}

extension ImportPreview.ProvisionPreview {
  init(_ provision: Provision) {
    number = provision.id.rawValue
    label = provision.heading?.label ?? ""
    caption = provision.heading?.text ?? ""
    paragraphs = provision.paragraphs.map { paragraph in
      ImportPreview.ParagraphPreview(text: paragraph.text, items: paragraph.items.map(ImportPreview.ItemPreview.init))
    }
  }
}

extension ImportPreview.ItemPreview {
  // Items nest four deep at most.
  init(_ item: Item) {
    label = item.label
    text = item.text
    items = item.items.map(ImportPreview.ItemPreview.init)
  }
}

extension ImportPreview.DiagnosticPreview {
  init(_ diagnostic: Diagnostic, _ language: Language) {
    code = diagnostic.rule.code
    severity = diagnostic.severity.rawValue
    file = diagnostic.range?.file ?? ""
    line = diagnostic.range?.start.line ?? 1
    column = diagnostic.range?.start.column ?? 1
    message = diagnostic.message[language]
    help = diagnostic.help?[language] ?? ""
  }
}

extension ImportPreview {
  private enum CodingKeys: CodingKey { case title, adoption, preamble, parts, provisions, annexes, diagnostics }

  /// Every key is there, with null for what the text has not.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(title, forKey: .title)
    try container.encode(adoption, forKey: .adoption)
    try container.encode(preamble, forKey: .preamble)
    try container.encode(parts, forKey: .parts)
    try container.encode(provisions, forKey: .provisions)
    try container.encode(annexes, forKey: .annexes)
    try container.encode(diagnostics, forKey: .diagnostics)
  }
}
