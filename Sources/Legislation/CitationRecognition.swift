/// A citation that stands in the text of a law: 本条例第三条第二款, 前款, 《中华人民共和国产品质量法》第五条.
public struct TextCitation: Hashable, Sendable {
  /// Where it leads.
  public enum Target: Hashable, Sendable {
    /// A place of the same text.
    case here(ProvisionID, Anchor?)
    /// Another law or document by its name without 《》, and the article when one is named.
    case law(String, ProvisionID?)
    /// A place of the same text that is not there: the article, paragraph or item that is missing.
    case missing(String)
  }

  /// The paragraph, item or sub-item it stands in.
  public let anchor: Anchor
  /// In scalars of the element's text, its label not counted.
  public let range: Range<Int>
  public let text: String
  public let target: Target
}

extension LegalText {
  /// Every citation in a provision of this text, in reading order.
  ///
  /// | form | leads to |
  /// |---|---|
  /// | 本条例第三条, 第三条, 第十二条之一 | that article |
  /// | 第三条第二款第（一）项, 第三条第一项 | that paragraph or item |
  /// | 第三条至第五条, 第三条、第五条和第七条 | each article that is named |
  /// | 第一款, 第二项, 本条第二款, 本款第三项 | a place in the same article |
  /// | 前款, 前条, 前项, 本条 | the one before, or this one |
  /// | 前两款, 前三项 | the first of those before |
  /// | 《某法》, 《某法》第三条, 刑法第三条, 省条例第三条 | another law |
  ///
  /// `place` is the provision's place in ``provisions``. A number that no form explains is left alone.
  public func citations(in place: Int) -> [TextCitation] { CitedProvisions(provisions).citations(in: place) }

  /// The provisions of a text as citations name them; made once for a text whose provisions are all read.
  public struct CitedProvisions {
    let provisions: [Provision]
    private let byID: [ProvisionID: Int]

    public init(_ provisions: [Provision]) {
      self.provisions = provisions
      byID = Dictionary(zip(provisions.map(\.id), provisions.indices), uniquingKeysWith: { first, _ in first })
    }

    /// The citations in the provision at a place.
    public func citations(in place: Int) -> [TextCitation] {
      provisions[place].elements.flatMap { anchor, text in
        var scanner = CitationScanner(text, at: anchor, in: place, places: self)
        return scanner.all()
      }
    }

    func place(of id: ProvisionID) -> Int? { byID[id] }

    /// The item with a printed number.
    static func item(_ number: Int, among items: [Item]) -> Int? {
      items.firstIndex { Label($0.label, language: .zh)?.numbers.first == number }.map { $0 + 1 }
    }
  }
}

/// Finds citations in one paragraph or item, from left to right.
private struct CitationScanner {
  private let scalars: [Unicode.Scalar]
  private let anchor: Anchor
  private let place: Int
  private let places: LegalText.CitedProvisions
  private var position = 0
  private var found: [TextCitation] = []
  /// What the next number goes on from: 第三条、第五条, 第一款第一项、第三项, 《某法》第三条.
  private var context = Context.none

  private enum Context {
    case none
    /// A law whose articles are named next.
    case law(String)
    /// An article of this text, by place, and its paragraph.
    case article(Int, paragraph: Int?)
    /// An article that is not there; what is named in it is not looked for.
    case lost
  }

  init(_ text: String, at anchor: Anchor, in place: Int, places: LegalText.CitedProvisions) {
    scalars = [Unicode.Scalar](of: text)
    self.anchor = anchor
    self.place = place
    self.places = places
  }

  mutating func all() -> [TextCitation] {
    while position < scalars.count {
      switch scalars[position] {
      case "《": readLaw()
      case "第":
        if case .none = context, let name = lawName(before: position) { context = .law(name) }
        readNumbered(from: position)
      case "本": readOwn()
      case "前": readPrevious()
      case "、", "和", "及", "或", "至", "与", "者", "以": position += 1
      case "（": skipBrackets()
      default:
        context = .none
        position += 1
      }
    }
    return found
  }

  // MARK: Other laws

  private mutating func readLaw() {
    let start = position
    var depth = 0
    while position < scalars.count {
      if scalars[position] == "《" { depth += 1 }
      if scalars[position] == "》" { depth -= 1 }
      position += 1
      if depth == 0 { break }
    }
    guard depth == 0 else { return }
    let name = string(start + 1..<position - 1)
    add(start..<position, .law(name, nil))
    context = .law(name)
  }

