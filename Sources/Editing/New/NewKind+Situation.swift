import Diagnostics

extension NewKind {
  static let situation = NewKind(name: "situation") { entry throws(Failure) in
    try entry.mustBeNew(entry.corpus.situation(entry.name) != nil)
    return entry.documents(in: "situations") {
      $0 == .zh ? "order: \(nextOrder(entry.corpus.situations.map(\.order)))\ntopics: []\n" : ""
    } body: {
      "\n\(toWrite($0, "正文。", "the text."))\n"
    }
  }
}
