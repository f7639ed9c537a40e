import Diagnostics

/// Words by which a sentence binds, entitles or threatens somebody.
enum ForceWords {
  /// 应当 and its kin. 量不准 is about scales, compulsory verification is a term; 无须 frees.
  static let duties = Bilingually(
    zh: CueWords(
      ["应当", "必须", "不得", "有义务", "务必", "一定要", "一定得", "不准", "不许", "严禁", "禁止", "绝不能", "决不能", "须", "应该", "理应", "有责任", "义务", "条例要求", "条例规定", "硬性", "不可以"],
      harmless: ["量不准", "测不准", "秤不准", "查不准", "算不准", "说不准", "准不准", "不准的", "不准确", "不准，", "不准。", "不准、", "无须", "不须", "只须", "必须品", "必须说明", "义务教育", "志愿义务", "义务劳动", "禁止或限制", "禁止和限制"]),
    en: CueWords(
      [
        "must", "shall", "obliged", "obligated", "have to", "has to", "is required", "are required", "required to", "a duty to", "under a duty", "bound to",
        "mandatory", "compulsory", "not allowed to", "not permitted to", "forbidden", "prohibited",
        "should", "ought to", "expected to", "obligatory", "legal requirement", "obligation", "regulation requires", "article requires", "draft requires", "plan requires",
      ],
      harmless: [
        "have to do with", "has to do with", "have to offer", "has to offer", "have to say", "has to say", "would have to", "might have to", "may have to",
        "will have to", "must be wondering", "must have been", "must have heard", "must bear in mind", "compulsory certification", "compulsory product certification", "compulsory verification",
        "compulsory standard", "compulsory standards", "mandatory standard", "mandatory standards", "mandatory national standard", "mandatory national standards",
      ]))

  /// 有权 and its kin.
  static let rights = Bilingually(
    zh: CueWords(
      ["有权"], harmless: ["有权机关", "有权部门", "有权办理", "有权处理", "没有权"]),
    en: CueWords(["a right to", "the right to", "rights to", "entitled to", "entitles"]))

  /// Penalties by name.
  static let penalties = Bilingually(
    zh: CueWords(["罚款", "吊销", "没收", "拘留", "责令停产", "停业整顿", "被罚", "坐牢", "判刑", "追究刑事责任", "受处分"]),
    en: CueWords(["fined", "a fine", "fines of", "punished", "revoked", "confiscated", "imprisoned", "prison", "prosecuted"]))
}

/// Something for each language.
struct Bilingually<Value: Sendable>: Sendable {
  let zh: Value
  let en: Value
  subscript(language: Language) -> Value { language == .zh ? zh : en }
}
