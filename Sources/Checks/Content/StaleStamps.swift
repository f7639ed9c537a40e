import Corpus
import Diagnostics
import Legislation

extension Rule {
  public static let staleStamp = Rule(
    "TR204", .error, title: Bilingual(zh: "由别处而来的文字跟得上原文", en: "What was made from a text fits that text"),
    explanation: Bilingual(
      zh: "译文、注解和英文页面都记着原文的摘要。原文改了，就要重读一遍，再用 mingzhi stamp 更新。",
      en: "A translation, a note and an English page carry the digest of what they were made from. When that changes, read them again and let `mingzhi stamp` renew the stamp."),
    bad: "<!-- of: 000000000000; review: checked -->", good: "<!-- of: 1a2b3c4d5e6f; review: checked -->")
  public static let missingStamp = Rule(
    "TR205", .warning, title: Bilingual(zh: "由别处而来的文字有戳记", en: "What was made from a text is stamped"),
    explanation: Bilingual(
      zh: "没有戳记就不知道它是照哪一版原文写的。法规标为 complete 时是错误。",
      en: "Without a stamp nobody knows which version it was made from. An error once the regulation is `complete`."),
    bad: "### Article 12", good: "### Article 12\n<!-- of: 1a2b3c4d5e6f; review: checked -->")
}

extension ContentCheck {
  static let staleStamps = ContentCheck(.staleStamp, .missingStamp) { corpus, _ in
    corpus.regulations.flatMap(staleInRegulation)
      + corpus.topics.flatMap { staleInPair($0.document, "topic:") }
      + corpus.situations.flatMap { staleInPair($0.document, "situation:") } + corpus.pages.flatMap { staleInPair($0, "page:") }
      + corpus.school.lessons.flatMap { staleInPair($0.document, "lesson:") }
      + (corpus.school.guides.map(\.document) + corpus.school.pocketGuides.map(\.document)).flatMap { staleInPair($0, name: "school") }
  }
}

private func staleInPair(_ pair: BilingualDocument, _ scheme: String) -> [Diagnostic] {
  staleInPair(pair, name: scheme + pair.slug)
}

/// `name` is what `mingzhi stamp` calls the page.
private func staleInPair(_ pair: BilingualDocument, name: String) -> [Diagnostic] {
  // A page whose title could not be read has no digest to go by.
  guard let en = pair.en, !pair.zh.title.isEmpty else { return [] }
  return judge(en.stamp, against: pair.zh.digest, at: en.place, in: en.source, name: name, severity: .warning)
}

private func staleInRegulation(_ regulation: Regulation) -> [Diagnostic] {
  let severity = regulation.severityOfGaps
  func place(_ line: Int) -> SourceRange { SourceRange(file: regulation.translationFile, line: line) }
  let source = regulation.translationSource
  var found: [Diagnostic] = []
  if let translation = regulation.translation {
    if let original = regulation.original.title, let title = translation.title {
      found += judge(title.stamp, against: original.digest, at: place(title.line), in: source, name: regulation.id, severity: severity)
    }
    if let first = translation.adoption.first {
      found += judge(
        translation.adoptionStamp, against: regulation.original.adoptionDigest, at: place(first.line), in: source,
        name: regulation.id, severity: severity)
    }
    for (original, part) in zip(regulation.original.parts, translation.parts) {
      found += judge(
        part.heading.stamp, against: original.heading.digest, at: place(part.heading.line), in: source, name: original.heading.label,
        severity: severity)
    }
  }
  for provision in regulation.provisions {
    let name = "\(regulation.id)/\(provision.id)"
    if let translated = provision.translation {
      found += judge(
        translated.stamp, against: provision.digest, at: place(translated.line), in: source, name: name, severity: severity)
    }
    if let note = provision.noteZh?.document {
      found += judge(note.stamp, against: provision.digest, at: note.place, in: note.source, name: name, severity: severity)
    }
    if let note = provision.noteEn?.document, let original = provision.noteZh?.document {
      found += judge(note.stamp, against: original.digest, at: note.place, in: note.source, name: name, severity: severity)
    }
  }
  return found
}

private func judge(
  _ stamp: Stamp?, against digest: String, at place: SourceRange, in source: SourceFile?, name: String, severity: Severity
) -> [Diagnostic] {
  guard let stamp else {
    return [
      Diagnostic(
        .missingStamp, at: place, Bilingual(zh: "\(name) 没有戳记", en: "\(name) is not stamped"), severity: severity,
        help: Bilingual(zh: "读过之后运行 mingzhi stamp \(name)", en: "read it, then run mingzhi stamp \(name)"))
    ]
  }
  guard stamp.of != digest else { return [] }
  return [
    Diagnostic(
      .staleStamp, at: digestRange(stamp, file: place.file, in: source),
      Bilingual(zh: "\(name) 的原文变了：戳记是 \(stamp.of)，原文是 \(digest)", en: "the original of \(name) has changed: the stamp says \(stamp.of), the text has \(digest)"),
      severity: severity == .error ? .error : .warning,
      help: Bilingual(
        zh: "对照原文重读，再运行 mingzhi stamp \(name)", en: "read it against the original, then run mingzhi stamp \(name)"))
  ]
}

/// Where the digest of a stamp stands on its line.
private func digestRange(_ stamp: Stamp, file: String, in source: SourceFile?) -> SourceRange {
  guard let line = source.flatMap({ SourceLines($0).line(stamp.line) }), let place = String(line).scalarRange(of: stamp.of) else {
    return SourceRange(file: file, line: stamp.line)
  }
  return SourceRange(file: file, line: stamp.line, column: place.lowerBound + 1, length: place.count)
}
