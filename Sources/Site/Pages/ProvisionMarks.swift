import Corpus
import Diagnostics
import Insights
import Legislation

/// What the page of a provision shows in and under the official text: how strongly each sentence speaks, and what it
/// shares with provisions of other laws.
struct ProvisionMarks {
  static let fields: [String: Field] = [
    "forces": .section(["mark": .html, "word": .text, "meaning": .text]), "dutiesHref": .text, "hasForces": .flag,
    "hasWording": .flag,
    "wording": .section([
      "label": .text, "href": .text, "status": .text, "statusCode": .text, "text": .html, "compareHref": .section(["href": .text]),
    ]),
  ]

  let context: SiteContext
  let position: ProvisionPosition
  let language: Language
  let route: Route
  /// What goes into the official text.
  private(set) var insertions = LawInsertions()
  private let close: [CloseProvision]
  /// The marked stretches of each paragraph or item, in reading order; a mark's id is its place in `marks`.
  private var marks: [TextStretch] = []

  init(_ context: SiteContext, _ position: ProvisionPosition, _ language: Language, on route: Route) {
    self.context = context
    self.position = position
    self.language = language
    self.route = route
    close = context.insights.wording.closest(to: position)
    let runs = Dictionary(grouping: close.flatMap { $0.runs.map(\.here) }, by: \.anchor)
    let (_, provision) = context.corpus[position]
    for anchor in provision.original.anchors {
      for range in merged((runs[anchor] ?? []).map(\.range)) {
        marks.append(TextStretch(anchor: anchor, range: range))
        insertions.wrap(
          range, at: anchor, layer: 0, element: "mark", attributes: " class=\"shared\"", id: "w\(marks.count)")
      }
    }
    for statement in context.insights.duties.statements(of: position) {
      insertions.insert(ForceMark.html(statement.force, context.words(language)), before: statement.range.lowerBound, at: statement.anchor)
    }
    CitationLinks(context, position, language, route).add(to: &insertions)
    linkDepartments()
  }

  /// Links the names in the closing list of responsible departments to their pages.
  private mutating func linkDepartments() {
    let (regulation, provision) = context.corpus[position]
    let names = Set(responsibleDepartments(in: provision.original))
    guard !names.isEmpty, let list = provision.original.paragraphs.last else { return }
    for department in regulation.facts.departments where names.contains(department.name.zh) {
      // A name may stand within a longer one (市教育局 in 市教育局等); the first place not within another counts.
      guard let found = list.text.firstRange(of: department.name.zh) else { continue }
      let start = list.text[..<found.lowerBound].unicodeScalars.count
      insertions.wrap(
        start..<start + department.name.zh.unicodeScalars.count, at: Anchor(paragraph: provision.original.paragraphs.count), layer: 1,
        element: "a", attributes: " href=\"\(escaped(route.href(to: .department(department.id, language))))\"")
    }
  }

  var view: View {
    var body = View()
    let words = context.words(language)
    let (regulation, _) = context.corpus[position]
    let present = Set(context.insights.duties.statements(of: position).map(\.force))
    body.flag("hasForces", !present.isEmpty)
    body.section("forces", Force.allCases.filter(present.contains).map { force in
      var view = View()
      view.html("mark", ForceMark.html(force, words, isNamed: false))
      view.text("word", words[force.word])
      view.text("meaning", words[force.meaning])
      return view
    })
    body.text("dutiesHref", route.href(to: .duties(in: regulation.id, language)))
    body.flag("hasWording", !close.isEmpty)
    body.section("wording", close.map(view))
    return body
  }

  private func view(_ other: CloseProvision) -> View {
    let (regulation, provision) = context.corpus[other.position]
    let facts = regulation.facts
    var view = View()
    view.text("label", facts.cited(Citation(provision.original).text(in: language), in: language))
    let anchor = other.runs.first.map { "#\($0.there.anchor)" } ?? ""
    view.text("href", route.href(to: .provision(regulation.id, provision.id, language)) + anchor)
    view.text("status", context.words(language)[facts.status.word])
    view.text("statusCode", facts.status.rawValue)
    view.html("text", excerpt(provision.original, other.runs))
    view.section("compareHref", context.comparison(position.regulation, other.position.regulation).map {
      View(text: ["href": route.href(to: .comparison($0, language))])
    })
    return view
  }

