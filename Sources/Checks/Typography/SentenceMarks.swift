import Corpus
import Diagnostics

/// Rules on marks that go together: pairs, ellipses, repeated marks and words. Whole lines of our own words are read, so that
/// a link or an emphasis in between does not hide the other half.
extension Rule {
  public static let pairedMarks = Rule(
    "TY611", .warning, title: Bilingual(zh: "引号、括号和书名号成对", en: "Quotation marks and brackets come in pairs"),
    explanation: Bilingual(
      zh: "每个“有一个”，每个（有一个），每个《有一个》，次序不颠倒；引号里面再用引号，用‘’。中文不用「」。",
      en: "Every “ has its ”, every ( its ), in that order; quotation marks inside quotation marks are ‘ and ’. Chinese takes no 「」."),
    bad: "条文说“应当建立制度。", good: "条文说“应当”建立制度。")
  public static let repeatedMark = Rule(
    "TY612", .warning, title: Bilingual(zh: "标点不重复，省略号写完整", en: "No mark is repeated, and an ellipsis is written as one"),
    explanation: Bilingual(
      zh: "不写“。。”“，，”“。，”；中文省略号是六点“……”，英文是“…”，不用三个句点。",
      en: "Not 。。 or ,, or ..; a Chinese ellipsis is …… with six dots, an English one …, not three full stops."),
    bad: "水壶坏了。。还有灯...", good: "水壶坏了。还有灯……")
  public static let repeatedWords = Rule(
    "TY613", .warning, title: Bilingual(zh: "词和句子没有写两遍", en: "No word and no sentence stands there twice"),
    explanation: Bilingual(
      zh: "同一段里一字不差的句子，或者连着两个相同的英文词，多半是改稿时留下的。",
      en: "The same sentence twice in a paragraph, or the same English word twice in a row, was probably left behind while editing."),
    bad: "The the city sets aims.", good: "The city sets aims.")
  public static let traditionalCharacter = Rule(
    "TY614", .warning, title: Bilingual(zh: "中文用规范的简体字", en: "Chinese is written in simplified characters"),
    explanation: Bilingual(
      zh: "我们的文字用简体字；混进的繁体字搜索不到。", en: "Our words are in simplified characters; search does not find a traditional one that slipped in."),
    bad: "產品質量", good: "产品质量")
  public static let finalStop = Rule(
    "TY615", .warning, title: Bilingual(zh: "段落以句末标点结束", en: "A paragraph ends with a full stop"),
    explanation: Bilingual(
      zh: "注解、主题、情景和页面的段落以句号、问号、叹号、冒号、分号结束。没有句末标点的，多半没写完或者没有复制全。列表、引文和教材的填空不算。",
      en: "A paragraph of a note, topic, situation or page ends with a full stop, a question or exclamation mark, a colon or a semicolon. One without was probably not finished or not copied whole. Lists, quotations and blanks in school materials are not meant."),
    bad: "这一条只讲目的，没有给谁", good: "这一条只讲目的，没有给谁派义务。")
}

extension ContentCheck {
  static let sentenceMarks = ContentCheck(.pairedMarks, .repeatedMark, .repeatedWords, .traditionalCharacter, .finalStop) { corpus, _ in
    let school = Set(corpus.school.documents.flatMap { [$0.zh.file, $0.en?.file] })
    let documents = concurrentMap(corpus.documents) { document in
      var judge = SentenceMarks(language: document.language, file: document.file)
      for line in document.bodyLines { judge.read(line.scalars, line: line.number, asksForStop: !school.contains(document.file)) }
      return judge.found
    }
    let translations = concurrentMap(corpus.regulations.compactMap(\.translationSource)) { source in
      var judge = SentenceMarks(language: .en, file: source.path)
      for (index, line) in SourceLines(source).lines.enumerated() where !line.utf8.starts(with: "<!--".utf8) {
        judge.read([Unicode.Scalar](of: line), line: index + 1, asksForStop: false)
      }
      return judge.found
    }
    return (documents + translations).flatMap { $0 }
  }
}

/// The same rules over the words of a data file, which `ownWords` gathers.
func judgeSentenceMarks(_ words: [OwnWords]) -> [Diagnostic] {
  words.flatMap { words in
    var judge = SentenceMarks(language: words.language, file: words.range.file, column: words.range.start.column)
    judge.read([Unicode.Scalar](of: words.text), line: words.range.start.line, asksForStop: false, isWhole: false)
    return judge.found
  }
}

private struct SentenceMarks {
  let language: Language
  let file: String
  /// Column of the first scalar that is read.
  var column = 1
  private(set) var found: [Diagnostic] = []

  init(language: Language, file: String, column: Int = 1) {
    (self.language, self.file, self.column) = (language, file, column)
  }

  private mutating func report(_ rule: Rule, _ line: Int, _ range: Range<Int>, _ zh: String, _ en: String, replacement: String? = nil) {
    let place = SourceRange(file: file, line: line, column: column + range.lowerBound, length: range.count)
    found.append(
      Diagnostic(
        rule, at: place, Bilingual(zh: zh, en: en), help: replacement.map { Bilingual(zh: "改成“\($0)”", en: "write “\($0)”") },
        fix: replacement.map { Diagnostic.Fix(place, $0, isSafe: true) }))
  }

