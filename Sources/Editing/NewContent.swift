import Corpus
import Diagnostics
import Legislation

/// A kind of content that `mingzhi new` begins.
public enum NewKind: String, CaseIterable, Sendable { case note, topic, situation, page, term, fact }

/// A file that an editor's command writes.
public struct FileChange: Hashable, Sendable {
  public var path: String
  public var text: String

  public init(_ path: String, _ text: String) {
    self.path = path
    self.text = text
  }
}

/// The files that a new entry needs, in both languages, each passing the checker but for what the editor must write.
///
/// - Parameters:
///   - name: the reference of a provision for a note (`nantong/5`), else the entry's name in addresses.
///   - title: titles, where the editor has them already.
///   - today: ISO 8601; a fact carries the day to which it is known to hold.
///   - read: the text of a file, for lists that an entry is added to.
/// - Throws: `Failure.usage` when the name is none, is taken, or leads nowhere.
public func newContent(
  _ kind: NewKind, _ name: String, title: Bilingual, in corpus: Corpus, today: String, read: (String) -> String?
) throws(Failure) -> [FileChange] {
  if kind == .note { return try newNote(name, in: corpus) }
  let isName = !name.isEmpty && name.utf8.allSatisfy {
    (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
  }
  guard isName else {
    throw .usage(Bilingual(zh: "“\(name)”不能作名称：只用小写字母、数字和 -", en: "'\(name)' cannot be a name: use a–z, 0–9 and -"))
  }
  guard !isTaken(kind, name, corpus) else {
    throw .usage(Bilingual(zh: "\(kind.rawValue) \(name) 已经有了", en: "there is a \(kind.rawValue) '\(name)' already"))
  }
  let entry = NewEntry(kind: kind, name: name, title: title, corpus: corpus, today: today)
  switch kind {
  case .topic, .situation, .page: return entry.documents
  case .term: return [entry.appended(entry.term, to: "glossary.yml", read)]
  case .fact: return [entry.appended(entry.fact, to: "facts.yml", read)]
  case .note: return []
  }
}

private func isTaken(_ kind: NewKind, _ name: String, _ corpus: Corpus) -> Bool {
  switch kind {
  case .topic: corpus.topic(name) != nil
  case .situation: corpus.situation(name) != nil
  case .page: corpus.page(name) != nil
  case .term: corpus.term(name) != nil
  case .fact: corpus.fact(name) != nil
  case .note: false
  }
}

/// The notes of a provision, with the stamps of what they will be made from.
private func newNote(_ name: String, in corpus: Corpus) throws(Failure) -> [FileChange] {
  guard let reference = Reference(name), let id = reference.provision, reference.anchor == nil else {
    throw .usage(Bilingual(zh: "写出条文：mingzhi new note nantong/5", en: "name the provision: mingzhi new note nantong/5"))
  }
  if let problem = corpus.problem(with: .text(reference)) {
    throw .usage(
      Bilingual(zh: problem.message.zh + "。" + (problem.help?.zh ?? ""), en: problem.message.en + "; " + (problem.help?.en ?? "")))
  }
  guard let provision = corpus.regulation(reference.regulation)?[id] else { return [] }
  let folder = "\(corpus.folder)/regulations/\(reference.regulation)/notes/\(id)"
  var files: [FileChange] = []
  var original = provision.noteZh?.document.digest
  if original == nil {
    let body = noteBody(.zh)
    original = digest(of: body)
    files.append(FileChange(folder + ".zh.md", frontMatter(provision.digest, "topics: []\n") + body))
  }
  if provision.noteEn == nil {
    files.append(FileChange(folder + ".en.md", frontMatter(original ?? "") + noteBody(.en)))
  }
  guard !files.isEmpty else {
    throw .usage(Bilingual(zh: "\(name) 已经有注解", en: "\(name) has its notes already"))
  }
  return files
}

private func frontMatter(_ of: String, _ more: String = "") -> String { "---\nof: \(of)\nreview: draft\n\(more)---\n" }

/// The parts that every note has.
private func noteBody(_ language: Language) -> String {
  let parts: [(String, String)] =
    language == .zh
    ? [
      ("白话", "用平常话说这一条讲什么。"), ("谁来做", "哪些人或部门做什么，力度照条文的说法。"),
      ("举个例子", "日常生活里的一件事。"), ("没有说的", "读者会以为有、条文却没有写的。"),
    ]
    : [
      ("In plain words", "what the provision means, in everyday words."),
      ("Who does what", "who is asked to do what, as strongly as the text puts it."),
      ("For example", "something from daily life."),
      ("What it does not say", "what readers would expect and the text does not hold."),
    ]
  return parts.map { "\n## \($0)\n\n\(language.placeholder)\($1)\n" }.joined()
}

/// An entry that stands in a file of its own in each language, or in a list.
private struct NewEntry {
  let kind: NewKind
  let name: String
  let title: Bilingual
  let corpus: Corpus
  let today: String

  /// The title given, or one to be written over that no other page has.
  private func title(_ language: Language) -> String {
    title[language].isEmpty ? language.placeholder + name : title[language]
  }

  var documents: [FileChange] {
    let folder = ["topic": "topics", "situation": "situations", "page": "pages"][kind.rawValue] ?? ""
    let path = "\(corpus.folder)/\(folder)/\(name)"
    let body = Bilingual(zh: "\n\(Language.zh.placeholder)正文。\n", en: "\n\(Language.en.placeholder)the text.\n")
    let zh = "---\ntitle: \(quoted(title(.zh)))\n\(keys(.zh))---\n" + body.zh
    let original = digest(of: title(.zh) + body.zh)
    let en = "---\nof: \(original)\nreview: draft\ntitle: \(quoted(title(.en)))\n\(keys(.en))---\n" + body.en
    return [FileChange(path + ".zh.md", zh), FileChange(path + ".en.md", en)]
  }

  private func keys(_ language: Language) -> String {
    let criterion = Bilingual(zh: "比较什么", en: "what the texts are compared by")[language]
    switch kind {
    case .topic:
      let absent = language == .zh ? "order: \(nextOrder(corpus.topics.map(\.order)))\n" + signedBlanks : ""
      return absent + "criterion: \(quoted(language.placeholder + criterion))\n"
    case .situation: return language == .zh ? "order: \(nextOrder(corpus.situations.map(\.order)))\ntopics: []\n" : ""
    case .page, .note, .term, .fact: return ""
    }
  }

  /// A new topic has no provision yet: its blanks are for the editor to sign after reading, here to be taken out of comment.
  private var signedBlanks: String {
    guard !corpus.compared.isEmpty else { return "" }
    let lines = corpus.compared.map { "#   - { regulation: \($0.id), on: \(today), of: \($0.digest) }\n" }
    return "# Sign a blank for each text that you have read and that says nothing on the topic. 读过全文确实没有的，去掉 #：\n# absent:\n"
      + lines.joined()
  }

  private func nextOrder(_ orders: [Int]) -> Int { (orders.max() ?? 0) + 10 }

  var term: String {
    """
    - id: \(name)
      zh: \(quoted(title(.zh)))
      en: \(quoted(title(.en)))
      definition: { zh: \(quoted(Language.zh.placeholder + "一两句话的解释。")), en: \(quoted(Language.en.placeholder + "one or two plain sentences.")) }

    """
  }

  var fact: String {
    """
    - id: \(name)
      title: { zh: \(quoted(title(.zh))), en: \(quoted(title(.en))) }
      statement: { zh: \(quoted(Language.zh.placeholder + "事实，一两句话。")), en: \(quoted(Language.en.placeholder + "the fact in one or two sentences.")) }
      source: { zh: \(quoted(Language.zh.placeholder + "出处。")), en: \(quoted(Language.en.placeholder + "where it is from.")) }
      as-of: \(today)

    """
  }

  func appended(_ entry: String, to list: String, _ read: (String) -> String?) -> FileChange {
    let path = corpus.folder + "/" + list
    let old = read(path) ?? ""
    let isEmpty = old.utf8.split(separator: UInt8(ascii: "\n")).allSatisfy { $0.first == UInt8(ascii: "#") || $0.elementsEqual("[]".utf8) }
    let kept = isEmpty ? old.split(separator: "\n").filter { $0 != "[]" }.map { $0 + "\n" }.joined() : old.hasSuffix("\n") ? old : old + "\n"
    return FileChange(path, kept + entry)
  }
}
