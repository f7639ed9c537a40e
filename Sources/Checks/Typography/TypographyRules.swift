import Diagnostics

/// Rules of typography. They judge our own words, never the law.
extension Rule {
  public static let halfWidthPunctuation = Rule(
    "TY601", .warning, title: Bilingual(zh: "中文句子用全角标点", en: "Chinese sentences take full-width punctuation"),
    explanation: Bilingual(
      zh: "汉字旁边的逗号、句号、分号、冒号、问号、叹号和括号（方括号也是）用全角。数字里的小数点、时间里的冒号不算。可以用 --fix 改。",
      en: "Commas, full stops, semicolons, colons, question and exclamation marks and brackets, square ones too, next to Chinese characters are full-width. A decimal point or the colon of a time is not meant. `--fix` mends it."),
    bad: "这一条只写原则,没有写罚款.", good: "这一条只写原则，没有写罚款。")
  public static let fullWidthPunctuation = Rule(
    "TY602", .warning, title: Bilingual(zh: "英文句子用半角标点", en: "English sentences take half-width punctuation"),
    explanation: Bilingual(
      zh: "英文里不用全角标点；括号里的中文名称除外。可以用 --fix 改。",
      en: "English takes no full-width punctuation, a Chinese name in brackets excepted. `--fix` mends it."),
    bad: "The article sets aims， not duties.", good: "The article sets aims, not duties.")
  public static let straightQuote = Rule(
    "TY603", .warning, title: Bilingual(zh: "引号用弯引号", en: "Quotation marks and apostrophes are curly"),
    explanation: Bilingual(
      zh: "中文用“”‘’，英文用“”’，方向不反：firm’s，不写 firm‘s。直引号留给代码和 YAML。",
      en: "Chinese takes “” and ‘’, English “” and ’, turned the right way: firm’s, not firm‘s. Straight ones are for code and YAML."),
    bad: "the city's \"Quality Festival\"", good: "the city’s “Quality Festival”")
  public static let dash = Rule(
    "TY604", .warning, title: Bilingual(zh: "破折号用对", en: "Dashes are of the right kind"),
    explanation: Bilingual(
      zh: "中文破折号是两个字宽的“——”；英文破折号是 –（两边空格）或 —（不空格），不用 -- 或两边空格的连字符。范围写成“三至五天”、3—5天、3–5 days，不用连字符或 ~；well-known 用连字符。",
      en: "A Chinese dash is ——, two characters wide. An English dash is – with spaces or — without, not -- and no hyphen between spaces. A range is 三至五天, 3—5天 or 3–5 days, without hyphen or ~; well-known has a hyphen."),
    bad: "两种写法--应当和鼓励", good: "两种写法——应当和鼓励")
  public static let spacing = Rule(
    "TY605", .warning, title: Bilingual(zh: "空格不多不少", en: "No space is missing or doubled"),
    explanation: Bilingual(
      zh: "中文里汉字之间、汉字与数字字母之间、标点旁边都不空格。英文标点之后空一格，之前不空，不连空两格，不用制表符和不换行空格。可以用 --fix 改。",
      en: "Chinese has no space between characters, between characters and digits or letters, or beside punctuation. English has one space after a punctuation mark, none before, no two in a row, and no tab or no-break space. `--fix` mends it."),
    bad: "打 12315 投诉", good: "打12315投诉")
  public static let literalEmphasis = Rule(
    "TY606", .warning, title: Bilingual(zh: "强调符号没有残留", en: "No emphasis mark is left in the text"),
    explanation: Bilingual(
      zh: "页面上会显示出星号：左右两边没有配对，或者里面多了空格。__ 在汉字旁边不起作用，强调用 **。", en: "The page would show the asterisks: they are not paired, or a space stands inside them. __ does nothing beside Chinese characters; emphasis is **."),
    bad: "**应当 **建立", good: "**应当**建立")
  public static let trailingSpace = Rule(
    "TY607", .warning, title: Bilingual(zh: "行尾没有空格", en: "No line ends with a space"),
    explanation: Bilingual(
      zh: "行尾的空格看不见，两个空格还会在页面上断行。可以用 --fix 改。",
      en: "They cannot be seen, and two of them break the line on the page. `--fix` mends it."),
    bad: "这一条是目的。␠␠", good: "这一条是目的。")
  public static let badCharacter = Rule(
    "TY608", .error, title: Bilingual(zh: "没有坏字符和看不见的字符", en: "No broken or invisible characters"),
    explanation: Bilingual(
      zh: "U+FFFD 说明转换编码时丢了字；控制字符、私用区字符、零宽字符来自粘贴，会破坏搜索。",
      en: "U+FFFD shows that a character was lost in conversion; control, private-use and zero-width characters come from pasting and break search."),
    bad: "质量�进", good: "质量促进")
  public static let normalization = Rule(
    "TY609", .warning, title: Bilingual(zh: "同一个字只用一种编码", en: "A character is encoded in one way"),
    explanation: Bilingual(
      zh: "文字用 NFC 形式：é 是一个字符，不是 e 加附加符号；不用兼容汉字，也不用连字 ﬁ。否则搜不到。",
      en: "Text is in form NFC: é is one character, not e and a combining accent, and compatibility ideographs and ligatures such as ﬁ are not used. Otherwise search does not find it."),
    bad: "e\u{301}", good: "é")
  public static let lookAlike = Rule(
    "TY610", .error, title: Bilingual(zh: "没有形近的别种文字", en: "No look-alike characters of another script"),
    explanation: Bilingual(
      zh: "部首字符⼀、片假名ニ、西里尔字母а、全角数字１、数字中间的字母 O，看上去像，其实是别的字，搜索和链接都会落空。",
      en: "A Kangxi radical ⼀, katakana ニ, Cyrillic а, full-width １ or a letter O among digits look right and are other characters: search and links miss them."),
    bad: "2O25年", good: "2025年")
}
