import Corpus
import Diagnostics

extension Rule {
  public static let modalityLost = Rule(
    "TR210", .error, title: Bilingual(zh: "“应当”“不得”“必须”“禁止”“可以”，译文里不丢", en: "A translation loses no shall, must, may or prohibition"),
    explanation: Bilingual(
      zh: "应当译 shall，不得译 shall not，必须译 must，禁止译 is prohibited，可以译 may，鼓励译 encourage，支持译 support，引导译 guide。丢了这个词，义务就变成了描述。原文和译文句数相同时逐句比，不同时逐款比。一句里有几个“鼓励”，译文也要有几个。",
      en: "应当 is shall, 不得 shall not, 必须 must, 禁止 is prohibited, 可以 may, 鼓励 encourage, 支持 support, 引导 guide. Without the word a duty becomes a description. Sentence is compared with sentence where both texts have as many, otherwise paragraph with paragraph. A sentence with two 鼓励 encourages twice."),
    bad: "学校应当推行明厨亮灶。 / Schools promote visible kitchens.", good: "学校应当推行明厨亮灶。 / Schools shall promote visible kitchens.")
  public static let modalityAdded = Rule(
    "TR211", .error, title: Bilingual(zh: "译文不凭空添加 shall、must、may", en: "A translation adds no shall, must or may"),
    explanation: Bilingual(
      zh: "原文没有“应当”“必须”“不得”，译文就不写 shall、must、have to 或 are required to；没有“可以”，就不写 may；没有“不”“未”“无”之类，就没有 not；不写 should、will、need to。“鼓励”译 encourage。没有情态词的“推行……”，法规里译 is to be promoted，方案里用祈使句。",
      en: "Where the Chinese has none of 应当, 必须 and 不得 the translation says neither shall nor must, “have to” or “are required to”, and without 可以 no may, without 不, 未, 无 or the like no “not”, and no should, will or “need to”. 鼓励 is encourage. A bare directive (推行……) is “is to be promoted” in a regulation, an imperative in a plan."),
    bad: "鼓励企业参加保险。 / Enterprises shall take out insurance.", good: "鼓励企业参加保险。 / Enterprises are encouraged to take out insurance.")
}

/// A Chinese modal word, what it is hidden in when it means something else, and the English that carries it.
private struct Modal {
  let zh: String
  /// English words, one of which must be there.
  let en: [String]
  let label: String
  /// Whether each occurrence needs one of its own. One “shall” may serve two 应当 (建立……，应当……: shall set up … and …).
  var each = false
  /// Whether it imposes nothing: 鼓励 made “shall” is told once, as the duty that was added.
  var isSoft = false
}

private let modals = [
  Modal(zh: "应当", en: ["shall", "must"], label: "shall"),
  Modal(zh: "必须", en: ["must", "shall"], label: "must"),
  Modal(zh: "不得", en: ["shall not", "must not", "may not", "no", "shall neither", "nor"], label: "shall not"),
  Modal(zh: "禁止", en: ["prohibited", "prohibit", "prohibits", "prohibiting", "prohibition", "forbidden"], label: "is prohibited"),
  Modal(zh: "可以", en: ["may"], label: "may"),
  Modal(zh: "鼓励", en: ["encourage", "encouraged", "encourages", "encouraging", "encouragement"], label: "encourage", each: true, isSoft: true),
  Modal(zh: "支持", en: ["support", "supported", "supports", "supporting", "supportive"], label: "support", isSoft: true),
  Modal(zh: "引导", en: ["guide", "guided", "guides", "guiding", "guidance"], label: "guide", isSoft: true),
]

/// Words whose rendering TR210 judges.
let modalWords = Set(modals.map(\.zh))

/// An English word, and Chinese that justifies it.
private struct Ground {
  let en: String
  /// The English in bytes.
  let word: [UInt8]
  let zh: [String]
  var isDenial = false

  init(_ en: String, _ zh: [String], isDenial: Bool = false) { (self.en, word, self.zh, self.isDenial) = (en, Array(en.utf8), zh, isDenial) }
}

private let grounds = [
  Ground("shall", ["应当", "必须", "不得", "禁止", "应予", "应由", "应按", "应在"]),
  Ground("must", ["应当", "必须", "须", "不得", "禁止"]),
  Ground("have to", ["应当", "必须", "须", "不得", "禁止"]),
  Ground("has to", ["应当", "必须", "须", "不得", "禁止"]),
  Ground("required to", ["应当", "必须", "须", "不得", "禁止", "要求"]),
  Ground("obliged to", ["应当", "必须", "须", "不得", "禁止", "义务"]),
  Ground("obligated to", ["应当", "必须", "须", "不得", "禁止", "义务"]),
  Ground("may", ["可以", "可能", "或许", "可由", "可按", "可向", "可在", "可采", "可依", "可结", "不得"]),
  // Neither a duty nor a plan to do something is in a bare directive: 建立……机制 is “is to be established”.
  Ground("should", ["应", "须", "需"]), Ground("ought to", ["应", "须", "需"]), Ground("need to", ["应", "须", "需"]), Ground("needs to", ["应", "须", "需"]),
  Ground("will", ["将", "会"]), Ground("would", ["将", "会"]), Ground("could", ["可", "能"]), Ground("has been", ["已", "了", "经"]), Ground("have been", ["已", "了", "经"]),
] + ["shall not", "may not", "must not", "not to be", "is not", "are not", "not be"].map {
  // One of these characters is in every Chinese denial.
  Ground($0, ["不", "未", "无", "非", "没", "禁", "免", "勿", "否"], isDenial: true)
}

