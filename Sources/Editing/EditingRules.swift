import Diagnostics
import Legislation

extension Rule {
  /// A line that goes on with the one above.
  public static let joinedLine = remark(
    "IM101", .note, Bilingual(zh: "折断的行已连接", en: "A broken line was joined"),
    Bilingual(zh: "上一行的句子没有结束，导入时与本行连成一段。请核对。", en: "The sentence of the line above goes on here, so the two were joined. Compare the source."))

  /// A line that is not part of the law.
  public static let droppedLine = remark(
    "IM102", .note, Bilingual(zh: "不属于法规的行已略去", en: "A line that is not the law was left out"),
    Bilingual(zh: "目录、页码、页眉不是法规正文，略去的每一行都记入 regulation.yml 的 edition。", en: "Contents, page numbers and running heads are no part of the law; each is listed under `edition` in regulation.yml."))

  /// A list of departments set apart.
  public static let splitParagraph = remark(
    "IM103", .note, Bilingual(zh: "责任部门另成一段", en: "A list of departments became a paragraph"),
    Bilingual(zh: "措施末尾括号里的责任部门另成一段，文字不变。", en: "The departments in brackets at the end of a measure stand in a paragraph of their own; no character changes."))

  /// A line that can be read two ways.
  public static let doubtfulLine = remark(
    "IM104", .warning, Bilingual(zh: "有疑问的行", en: "A line can be read two ways"),
    Bilingual(zh: "这一行还有别的读法，请对照原文。", en: "This line can be read another way; compare the source."))

  /// The edition made from a publication does not hold its characters.
  public static let importChanged = remark(
    "IM105", .error, Bilingual(zh: "导入不改变文字", en: "An import changes no character"),
    Bilingual(zh: "整理后的文字与公布文本不同。请报告这一问题，并附上原文。", en: "The text that came out is not the one that went in. Please report this with the source."))

  private static func remark(_ code: String, _ severity: Severity, _ title: Bilingual, _ explanation: Bilingual) -> Rule {
    Rule(code, severity, title: title, explanation: explanation, bad: "", good: "")
  }
}

extension Publication.Remark {
  /// The remark as a finding in `file`.
  func diagnostic(file: String) -> Diagnostic {
    let rule: Rule =
      switch kind {
      case .joined: .joinedLine
      case .dropped: .droppedLine
      case .split: .splitParagraph
      case .doubtful: .doubtfulLine
      }
    return Diagnostic(
      rule, at: SourceRange(file: file, line: line), Bilingual(zh: message.zh + "：" + words, en: message.en + ": " + words))
  }
}
