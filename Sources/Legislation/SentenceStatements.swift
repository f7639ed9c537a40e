/// What one sentence, or a part of it, asks: who is to act, and how strongly it speaks.
public struct Statement: Hashable, Sendable {
  /// The paragraph, item or sub-item.
  public let anchor: Anchor
  /// In scalars of the element's text, its label not counted.
  public let range: Range<Int>
  public let text: String
  public var force: Force
  /// Empty when the text does not say who.
  public var actors: [Actor]
}

extension Provision {
  /// The statements of a provision in reading order, read by rules over words.
  ///
  /// 1. A sentence ends with 。 or ；. It is read clause by clause, at its commas.
  /// 2. 应当 and 必须, 不得 and 禁止, 可以 bind what follows them to the end of the sentence; the words before them in the
  ///    clause name who. What is encouraged within a duty (政府应当…，鼓励企业…) is part of that duty.
  /// 3. 鼓励, 支持, 引导 … open a statement of their own when they are the predicate; whom they encourage follows them.
  /// 4. A clause without any of these directs. Its subject, when it has one, stands at its head.
  /// 5. An item speaks with the force and for the actors of the sentence that introduces it; a sentence after a
  ///    semicolon goes on with a duty before it.
  /// 6. Purpose, scope, dates, whose task something is (负责), and a plan's targets are declared.
  public var statements: [Statement] {
    var found: [Statement] = []
    var leads: [Int: Lead] = [:]
    for (anchor, text) in elements {
      let lead = anchor.items.isEmpty ? nil : leads[anchor.paragraph]
      var previous: Lead?
      for sentence in Legislation.sentences(of: text, at: anchor) {
        let inherited = lead ?? (sentence.continues ? previous : nil)
        let statements = SentenceReader(sentence, of: text, inherited: inherited).statements
        found += statements
        previous = statements.last.flatMap { $0.force == .shall ? Lead(force: $0.force, actors: $0.actors) : nil }
        if anchor.items.isEmpty, let last = statements.last, let end = text.unicodeScalars.last, end == "：" || end == ":" {
          leads[anchor.paragraph] = Lead(force: last.force, actors: last.actors)
        }
      }
    }
    return found
  }
}

/// Force and actors that a sentence hands on to its items.
struct Lead {
  let force: Force
  let actors: [Actor]
}

/// Reads one sentence clause by clause.
private struct SentenceReader {
  private(set) var statements: [Statement] = []
  private let anchor: Anchor
  private let scalars: [Unicode.Scalar]
  private let range: Range<Int>
  /// Where the statement being read begins, what it says, and for whom.
  private var start: Int
  private var force: Force?
  private var actors: [Actor] = []
  /// Where adverbials began that belong to whatever comes next.
  private var pending: Int?

  init(_ sentence: Sentence, of text: String, inherited: Lead?) {
    anchor = sentence.anchor
    scalars = [Unicode.Scalar](of: text)
    range = sentence.range
    start = range.lowerBound
    force = inherited?.force
    actors = inherited?.actors ?? []
    let clauses = pieces(of: scalars, in: range, endingIn: ["，", ","])
    if inherited == nil, let declared = declaration(clauses) {
      (force, actors) = (.declared, declared)
    } else {
      for clause in clauses { read(clause) }
    }
    end(at: range.upperBound)
  }

  private mutating func read(_ clause: Range<Int>) {
    let words = scalars[clause]
    switch ClauseForce(words) {
    case .modal(let modal, let place):
      let named = Actor.named(in: words[clause.lowerBound..<place])
      if modal != force { begin(modal, at: clause) }
      for actor in named where !actors.contains(actor) { actors.append(actor) }
    case .encouragement(let end):
      // Within a duty, encouraging is what the duty consists of.
      if force == .shall || force == .shallNot || force == .may { break }
      if force != .encouraged { begin(.encouraged, at: clause) }
      for actor in Actor.heading(words[end...], reach: 12).actors where !actors.contains(actor) { actors.append(actor) }
    case .adverbial:
      if pending == nil { pending = clause.lowerBound }
      return
    case .bare:
      guard force == nil else { break }
      begin(.directed, at: clause)
      actors = subject(words)
    }
    pending = nil
  }

  private mutating func begin(_ new: Force, at clause: Range<Int>) {
    if force != nil { end(at: pending ?? clause.lowerBound) }
    (force, actors) = (new, [])
  }

  private mutating func end(at place: Int) {
    guard place > start else { return }
    statements.append(
      Statement(
        anchor: anchor, range: start..<place, text: String(scalars: scalars[start..<place]),
        force: force ?? .directed, actors: actors))
    start = place
  }

  /// Whom a declaration names, or nil when the sentence is none.
  private func declaration(_ clauses: [Range<Int>]) -> [Actor]? {
    let sentence = scalars[range]
    guard let first = clauses.first else { return nil }
    let words = scalars[first]
    if ["应当", "必须", "不得", "可以"].allSatisfy({ sentence.firstIndex(of: $0) == nil }) {
      for task in ["负责", "履行", "作为"] {
        guard let place = words.firstIndex(of: task), place > first.lowerBound else { continue }
        let named = Actor.named(in: words[first.lowerBound..<place])
        if !named.isEmpty, task != "作为" || sentence.firstIndex(of: "负责") != nil { return named }
      }
    }
    return isDeclaration(sentence) ? [] : nil
  }

  /// Who acts in a clause without a modal word: whoever stands at its head, all that ends in 部门 before what they do,
  /// or whoever it is left to (具体办法由市人民政府制定).
  private func subject(_ words: ArraySlice<Unicode.Scalar>) -> [Actor] {
    let head = Actor.heading(words, reach: 0)
    if !head.actors.isEmpty { return head.actors }
    if let place = words.firstIndex(of: "由"), words.firstIndex(of: "组成") == nil {
      return Actor.heading(words[(place + 1)...], reach: 0).actors
    }
    for follower in ["部门按照", "部门在各自", "部门要", "部门会同", "部门共同"] {
      if let place = words.firstIndex(of: follower) { return Actor.named(in: words[..<(place + 2)]) }
    }
    return []
  }
}
