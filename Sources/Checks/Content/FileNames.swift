import Corpus
import Diagnostics

extension Rule {
  public static let caseCollision = Rule(
    "FM713", .error, title: Bilingual(zh: "文件名不只差大小写", en: "Paths differ in more than case"),
    explanation: Bilingual(
      zh: "在 macOS、Windows 和许多 U 盘上，它们是同一个文件，后写的会盖掉先写的。名字用小写字母、数字和连字符。",
      en: "On macOS, Windows and many USB sticks they are one file, and the later overwrites the earlier. Names take lower-case letters, digits and hyphens."),
    bad: "topics/brands.zh.md, topics/Brands.zh.md", good: "topics/brands.zh.md")
  public static let takenAddress = Rule(
    "FM714", .error, title: Bilingual(zh: "一个地址只有一个页面", en: "One address, one page"),
    explanation: Bilingual(
      zh: "pages/ 里的文件不能用网站自己的页面名：index、glossary、facts、timeline、targets、laws、search、404。",
      en: "A file of pages/ cannot have the name of one of the site's own pages: index, glossary, facts, timeline, targets, laws, search, 404."),
    bad: "pages/glossary.zh.md", good: "pages/how-to-read.zh.md")
}

/// Names of pages that the site itself writes beside those of pages/.
private let ownPages: Set<String> = ["index", "glossary", "facts", "timeline", "targets", "laws", "search", "404"]

extension ContentCheck {
  static let fileNames = ContentCheck(.caseCollision, .takenAddress) { corpus, _ in
    var found: [Diagnostic] = []
    var seen: [String: String] = [:]
    for file in corpus.documents.map(\.file).sorted() {
      let key = file.lowercased()
      if let other = seen[key] {
        found.append(
          Diagnostic(
            .caseCollision, at: SourceRange(file: file, line: 1), Bilingual(zh: "与 \(other) 只差大小写", en: "differs from \(other) in case alone"),
            help: Bilingual(zh: "改名，用小写", en: "rename it, in lower case")))
      } else {
        seen[key] = file
      }
    }
    let regulations = Set(corpus.regulations.map(\.id))
    for page in corpus.pages where ownPages.contains(page.slug) || regulations.contains(page.slug) {
      found.append(
        Diagnostic(
          .takenAddress, at: page.zh.place, Bilingual(zh: "\(page.slug).html 是网站自己的页面", en: "\(page.slug).html is a page of the site itself"),
          help: Bilingual(zh: "给文件换个名字", en: "rename the file")))
    }
    return found
  }
}
