import Corpus
import Diagnostics

extension Rule {
  public static let termRendering = Rule(
    "TR220", .warning, title: Bilingual(zh: "词汇表里的词，译文用定好的译法", en: "A glossary term has its rendering in the translation"),
    explanation: Bilingual(
      zh: "原文出现词汇表的词（先比最长的），译文的同一款里就要有它的英文名或 variants.en 里的写法，不分大小写。法律的名称以 facts.yml 的标题为准。一个词换了译法，读者会以为是另一件事。",
      en: "Where the original uses a term of the glossary (the longest match counts), the same paragraph of the translation has its English name or one of `variants.en`, whatever the case. A law is called as the title of its fact calls it. A second rendering looks like a second thing."),
    bad: "缺陷产品召回 / withdrawal of faulty goods", good: "缺陷产品召回 / recall of defective products")
  public static let twoRenderings = Rule(
    "TR221", .warning, title: Bilingual(zh: "一个中文词只有一个英文译法", en: "One Chinese term has one rendering"),
    explanation: Bilingual(
      zh: "两个词条用了同一个中文词，或者两份法规给同一个机构、同一部法律起了不同的英文名，就不知道以哪个为准。",
      en: "Where two entries share a Chinese term, or two texts give one body or one law different English names, nobody knows which rendering counts."),
    bad: "- { zh: 召回, en: recall }\n- { zh: 召回, en: withdrawal }", good: "- { zh: 召回, en: recall }")
}

extension ContentCheck {
  static let glossaryTerms = ContentCheck(.termRendering, .twoRenderings) { corpus, _ in
    let known = Set(corpus.facts.map(\.title.zh))
    let read = concurrentMap(corpus.regulations) { regulation in
      let lexicon = Lexicon(corpus.terms, regulation.facts.departments, laws: corpus.facts)
      let passages = regulation.alignedPassages
      return (passages.flatMap { missingTerms(lexicon, in: $0) }, passages.compactMap(NamedLaw.init))
    }
    return read.flatMap(\.0) + lawsNamedTwice(read.flatMap(\.1).filter { !known.contains($0.zh) && !known.contains("中华人民共和国" + $0.zh) })
  }

  static let renderings = ContentCheck(.twoRenderings) { corpus, _ in
    var found: [Diagnostic] = []
    var seen: [String: (en: String, range: SourceRange)] = [:]
    for term in corpus.terms {
      for name in [term.name.zh] + (term.variants[.zh] ?? []) {
        if let first = seen[name], first.en != term.name.en {
          found.append(twoRenderings(name, first.en, first.range, term.name.en, at: term.range))
        }
        if seen[name] == nil { seen[name] = (term.name.en, term.range) }
      }
    }
    var bodies: [String: (en: String, range: SourceRange)] = [:]
    for regulation in corpus.regulations {
      let range = SourceRange(file: regulation.facts.file, line: 1)
      for name in regulation.facts.bodies.map(\.name) + regulation.facts.departments.map(\.name) where !name.en.isEmpty {
        let key = "\(regulation.facts.place.zh)\(name.zh)"
        if let first = bodies[key], first.en != name.en {
          found.append(twoRenderings(name.zh, first.en, first.range, name.en, at: range))
        }
        if bodies[key] == nil { bodies[key] = (name.en, range) }
      }
      found += bodiesInAdoption(regulation)
      if let title = regulation.translation?.title, title.text != regulation.facts.title.en, !regulation.facts.isPartial {
        found.append(
          twoRenderings(
            regulation.facts.title.zh, regulation.facts.title.en, range, title.text,
            at: SourceRange(file: regulation.translationFile, line: title.line, column: 3, length: title.text.unicodeScalars.count)))
      }
    }
    return found
  }
}

/// A law that a paragraph of a text names, the only one there, and what its translation calls it.
private struct NamedLaw: Sendable {
  /// Without 中华人民共和国.
  let zh: String
  let en: String
  let place: SourceRange

  init?(_ pair: AlignedPassage) {
    guard pair.zh.text.has("法") else { return nil }
    let chinese = Set(bareLawNames(in: pair.zh.scalars).map(pair.zh.words))
    let places = englishLawNames(in: pair.en.scalars)
    guard chinese.count == 1, let name = chinese.first, let place = places.first, Set(places.map(pair.en.words)).count == 1 else { return nil }
    let republic = "中华人民共和国"
    zh = name.hasPrefix(republic) ? String(name.dropFirst(republic.count)) : name
    en = pair.en.words(place)
    self.place = pair.en.range(of: place)
  }
}

/// Laws that no fact names, so that the texts only have each other to go by.
private func lawsNamedTwice(_ laws: [NamedLaw]) -> [Diagnostic] {
  var first: [String: NamedLaw] = [:]
  return laws.compactMap { law in
    guard let earlier = first[law.zh] else {
      first[law.zh] = law
      return nil
    }
    return earlier.en.lowercased() == law.en.lowercased() ? nil : twoRenderings(law.zh, earlier.en, earlier.place, law.en, at: law.place)
  }
}

