import Corpus
import Diagnostics

extension Rule {
  public static let repeatedEntry = Rule(
    "FM723", .warning, title: Bilingual(zh: "列表里不重复，注解不指向自己", en: "A list names each thing once, and a note not its own provision"),
    explanation: Bilingual(
      zh: "topics、related 里写两次的只算一次；related 里写自己的条文，页面上就会出现一个指向本页的链接。",
      en: "What stands twice under `topics` or `related` counts once; a note that names its own provision under `related` would link its own page."),
    bad: "zhuhai/10: related: [zhuhai/10, nantong/6, nantong/6]", good: "zhuhai/10: related: [nantong/6]")
}

extension ContentCheck {
  static let repeatedEntries = ContentCheck(.repeatedEntry) { corpus, _ in
    var found: [Diagnostic] = []
    func judge(_ entries: [Located<String>], _ own: String? = nil) {
      var seen: [String: SourceRange] = [:]
      for entry in entries {
        if entry.value == own {
          found.append(
            Diagnostic(
              .repeatedEntry, at: entry.range, Bilingual(zh: "\(entry.value) 就是这一条自己", en: "'\(entry.value)' is this very provision"),
              help: Bilingual(zh: "删去", en: "delete it")))
        } else if let first = seen[entry.value] {
          found.append(
            Diagnostic(
              .repeatedEntry, at: entry.range, Bilingual(zh: "\(entry.value) 写了两次", en: "'\(entry.value)' stands here twice"),
              notes: [Diagnostic.Note(Bilingual(zh: "第一次在这里", en: "the first time is here"), at: first)], help: Bilingual(zh: "删去一个", en: "delete one of them")))
        } else {
          seen[entry.value] = entry.range
        }
      }
    }
    for regulation in corpus.regulations {
      for provision in regulation.provisions {
        guard let note = provision.noteZh else { continue }
        judge(note.topics)
        judge(note.related, "\(regulation.id)/\(provision.id)")
      }
    }
    for topic in corpus.topics { judge(topic.absent.map(\.regulation)) }
    for situation in corpus.situations { judge(situation.topics) }
    for lesson in corpus.school.lessons {
      judge(lesson.provisions)
      judge(lesson.topics)
      judge(lesson.words)
    }
    judge(corpus.settings.order)
    judge(corpus.settings.compared)
    return found
  }
}
