import Diagnostics

/// Rules on what a note says of its provision.
extension Rule {
  public static let shortNote = Rule(
    "NT302", .warning, title: Bilingual(zh: "注解说了些什么", en: "A note says something"),
    explanation: Bilingual(
      zh: "空的或者只有一两句的注解帮不了读者。写清楚：白话是什么意思，谁来做，一个例子，没有说什么。",
      en: "An empty note, or one of a few words, helps nobody. Say what the provision means, who does what, an example, and what it does not say."),
    bad: "## 白话\n\n略。", good: "## 白话\n\n条例从2021年9月1日起生效，这一天以前它还不起作用。")
  public static let overstatedNote = Rule(
    "NT303", .error, title: Bilingual(zh: "注解不把“鼓励”说成“应当”", en: "A note makes no duty of an encouragement"),
    explanation: Bilingual(
      zh: "条文里没有“应当”“必须”“不得”“禁止”，注解就不能说谁“应当”“必须”“有义务”“务必”“一定要”“不准”做什么。说“没有用‘应当’”、“不是必须”不算；引号里的词不算；引用别的条文的句子不算。",
      en: "Where the provision has none of 应当, 必须, 不得 and 禁止, its note says of nobody that they must, have to, are required or forbidden to do something. “Without ‘shall’”, “nobody must”, words in quotation marks and sentences that link another provision are not meant."),
    bad: "鼓励企业参加保险。 → 企业应当参加保险。", good: "鼓励企业参加保险。 → 企业可以参加，不参加也不违反条例。")
  public static let unlinkedCitation = Rule(
    "NT304", .warning, title: Bilingual(zh: "提到别的法规的条文，要有链接", en: "A citation of another text is a link"),
    explanation: Bilingual(
      zh: "写成 [](nantong/32)，标签由引擎写，编号变了会报错。", en: "Write [](nantong/32): the engine writes the label, and a wrong number is reported."),
    bad: "南通条例第三十二条也这样写。", good: "[](nantong/32)也这样写。")
  public static let foreignFigure = Rule(
    "NT305", .error, title: Bilingual(zh: "注解里的数字、日期和法律，条文或所链接的事实里有", en: "Figures, dates and laws of a note come from the provision or a linked fact"),
    explanation: Bilingual(
      zh: "注解不添加条文没有的数字、日期和法律，写成“三十日”、thirty days 或者不带书名号的法律名也一样；否则不能发布。文本以外的事实写进 facts.yml，再用 [](fact:…) 链接。“举个例子”一节里的数字不查。",
      en: "A note adds no figure, date or law, be it 三十日, “thirty days” or a law named without 《》; with one it is not published. What comes from outside stands in facts.yml and is linked as [](fact:…). Figures in the example are not judged."),
    bad: "违者罚款5000元。", good: "罚款多少见[产品质量法](fact:product-quality-law)。")
  public static let repeatedParagraph = Rule(
    "NT306", .warning, title: Bilingual(zh: "注解的段落不写在第二处", en: "A note's paragraph stands nowhere else"),
    explanation: Bilingual(
      zh: "与另一条注解、主题或者情景的一段有三分之二以上逐句相同的段落，多半是复制来的，没有照眼前的条文写。通用的话放到主题或者页面里。",
      en: "A paragraph that shares two thirds of its words, clause for clause, with one of another note, a topic or a situation was probably copied and does not speak of the provision in front of it. What holds for many belongs to a topic or page."),
    bad: "notes/12.zh.md = notes/13.zh.md", good: "notes/12.zh.md ≠ notes/13.zh.md")
  public static let addedRight = Rule(
    "NT308", .error, title: Bilingual(zh: "注解不添加权利和处罚", en: "A note adds no right and no penalty"),
    explanation: Bilingual(
      zh: "条文没有写权利，注解就不说谁“有权”做什么；没有写处罚，就不说“罚款”“吊销”。说“没有写罚款”不算；所链接的事实里的不算。",
      en: "Where the provision names no right, its note says of nobody that they are entitled to something; where it names no penalty, of nobody that they are fined. “No fine is named” is not meant, nor what a linked fact says."),
    bad: "鼓励经营者无理由退货。 → 你有权要求退货。", good: "鼓励经营者无理由退货。 → 店家承诺了，你可以请它照办。")
  public static let targetAsResult = Rule(
    "NT309", .error, title: Bilingual(zh: "方案的目标不说成结果", en: "A plan's target is not told as a result"),
    explanation: Bilingual(
      zh: "方案里的数字是目标，到没到不在文中。注解不说“已经达到”“实现了”，说“方案的目标是……”。",
      en: "A plan's figures are targets; whether they were reached is not in the text. A note says “the plan's target is …”, not “reached” or “achieved”."),
    bad: "2025年已经达到98.5%。", good: "方案的目标是2025年达到98.5%以上。")
}