  /// The sentences of the other text that hold shared runs, each run linked to its mark in the text above.
  private func excerpt(_ provision: Provision, _ runs: [SharedRun]) -> HTML {
    var html = HTML()
    for (anchor, text) in provision.elements {
      let ours = runs.filter { $0.there.anchor == anchor }
      guard !ours.isEmpty else { continue }
      let sentences = sentences(of: text, at: anchor).filter { s in ours.contains { $0.there.range.overlaps(s.range) } }
      guard let first = sentences.first, let last = sentences.last else { continue }
      let part = first.range.lowerBound..<last.range.upperBound
      var insertions = LawInsertions()
      var done: [Range<Int>] = []
      for run in ours where !done.contains(where: { $0.overlaps(run.there.range) }) {
        done.append(run.there.range)
        let mark = marks.firstIndex { $0.anchor == run.here.anchor && $0.range.overlaps(run.here.range) } ?? 0
        let range = run.there.range.lowerBound - part.lowerBound..<run.there.range.upperBound - part.lowerBound
        insertions.wrap(range, at: anchor, layer: 0, element: "a", attributes: " href=\"#w\(mark + 1)\"")
        insertions.wrap(range, at: anchor, layer: 1, element: "mark", attributes: " class=\"shared\"")
      }
      html.raw("<p>")
      insertions.write(text.scalars(part), at: anchor, to: &html)
      html.raw("</p>\n")
    }
    return html
  }
}

/// The sign before a statement. It holds no text: its shape is drawn by the style sheet, its name is read aloud.
enum ForceMark {
  /// Where the name stands beside it as text, the sign is only a picture.
  static func html(_ force: Force, _ words: Wording, isNamed: Bool = true) -> String {
    guard isNamed else { return "<span class=\"force force-\(force.rawValue)\" data-chrome aria-hidden=\"true\"></span>" }
    let name = escaped(words[force.word])
    return "<span class=\"force force-\(force.rawValue)\" data-chrome role=\"img\" title=\"\(name)\"></span>"
  }
}

extension Force {
  var word: Word {
    switch self {
    case .shall: .forceShall
    case .shallNot: .forceShallNot
    case .may: .forceMay
    case .encouraged: .forceEncouraged
    case .directed: .forceDirected
    case .declared: .forceDeclared
    }
  }

  /// What it means for who is named.
  var meaning: Word {
    switch self {
    case .shall: .forceShallMeaning
    case .shallNot: .forceShallNotMeaning
    case .may: .forceMayMeaning
    case .encouraged: .forceEncouragedMeaning
    case .directed: .forceDirectedMeaning
    case .declared: .forceDeclaredMeaning
    }
  }
}

extension Actor {
  var word: Word {
    switch self {
    case .province: .actorProvince
    case .city: .actorCity
    case .county: .actorCounty
    case .legislature: .actorLegislature
    case .marketRegulator: .actorMarketRegulator
    case .department: .actorDepartment
    case .enterprise: .actorEnterprise
    case .foodProducer: .actorFoodProducer
    case .builder: .actorBuilder
    case .association: .actorAssociation
    case .school: .actorSchool
    case .finance: .actorFinance
    case .serviceBody: .actorServiceBody
    case .media: .actorMedia
    case .citizen: .actorCitizen
    }
  }
}

extension String {
  /// A stretch of the text, in scalars.
  fileprivate func scalars(_ range: Range<Int>) -> String {
    let start = unicodeScalars.index(startIndex, offsetBy: range.lowerBound)
    return String(self[start..<unicodeScalars.index(start, offsetBy: range.count)])
  }
}
