import Diagnostics

extension Diagnostic {
  static func notUTF8(_ byte: UInt8, at range: SourceRange) -> Diagnostic {
    let hex = "0x" + String(byte, radix: 16, uppercase: true)
    return Diagnostic(
      .encoding, at: range,
      Bilingual(zh: "此处的字节 \(hex) 不是 UTF-8 文字", en: "the byte \(hex) here is not UTF-8 text"),
      help: Bilingual(zh: "请把文件另存为 UTF-8 编码", en: "save the file as UTF-8"))
  }

  static func controlCharacter(_ byte: UInt8, at range: SourceRange) -> Diagnostic {
    let hex = String(byte, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: 4 - hex.count) + hex
    return Diagnostic(
      .encoding, at: range,
      Bilingual(zh: "此处有不可见的控制字符 \(name)", en: "an invisible control character \(name) stands here"),
      help: Bilingual(zh: "请删除它", en: "delete it"))
  }

  static func sentinel(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .encoding, at: range,
      Bilingual(
        zh: "此处有私用区字符 U+EFFF，它留给排版程序作强调标记之用",
        en: "the private-use character U+EFFF stands here; the engine keeps it for itself, to mend emphasis"),
      help: Bilingual(zh: "请删除它", en: "delete it"))
  }

  static func documentTooLong(_ size: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .limits, at: range,
      Bilingual(
        zh: "文件有 \(size / 1024) KB，超过 \(Limits.document / 1024) KB 的上限",
        en: "the text has \(size / 1024) KB; the limit is \(Limits.document / 1024) KB"),
      help: Bilingual(zh: "请分成几个文件", en: "split it into several files"))
  }

  static func blockTooLong(_ size: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .limits, at: range,
      Bilingual(
        zh: "从这一行起 \(size / 1024) KB 没有空行，超过一段 \(Limits.block / 1024) KB 的上限",
        en:
          "\(size / 1024) KB from this line on have no blank line; the limit of a paragraph is \(Limits.block / 1024) KB"
      ),
      help: Bilingual(zh: "请用空行分段", en: "divide it with blank lines"))
  }

  static func tooExpansive(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .limits, at: range,
      Bilingual(
        zh: "链接定义太长，被引用的次数太多，合计超过 \(Limits.expansion / 1024 / 1024) MB",
        en: "this link definition is so long, and used so often, that links would take more than "
          + "\(Limits.expansion / 1024 / 1024) MB"),
      help: Bilingual(zh: "请缩短定义，或把文件分成几个", en: "shorten the definition, or split the text"))
  }

  static func tooDeep(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .limits, at: range,
      Bilingual(
        zh: "此处的嵌套（引用、列表、方括号或强调）超过 \(Limits.nesting) 层",
        en: "block quotes, lists, brackets or emphasis are nested more than \(Limits.nesting) deep here"),
      help: Bilingual(zh: "请减少层次，或检查是否漏了右括号", en: "nest less, or look for a missing closing bracket"))
  }

  static func rawHTML(_ html: String, at range: SourceRange) -> Diagnostic {
    let shown = excerpt(html)
    if html.utf8.drop(while: { $0 <= 0x20 }).starts(with: "<!--".utf8) {
      return Diagnostic(
        .rawHTML, at: range,
        Bilingual(zh: "不允许的注释：\(shown)", en: "a comment that is not allowed: \(shown)"),
        help: Bilingual(
          zh: "只允许独占一行的三种注释：<!-- of: … -->、<!-- id: … -->、<!-- check: allow 代码 because 理由 -->",
          en: "only three comments may stand, each alone on its line: <!-- of: … -->, <!-- id: … -->, "
            + "<!-- check: allow CODE because … -->"))
    }
    return Diagnostic(
      .rawHTML, at: range, Bilingual(zh: "正文中有 HTML：\(shown)", en: "raw HTML in the text: \(shown)"),
      help: Bilingual(
        zh: "请改用 Markdown 写法；要显示尖括号本身，请写 \\<", en: "use Markdown; for the sign itself write \\<"))
  }

  static func dangerousDestination(
    _ destination: String, _ kind: DestinationKind, at range: SourceRange
  ) -> Diagnostic? {
    switch kind {
    case .external, .reference: return nil
    case .script(let scheme):
      let shown = excerpt(destination)
      return Diagnostic(
        .dangerousLink, at: range,
        Bilingual(zh: "不允许 \(scheme): 链接：\(shown)", en: "\(scheme): links are not allowed: \(shown)"),
        help: Bilingual(
          zh: "请链接到本站的内容，或 https 地址", en: "link to something on this site, or to an https address"))
    case .protocolRelative:
      let shown = excerpt(destination)
      return Diagnostic(
        .dangerousLink, at: range,
        Bilingual(
          zh: "链接 \(shown) 没有写明协议，从文件打开时会失效",
          en: "\(shown) names no protocol, and breaks when a page is opened from a file"),
        help: Bilingual(zh: "请以 https:// 开头", en: "begin it with https://"))
    }
  }

  /// The beginning of something, on one line.
  private static func excerpt(_ text: String) -> String {
    let scalars = text.unicodeScalars.drop { $0.value <= 0x20 }
    let line = scalars.prefix { $0.value >= 0x20 }.prefix(60)
    var shown = String(String.UnicodeScalarView(line))
    while shown.last == " " { shown.removeLast() }
    return line.endIndex == scalars.endIndex || scalars[line.endIndex...].allSatisfy { $0.value <= 0x20 }
      ? shown : shown + "…"
  }
}
