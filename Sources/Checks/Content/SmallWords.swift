import Corpus
import Diagnostics

extension Rule {
  public static let smallWord = Rule(
    "TR212", .warning, title: Bilingual(zh: "“省”“县”“或”“擅自”“及时”这样的小词，译文里不丢也不添", en: "A translation keeps the small words that decide: province, or, without authorization, in time"),
    explanation: Bilingual(
      zh: "少一个“县级以上”，换一个“省”和“市”，“或”变成“和”，谁要做什么就变了。这些词在一款里出现，译文的同一款就要有对应的词；译文写了 provincial、municipal、voluntary、only 之类，原文也要有。",
      en: "Without “at or above county level”, with provincial for municipal or “and” for “or”, something else is asked of somebody else. Where one of these words stands in a paragraph, its translation has the English; and provincial, municipal, voluntary, only and the like have their ground in the Chinese."),
    bad: "国际标准 / national standards", good: "国际标准 / international standards")
  public static let endMark = Rule(
    "TR213", .warning, title: Bilingual(zh: "译文的每一款结束得和原文一样", en: "A translated paragraph ends as the Chinese does"),
    explanation: Bilingual(
      zh: "原文以句号结束，译文也以句点结束；分号对分号，冒号对冒号，括号对括号。末尾少了标点的，多半译丢了后半句。",
      en: "Where the Chinese ends with a full stop the English does too; a semicolon answers a semicolon, a colon a colon, a bracket a bracket. A paragraph without its last mark has probably lost its second half."),
    bad: "……活动。 / … activities", good: "……活动。 / … activities.")
}

/// TR212 and TR213.
func judgeSmallWords(_ pair: AlignedPassage) -> [Diagnostic] { compareWords(pair) + compareEnds(pair) }

/// Chinese words, phrases that hold them and mean something else, and the beginnings of English words one of which must be there.
private struct SmallWord {
  let zh: [String]
  let en: [String]
  /// The English in bytes, and where the Chinese stands.
  let english: [[UInt8]]
  let cues: CueWords

  init(zh: [String], harmless: [String] = [], en: [String]) {
    (self.zh, self.en) = (zh, en)
    english = en.map { Array($0.utf8) }
    cues = CueWords(zh, harmless: harmless)
  }
}

private let kept = [
  SmallWord(zh: ["国际"], en: ["international", "world"]), SmallWord(zh: ["省"], harmless: ["全省", "省长", "节省", "省略"], en: ["provinc", "jiangsu", "hubei"]),
  SmallWord(zh: ["县"], en: ["county", "counties"]), SmallWord(zh: ["区政府"], en: ["district"]), SmallWord(zh: ["党委"], en: ["party"]),
  SmallWord(zh: ["同级", "本级"], en: ["level"]),
  SmallWord(zh: ["或"], en: ["or", "either", "nor", "any"]), SmallWord(zh: ["有条件", "符合条件"], en: ["condition", "qualif", "eligib", "able"]),
  SmallWord(zh: ["擅自"], en: ["authoriz", "authoris", "unauthoriz", "unauthoris", "permission", "own initiative"]), SmallWord(zh: ["其他"], en: ["other", "else"]),
  SmallWord(zh: ["会同"], en: ["together", "jointly", "conjunction", "joint"]),
  SmallWord(zh: ["高于"], en: ["higher", "above", "more", "exceed"]), SmallWord(zh: ["低于"], harmless: ["不低于"], en: ["lower", "below", "less", "under"]),
  SmallWord(zh: ["重大"], en: ["major", "significant", "material", "important", "great", "serious"]), SmallWord(zh: ["严重"], en: ["serious", "grave", "severe"]),
  SmallWord(zh: ["逐步"], en: ["gradual", "step by step", "progressive", "phase"]),
  SmallWord(zh: ["力争", "争创"], en: ["striv", "aim", "seek"]), SmallWord(zh: ["探索"], en: ["explor", "experiment"]),
  SmallWord(zh: ["及时"], en: ["prompt", "timely", "in time", "without delay", "immediate"]), SmallWord(zh: ["如实"], en: ["truth", "faithful", "honest", "accurate"]),
  SmallWord(zh: ["定期"], en: ["regular", "periodic"]), SmallWord(zh: ["优先"], en: ["prior", "prefer", "first"]), SmallWord(zh: ["终身"], en: ["life"]),
  SmallWord(zh: ["自愿"], en: ["volunt", "own accord", "own will"]), SmallWord(zh: ["强制"], en: ["compuls", "mandatory", "enforce", "force"]),
  SmallWord(zh: ["残疾"], en: ["disabilit", "disabled"]), SmallWord(zh: ["未成年"], en: ["minor", "juvenile"]), SmallWord(zh: ["中小学"], en: ["primary"]),
]