/// TR210 and TR211.
func judgeModality(_ pair: AlignedPassage) -> [Diagnostic] {
  let zh = sentences(pair.zh.text, chinese: true)
  let en = sentences(pair.en.text, chinese: false)
  if zh.count == en.count { return zip(zh, en).flatMap { compare(pair, $0, $1) } }
  return compare(pair, 0..<pair.zh.scalars.count, 0..<pair.en.scalars.count)
}

private func compare(_ pair: AlignedPassage, _ zhRange: Range<Int>, _ enRange: Range<Int>) -> [Diagnostic] {
  let zh = pair.zh.words(zhRange)
  let en = lowercasedBytes(pair.en.words(enRange))
  var found: [Diagnostic] = []
  var soft: [Diagnostic] = []
  for modal in modals {
    guard let place = zh.scalarRange(of: modal.zh), isLost(modal, zh, en) else { continue }
    let lost = Diagnostic(
      .modalityLost, at: pair.en.range(of: enRange),
      Bilingual(
        zh: "\(pair.place)：原文的“\(modal.zh)”在译文里没有 \(modal.label)",
        en: "\(pair.place): the Chinese says \(modal.zh), the translation has no “\(modal.label)”"),
      notes: [
        Diagnostic.Note(
          Bilingual(zh: "原文在这里", en: "the Chinese says \(modal.zh) here"),
          at: pair.zh.range(of: zhRange.lowerBound + place.lowerBound..<zhRange.lowerBound + place.upperBound))
      ],
      help: Bilingual(zh: "\(modal.zh)译为 \(modal.label)", en: "render \(modal.zh) as “\(modal.label)”"))
    if modal.isSoft { soft.append(lost) } else { found.append(lost) }
  }
  for ground in grounds {
    // Of several denials one is told, and none where something else was added.
    if ground.isDenial, found.contains(where: { $0.rule == .modalityAdded }) { break }
    guard en.containsWord(ground.word), let place = wordPlace(ground.en, in: pair.en, enRange), !ground.zh.contains(where: { zh.has($0) }) else { continue }
    // A month is no permission.
    let isEncouraged = zh.has("鼓励") && ground.en != "may"
    found.append(
      Diagnostic(
        .modalityAdded, at: pair.en.range(of: place),
        isEncouraged
          ? Bilingual(zh: "\(pair.place)：原文只是“鼓励”，译文成了 \(ground.en)", en: "\(pair.place): the Chinese only encourages (鼓励), the translation says “\(ground.en)”")
          : Bilingual(
            zh: "\(pair.place)：译文有 \(ground.en)，原文没有\(ground.zh.prefix(2).joined(separator: "或"))",
            en: "\(pair.place): the translation says “\(ground.en)”, the Chinese has no \(ground.zh.prefix(2).joined(separator: " or "))"),
        notes: [Diagnostic.Note(Bilingual(zh: "原文在这里", en: "the Chinese is here"), at: pair.zh.range(of: zhRange))],
        help: isEncouraged
          ? Bilingual(zh: "鼓励译为 encourage", en: "render 鼓励 as “encourage”")
          : Bilingual(zh: "去掉 \(ground.en)：没有情态词的句子译成 is to be … 或祈使句", en: "leave “\(ground.en)” out: a bare directive is “is to be …” or an imperative")))
  }
  if !found.contains(where: { $0.rule == .modalityAdded }) { found += soft }
  return found
}

private func isLost(_ modal: Modal, _ zh: String, _ en: [UInt8]) -> Bool {
  guard modal.each else { return !modal.en.contains { en.containsWord($0) } }
  let wanted = zh.occurrences(of: modal.zh)
  var rendered = 0
  for word in modal.en {
    var start = 0
    while let place = en.firstWord(word, from: start) {
      rendered += 1
      start = place + word.utf8.count
    }
  }
  return rendered < wanted
}

/// The word in lower case as a whole word, so that the month May is none.
private func wordPlace(_ word: String, in passage: Passage, _ range: Range<Int>) -> Range<Int>? {
  let wanted = [Unicode.Scalar](of: word)
  let scalars = passage.scalars
  func isLetter(_ index: Int) -> Bool { scalars.indices.contains(index) && isLatin(scalars[index]) }
  var index = range.lowerBound
  while index + wanted.count <= range.upperBound {
    if !isLetter(index - 1), !isLetter(index + wanted.count), scalars[index..<index + wanted.count].elementsEqual(wanted) {
      return index..<index + wanted.count
    }
    index += 1
  }
  return nil
}

/// Sentences as scalar ranges: by 。 in Chinese, by a full stop before a space and a capital in English.
private func sentences(_ text: String, chinese: Bool) -> [Range<Int>] {
  let scalars = [Unicode.Scalar](of: text)
  var found: [Range<Int>] = []
  var start = 0
  for index in scalars.indices {
    let isEnd =
      chinese
      ? scalars[index] == "。"
      : scalars[index] == "." && index + 2 < scalars.count && scalars[index + 1] == " " && (0x41...0x5a).contains(scalars[index + 2].value)
    guard isEnd else { continue }
    found.append(start..<index + 1)
    start = index + 1
  }
  if start < scalars.count { found.append(start..<scalars.count) }
  return found
}

extension String {
  /// Where words begin and end, in scalars.
  func scalarRange(of words: String) -> Range<Int>? {
    has(words) ? [Unicode.Scalar](of: self).place(of: [Unicode.Scalar](of: words)) : nil
  }
}