  /// A line of the source; `isWhole` when its pairs must close within it.
  mutating func read(_ scalars: [Unicode.Scalar], line: Int, asksForStop: Bool, isWhole: Bool = true) {
    var open: [(mark: Unicode.Scalar, place: Int)] = []
    var words = WordRepeats()
    var isCode = false
    let isTraditional = isTraditional
    for index in scalars.indices {
      let scalar = scalars[index]
      if scalar.value < 0x80 {
        if scalar == "`" { isCode.toggle() }
        // `--id ID` is no slip of the pen.
        if isCode { words.end(of: scalars) } else if language == .en { words.read(scalar, at: index, of: scalars) }
        switch scalar {
        case "(", ")": if isWhole, language == .en { pair(scalar, index, &open, line, scalars) }
        case ".", ",": repeated(scalar, index, scalars, line)
        default: break
        }
        continue
      }
      words.end(of: scalars)
      switch scalar {
      case "“", "”", "（", "）", "《", "》": if isWhole { pair(scalar, index, &open, line, scalars) }
      case "「", "」", "『", "』":
        if language == .zh {
          let curly: [Unicode.Scalar: String] = ["「": "“", "」": "”", "『": "‘", "』": "’"]
          report(.pairedMarks, line, index..<index + 1, "中文引号用“”", "Chinese quotation marks are “”", replacement: curly[scalar])
        }
      case "，", "。", "；", "：", "、", "！", "？", "…": repeated(scalar, index, scalars, line)
      default:
        if language == .zh, index > 0, scalars[index - 1] == scalar, isFunctionWord(scalar) {
          report(.repeatedWords, line, index - 1..<index + 1, "“\(scalar)”写了两遍", "“\(scalar)” stands here twice", replacement: String(scalar))
        }
        if language == .zh, (0x4e00...0x9fff).contains(scalar.value), isTraditional[Int(scalar.value) & 0xffff] {
          report(.traditionalCharacter, line, index..<index + 1, "“\(scalar)”是繁体字", "“\(scalar)” is a traditional character")
        }
      }
    }
    words.end(of: scalars)
    for (first, second) in words.found {
      report(.repeatedWords, line, first..<second, "词写了两遍", "a word stands here twice")
    }
    for (mark, place) in open { report(.pairedMarks, line, place..<place + 1, "“\(mark)”没有另一半", "“\(mark)” has no other half") }
    if scalars.count > 20 { repeatedSentence(scalars, line) }
    if asksForStop { judgeEnd(scalars, line) }
  }

  /// Characters that no Chinese word doubles.
  private func isFunctionWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "的", "和", "与", "及", "被", "把", "对", "在": true
    default: false
    }
  }

  private mutating func pair(
    _ scalar: Unicode.Scalar, _ index: Int, _ open: inout [(mark: Unicode.Scalar, place: Int)], _ line: Int, _ scalars: [Unicode.Scalar]
  ) {
    switch scalar {
    case "“", "（", "《", "(":
      if scalar == "“", open.contains(where: { $0.mark == "“" }) {
        report(.pairedMarks, line, index..<index + 1, "引号里面的引号用‘’", "quotation marks inside quotation marks are ‘ and ’")
      }
      open.append((scalar, index))
    default:
      let partner: Unicode.Scalar = scalar == "”" ? "“" : scalar == "）" ? "（" : scalar == "》" ? "《" : "("
      if open.last?.mark == partner {
        open.removeLast()
      } else if !isListNumber(index, scalars) {
        report(.pairedMarks, line, index..<index + 1, "“\(scalar)”没有另一半", "“\(scalar)” has no other half")
      }
    }
  }

  /// `a)` or `1）` at the head of a line.
  private func isListNumber(_ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    index <= 3 && scalars[..<index].allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == " " || $0 == "-" }
  }

  private mutating func repeated(_ scalar: Unicode.Scalar, _ index: Int, _ scalars: [Unicode.Scalar], _ line: Int) {
    func at(_ place: Int) -> Unicode.Scalar { scalars.indices.contains(place) ? scalars[place] : " " }
    switch scalar {
    case "…":
      guard at(index - 1) != "…" else { return }
      var end = index + 1
      while at(end) == "…" { end += 1 }
      if end - index != (language == .zh ? 2 : 1) {
        let right = language == .zh ? "……" : "…"
        report(.repeatedMark, line, index..<end, "省略号是“\(right)”", "an ellipsis is “\(right)”", replacement: right)
      }
    case ".":
      guard at(index - 1) != ".", at(index + 1) == "." else { return }
      var end = index + 1
      while at(end) == "." { end += 1 }
      // A path: ../x.
      guard at(end) != "/" else { return }
      let right = end - index > 2 ? (language == .zh ? "……" : "…") : (language == .zh ? "。" : ".")
      report(.repeatedMark, line, index..<end, "连着的句点", "full stops in a row", replacement: right)
    case ",": if at(index + 1) == "," { report(.repeatedMark, line, index..<index + 2, "连着的逗号", "two commas in a row", replacement: ",") }
    case "！", "？":
      if at(index - 1) != scalar, at(index + 1) == scalar { report(.repeatedMark, line, index..<index + 2, "连着的“\(scalar)”", "“\(scalar)” twice in a row", replacement: String(scalar)) }
    default:
      let next = at(index + 1)
      if ["，", "。", "；", "、", "："].contains(next) {
        report(.repeatedMark, line, index..<index + 2, "连着的标点“\(scalar)\(next)”", "two marks in a row: “\(scalar)\(next)”", replacement: next == scalar ? String(scalar) : nil)
      }
    }
  }

  /// A sentence of some length that stands twice in a line.
  private mutating func repeatedSentence(_ scalars: [Unicode.Scalar], _ line: Int) {
    var earlier: [Range<Int>] = []
    var start = 0
    for index in scalars.indices where isEnd(scalars[index]) {
      while start < index, scalars[start] == " " { start += 1 }
      let sentence = start..<index + 1
      start = index + 1
      guard sentence.count >= (language == .zh ? 10 : 24) else { continue }
      if earlier.contains(where: { $0.count == sentence.count && scalars[$0].elementsEqual(scalars[sentence]) }) {
        report(.repeatedWords, line, sentence, "这一句在同一段里出现两次", "this sentence stands twice in the paragraph")
      }
      earlier.append(sentence)
    }
  }

  private func isEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "！", "？": language == .zh
    case ".", "!", "?": language == .en
    default: false
    }
  }

  private mutating func judgeEnd(_ scalars: [Unicode.Scalar], _ line: Int) {
    guard let first = scalars.first, !["#", "-", "*", ">", "|", "<", "!", " "].contains(first), !(0x30...0x39).contains(first.value) else { return }
    var end = scalars.count
    while end > 0, scalars[end - 1] == " " || scalars[end - 1] == "*" { end -= 1 }
    // A link without a label of its own is masked; the engine writes words there.
    guard end == scalars.count, let last = scalars.last else { return }
    if !["。", "！", "？", "：", "；", "”", "）", "…", "—", ".", "!", "?", ":", ";", ")", "]", "’", "`"].contains(last) {
      report(.finalStop, line, max(0, end - 1)..<end, "段落没有句末标点", "the paragraph ends without a full stop")
    }
  }
}

