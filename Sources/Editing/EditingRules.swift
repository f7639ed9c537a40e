import Diagnostics
import Legislation

extension Rule {
  /// A line that goes on with the one above.
  public static let joinedLine = remark(
    "IM101", .note, Bilingual(zh: "折断的行已连接", en: "A broken line was joined"),
    Bilingual(zh: "上一行的句子没有结束，导入时与本行连成一段。请核对。", en: "The sentence of the line above goes on here, so the two were joined. Compare the source."),
    bad: "第五条　企业应当建立质\n量管理制度。", good: "第五条　企业应当建立质量管理制度。")

  /// A line that is not part of the law.
  public static let droppedLine = remark(
    "IM102", .note, Bilingual(zh: "不属于法规的行已略去", en: "A line that is not the law was left out"),
    Bilingual(zh: "目录、页码、页眉不是法规正文，略去的每一行都记入 regulation.yml 的 edition。", en: "Contents, page numbers and running heads are no part of the law; each is listed under `edition` in regulation.yml."),
    bad: "－3－", good: "regulation.yml: { dropped: \"－3－\", line: 40, … }")

  /// A line that became several paragraphs or items.
  public static let splitParagraph = remark(
    "IM103", .note, Bilingual(zh: "一行分成几段", en: "A line became several paragraphs"),
    Bilingual(
      zh: "同一行里的几项、几条，以及措施末尾括号里的责任部门，各成一段，文字不变。",
      en: "Items or articles that run on in one line, and the departments in brackets at the end of a measure, stand in paragraphs of their own; no character changes."),
    bad: "第五条　包括：（一）甲；（二）乙。", good: "第五条\n\n包括：\n\n（一）甲；\n\n（二）乙。")

  /// A line that can be read two ways.
  public static let doubtfulLine = remark(
    "IM104", .warning, Bilingual(zh: "有疑问的行", en: "A line can be read two ways"),
    Bilingual(zh: "这一行还有别的读法，请对照原文。", en: "This line can be read another way; compare the source."),
    bad: "第二二十条　本市……", good: "第二十二条　本市……")

  /// The edition made from a publication does not hold its characters.
  public static let importChanged = remark(
    "IM105", .error, Bilingual(zh: "导入不改变文字", en: "An import changes no character"),
    Bilingual(zh: "整理后的文字与公布文本不同。请报告这一问题，并附上原文。", en: "The text that came out is not the one that went in. Please report this with the source."),
    bad: "published.txt: 98%  text.zh.md: 89%", good: "published.txt: 98%  text.zh.md: 98%")

  /// What `regulation.yml` needs and the head of the text does not say.
  public static let untoldFact = remark(
    "IM106", .warning, Bilingual(zh: "文首写明名称和效力状态", en: "The head of a text tells its title and status"),
    Bilingual(zh: "文首没有写的，引擎不猜，留给编者填写；没有填写的 status 在检查时是错误。", en: "What the head does not tell is left for the editor, not guessed; an empty `status` is an error of the check."),
    bad: "第一条　……", good: "某市某某条例\n（2021年3月23日某市人民代表大会常务委员会通过）\n第一条　……")

  /// A line that stands elsewhere in the text that came out.
  public static let movedLine = remark(
    "IM108", .note, Bilingual(zh: "公告移到名称之下", en: "An announcement was moved below the title"),
    Bilingual(
      zh: "名称之上的公告或通知写明通过、公布的日期，移到名称之下的题注；每一行都记入 regulation.yml 的 edition。",
      en: "The announcement above the title tells who adopted the text and when; it stands among the notes under the title, and each line is listed under `edition` in regulation.yml."),
    bad: "某市人民代表大会常务委员会公告\n第12号\n……\n某市步行条例", good: "# 某市步行条例\n\n<!-- id: adoption -->\n某市人民代表大会常务委员会公告")

  /// A text without numbers.
  public static let noProvisions = remark(
    "IM109", .warning, Bilingual(zh: "法规有条文", en: "A legal text has provisions"),
    Bilingual(
      zh: "没有找到第一条、一、（一）之类的序号。没有序号的决定全文成为引言；连名称也没有的，不写入。",
      en: "No number such as 第一条, 一、 or （一） was found. A decision without numbers becomes a preamble; a text that has no title either is not written."),
    bad: "今天天气很好。", good: "某市步行条例\n第一条　……")

  private static func remark(_ code: String, _ severity: Severity, _ title: Bilingual, _ explanation: Bilingual, bad: String, good: String) -> Rule {
    Rule(code, severity, title: title, explanation: explanation, bad: bad, good: good)
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
      case .moved: .movedLine
      }
    return Diagnostic(
      rule, at: SourceRange(file: file, line: line), Bilingual(zh: message.zh + "：" + words, en: message.en + ": " + words))
  }
}
