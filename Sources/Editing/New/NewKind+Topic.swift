import Corpus
import Diagnostics

extension NewKind {
  static let topic = NewKind(name: "topic") { entry throws(Failure) in
    try entry.mustBeNew(entry.corpus.topic(entry.name) != nil)
    return entry.documents(in: "topics") { language in
      let order = language == .zh ? "order: \(nextOrder(entry.corpus.topics.map(\.order)))\n" + signedBlanks(entry) : ""
      return order + "criterion: \(quoted(toWrite(language, "比较什么", "what the texts are compared by")))\n"
    } body: {
      "\n\(toWrite($0, "正文。", "the text."))\n"
    }
  }
}

/// A new topic has no provision yet: its blanks are for the editor to sign after reading, here to be taken out of comment.
private func signedBlanks(_ entry: NewEntry) -> String {
  guard !entry.corpus.compared.isEmpty else { return "" }
  let lines = entry.corpus.compared.map { "#   - { regulation: \($0.id), on: \(entry.today), of: \($0.digest) }\n" }
  return "# Sign a blank for each text that you have read and that says nothing on the topic. 读过全文确实没有的，去掉 #：\n# absent:\n"
    + lines.joined()
}
