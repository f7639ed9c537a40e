import Corpus
import Diagnostics
import Legislation

/// Words of the law for school materials to quote: whole, for the editor to shorten.
struct NewPassage {
  /// With the paragraph's or item's anchor.
  let reference: Reference
  let zh: String
  let en: String

  subscript(language: Language) -> String { language == .zh ? zh : en }

  /// `quote:`, `quote-en:` and `from:` of quizzes and posters.
  func yaml(indent: String = "") -> String {
    "\(indent)quote: \(quoted(zh))\n\(indent)quote-en: \(quoted(en))\n\(indent)from: \(reference)\n"
  }
}

extension NewEntry {
  /// The provision that a reference names.
  ///
  /// - Parameter example: how the command is written, for when it names none.
  func provision(_ name: String, example: String) throws(Failure) -> (reference: Reference, provision: AnnotatedProvision) {
    guard let reference = Reference(name), let id = reference.provision else {
      throw .usage(Bilingual(zh: "写出条文：\(example)", en: "name the provision: \(example)"))
    }
    if let problem = corpus.problem(with: .text(reference)) {
      throw .usage(
        Bilingual(zh: problem.message.zh + "。" + (problem.help?.zh ?? ""), en: problem.message.en + "; " + (problem.help?.en ?? "")))
    }
    guard let provision = corpus.regulation(reference.regulation)?[id] else {
      throw .usage(Bilingual(zh: "没有 \(reference)", en: "there is no \(reference)"))
    }
    return (reference, provision)
  }

  /// What `--from` names; without it the first paragraph that is translated.
  func passage() throws(Failure) -> NewPassage {
    let example = "mingzhi new \(kind) \(name) --from nantong/5"
    let (place, provision) = try self.provision(from.isEmpty ? firstTranslated ?? "" : from, example: example)
    let anchor = place.anchor ?? Anchor(paragraph: 1)
    func words(_ text: Provision?) -> String? {
      text?.element(at: anchor).map { $0.items.last?.text ?? $0.paragraph.text }
    }
    return NewPassage(
      reference: Reference(regulation: place.regulation, provision: provision.id, anchor: anchor),
      zh: words(provision.original) ?? "", en: words(provision.translation) ?? toWrite(.en, "", "the translation"))
  }

  private var firstTranslated: String? {
    for regulation in corpus.compared + corpus.regulations {
      if let provision = regulation.provisions.first(where: { $0.translation?.paragraphs.isEmpty == false }) {
        return "\(regulation.id)/\(provision.id)"
      }
    }
    return nil
  }
}
