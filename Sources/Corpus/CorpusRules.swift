import Diagnostics

/// What reading `content/` can find wrong.
extension Rule {
  public static let readableFile = Rule(
    "FS101", .error, title: Bilingual(zh: "内容文件能够读取", en: "A content file can be read"),
    explanation: Bilingual(
      zh: "引擎需要的文件不存在、没有权限，或者不是普通文件。", en: "A file that the engine needs is missing, not permitted, or no regular file."),
    bad: "content/regulations/nantong/ (without text.zh.md)", good: "content/regulations/nantong/text.zh.md")
  public static let fileSize = Rule(
    "FS102", .error, title: Bilingual(zh: "内容文件不超过 4 MB", en: "A content file has at most 4 MB"),
    explanation: Bilingual(zh: "上限保证一次构建的内存和时间有数。", en: "The limit keeps the memory and time of a build bounded."),
    bad: "notes/1.zh.md (50 MB)", good: "notes/1.zh.md (2 KB)")
  public static let utf8 = Rule(
    "FS103", .error, title: Bilingual(zh: "内容文件是 UTF-8", en: "A content file is UTF-8"),
    explanation: Bilingual(
      zh: "其他编码的文字会变成乱码。已发布的文本可以用 mingzhi import 转换。",
      en: "Text in another encoding would come out garbled. `mingzhi import` converts published texts."),
    bad: "text.zh.md saved as GB 18030", good: "text.zh.md saved as UTF-8")
  public static let linkInside = Rule(
    "FS104", .error, title: Bilingual(zh: "符号链接不离开内容文件夹", en: "A symbolic link stays inside the content folder"),
    explanation: Bilingual(
      zh: "指向外面的链接会把别处的文件发布出去。", en: "A link that leads out would publish files from elsewhere."),
    bad: "notes/1.zh.md -> ../../../../etc/passwd", good: "notes/1.zh.md")
  public static let unknownFile = Rule(
    "FS105", .warning, title: Bilingual(zh: "每个内容文件都有用处", en: "Every content file is used"),
    explanation: Bilingual(
      zh: "没有任何部分读取这个文件，多半是名字写错了。", en: "Nothing reads this file; its name is probably mistyped."),
    bad: "notes/12.md", good: "notes/12.zh.md")
  public static let yamlSyntax = Rule(
    "FM701", .error, title: Bilingual(zh: "YAML 能够读懂", en: "YAML is well formed"),
    explanation: Bilingual(
      zh: "语法错误、锚点和别名、过深的嵌套都不接受。", en: "Syntax errors, anchors and aliases, and deep nesting are refused."),
    bad: "title: 质量: 是什么", good: "title: \"质量: 是什么\"")
  public static let duplicateKey = Rule(
    "FM702", .error, title: Bilingual(zh: "每个键只写一次", en: "A key is given once"),
    explanation: Bilingual(zh: "写两次时不知道以哪个为准。", en: "Given twice, it is unclear which one counts."),
    bad: "order: 1\norder: 2", good: "order: 1")
  public static let unknownKey = Rule(
    "FM703", .error, title: Bilingual(zh: "只用认识的键", en: "Only known keys are used"),
    explanation: Bilingual(zh: "不认识的键多半是拼写错误，它的值不会起作用。", en: "An unknown key is mostly a typing mistake, and its value would do nothing."),
    bad: "topcis: [brands]", good: "topics: [brands]")
  public static let missingKey = Rule(
    "FM704", .error, title: Bilingual(zh: "必需的键都有", en: "Required keys are there"),
    explanation: Bilingual(zh: "没有这个键，页面就缺一块。", en: "Without this key a page would lack something."),
    bad: "kind: plan", good: "kind: plan\nstatus: plan")
  public static let wrongType = Rule(
    "FM705", .error, title: Bilingual(zh: "值的类型正确", en: "A value has the right type"),
    explanation: Bilingual(zh: "例如需要列表的地方写了文字。", en: "For example text where a list is expected."),
    bad: "topics: brands", good: "topics: [brands]")
  public static let badDate = Rule(
    "FM706", .error, title: Bilingual(zh: "日期存在，写成 2021-09-01", en: "A date exists and is written as 2021-09-01"),
    explanation: Bilingual(zh: "日期按 ISO 8601 书写。", en: "Dates follow ISO 8601."),
    bad: "effective: 2021-02-30", good: "effective: 2021-09-01")
  public static let unknownValue = Rule(
    "FM707", .error, title: Bilingual(zh: "值是允许的几个之一", en: "A value is one of those allowed"),
    explanation: Bilingual(zh: "例如 status 只有六种。", en: "For example, `status` is one of six words."),
    bad: "status: inforce", good: "status: in-force")
  public static let frontMatter = Rule(
    "FM708", .error, title: Bilingual(zh: "文件头的 --- 成对", en: "Front matter is closed"),
    explanation: Bilingual(zh: "开头的 --- 之后要有另一行 --- 结束。", en: "The opening `---` needs a closing `---`."),
    bad: "---\ntitle: 关于", good: "---\ntitle: 关于\n---")
  public static let repeatedName = Rule(
    "FM709", .error, title: Bilingual(zh: "名字不重复", en: "A name is defined once"),
    explanation: Bilingual(zh: "两个术语或事实用了同一个 id。", en: "Two terms or facts share one id."),
    bad: "- id: recall\n- id: recall", good: "- id: recall\n- id: recall-duty")
  public static let reservedName = Rule(
    "FM710", .error, title: Bilingual(zh: "名字可以作为地址", en: "A name can be an address"),
    explanation: Bilingual(
      zh: "法规的文件夹名和主题、情景、页面、教学材料的文件名会成为网址的一部分：用小写字母、数字和连字符，不与网站自己的页面重名。",
      en: "The folder of a regulation and the files of topics, situations, pages and school materials give their names to addresses: lower-case letters, digits and hyphens, and no name of the site's own pages."),
    bad: "content/regulations/topics/", good: "content/regulations/nantong/")
  public static let badStamp = Rule(
    "FM711", .error, title: Bilingual(zh: "of: 是 12 位十六进制摘要", en: "`of:` is a digest of 12 hexadecimal digits"),
    explanation: Bilingual(zh: "由 mingzhi stamp 写入，不要手写。", en: "`mingzhi stamp` writes it; do not type it."),
    bad: "of: yes", good: "of: 1a2b3c4d5e6f")
  public static let originalMissing = Rule(
    "FM712", .error, title: Bilingual(zh: "英文文件有中文原文", en: "An English file has a Chinese original"),
    explanation: Bilingual(zh: "中文页在先，英文页由它而来。", en: "The Chinese page comes first; the English one is made from it."),
    bad: "topics/brands.en.md (alone)", good: "topics/brands.zh.md, topics/brands.en.md")
}
