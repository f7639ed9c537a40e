import Diagnostics

extension Rule {
  /// An address that cannot be a file of the site.
  public static let unusableAddress = Rule(
    "PB101", .error,
    title: Bilingual(zh: "页面地址必须是网站内的普通路径", en: "A page's address is a plain path inside the site"),
    explanation: Bilingual(
      zh: """
        地址由内容中的编号组成。它不能为空，不能以 / 开头，不能含有 .. 或空的一段，\
        也不能含有 Windows 和 U 盘不接受的字符（< > : " | ? * \\ 和控制字符）。请修改编号。
        """,
      en: """
        Addresses are made of the ids in the content. They are not empty, do not start with /, hold no `..` and no empty \
        part, and none of the characters that Windows and USB sticks refuse (< > : " | ? * \\ and control characters). \
        Change the id.
        """),
    bad: "content/regulations/..", good: "content/regulations/nantong")

  /// Two pages want one file.
  public static let sharedAddress = Rule(
    "PB102", .error,
    title: Bilingual(zh: "每个页面有自己的地址", en: "Every page has an address of its own"),
    explanation: Bilingual(
      zh: """
        两个页面会写入同一个文件，或者只在大小写上不同；许多磁盘不区分大小写，其中一页会丢失。\
        请修改其中一个编号。
        """,
      en: """
        Two pages would be written to one file, or to names that differ in case alone: many disks do not tell these \
        apart, and one page would be lost. Change one of the ids.
        """),
    bad: "content/topics/brand.zh.md and content/topics/Brand.zh.md", good: "content/topics/brand.zh.md")
}
