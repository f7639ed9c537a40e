import Diagnostics

extension Rule {
  /// UTF-8 without control characters.
  public static let encoding = Rule(
    "MD101", .error,
    title: Bilingual(zh: "文字用 UTF-8 编码，不含控制字符", en: "Text is UTF-8 without control characters"),
    explanation: Bilingual(
      zh: "文件须用 UTF-8 编码。控制字符看不见，却会进入网页、搜索和数据，通常是从其他程序粘贴来的。U+EFFF 是本程序内部使用的字符，也不得出现。",
      en: "Files are UTF-8. Control characters cannot be seen but reach pages, search and data; they usually come from "
        + "pasting. U+EFFF is used by the engine itself and must not occur either."),
    bad: "质量\u{8}提升", good: "质量提升")

  /// Sizes and depths that nobody writes by hand.
  public static let limits = Rule(
    "MD102", .error,
    title: Bilingual(zh: "正文不超过大小和嵌套的上限", en: "A text keeps within limits of size and nesting"),
    explanation: Bilingual(
      zh: "一个文件不超过 4 MB，一段不超过 64 KB，引用、列表、方括号和强调的嵌套不超过 100 层。超出的多半是粘贴错误，而且会使 Markdown 解析变得极慢。",
      en:
        "A file has up to 4 MB, a paragraph up to 64 KB, and block quotes, lists, brackets and emphasis nest up to 100 "
        + "deep. More is nearly always a slip in pasting, and makes parsing Markdown extremely slow."),
    bad: "[[[[[[[[ … (101 ×)", good: "[质量](topic:quality)")

  /// Content is Markdown only.
  public static let rawHTML = Rule(
    "MD103", .error,
    title: Bilingual(zh: "正文不写 HTML", en: "Content holds no raw HTML"),
    explanation: Bilingual(
      zh: "正文只用 Markdown，这样网页、幻灯片和开放数据才能从同一份文字生成，也才安全。例外是三种独占一行的注释：of（译文所据原文的摘要）、id（标识）、check: allow（经编辑放行的提示）。",
      en:
        "Content is Markdown only: pages, slides and open data all come from it, safely. Three comments, each alone on "
        + "its line, are excepted: of (digest of the original), id, and check: allow (a finding that an editor has excused)."
    ),
    bad: "<b>质量</b>", good: "**质量**")

  /// Links that run scripts or leave the page's protocol open.
  public static let dangerousLink = Rule(
    "MD104", .error,
    title: Bilingual(zh: "链接不含脚本，并写明协议", en: "Links run no script and name their protocol"),
    explanation: Bilingual(
      zh: "javascript:、vbscript: 和 data: 链接可以执行脚本；以 // 开头的链接随网页的协议而变，从 U 盘打开时会失效。",
      en:
        "javascript:, vbscript: and data: links can run scripts; a link that begins with // follows the protocol of the "
        + "page and breaks when the page is opened from a USB stick."),
    bad: "[官网](//example.cn)", good: "[官网](https://example.cn)")
}