/// The adoption note names the bodies as regulation.yml does.
private func bodiesInAdoption(_ regulation: Regulation) -> [Diagnostic] {
  guard let note = regulation.translation?.adoption.first else { return [] }
  let original = regulation.original.adoption.map(\.text).joined()
  let translated = lowercasedBytes(regulation.translation?.adoption.map(\.text).joined(separator: " ") ?? "")
  return regulation.facts.bodies.map(\.name).compactMap { name in
    guard !name.en.isEmpty, original.contains(name.zh) else { return nil }
    let wanted = String(decoding: lowercasedBytes(name.en), as: UTF8.self)
    guard !translated.containsWord(wanted) else { return nil }
    return Diagnostic(
      .twoRenderings, at: SourceRange(file: regulation.translationFile, line: note.line, length: note.text.unicodeScalars.count),
      Bilingual(zh: "题注里的“\(name.zh)”与 regulation.yml 的译法不同", en: "the adoption note renders \(name.zh) otherwise than regulation.yml"),
      notes: [Diagnostic.Note(Bilingual(zh: "regulation.yml 里是“\(name.en)”", en: "regulation.yml says “\(name.en)”"), at: SourceRange(file: regulation.facts.file, line: 1))],
      help: Bilingual(zh: "统一成一个", en: "keep one of them"))
  }
}

private func twoRenderings(
  _ name: String, _ first: String, _ place: SourceRange, _ second: String, at range: SourceRange
) -> Diagnostic {
  Diagnostic(
    .twoRenderings, at: range,
    Bilingual(zh: "“\(name)”有两个译法：“\(first)”和“\(second)”", en: "\(name) is rendered both “\(first)” and “\(second)”"),
    notes: [Diagnostic.Note(Bilingual(zh: "另一个译法在这里", en: "the other rendering is here"), at: place)],
    help: Bilingual(zh: "统一成一个", en: "keep one of them"))
}

/// Terms by their first character, longest first.
struct Lexicon: Sendable {
  struct Entry: Sendable {
    let zh: [Unicode.Scalar]
    let name: Bilingual
    /// In lower case, with straight apostrophes.
    let renderings: [String]
    let range: SourceRange?
  }
  private var entries: [Unicode.Scalar: [Entry]] = [:]

  init(_ terms: [Term], _ departments: [RegulationFacts.Department], laws: [Fact]) {
    func add(_ zh: String, _ name: Bilingual, _ renderings: [String], _ range: SourceRange?) {
      let scalars = [Unicode.Scalar](of: zh)
      // One character is part of too many words.
      guard scalars.count > 1, let first = scalars.first else { return }
      let lowered = renderings.map { String(decoding: lowercasedBytes($0), as: UTF8.self) }
      entries[first, default: []].append(Entry(zh: scalars, name: name, renderings: lowered, range: range))
    }
    for term in terms {
      // Modal words have a rule of their own.
      for zh in [term.name.zh] + (term.variants[.zh] ?? []) where !modalWords.contains(zh) {
        add(zh, term.name, [term.name.en] + (term.variants[.en] ?? []), term.range)
      }
    }
    // A law that a fact is about is called as the fact calls it.
    for fact in laws where ["法", "法典", "条例", "纲要"].contains(where: { fact.title.zh.hasSuffix($0) }) && fact.title.zh.utf8.count <= 36 {
      add(fact.title.zh, fact.title, [fact.title.en], fact.range)
    }
    for department in departments { add(department.name.zh, department.name, [department.name.en], nil) }
    for key in Array(entries.keys) { entries[key]?.sort { $0.zh.count > $1.zh.count } }
  }

  /// Terms in a text from left to right, the longest where several begin, none inside another. Where a second term begins
  /// inside the first and goes on beyond it (国际标准 in 国际标准化), neither is certain and both are passed over.
  func matches(in scalars: [Unicode.Scalar]) -> [(entry: Entry, start: Int)] {
    var found: [(Entry, Int)] = []
    var index = 0
    while index < scalars.count {
      if let entry = longest(at: index, in: scalars) {
        let end = index + entry.zh.count
        let overlap = (index + 1..<end).lazy.compactMap { start in longest(at: start, in: scalars).map { start + $0.zh.count } }
          .first { $0 > end }
        if overlap == nil { found.append((entry, index)) }
        index = overlap ?? end
      } else {
        index += 1
      }
    }
    return found
  }

  private func longest(at index: Int, in scalars: [Unicode.Scalar]) -> Entry? {
    entries[scalars[index]]?.first { scalars[index...].starts(with: $0.zh) }
  }
}

private func missingTerms(_ lexicon: Lexicon, in pair: AlignedPassage) -> [Diagnostic] {
  let matches = lexicon.matches(in: pair.zh.scalars)
  guard !matches.isEmpty else { return [] }
  let english = EnglishWords(pair.en.text)
  var seen: Set<String> = []
  return matches.compactMap { entry, start in
    guard seen.insert(entry.name.zh).inserted, !entry.renderings.contains(where: { english.contains($0) }) else { return nil }
    let words = String(String.UnicodeScalarView(entry.zh))
    return Diagnostic(
      .termRendering, at: pair.en.range,
      Bilingual(
        zh: "\(pair.place) 的译文里没有“\(words)”的译法 \(entry.name.en)",
        en: "the translation of \(pair.place) lacks “\(entry.name.en)” for \(words)"),
      notes: [
        Diagnostic.Note(Bilingual(zh: "原文这里是“\(words)”", en: "the Chinese says \(words) here"), at: pair.zh.range(of: start..<start + entry.zh.count))
      ]
        + (entry.range.map { [Diagnostic.Note(Bilingual(zh: "词汇表在这里", en: "the glossary has it here"), at: $0)] } ?? []),
      help: Bilingual(zh: "用词汇表的译法；确有别的写法，加进 variants.en", en: "use the glossary's rendering, or add yours to variants.en"))
  }
}
