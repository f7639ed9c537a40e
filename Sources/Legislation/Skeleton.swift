import Diagnostics

/// One place where a translation is not built like its original.
public struct SkeletonDifference: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case missingPart, extraPart
    case missingProvision, extraProvision
    /// The provision is there, but not where the original has it.
    case misplacedProvision
    /// The translation has too few or too many paragraphs; `paragraph` is the first that does not fit.
    case missingParagraph, extraParagraph
    /// The items of paragraph `paragraph` differ; the labels are those at the first point of difference.
    case missingItem, extraItem
    case missingTitle, missingAdoption, extraAdoption
    /// It stands in its place under another number; the label is the translation's, this one the original's.
    case wrongLabel(original: String)
  }
  public var kind: Kind
  /// The provision it is in.
  public var provision: ProvisionID?
  /// The label concerned, as the text that has it prints it: `第十二条`, `(3)`.
  public var label: String
  /// From 1, within the provision.
  public var paragraph: Int?
  /// Line in the original nearest to the place.
  public var originalLine: Int
  /// Line in the translation nearest to the place.
  public var translationLine: Int
}

/// Where the translation's parts, provisions, paragraphs and items are not those of the original: for each part and
/// provision the first point of difference only, in the order of the original, then what the translation has in excess.
public func compareSkeletons(_ original: LegalText, _ translation: LegalText) -> [SkeletonDifference] {
  var found = compareHeads(original, translation)
  let originals = Outline(original, .zh)
  let translations = Outline(translation, .en)
  let misplaced = originals.outOfOrder(in: translations)
  var nearest = translation.title?.line ?? 1
  let pairs = pairedPlaces(originals.entries.map(\.key), translations.entries.map(\.key), translations.index) { first, second in
    // A part is no article.
    if case .part = first { if case .part = second { true } else { false } } else { if case .provision = second { true } else { false } }
  }
  for (place, entry) in originals.entries.enumerated() {
    guard let index = pairs[place] else {
      found.append(
        SkeletonDifference(
          kind: entry.provision == nil ? .missingPart : .missingProvision, provision: entry.provision?.id,
          label: entry.label, originalLine: entry.line, translationLine: nearest))
      continue
    }
    let other = translations.entries[index]
    nearest = other.line
    if other.key != entry.key {
      found.append(
        SkeletonDifference(
          kind: .wrongLabel(original: entry.label), provision: entry.provision?.id, label: other.label, originalLine: entry.line,
          translationLine: other.line))
    }
    guard let provision = entry.provision, let translated = other.provision else { continue }
    if other.key == entry.key, misplaced.contains(entry.key) || (other.part != entry.part && translations.index[.part(entry.part)] != nil) {
      found.append(
        SkeletonDifference(
          kind: .misplacedProvision, provision: provision.id, label: other.label, originalLine: entry.line,
          translationLine: other.line))
    }
    if let difference = compareParagraphs(provision, translated) { found.append(difference) }
  }
  let paired = Set(pairs.compactMap(\.self))
  for (place, entry) in translations.entries.enumerated() where originals.index[entry.key] == nil && !paired.contains(place) {
    found.append(
      SkeletonDifference(
        kind: entry.provision == nil ? .extraPart : .extraProvision, provision: entry.provision?.id, label: entry.label,
        originalLine: original.title?.line ?? 1, translationLine: entry.line))
  }
  return found
}

/// For each provision of the original its translation: the one of its number, or the one that stands in its place under a
/// wrong number between two that are right.
public func pairedProvisions(_ original: LegalText, _ translation: LegalText) -> [Provision?] {
  let translated = translation.provisions
  let index = Dictionary(zip(translated.map(\.id), translated.indices), uniquingKeysWith: { first, _ in first })
  return pairedPlaces(original.provisions.map(\.id), translated.map(\.id), index) { _, _ in true }.map { $0.map { translated[$0] } }
}

/// For each key of the original the place of its counterpart. In texts of one length a wrong key between two right ones is
/// taken for the one that stands there.
private func pairedPlaces<Key: Hashable>(
  _ original: [Key], _ translation: [Key], _ index: [Key: Int], areOfOneKind: (Key, Key) -> Bool
) -> [Int?] {
  guard original.count == translation.count else { return original.map { index[$0] } }
  func fits(_ place: Int) -> Bool { !original.indices.contains(place) || original[place] == translation[place] }
  let known = Set(original)
  return original.indices.map { place in
    if fits(place) { return place }
    let isRelabelled = fits(place - 1) && fits(place + 1) && areOfOneKind(original[place], translation[place])
    // Two that have changed places are both there.
    if isRelabelled, index[original[place]] == nil || !known.contains(translation[place]) { return place }
    return index[original[place]]
  }
}

private func compareHeads(_ original: LegalText, _ translation: LegalText) -> [SkeletonDifference] {
  func difference(_ kind: SkeletonDifference.Kind) -> SkeletonDifference {
    SkeletonDifference(
      kind: kind, label: "", originalLine: original.adoption.first?.line ?? original.title?.line ?? 1,
      translationLine: translation.adoption.first?.line ?? translation.title?.line ?? 1)
  }
  var found: [SkeletonDifference] = []
  if original.title != nil, translation.title == nil { found.append(difference(.missingTitle)) }
  if original.adoption.count > translation.adoption.count { found.append(difference(.missingAdoption)) }
  if original.adoption.count < translation.adoption.count { found.append(difference(.extraAdoption)) }
  return found
}