  /// The name of a law that stands before an article without 《》: 中华人民共和国刑法第一百四十条, 省食品安全条例第三条. A bare
  /// 条例第三条 is of this text.
  private func lawName(before index: Int) -> String? {
    let before = scalars[..<index]
    guard let ending = ["法典", "法", "条例", "办法", "细则"].first(where: { before.reversed().starts(with: $0.unicodeScalars.reversed()) })
    else { return nil }
    var start = index
    while start > 0, index - start < 40, Self.isNamePart(scalars[start - 1]) { start -= 1 }
    return index - start > ending.unicodeScalars.count ? string(start..<index) : nil
  }

  /// A Chinese character that may stand in the name of a law: none of those that join it to the sentence.
  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "据", "照", "依", "反", "按", "守", "由", "对", "见", "在", "的", "是", "用", "合", "本": false
    default: (0x4e00...0x9fff).contains(scalar.value)
    }
  }

  /// A remark between a law and its article: 《某法》（以下简称某法）第三条. Elsewhere brackets are read like any text.
  private mutating func skipBrackets() {
    guard case .law = context, let end = scalars[position...].firstIndex(of: "）") else {
      context = .none
      position += 1
      return
    }
    position = end + 1
  }

  // MARK: Places of this text

  /// 第三条之一第二款第（三）项第一目, from 第 on; `start` is where the citation begins.
  private mutating func readNumbered(from start: Int) {
    guard let (number, unit, end) = numbered(at: position) else {
      position += 1
      context = .none
      return
    }
    switch unit {
    case "条": readArticle(number, from: start, end)
    case "款": readParagraph(number, from: start, end)
    case "项": readItem(number, from: start, end)
    default:
      position = end
      context = .none
    }
  }

  private mutating func readArticle(_ number: Int, from start: Int, _ end: Int) {
    var id = String(number)
    position = end
    while position + 1 < scalars.count, scalars[position] == "之", let (branch, next) = numeral(at: position + 1) {
      id += "-\(branch)"
      position = next
    }
    if case .law(let name) = context {
      add(start..<position, .law(name, ProvisionID(rawValue: id)))
      skipNumbered()
      return
    }
    guard let article = places.place(of: ProvisionID(rawValue: id)) else {
      skipNumbered()
      add(start..<position, .missing(string(start..<position)))
      context = .lost
      return
    }
    context = .article(article, paragraph: nil)
    if let (number, unit, next) = numbered(at: position) {
      if unit == "款" { return readParagraph(number, from: start, next) }
      if unit == "项" { return readItem(number, from: start, next) }
    }
    add(start..<position, .here(ProvisionID(rawValue: id), nil))
  }

  private mutating func readParagraph(_ number: Int, from start: Int, _ end: Int) {
    position = end
    guard let article = article(closing: start, end) else { return }
    let provision = places.provisions[article]
    guard provision.paragraphs.indices.contains(number - 1) else {
      skipNumbered()
      add(start..<position, .missing(string(start..<position)))
      context = .lost
      return
    }
    context = .article(article, paragraph: number)
    if let (item, unit, next) = numbered(at: position), unit == "项" { return readItem(item, from: start, next) }
    add(start..<position, .here(provision.id, Anchor(paragraph: number)))
  }

  private mutating func readItem(_ number: Int, from start: Int, _ end: Int) {
    position = end
    guard let article = article(closing: start, end) else { return }
    let provision = places.provisions[article]
    var paragraph = 0
    if case .article(_, let known?) = context {
      paragraph = known
    } else if article == place, !anchor.items.isEmpty {
      paragraph = anchor.paragraph
    } else {
      paragraph = (provision.paragraphs.firstIndex { !$0.items.isEmpty } ?? 0) + 1
    }
    let items = provision.paragraphs.indices.contains(paragraph - 1) ? provision.paragraphs[paragraph - 1].items : []
    guard let item = LegalText.CitedProvisions.item(number, among: items) else {
      skipNumbered()
      add(start..<position, .missing(string(start..<position)))
      return
    }
    var path = [item]
    if let (number, unit, next) = numbered(at: position), unit == "目",
      let subitem = LegalText.CitedProvisions.item(number, among: items[item - 1].items)
    {
      path.append(subitem)
      position = next
    }
    context = .article(article, paragraph: paragraph)
    add(start..<position, .here(provision.id, Anchor(paragraph: paragraph, items: path)))
  }

  /// The article that a paragraph or item belongs to; nil, and nothing is cited, when the number only counts things
  /// (第一款手机) or belongs to another law.
  private mutating func article(closing start: Int, _ end: Int) -> Int? {
    switch context {
    case .article(let article, _): return article
    case .law, .lost: return nil
    case .none:
      guard scalars[start] == "本" || follows(end) else { return nil }
      return place
    }
  }

  /// Whether what follows shows that a bare 第二款 or 第三项 is a citation.
  private func follows(_ end: Int) -> Bool {
    let rest = scalars[end...]
    return rest.isEmpty
      || ["规定", "所", "第", "、", "和", "至", "及", "的", "，", "。", "；", "情形", "行为", "或"].contains { rest.starts(with: $0.unicodeScalars) }
  }

  /// 本条例第三条, 本条, 本条第二款, 本款第三项.
  private mutating func readOwn() {
    let start = position
    let rest = scalars[position...]
    context = .none
    if let word = ["本条例", "本办法", "本规定", "本细则", "本实施方案", "本方案", "本法"].first(where: { rest.starts(with: $0.unicodeScalars) }) {
      let end = position + word.unicodeScalars.count
      position = end
      if numbered(at: end)?.unit == "条" { readNumbered(from: start) }
      return
    }
    guard let unit = rest.dropFirst().first, unit == "条" || unit == "款", rest.dropFirst(2).first != "件" else {
      position += 1
      return
    }
    position += 2
    context = .article(place, paragraph: unit == "款" ? anchor.paragraph : nil)
    if numbered(at: position) != nil { return readNumbered(from: start) }
    add(start..<position, .here(places.provisions[place].id, unit == "款" ? Anchor(paragraph: anchor.paragraph) : nil))
  }

  /// 前款, 前两款, 前条第二款, 前三项.
  private mutating func readPrevious() {
    let start = position
    var end = position + 1
    var count = 1
    // 以前, 目前, 之前 and the like are words of their own.
    if start > 0, ["以", "目", "之", "此", "当", "提", "事", "生"].contains(scalars[start - 1]) {
      position += 1
      context = .none
      return
    }
    if let (number, next) = numeral(at: end) { (count, end) = (number, next) }
    context = .none
    guard end < scalars.count, count > 0, let target = previous(scalars[end], count) else {
      position += 1
      return
    }
    position = end + 1
    if case .here(let id, let anchor) = target, let article = places.place(of: id), numbered(at: position) != nil {
      context = .article(article, paragraph: anchor?.paragraph)
      return readNumbered(from: start)
    }
    if case .missing = target { return add(start..<position, .missing(string(start..<position))) }
    add(start..<position, target)
  }

  private func previous(_ unit: Unicode.Scalar, _ count: Int) -> TextCitation.Target? {
    let provision = places.provisions[place]
    switch unit {
    case "条": return place >= count ? .here(places.provisions[place - count].id, nil) : .missing("")
    case "款":
      let paragraph = anchor.paragraph - count
      return paragraph >= 1 ? .here(provision.id, Anchor(paragraph: paragraph)) : .missing("")
    case "项":
      guard let last = anchor.items.last else { return nil }
      let items = anchor.items.dropLast() + [last - count]
      return last > count ? .here(provision.id, Anchor(paragraph: anchor.paragraph, items: Array(items))) : .missing("")
    default: return nil
    }
  }

  // MARK: Numbers

  /// 第三款, 第（三）项: the number, its unit and where it ends.
  private func numbered(at index: Int) -> (number: Int, unit: Unicode.Scalar, end: Int)? {
    guard index < scalars.count, scalars[index] == "第" else { return nil }
    var end = index + 1
    let isBracketed = end < scalars.count && scalars[end] == "（"
    if isBracketed { end += 1 }
    guard let (number, next) = numeral(at: end) else { return nil }
    end = next
    if isBracketed {
      guard end < scalars.count, scalars[end] == "）" else { return nil }
      end += 1
    }
    guard end < scalars.count, ["条", "款", "项", "目"].contains(scalars[end]) else { return nil }
    // 第三项目, 第五条线路: a count of things.
    let next2 = end + 1 < scalars.count ? scalars[end + 1] : "。"
    if scalars[end] == "项", next2 == "目" { return nil }
    if scalars[end] == "条", ["线", "路", "道"].contains(next2) { return nil }
    return (number, scalars[end], end + 1)
  }

  private func numeral(at index: Int) -> (number: Int, end: Int)? {
    var end = index
    while end < scalars.count, Legislation.numeral(scalars[end]) != nil { end += 1 }
    guard end > index, let number = Legislation.number(chinese: string(index..<end)) else { return nil }
    return (number, end)
  }

  /// Passes over paragraphs and items of an article that cannot be looked up.
  private mutating func skipNumbered() {
    while let (_, unit, end) = numbered(at: position), unit != "条" { position = end }
  }

  private mutating func add(_ range: Range<Int>, _ target: TextCitation.Target) {
    found.append(TextCitation(anchor: anchor, range: range, text: string(range), target: target))
  }

  private func string(_ range: Range<Int>) -> String { String(scalars: scalars[range]) }
}
