import CommonMark
import Corpus
import Diagnostics

extension Rule {
  public static let noteSections = Rule(
    "NT310", .warning, title: Bilingual(zh: "注解的各节用定好的标题，都有内容，两种语言一样多", en: "A note's sections have the set headings, each has content, and both languages have the same"),
    explanation: Bilingual(
      zh: "标题依次是：" + headings.map(\.zh).joined(separator: "、") + "；用不到的可以不写（生效日的注解没有“谁来做”），但不留空，也不另起名字。",
      en: "The headings are, in this order: " + headings.map(\.en).joined(separator: ", ") + ". One that is not needed may be left out, but not be empty or called otherwise."),
    bad: "## 随便\n\n## 举个例子", good: "## 谁来做\n\n- 市政府：**应当**……\n\n## 举个例子")

  fileprivate static let headings = [
    Bilingual(zh: "白话", en: "In plain words"), Bilingual(zh: "谁来做", en: "Who does what"), Bilingual(zh: "举个例子", en: "For example"),
    Bilingual(zh: "没有说的", en: "What it does not say"),
  ]
}

extension ContentCheck {
  static let noteSections = ContentCheck(.noteSections) { corpus, _ in
    corpus.regulations.flatMap { regulation in
      regulation.provisions.flatMap { provision -> [Diagnostic] in
        let notes = [provision.noteZh, provision.noteEn].compactMap { $0.map { NoteOutline($0.document) } }
        return notes.flatMap { $0.findings() } + (notes.count == 2 ? missing(in: notes[1], from: notes[0]) + missing(in: notes[0], from: notes[1]) : [])
      }
    }
  }
}

/// The `##` headings of a note.
private struct NoteOutline {
  struct Entry {
    let text: String
    let range: SourceRange
    /// Position among the set headings; nil for one that is none of them.
    let position: Int?
    let isEmpty: Bool
  }
  let language: Language
  let place: SourceRange
  let entries: [Entry]

  init(_ document: Document) {
    language = document.language
    place = document.place
    entries = document.body.sections.compactMap { section in
      section.heading.map { heading in
        Entry(
          text: heading.text, range: heading.range, position: Rule.headings.firstIndex { $0[document.language] == heading.text },
          isEmpty: section.isEmpty)
      }
    }
  }

  func findings() -> [Diagnostic] {
    var found: [Diagnostic] = []
    var last = -1
    func report(_ entry: Entry, _ zh: String, _ en: String, help: Bilingual? = nil) {
      found.append(Diagnostic(.noteSections, at: entry.range, Bilingual(zh: zh, en: en), help: help))
    }
    for entry in entries {
      if entry.isEmpty {
        report(entry, "“\(entry.text)”下面没有内容", "there is nothing below “\(entry.text)”", help: Bilingual(zh: "写上内容，或者删去标题", en: "write it, or delete the heading"))
      }
      guard let position = entry.position else {
        let free = Rule.headings.map { $0[language] }.filter { heading in !entries.contains { $0.text == heading } }
        report(
          entry, "注解没有“\(entry.text)”这一节", "a note has no section “\(entry.text)”",
          help: Bilingual(zh: "可用的标题：" + free.joined(separator: "、"), en: "the headings are: " + free.joined(separator: ", ")))
        continue
      }
      if position <= last { report(entry, "“\(entry.text)”重复或次序不对", "“\(entry.text)” is repeated or out of order") }
      last = max(last, position)
    }
    return found
  }
}

/// Sections that the other language has.
private func missing(in note: NoteOutline, from other: NoteOutline) -> [Diagnostic] {
  let there = Set(note.entries.compactMap(\.position))
  return other.entries.filter { $0.position.map { !there.contains($0) } ?? false }.map { entry in
    let name = Rule.headings[entry.position ?? 0]
    return Diagnostic(
      .noteSections, at: note.place,
      Bilingual(zh: "这里没有“\(name[note.language])”，另一种语言有", en: "there is no “\(name[note.language])” here, the other language has it"),
      notes: [Diagnostic.Note(Bilingual(zh: "另一种语言在这里", en: "the other language is here"), at: entry.range)],
      help: Bilingual(zh: "两种语言写一样的各节", en: "give both languages the same sections"))
  }
}