private let founded = [
  SmallWord(zh: ["国", "民族"], en: ["national", "nationwide"]), SmallWord(zh: ["省"], en: ["provincial"]), SmallWord(zh: ["市"], en: ["municipal"]),
  SmallWord(zh: ["县"], en: ["county"]), SmallWord(zh: ["区"], en: ["district"]), SmallWord(zh: ["自愿", "志愿"], en: ["voluntary", "voluntarily"]),
  SmallWord(zh: ["强制", "必须"], en: ["compulsory"]), SmallWord(zh: ["只", "仅", "方可", "才", "唯"], en: ["only"]), SmallWord(zh: ["除", "但", "外", "非"], en: ["except", "unless"]),
]

private func compareWords(_ pair: AlignedPassage) -> [Diagnostic] {
  let scalars = pair.zh.scalars
  let english = lowercasedBytes(pair.en.text)
  let lost = kept.compactMap { word -> Diagnostic? in
    guard word.zh.contains(where: { pair.zh.text.has($0) }), let place = word.cues.places(in: scalars).first, !word.english.contains(where: english.hasWord(beginning:)) else { return nil }
    return Diagnostic(
      .smallWord, at: pair.en.range,
      Bilingual(
        zh: "\(pair.place)：原文的“\(pair.zh.words(place))”在译文里没有", en: "\(pair.place): the Chinese says \(pair.zh.words(place)), the translation has no “\(word.en[0])”"),
      notes: [Diagnostic.Note(Bilingual(zh: "原文在这里", en: "the Chinese says it here"), at: pair.zh.range(of: place))],
      help: Bilingual(zh: "补上，例如 \(word.en[0])", en: "put it in: “\(word.en[0])…”"))
  }
  let added = founded.compactMap { word -> Diagnostic? in
    guard let said = zip(word.en, word.english).first(where: { english.containsWord($1) })?.0, !word.zh.contains(where: { pair.zh.text.has($0) }) else { return nil }
    return Diagnostic(
      .smallWord, at: pair.en.range,
      Bilingual(zh: "\(pair.place)：译文有 \(said)，原文没有“\(word.zh[0])”", en: "\(pair.place): the translation says “\(said)”, the Chinese has no \(word.zh[0])"),
      notes: [Diagnostic.Note(Bilingual(zh: "原文在这里", en: "the Chinese is here"), at: pair.zh.range)],
      help: Bilingual(zh: "以原文为准", en: "the Chinese is authentic"))
  }
  return lost + added
}

private func compareEnds(_ pair: AlignedPassage) -> [Diagnostic] {
  // A measure's title is a sentence in Chinese and a heading in English.
  guard pair.en.source.line(pair.en.line)?.utf8.first != UInt8(ascii: "#"), let zh = pair.zh.text.unicodeScalars.last, let en = pair.en.text.unicodeScalars.last,
    let wanted = ["。": ".", "；": ";", "：": ":", "）": ")", "！": "!", "？": "?"].first(where: { $0.key.unicodeScalars.first == zh })?.value, String(en) != wanted
  else { return [] }
  let end = pair.en.text.unicodeScalars.count
  return [
    Diagnostic(
      .endMark, at: pair.en.range(of: max(0, end - 1)..<end), Bilingual(zh: "\(pair.place)：原文以“\(zh)”结束，译文以“\(en)”结束", en: "\(pair.place): the Chinese ends with \(zh), the translation with “\(en)”"),
      notes: [Diagnostic.Note(Bilingual(zh: "原文在这里", en: "the Chinese is here"), at: pair.zh.range)],
      help: Bilingual(zh: "看看后面是不是译丢了；没有就以“\(wanted)”结束", en: "see whether something behind it is lost; else end with “\(wanted)”"))
  ]
}
