import Corpus
import Diagnostics
import Legislation

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
///   - name: the reference of a provision for a note (`nantong/5`), a regulation's id for a pocket guide, a year for the
///     calendar, else the entry's name in addresses.
///   - title: titles, where the editor has them already.
///   - from: the provision that school materials quote; empty for the first one that is translated.
///   - today: ISO 8601; a fact carries the day to which it is known to hold.
///   - read: the text of a file, for lists that an entry is added to.
/// - Throws: `Failure.usage` when the name is none, is taken, or leads nowhere.
public func newContent(
  _ kind: NewKind, _ name: String, title: Bilingual, from: String = "", in corpus: Corpus, today: String,
  read: (String) -> String?
) throws(Failure) -> [FileChange] {
  try withoutActuallyEscaping(read) { read throws(Failure) in
    try kind.files(NewEntry(kind: kind.name, name: name, titles: title, from: from, corpus: corpus, today: today, read: read))
  }
}

/// What the files of a new entry are made of.
struct NewEntry {
  let kind: String
  let name: String
  let titles: Bilingual
  let from: String
  let corpus: Corpus
  let today: String
  let read: (String) -> String?

  /// The title given, or one to be written over that no other page has.
  func title(_ language: Language) -> String {
    titles[language].isEmpty ? language.placeholder + name : titles[language]
  }

  /// Both titles as a YAML mapping.
  var yamlTitle: String { yaml(title(.zh), title(.en)) }

  /// Throws when the name cannot be part of an address, or stands for something already.
  func mustBeNew(_ isTaken: Bool) throws(Failure) {
    let isName = !name.isEmpty && name.utf8.allSatisfy {
      (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
    }
    guard isName else {
      throw .usage(Bilingual(zh: "“\(name)”不能作名称：只用小写字母、数字和 -", en: "'\(name)' cannot be a name: use a–z, 0–9 and -"))
    }
    guard !isTaken else {
      throw .usage(Bilingual(zh: "\(kind) \(name) 已经有了", en: "there is a \(kind) '\(name)' already"))
    }
  }

  /// A Markdown file in each language; the English one carries the stamp of the Chinese one.
  ///
  /// - Parameter keys: what stands in the front matter besides title and stamp, each line ended.
  func documents(in folder: String, keys: (Language) -> String = { _ in "" }, body: (Language) -> String) -> [FileChange] {
    let path = "\(corpus.folder)/\(folder)/\(name)"
    func text(_ language: Language, stamp: String = "") -> String {
      "---\n\(stamp)title: \(quoted(title(language)))\n\(keys(language))---\n" + body(language)
    }
    let original = digest(of: title(.zh) + body(.zh))
    return [
      FileChange(path + ".zh.md", text(.zh)), FileChange(path + ".en.md", text(.en, stamp: "of: \(original)\nreview: draft\n")),
    ]
  }

  /// An entry put at the end of a list of the content folder.
  func appended(_ entry: String, to list: String) -> FileChange {
    let path = corpus.folder + "/" + list
    let old = read(path) ?? ""
    let isEmpty = old.utf8.split(separator: UInt8(ascii: "\n")).allSatisfy { $0.first == UInt8(ascii: "#") || $0.elementsEqual("[]".utf8) }
    let kept = isEmpty ? old.split(separator: "\n").filter { $0 != "[]" }.map { $0 + "\n" }.joined() : old.hasSuffix("\n") ? old : old + "\n"
    return FileChange(path, kept + entry)
  }
}

/// A place in an ordered list behind all others, with room before it.
func nextOrder(_ orders: [Int]) -> Int { (orders.max() ?? 0) + 10 }

/// `{ zh: "…", en: "…" }`
func yaml(_ zh: String, _ en: String) -> String { "{ zh: \(quoted(zh)), en: \(quoted(en)) }" }

/// Words to be written over in both languages, as a YAML mapping.
func yamlToWrite(_ zh: String, _ en: String) -> String { yaml(Language.zh.placeholder + zh, Language.en.placeholder + en) }

/// A paragraph to be written over.
func toWrite(_ language: Language, _ zh: String, _ en: String) -> String {
  language.placeholder + (language == .zh ? zh : en)
}
