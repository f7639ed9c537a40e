/// Pseudo-random numbers from a fixed seed (SplitMix64): the same documents in every run.
struct Seed: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func pick(_ choices: [String]) -> String { choices[Int(next() % UInt64(choices.count))] }
  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }
}

/// Documents out of all constructs of CommonMark, well-formed and not.
struct DocumentGenerator {
  var seed: Seed
  let words: [String]

  static let latin = ["word", "a", "Q2025", "the law", "x.", "(y)", "\"quoted\"", "it's", "3*4", "snake_case"]
  static let chinese = ["质量", "本条例", "《著作权法》", "。", "，", "“三包”", "第三条", "（一）", "：", "法", "𠮷", "é"]

  init(seed: UInt64, words: [String] = latin + chinese) {
    self.seed = Seed(state: seed)
    self.words = words
  }

  private static let marks = [
    "*", "**", "***", "_", "__", "`", "``", "[", "]", "![", "(", ")", "<", ">", "\\", "\\*", "\\`", "\\[", "\\\\", "&",
    "#",
    "&amp;", "&copy;", "&#20013;", "&#x4E2D;", "&nosuch;", "&ngE;", "&#0;", "&lt", "!", "~", "|", "-", "+", "=", ":",
    "  \n", "\\\n", "\n", " \n", "\r\n", "\t",
  ]
  private static let pieces = [
    "**bold**", "*em*", "__b__", "_e_", "`code`", "`` a`b ``", "` `", "**粗。**", "*斜*", "<https://a.cn/b?c=d&e>",
    "<mailto:a@b.cn>", "<a@b.cn>", "<topic:brand>", "<b>", "</b>", "<br/>", "<a href=\"x\ny\">", "<!-- c -->",
    "<!--\n-->",
    "<?php ?>", "<!X y>", "<![CDATA[ ]]>", "[a](/u)", "[a](/u \"t\")", "[a](<u v> 't')", "[a](u\n(ti\ntle))",
    "[a](u(v)w)",
    "[a](\\(u\\)&amp;)", "[](nantong/32)", "[ ](x)", "[法](nantong/5#p1-i3)", "![alt *x*](i.png)", "![](i.png \"t\")",
    "[![i](p.png)](/u)", "[ref]", "[ref][]", "[text][ref]", "![img][ref]", "[参考]", "[no ref]", "[a]()", "[a](<>)",
    "](/u)", "](", "][ref]", "[a](javascript:x)", "[a](//host)", "[a `]` b](/u)", "[a\nb](/u)", "[r\nef]",
    "[a](/u \"a\\\"b\")",
    "[a](/u \"a\\\")", "[a](<u\\>v>)", "[a](u\\", "[外](https://x.cn)",
  ]
  private static let prefixes = [
    "", "", "", "", "> ", ">", "- ", "* ", "+ ", "1. ", "10) ", "  ", "   ", "    ", "\t", "      ", "-\t", ">\t", "# ",
    "## ",
    "###### ", "####### ", " > ", "-   ", "-      ",
  ]
  private static let lines = [
    "", "", "", "---", "***", "===", "- - -", "```", "```swift", "~~~", "````", "    code", "<div>", "</div>", "<!-- x",
    "-->",
    "<script>", "</script>", "<p a='b'>", "[ref]: /url 'title'", "[ref]: <a b>", "[参考]: /u", "[r ef]:\n/u\n'ti\ntle'",
    "[ref]: /url 'title' no", "[bad]:", "[x]: /u\n[y]: /v \"t", "-", "1.", ">", "# ", "#", "# a #", "## b ##  ", "\t",
    "  ", "# 甲 \\#",
    "<!-- id: x -->", "a\n===", "甲\n---", "* * a", "> - > b", "<?x", "?>", "<![CDATA[", "]]>",
  ]

  mutating func inline() -> String {
    var text = ""
    for _ in 0..<seed.number(1...7) {
      switch seed.number(0...9) {
      case 0...3: text += seed.pick(words)
      case 4...6: text += seed.pick(Self.marks)
      default: text += seed.pick(Self.pieces)
      }
      if seed.number(0...3) == 0 { text += " " }
    }
    return text
  }

  mutating func document() -> String {
    var text = ""
    var carried = ""
    for _ in 0..<seed.number(1...9) {
      if seed.number(0...2) == 0 {
        carried = seed.pick(Self.prefixes) + (seed.number(0...2) == 0 ? seed.pick(Self.prefixes) : "")
      }
      text += carried
      text += seed.number(0...2) == 0 ? seed.pick(Self.lines) : inline()
      text += seed.number(0...15) == 0 ? "\r\n" : "\n"
      if seed.number(0...3) == 0 { text += "\n" }
    }
    return text
  }
}
