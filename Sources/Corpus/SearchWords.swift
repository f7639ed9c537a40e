import Diagnostics

/// What `search-synonyms.yml` tells the search: everyday words that lead to the law's words, and words to pass over.
public struct SearchWords: Sendable {
  /// Words of everyday life, and words of the texts that say the same: 假货 leads to 假冒伪劣.
  public struct Lead: Sendable {
    /// Words of either language lead, whatever the language of the page.
    public let from: [Language: [String]]
    public let to: [Language: [String]]
    public let range: SourceRange
  }

  public let leads: [Lead]
  /// Words of questions that say nothing about the answer: 怎么办, `how`.
  public let ignored: [Language: [String]]

  public static let none = SearchWords(leads: [], ignored: [:])
}

extension SearchWords {
  static func load(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) -> SearchWords {
    let source = YAMLSource(file: file.path, firstLine: 1, text: file.text)
    guard let node = source.parse(&diagnostics), var object = YAMLObject(node, in: source, &diagnostics) else {
      return .none
    }
    let ignored = object.words("ignore", required: false, &diagnostics)
    let leads = object.objects("leads", &diagnostics).compactMap { item -> Lead? in
      var item = item
      defer { item.finish(&diagnostics) }
      guard let from = item.words("from", required: true, &diagnostics) else { return nil }
      guard let to = item.words("to", required: true, &diagnostics) else { return nil }
      return Lead(from: from, to: to, range: item.range("from"))
    }
    object.finish(&diagnostics)
    return SearchWords(leads: leads, ignored: ignored ?? [:])
  }
}

extension YAMLObject {
  /// `{ zh: [...], en: [...] }`; nil, with a finding, when it is required and names no word in one of the languages.
  fileprivate mutating func words(
    _ key: String, required: Bool, _ diagnostics: inout [Diagnostic]
  ) -> [Language: [String]]? {
    guard var lists = object(key, required: required, &diagnostics) else { return nil }
    var words: [Language: [String]] = [:]
    for language in Language.allCases {
      words[language] = lists.strings(language.rawValue, &diagnostics).map(\.value)
      guard required, words[language]?.isEmpty == true else { continue }
      diagnostics.append(
        Diagnostic(
          .missingKey, at: range(key),
          Bilingual(zh: "\(key) 里缺少 \(language.rawValue)", en: "'\(key)' names no word under '\(language.rawValue)'"),
          help: Bilingual(zh: "两种语言各写至少一个词", en: "name at least one word in each language")))
    }
    lists.finish(&diagnostics)
    return words
  }
}
