import Corpus
import Diagnostics

/// What all pages of school materials share.
extension Page {
  /// The variables that every template of school materials may name.
  static let schoolFields: [String: Field] = ["root": .text]

  static func school(
    _ kind: String, route: Route, language: Language, title: String, body: View, context: SiteContext
  ) -> Page {
    var body = body
    body.text("root", route.root)
    var page = Page(kind: kind, route: route, language: language, title: title, body: body)
    page.trail = [
      (context.corpus.settings.title[language], .home(language)),
      (context.words(language)[.titleSchool], .school(language)),
    ]
    page.counterpart = Route(language.other, String(route.path.dropFirst(3)))
    page.section = .menuSchool
    return page
  }
}

extension [String: Field] {
  /// The fields of a template of school materials.
  static func school(_ own: [String: Field]) -> [String: Field] { own.merging(Page.schoolFields) { own, _ in own } }
}

extension SchoolLevel {
  var word: Word {
    switch self {
    case .primaryLower: .levelPrimaryLower
    case .primaryUpper: .levelPrimaryUpper
    case .junior: .levelJunior
    case .senior: .levelSenior
    case .vocational: .levelVocational
    case .community: .levelCommunity
    }
  }
}

extension SchoolSubject {
  var word: Word {
    switch self {
    case .moralityAndLaw: .subjectMoralityAndLaw
    case .integratedPractice: .subjectIntegratedPractice
    case .classMeeting: .subjectClassMeeting
    case .science: .subjectScience
    case .design: .subjectDesign
    case .chinese: .subjectChinese
    case .mathematics: .subjectMathematics
    case .informationTechnology: .subjectInformationTechnology
    case .politics: .subjectPolitics
    case .history: .subjectHistory
    case .civics: .subjectCivics
    case .pshe: .subjectPshe
    case .globalPerspectives: .subjectGlobalPerspectives
    case .vocational: .subjectVocational
    }
  }
}

extension Language {
  /// Between the entries of a list in a sentence.
  var listSeparator: String { self == .zh ? "、" : ", " }
}

/// A link in a list.
func linkView(_ label: String, _ href: String) -> View {
  var view = View()
  view.text("label", label)
  view.text("href", href)
  return view
}

let linkFields: [String: Field] = ["label": .text, "href": .text]
