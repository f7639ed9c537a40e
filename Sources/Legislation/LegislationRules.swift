import Diagnostics

extension Rule {
  /// A heading of a text whose label is not one of the known kinds.
  public static let unknownHeading = Rule(
    "LW111", .error,
    title: Bilingual(zh: "标题须以编、章、节、条等序号开头", en: "A heading begins with the label of a part or provision"),
    explanation: Bilingual(
      zh: "法规文本的每个标题靠序号辨认：第一编、第一分编、第一章、第一节、第一条、一、（一）；英文为 Part I、Subpart I、Chapter I、Section 1、Article 1、I.、(1)。条的标题只有条号和可选的【条标】。",
      en: "The label of a heading tells what it is: 第一编, 第一分编, 第一章, 第一节, 第一条, 一、, （一）; in English Part I, Subpart I, Chapter I, Section 1, Article 1, I., (1). An article's heading holds its number and, in brackets, its caption; nothing else."),
    bad: "## 总则", good: "## 第一章 总则")

  /// A heading whose number of `#` does not fit its place, or a part inside one of its own or a lower kind.
  public static let headingDepth = Rule(
    "LW112", .error,
    title: Bilingual(zh: "标题层级逐级加深", en: "Headings go down one level at a time"),
    explanation: Bilingual(
      zh: "# 是法规名称，## 是最上一级，往下每级多一个 #。章在编之下，节在章之下，条在最里面。",
      en: "`#` is the title, `##` the outermost level, and each level below has one `#` more. A chapter stands in a book, a section in a chapter, and articles innermost."),
    bad: "## 第一章 总则\n\n#### 第一条", good: "## 第一章 总则\n\n### 第一条")

  /// A gap, a repeat or disorder in the numbers of parts, provisions or items.
  public static let numbering = Rule(
    "LW113", .error,
    title: Bilingual(zh: "序号连续，不缺、不重、不乱", en: "Numbers run without gap, repeat or disorder"),
    explanation: Bilingual(
      zh: "编、章、节、条、项的序号依次递增。跳号、重号、倒号通常是漏抄或误抄；公布文本本身如此的，在例外清单中写明理由。",
      en: "Parts, articles and items are numbered in order. A jump, a repeat or a step back usually means that a line was lost or miscopied; where the publication itself has it so, excuse the finding with a reason."),
    bad: "### 第一条\n\n……\n\n### 第三条", good: "### 第一条\n\n……\n\n### 第二条")

  /// A comment that is none of `of`, `id`, `check`, or is malformed or misplaced.
  public static let badComment = Rule(
    "LW114", .error,
    title: Bilingual(zh: "注释只有 of、id、check 三种", en: "A comment is one of `of`, `id` and `check`"),
    explanation: Bilingual(
      zh: "注释独占一行：<!-- of: 12 位十六进制摘要; review: draft 或 checked --> 写在标题下；<!-- id: 名称 --> 给没有序号的内容起名；<!-- check: allow 代码 because 理由 --> 放行一项检查。",
      en: "A comment stands alone on its line. `<!-- of: 12 hexadecimal digits; review: draft|checked -->` stamps the heading above it; `<!-- id: name -->` names text that has no number; `<!-- check: allow CODE because … -->` excuses a finding."),
    bad: "<!-- of: 12ab; review: done -->", good: "<!-- of: 1a2b3c4d5e6f; review: checked -->")

  /// Text outside every provision.
  public static let strayText = Rule(
    "LW115", .error,
    title: Bilingual(zh: "正文属于某一条", en: "Text belongs to a provision"),
    explanation: Bilingual(
      zh: "名称之下只有圆括号内的题注，章标题之下直接是条。没有条号的引言，用单独一行 <!-- id: preamble --> 开头。",
      en: "Under the title stand only adoption notes in round brackets, under a part's heading its provisions. Text without a number begins with `<!-- id: preamble -->` (or another name) on a line of its own."),
    bad: "# 某某条例\n\n为了……", good: "# 某某条例\n\n<!-- id: preamble -->\n\n为了……")

  /// No title, two titles, or a title that is not at the top.
  public static let title = Rule(
    "LW116", .error,
    title: Bilingual(zh: "文本以一个名称开头", en: "A text begins with its one title"),
    explanation: Bilingual(
      zh: "第一行是 # 加法规名称，全文只有一个。",
      en: "The first line is `#` and the title; there is no second one."),
    bad: "## 第一条", good: "# 某某条例\n\n## 第一条")

  /// An item's label at the beginning of a line inside a paragraph.
  public static let hiddenItem = Rule(
    "LW117", .error,
    title: Bilingual(zh: "每一项自成一段", en: "Every item is a paragraph of its own"),
    explanation: Bilingual(
      zh: "项与项之间、项与前文之间空一行，否则会连成一段。",
      en: "Items are set off by blank lines; without one they run together."),
    bad: "下列活动：\n（一）宣传；", good: "下列活动：\n\n（一）宣传；")

  /// A part without provisions or a provision without text.
  public static let emptyDivision = Rule(
    "LW118", .error,
    title: Bilingual(zh: "章有条，条有文", en: "A part has provisions, a provision has text"),
    explanation: Bilingual(
      zh: "空的章或条通常说明内容丢失。", en: "An empty part or provision usually means that its text was lost."),
    bad: "### 第二条\n\n### 第三条", good: "### 第二条\n\n本市……\n\n### 第三条")

  /// The translation's parts, provisions, paragraphs and items are not those of the original.
  public static let skeleton = Rule(
    "TR203", .error,
    title: Bilingual(zh: "译文与原文结构一致", en: "A translation has the skeleton of its original"),
    explanation: Bilingual(
      zh: "译文的章、条、款、项与原文一一对应，次序相同。",
      en: "Part for part, article for article, paragraph for paragraph, item for item, in the same order."),
    bad: "(1) …\n\n(3) …", good: "(1) …\n\n(2) …\n\n(3) …")
}

extension Rule {
  /// A published label whose number cannot be read.
  public static let brokenNumber = Rule(
    "LW119", .warning,
    title: Bilingual(zh: "条号可以识别", en: "An article's number can be read"),
    explanation: Bilingual(
      zh: "行首像条号，但数字写错或缺字，导入时按正文处理。请对照原文改正。",
      en: "A line begins like an article, but its number is miswritten; the importer takes it as text. Compare the source and mend it."),
    bad: "第二二十条　本市……", good: "第二十二条　本市……")
}
