import Diagnostics

extension NewKind {
  static let page = NewKind(name: "page") { entry throws(Failure) in
    try entry.mustBeNew(entry.corpus.page(entry.name) != nil)
    return entry.documents(in: "pages") { "\n\(toWrite($0, "正文。", "the text."))\n" }
  }
}
