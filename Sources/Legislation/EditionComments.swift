import Diagnostics

extension EditionReader {
  /// Reads `<!-- of: … -->`, `<!-- id: … -->`; `<!-- check: … -->` is the checker's and passed over.
  mutating func readComment(_ content: Substring, _ line: SourceLine) {
    guard content.utf8.count >= 7, content.hasSuffix("-->") else {
      return reportComment(line, Bilingual(zh: "注释须在同一行以 --> 结束", en: "a comment ends with `-->` on its own line"))
    }
    let words = trimming(Substring(content.utf8.dropFirst(4).dropLast(3)))
    let key = Substring(words.utf8.prefix { $0 != UInt8(ascii: ":") })
    let value = trimming(Substring(words.utf8.dropFirst(key.utf8.count + 1)))
    switch key {
    case "check": break
    case "id": readID(value, line)
    case "of": readStamp(words, line)
    default: reportComment(line, Bilingual(zh: "不认识的注释“\(key)”", en: "unknown comment “\(key)”"))
    }
  }

  private mutating func readID(_ id: Substring, _ line: SourceLine) {
    let isWellFormed = !id.isEmpty && id.utf8.allSatisfy { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || byte == UInt8(ascii: "-")
    }
    guard isWellFormed else {
      return reportComment(line, Bilingual(zh: "名称“\(id)”只能用小写字母、数字和 -", en: "id “\(id)” takes only a–z, 0–9 and `-`"))
    }
    if isUnderHeading { return nameHeading(ProvisionID(rawValue: String(id)), line) }
    switch id {
    case "adoption" where place == .head: place = .adoption
    case "annexes":
      closeParts(downTo: 0)
      place = .annexes
    default:
      if place == .annexes { return reportComment(line, Bilingual(zh: "附件之后不能再有条文", en: "no provision stands after the annexes")) }
      begin(Provision(id: ProvisionID(rawValue: String(id)), heading: nil, line: line.number))
    }
  }

  /// An id right under a heading: a part becomes a provision, a provision is renamed.
  private mutating func nameHeading(_ id: ProvisionID, _ line: SourceLine) {
    if place == .provision {
      builder.provision?.id = id
    } else if place == .part, let part = builder.takeBackPart() {
      var heading = part.heading
      heading.stamp = nil
      builder.begin(Provision(id: id, heading: heading, line: heading.line, stamp: part.heading.stamp))
      place = .provision
    } else {
      reportComment(line, Bilingual(zh: "名称不能写在这里", en: "an id cannot stand here"))
    }
  }

  private mutating func readStamp(_ words: Substring, _ line: SourceLine) {
    guard let stamp = Stamp(words, line: line.number) else {
      return reportComment(
        line,
        Bilingual(zh: "印记须写作 of: 12 位十六进制数; review: draft 或 checked", en: "a stamp reads `of: 12 hexadecimal digits; review: draft|checked`"))
    }
    let hasAdoption = !builder.text.adoption.isEmpty
    switch place {
    case .head where hasAdoption, .adoption where hasAdoption: builder.text.adoptionStamp = stamp
    case .head where builder.text.title != nil: builder.text.title?.stamp = stamp
    case .part where isUnderHeading: builder.stampPart(stamp)
    case .provision where builder.provision.map({ $0.paragraphs.isEmpty && $0.stamp == nil }) ?? false:
      builder.provision?.stamp = stamp
    default: reportComment(line, Bilingual(zh: "印记应写在标题或题注之下", en: "a stamp stands under a heading or the adoption notes"))
    }
  }
}

extension Stamp {
  /// Reads `of: 1a2b3c4d5e6f; review: checked`.
  init?(_ words: Substring, line: Int) {
    let fields = words.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { trimming(Substring($0)) }
    guard fields.count == 2, fields[0].hasPrefix("of:"), fields[1].hasPrefix("review:"),
      let review = Review(rawValue: String(trimming(fields[1].dropFirst(7))))
    else { return nil }
    let of = trimming(fields[0].dropFirst(3))
    let isDigest = of.utf8.count == 12 && of.utf8.allSatisfy { byte in
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte
    }
    guard isDigest else { return nil }
    self.init(of: String(of), review: review, line: line)
  }

  /// The stamp as a line of an edition.
  var comment: String { "<!-- of: \(of); review: \(review.rawValue) -->" }
}
