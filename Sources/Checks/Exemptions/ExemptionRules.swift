import Diagnostics

extension Rule {
  public static let idleExemption = Rule(
    "EX101", .warning, title: Bilingual(zh: "每条例外都有用", en: "Every exemption excuses something"),
    explanation: Bilingual(
      zh: "要放行的问题已经不在了，或者代码、文件、位置写错了。删去它，免得以后放过真的错误。",
      en: "What it excused is gone, or its code, file or place is wrong. Delete it, lest it hide a real mistake later."),
    bad: "<!-- check: allow TR220 because … --> (above a paragraph without that finding)", good: "")
  public static let badExemption = Rule(
    "EX102", .error, title: Bilingual(zh: "例外写明代码和理由", en: "An exemption gives a code and a reason"),
    explanation: Bilingual(
      zh: "写成 <!-- check: allow TR220 because 理由 -->，独占一行，放在要放行的那一段上面。理由是给后来的编辑看的。",
      en: "Write <!-- check: allow TR220 because reason --> on a line of its own above the paragraph in question. The reason is for the editors who come after."),
    bad: "<!-- check: allow TR220 -->", good: "<!-- check: allow TR220 because 标题里用了近义词 -->")
  public static let forbiddenExemption = Rule(
    "EX103", .error, title: Bilingual(zh: "法条的出入和安全问题不能放行", en: "A change of the law and what endangers readers cannot be excused"),
    explanation: Bilingual(
      zh: "法条与发布的文本不同（LW110）、HTML（MD103）、危险链接（MD104）、读不了的文件和页面安全（RS904、RS905、RS914）没有例外。",
      en: "A text that differs from its publication (LW110), raw HTML (MD103), dangerous links (MD104), unreadable files and the safety of pages (RS904, RS905, RS914) have no exemptions."),
    bad: "<!-- check: allow LW110 because … -->", good: "edition: in regulation.yml")
}

extension Rule {
  /// Whether an editor may excuse a finding of it.
  var isExcusable: Bool {
    !code.hasPrefix("FS") && !["LW110", "MD101", "MD102", "MD103", "MD104", "RS904", "RS905", "RS914", "EX101", "EX102", "EX103"].contains(code)
  }
}
