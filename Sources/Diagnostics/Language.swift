/// A language that pages and messages are written in.
public enum Language: String, CaseIterable, Hashable, Sendable {
  /// Simplified Chinese: the language of the law.
  case zh
  /// English: unofficial translations and our own words.
  case en

  /// The BCP 47 tag for `lang` and `hreflang`.
  public var tag: String { self == .zh ? "zh-Hans" : "en" }

  /// The language that the same page exists in as well.
  public var other: Language { self == .zh ? .en : .zh }
}

/// One text in both languages of the site.
public struct Bilingual: Hashable, Sendable {
  public var zh: String
  public var en: String

  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  public subscript(language: Language) -> String { language == .zh ? zh : en }
}
