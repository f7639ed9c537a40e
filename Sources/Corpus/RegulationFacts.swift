import Diagnostics

/// The facts about a text that `regulation.yml` states.
///
/// An immutable object, so that what holds it copies one reference and not its fields.
public final class RegulationFacts: Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case localRegulation = "local-regulation"
    case sezRegulation = "sez-regulation"
    case plan
  }

  public enum Status: String, CaseIterable, Sendable {
    case inForce = "in-force"
    case adopted, draft, plan, superseded, repealed
  }

  public enum Editing: String, CaseIterable, Sendable {
    /// Missing translations, notes and signatures are warnings.
    case inProgress = "in-progress"
    /// Missing translations, notes and signatures are errors.
    case complete
  }

  /// A body that adopted, approved or issued the text.
  public struct Body: Sendable {
    public enum Role: String, CaseIterable, Sendable { case adopted, approved, issued }
    public let role: Role
    public let name: Bilingual
  }

  /// A department that a plan makes responsible for measures.
  public struct Department: Sendable {
    public let id: String
    public let name: Bilingual
  }

  /// A stretch that our edition adds to the publication, or leaves out of it.
  public struct Change: Sendable {
    public let added: String
    /// Where the addition stands: `title`, `adoption` or a provision's id.
    public let place: String
    public let dropped: String
    /// Line of `published.txt`, from 1; nil for an addition.
    public let line: Int?
    public let reason: Bilingual
    public let range: SourceRange
  }

  public let file: String
  public let title: Bilingual
  /// A short name for tables and links; the title when none is given.
  public let short: Bilingual
  public let place: Bilingual
  public let kind: Kind
  public let status: Status
  public let adopted: CalendarDate?
  public let approved: CalendarDate?
  public let issued: CalendarDate?
  public let effective: CalendarDate?
  public let bodies: [Body]
  /// Where the text was obtained.
  public let source: Bilingual
  /// The earlier version of the same text.
  public let succeeds: Located<String>?
  /// What replaced the text, when that is not on this site.
  public let replacedBy: Bilingual?
  /// The fact that says so.
  public let replacedByFact: Located<String>?
  public let editing: Editing
  public let departments: [Department]
  public let changes: [Change]
  /// The places of dates and status in the file, by key.
  public let ranges: [String: SourceRange]
  /// Whether something in the file could not be read and was left out or guessed; that has been told.
  public let isPartial: Bool

  init(
    file: String, title: Bilingual, short: Bilingual, place: Bilingual, kind: Kind, status: Status, adopted: CalendarDate?,
    approved: CalendarDate?, issued: CalendarDate?, effective: CalendarDate?, bodies: [Body], source: Bilingual,
    succeeds: Located<String>?, replacedBy: Bilingual?, replacedByFact: Located<String>?, editing: Editing,
    departments: [Department], changes: [Change], ranges: [String: SourceRange], isPartial: Bool
  ) {
    self.file = file
    self.title = title
    self.short = short
    self.place = place
    self.kind = kind
    self.status = status
    self.adopted = adopted
    self.approved = approved
    self.issued = issued
    self.effective = effective
    self.bodies = bodies
    self.source = source
    self.succeeds = succeeds
    self.replacedBy = replacedBy
    self.replacedByFact = replacedByFact
    self.editing = editing
    self.departments = departments
    self.changes = changes
    self.ranges = ranges
    self.isPartial = isPartial
  }
}

extension RegulationFacts {
  static func load(_ file: SourceFile, id: String, _ diagnostics: inout [Diagnostic]) -> RegulationFacts? {
    let source = YAMLSource(file: file.path, firstLine: 1, text: file.text)
    guard let node = source.parse(&diagnostics), var object = YAMLObject(node, in: source, &diagnostics) else { return nil }
    let d = diagnostics.count
    let title = object.bilingual("title", required: true, english: false, &diagnostics) ?? Bilingual(zh: id, en: id)
    let short = object.bilingual("short", english: false, &diagnostics) ?? title
    let place = object.bilingual("place", english: false, &diagnostics) ?? short
    let kind = object.choice("kind", as: Kind.self, required: true, &diagnostics)
    let status = object.choice("status", as: Status.self, required: true, &diagnostics)
    var ranges: [String: SourceRange] = [:]
    var dates: [String: CalendarDate] = [:]
    for key in ["adopted", "approved", "issued", "effective"] {
      dates[key] = object.date(key, &diagnostics)
      ranges[key] = object.range(key)
    }
    ranges["status"] = object.range("status")
    let bodies = object.objects("bodies", &diagnostics).compactMap { item -> Body? in
      var item = item
      let role = item.choice("role", as: Body.Role.self, required: true, &diagnostics)
      let name = item.name(&diagnostics)
      item.finish(&diagnostics)
      return role.map { Body(role: $0, name: name) }
    }
    let departments = object.objects("departments", &diagnostics).compactMap { item -> Department? in
      var item = item
      let id = item.string("id", required: true, &diagnostics)
      let name = item.name(&diagnostics)
      item.finish(&diagnostics)
      return id.map { Department(id: $0, name: name) }
    }
    let sourceText = object.bilingual("source", english: false, &diagnostics) ?? Bilingual(zh: "", en: "")
    let succeeds = object.string("succeeds", &diagnostics).map { Located($0, object.range("succeeds")) }
    var replacedBy: Bilingual?
    var replacedByFact: Located<String>?
    if var item = object.object("replaced-by", &diagnostics) {
      replacedBy = item.name(&diagnostics)
      replacedByFact = item.string("fact", &diagnostics).map { Located($0, item.range("fact")) }
      item.finish(&diagnostics)
    }
    let editing = object.choice("editing", as: Editing.self, &diagnostics) ?? .inProgress
    let changes = object.objects("edition", &diagnostics).map { Change.load($0, &diagnostics) }
    object.finish(&diagnostics)
    // A mistake here is told once: the text stays, so that the hundreds of links to it are judged by what they name.
    return RegulationFacts(
      file: file.path, title: title, short: short, place: place, kind: kind ?? (status == .plan ? .plan : .localRegulation),
      status: status ?? (kind == .plan ? .plan : .inForce), adopted: dates["adopted"],
      approved: dates["approved"], issued: dates["issued"], effective: dates["effective"], bodies: bodies,
      source: sourceText, succeeds: succeeds, replacedBy: replacedBy, replacedByFact: replacedByFact, editing: editing,
      departments: departments, changes: changes, ranges: ranges,
      isPartial: diagnostics[d...].contains { $0.severity == .error })
  }
}

extension RegulationFacts.Change {
  fileprivate static func load(_ object: YAMLObject, _ diagnostics: inout [Diagnostic]) -> Self {
    var object = object
    let added = object.string("added", &diagnostics) ?? ""
    let dropped = object.string("dropped", required: added.isEmpty, &diagnostics) ?? ""
    let place = object.string("at", required: !added.isEmpty, &diagnostics) ?? ""
    let change = Self(
      added: added, place: place, dropped: dropped, line: object.integer("line", required: !dropped.isEmpty, &diagnostics),
      reason: object.bilingual("reason", required: true, &diagnostics) ?? Bilingual(zh: "", en: ""), range: object.range())
    object.finish(&diagnostics)
    return change
  }
}

extension YAMLObject {
  /// `zh:` and `en:` beside other keys.
  mutating func name(_ diagnostics: inout [Diagnostic]) -> Bilingual {
    let zh = string("zh", required: true, &diagnostics) ?? ""
    return Bilingual(zh: zh, en: string("en", &diagnostics) ?? "")
  }
}
