import CommonMark
import Corpus
import Diagnostics
import Legislation

extension Rule {
  public static let schoolQuotation = Rule(
    "SC102", .error, title: Bilingual(zh: "教学材料里的引文一字不差", en: "A quotation in school materials is exact"),
    explanation: Bilingual(
      zh: "测验、海报的 quote 和 quote-en，教案和口袋指南里的引用块（>），必须是所注条文的一段原文或译文，出自同一款或同一项。引用块的出处是它后面的第一个链接。",
      en: "`quote` and `quote-en` of quizzes and posters, and block quotes (>) of lessons and pocket guides, are an exact part of one paragraph or item of the provision that they name. A block quote names it by the next link."),
    bad: "> 企业应当设立首席质量官\n\n[](zhuhai/9#p1)", good: "> 鼓励企业实施首席质量官制度\n\n[](zhuhai/9#p1)")
}

extension ContentCheck {
  static let schoolQuotations = ContentCheck(.schoolQuotation) { corpus, _ in
    let school = corpus.school
    let quoted = school.quizzes.flatMap { $0.questions.map(\.quotation) } + school.posters.map(\.quotation)
    return quoted.flatMap { quotation -> [Diagnostic] in
      guard let reference = quotation.reference else { return [] }
      return [
        judgeQuotation(quotation.text.value, .zh, reference, at: quotation.text.range, in: corpus),
        judgeQuotation(quotation.translation.value, .en, reference, at: quotation.translation.range, in: corpus),
      ].compactMap(\.self)
    } + school.documents.flatMap { pair in [pair.zh, pair.en].compactMap(\.self).flatMap { judge($0, in: corpus) } }
  }
}

private func judge(_ document: Document, in corpus: Corpus) -> [Diagnostic] {
  let links = document.body.links
  return document.body.quotes.flatMap { quote -> [Diagnostic] in
    let next = links.indices.contains(quote.nextLink) ? links[quote.nextLink] : nil
    guard let next, case .text(let reference)? = LinkTarget(next.destination), reference.provision != nil else {
      return [
        Diagnostic(
          .schoolQuotation, at: quote.range, Bilingual(zh: "这段引文没有注明出处", en: "this quotation names no provision"),
          help: Bilingual(zh: "在引文后面另起一段写 [](zhuhai/9#p1)", en: "put [](zhuhai/9#p1) into a paragraph of its own behind it"))
      ]
    }
    return quote.text.split(separator: "\n").compactMap {
      judgeQuotation(String($0), document.language, reference, at: quote.range, in: corpus)
    }
  }
}

/// Nil when the words stand in one paragraph or item at that place, or when the place is unknown (another rule's finding).
private func judgeQuotation(
  _ words: String, _ language: Language, _ reference: Reference, at range: SourceRange, in corpus: Corpus
) -> Diagnostic? {
  guard let id = reference.provision, let regulation = corpus.regulation(reference.regulation),
    let provision = regulation[id], let text = language == .zh ? provision.original : provision.translation
  else { return nil }
  let here = text.passages(at: reference.anchor)
  guard !here.contains(where: { $0.has(words) }) else { return nil }
  let elsewhere = text.anchors.first { anchor in text.passages(at: anchor).contains { $0.has(words) } }
  let help: Bilingual
  if let elsewhere {
    let place = "\(regulation.id)/\(id)#\(elsewhere)"
    help = Bilingual(zh: "原话在 \(place)", en: "the words stand in \(place)")
  } else {
    let likely = here.max { sharedStart($0, words) < sharedStart($1, words) } ?? ""
    help = Bilingual(
      zh: "那里写的是：\(likely)。刚改过那里的，先看是不是改错了", en: "the text there: \(likely); if it has just been changed, see first whether that was right")
  }
  return Diagnostic(
    .schoolQuotation, at: range,
    Bilingual(zh: "\(reference) 里没有这句话：“\(words)”", en: "\(reference) does not hold these words: “\(words)”"), help: help)
}

/// How many scalars of the words the passage holds in a row, from their start.
private func sharedStart(_ passage: String, _ words: String) -> Int {
  let scalars = Array(words.unicodeScalars.prefix(40))
  var best = 0
  let all = [Unicode.Scalar](of: passage)
  for start in all.indices where all[start] == scalars.first {
    var length = 0
    while length < scalars.count, start + length < all.count, all[start + length] == scalars[length] { length += 1 }
    best = max(best, length)
  }
  return best
}

extension Provision {
  /// The words of the paragraph or item at an anchor, and of the items in it; of all, without one.
  fileprivate func passages(at anchor: Anchor?) -> [String] {
    func words(_ items: [Item]) -> [String] { items.flatMap { [$0.printedText] + words($0.items) } }
    guard let anchor else {
      return (heading.map { [$0.text] } ?? []) + paragraphs.flatMap { [$0.text] + words($0.items) }
    }
    guard let place = element(at: anchor) else { return [] }
    guard let item = place.items.last else { return [place.paragraph.text] + words(place.paragraph.items) }
    return words([item])
  }
}
