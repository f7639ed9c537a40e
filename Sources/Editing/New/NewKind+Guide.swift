import Diagnostics

extension NewKind {
  /// A page for teachers.
  static let guide = NewKind(name: "guide") { entry throws(Failure) in
    try entry.mustBeNew(entry.corpus.school.guides.contains { $0.slug == entry.name })
    return entry.documents(in: "school/guide") {
      $0 == .zh ? "order: \(nextOrder(entry.corpus.school.guides.map(\.order)))\n" : ""
    } body: {
      "\n## \(toWrite($0, "小标题", "a heading"))\n\n\(toWrite($0, "正文。", "the text."))\n"
    }
  }
}