/// English words that stand twice in a row in a line.
private struct WordRepeats {
  /// The word that is being read, and the one right before it.
  private var word: Range<Int>?
  private var last: Range<Int>?
  private(set) var found: [(Int, Int)] = []

  mutating func read(_ scalar: Unicode.Scalar, at index: Int, of line: [Unicode.Scalar]) {
    if isLatin(scalar) || scalar == "'" {
      word = (word?.lowerBound ?? index)..<index + 1
    } else {
      finish(in: line)
      if scalar != " " { last = nil }
    }
  }

  mutating func end(of line: [Unicode.Scalar]) {
    finish(in: line)
    last = nil
  }

  private mutating func finish(in line: [Unicode.Scalar]) {
    guard let word else { return }
    if let last, last.count == word.count, word.count > 1, isRepeat(line[last], line[word]) { found.append((last.lowerBound, word.upperBound)) }
    last = word
    self.word = nil
  }

  private func isRepeat(_ first: ArraySlice<Unicode.Scalar>, _ second: ArraySlice<Unicode.Scalar>) -> Bool {
    let first = first.map { $0.value | 0x20 }
    // “had had” and “that that” are English.
    return first == second.map { $0.value | 0x20 } && !["that", "had"].contains { $0.unicodeScalars.map(\.value) == first }
  }
}

/// Traditional characters that simplified Chinese does not use, those that laws and everyday words are most often written with.
///
/// By code point, for those to U+FFFF: each Chinese character of our words is looked up here.
private let isTraditional: [Bool] =
  ("質條規業產務標準國應當須為這個們說對與實際關機構區縣組織認證檢驗測監責權義處罰違經營費買賣電話間問題點開發進過還學習書讀"
    + "寫車東門見長時動勞體會議廣場類價錢戶兒師員單雙萬億獎勵參觀圖傳統據獲變報導幫護環節藝樣維網絡線錄計訴訟請調決論談語詞設備"
    + "製廠號級種稱稅額銀財貿協約績優勝強領劃劑療醫藥飲養農館廳廚樓層園塊塵壓廢氣溫濕嚴選擇總結紀給絕絲綠緊練縮繼續聯聲職腦臉艱"
    + "蘇蘭虛蟲補裝複覺覽觸訂訓記許評識譯讓豐負貨貫貴資賓賞賠賽贈輕輛輪輸辦邊達遲遠運鄉鄰醬釋針鋼錯鎖鏡鐘鐵閉閱陽階隨險雜雞離難"
    + "臺灣後裏裡証雲靈靜響頁項順預頻顆顏願風飛飯飼飽馬駕騎驚髮魚鮮鳥麗麥黃齊齡")
  .unicodeScalars.reduce(into: [Bool](repeating: false, count: 0x10000)) { $0[Int($1.value)] = true }
