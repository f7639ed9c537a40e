import Diagnostics

/// Words of our own site that a site of other laws does not say: `mingzhi init` writes these into its copy of
/// `templates/strings/`. Everything else in there is as true of any law.
private let starterWords: [(key: String, words: Bilingual)] = [
  ("home_title", Bilingual(zh: "法规，说给大家听", en: "The law in plain words")),
  ("home_regulations", Bilingual(zh: "法规文本", en: "The texts")),
  ("home_regulations_hint", Bilingual(zh: "点开一个地方，读它的全文、译文和逐条注解。", en: "Open a place for the full text, its translation and a note on every provision.")),
  ("home_regulations_short", Bilingual(zh: "读全文", en: "In full")),
  ("home_topics_hint", Bilingual(zh: "同一件事，各份文本怎么说，谁没有说。", en: "One subject: what each text says, and which say nothing.")),
  ("facts_lead", Bilingual(zh: "注解里用到、而文本没有写的事实都列在这里，每一条都有来源和截至日期。", en: "What our notes use and the texts do not hold, each with its source and the day to which it is known to hold.")),
  ("search_hint", Bilingual(zh: "例如：人行道", en: "for example: footway")),
  ("search_examples", Bilingual(zh: "人行道|过街设施", en: "footway|crossing")),
  ("find_hint", Bilingual(zh: "用平常的话就行，例如“人行道坏了”。", en: "Everyday words will do, such as “broken footway”.")),
  ("find_examples", Bilingual(zh: "人行道｜过街设施｜内部通道", en: "footway | crossing | inner passage")),
  ("description_topics", Bilingual(zh: "法规文本按主题对照：每个主题各有哪些条文，哪份文本没有规定。", en: "The texts, topic by topic: which provisions speak on each, and which texts are silent.")),
  ("description_situations", Bilingual(zh: "生活里的问题：法规怎么说，没有说什么，去哪里。", en: "Everyday questions: what the regulations say, what they do not say, where to go.")),
  ("description_glossary", Bilingual(zh: "法规里的{count}个术语：中文、英文和白话解释。", en: "{count} terms of the law: Chinese, English and a plain definition.")),
  ("description_search", Bilingual(zh: "在文本、译文、注解、主题、术语和生活问题里查找；不联网也能用。", en: "Search the texts, their translations and notes, topics, terms and everyday questions; works without a connection.")),
]

/// A file of `templates/strings/` with a new site's words for ours.
public func starterStrings(_ text: String, _ language: Language) -> String {
  let words = Dictionary(uniqueKeysWithValues: starterWords.map { ($0.key, $0.words[language]) })
  return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    guard let colon = line.firstIndex(of: ":"), let own = words[String(line[..<colon])] else { return String(line) }
    return "\(line[..<colon]): \"\(own)\""
  }.joined(separator: "\n")
}
