import Corpus
import Diagnostics
import Legislation

extension NewKind {
  /// The notes of a provision, with the stamps of what they will be made from.
  static let note = NewKind(name: "note") { entry throws(Failure) in
    let example = "mingzhi new note nantong/5"
    let (reference, provision) = try entry.provision(entry.name, example: example)
    guard reference.anchor == nil else {
      throw .usage(Bilingual(zh: "写出条文：\(example)", en: "name the provision: \(example)"))
    }
    let path = "\(entry.corpus.folder)/regulations/\(reference.regulation)/notes/\(provision.id)"
    var files: [FileChange] = []
    var original = provision.noteZh?.document.digest
    if original == nil {
      original = digest(of: body(.zh))
      files.append(FileChange(path + ".zh.md", frontMatter(provision.digest, "topics: []\n") + body(.zh)))
    }
    if provision.noteEn == nil {
      files.append(FileChange(path + ".en.md", frontMatter(original ?? "") + body(.en)))
    }
    guard !files.isEmpty else {
      throw .usage(Bilingual(zh: "\(entry.name) 已经有注解", en: "\(entry.name) has its notes already"))
    }
    return files
  }
}

private func frontMatter(_ of: String, _ more: String = "") -> String { "---\nof: \(of)\nreview: draft\n\(more)---\n" }

/// The parts that every note has.
private func body(_ language: Language) -> String {
  let parts: [(Bilingual, Bilingual)] = [
    (Bilingual(zh: "白话", en: "In plain words"), Bilingual(zh: "用平常话说这一条讲什么。", en: "what the provision means, in everyday words.")),
    (
      Bilingual(zh: "谁来做", en: "Who does what"),
      Bilingual(zh: "哪些人或部门做什么，力度照条文的说法。", en: "who is asked to do what, as strongly as the text puts it.")
    ),
    (Bilingual(zh: "举个例子", en: "For example"), Bilingual(zh: "日常生活里的一件事。", en: "something from daily life.")),
    (
      Bilingual(zh: "没有说的", en: "What it does not say"),
      Bilingual(zh: "读者会以为有、条文却没有写的。", en: "what readers would expect and the text does not hold.")
    ),
  ]
  return parts.map { "\n## \($0[language])\n\n\(language.placeholder)\($1[language])\n" }.joined()
}