/// The first point where two provisions are not built alike.
private func compareParagraphs(_ original: Provision, _ translation: Provision) -> SkeletonDifference? {
  let shared = min(original.paragraphs.count, translation.paragraphs.count)
  let items = (0..<shared).lazy.compactMap { index in
    compareItems(original, translation, paragraph: index).map { (index, $0) }
  }.first
  guard original.paragraphs.count != translation.paragraphs.count else { return items?.1 }
  let first = items?.0 ?? shared
  let isMissing = original.paragraphs.count > translation.paragraphs.count
  return SkeletonDifference(
    kind: isMissing ? .missingParagraph : .extraParagraph, provision: original.id, label: "", paragraph: first + 1,
    originalLine: (first < original.paragraphs.count ? original.paragraphs[first] : original.paragraphs.last)?.line ?? original.line,
    translationLine: (first < translation.paragraphs.count ? translation.paragraphs[first] : translation.paragraphs.last)?.line
      ?? translation.line)
}

private func compareItems(_ original: Provision, _ translation: Provision, paragraph: Int) -> SkeletonDifference? {
  let (a, b) = (original.paragraphs[paragraph], translation.paragraphs[paragraph])
  let (x, y) = (flattened(a.items, .zh), flattened(b.items, .en))
  var index = 0
  while index < x.count, index < y.count, x[index].key == y[index].key { index += 1 }
  guard index < x.count || index < y.count else { return nil }
  // The item that the other text does not have is the one to name.
  let isMissing = index < x.count && (index >= y.count || !y.contains { $0.key == x[index].key })
  return SkeletonDifference(
    kind: isMissing ? .missingItem : .extraItem, provision: original.id,
    label: isMissing ? x[index].label : (index < y.count ? y[index].label : x[index].label), paragraph: paragraph + 1,
    originalLine: index < x.count ? x[index].line : x.last?.line ?? a.line,
    translationLine: index < y.count ? y[index].line : y.last?.line ?? b.line)
}

private struct FlatKey: Hashable {
  var depth: Int
  /// Numbers from the outermost item down.
  var numbers: [[Int]]
}

private func flattened(_ items: [Item], _ language: Language, _ outer: [[Int]] = []) -> [(key: FlatKey, label: String, line: Int)] {
  items.flatMap { item in
    let numbers = outer + [LabelScanner(Substring(item.label), language: language).item()?.label.numbers ?? []]
    return [(FlatKey(depth: outer.count, numbers: numbers), item.label, item.line)]
      + flattened(item.items, language, numbers)
  }
}

extension SkeletonDifference {
  /// The finding at its place in the translation, with a note that points to the original.
  public func diagnostic(original: String, translation: String) -> Diagnostic {
    Diagnostic(
      .skeleton, at: SourceRange(file: translation, line: translationLine), message,
      notes: [
        Diagnostic.Note(
          Bilingual(zh: "原文在这里", en: "the original is here"), at: SourceRange(file: original, line: originalLine))
      ])
  }

  private var message: Bilingual {
    let place = provision.map { "\($0)" } ?? ""
    let number = paragraph ?? 0
    return switch kind {
    case .missingPart, .missingProvision: Bilingual(zh: "译文缺少\(label)", en: "the translation lacks \(label)")
    case .extraPart, .extraProvision: Bilingual(zh: "译文多出\(label)", en: "the original has no \(label)")
    case .misplacedProvision: Bilingual(zh: "\(label)的位置与原文不同", en: "\(label) does not stand where the original has it")
    case .missingParagraph:
      Bilingual(zh: "\(place)：译文缺少一款，从第\(number)款起对不上", en: "provision \(place): the translation lacks a paragraph; from paragraph \(number) on the two do not match")
    case .extraParagraph:
      Bilingual(zh: "\(place)：译文多出一款，从第\(number)款起对不上", en: "provision \(place): the translation has a paragraph too many; from paragraph \(number) on the two do not match")
    case .missingItem:
      Bilingual(zh: "\(place)：第\(number)款的译文缺少\(label)", en: "provision \(place), paragraph \(number): the translation lacks \(label)")
    case .extraItem:
      Bilingual(zh: "\(place)：第\(number)款的译文多出\(label)", en: "provision \(place), paragraph \(number): the original has no \(label)")
    case .wrongLabel(let expected): Bilingual(zh: "这里写的是 \(label)，原文是\(expected)", en: "the heading says \(label), the original \(expected)")
    case .missingTitle: Bilingual(zh: "译文没有名称", en: "the translation has no title")
    case .missingAdoption: Bilingual(zh: "译文缺少题注", en: "the translation lacks an adoption note")
    case .extraAdoption: Bilingual(zh: "译文多出题注", en: "the translation has an adoption note too many")
    }
  }
}
