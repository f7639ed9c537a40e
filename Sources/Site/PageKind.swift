import Corpus
import Diagnostics

/// A kind of page: its template, what the template may name, and the pages there are of it.
public struct PageKind: Sendable {
  /// Name of the template, and of the page's `class`.
  let template: String
  let fields: [String: Field]
  let pages: @Sendable (SiteContext) -> [PlannedPage]
}

/// A page that will be drawn: known before anything is rendered, so that addresses can be compared.
public struct PlannedPage: Sendable {
  public let route: Route
  let draw: @Sendable (SiteContext) -> Page
}

extension PageKind {
  /// Every kind of page. A new kind is a file of its own and a line here.
  public static let all: [PageKind] = [
    .languageChoice, .home, .regulation, .provision, .topicMatrix, .topic, .situations, .situation, .glossary, .facts,
    .article, .comparisons, .comparison, .dutiesIndex, .dutiesOfActor, .dutiesInRegulation, .timeline, .targets, .departments,
    .department, .laws, .search, .schoolStart, .lesson, .slides, .worksheet, .bilingualWorksheet, .quiz, .game, .testSheet,
    .testKey, .posters, .poster, .pocketGuide, .schoolCalendar, .correspondence, .schoolGuide, .packStart, .notFound,
  ]

  /// What the templates of all kinds may name, and the layout's own fields.
  public static var declarations: [String: [String: Field]] {
    var declarations = ["layout": Page.layoutFields]
    for kind in all { declarations[kind.template] = kind.fields }
    return declarations
  }
}

extension SiteContext {
  /// The pages of all kinds, in a stable order.
  public var plannedPages: [PlannedPage] { PageKind.all.flatMap { $0.pages(self) } }

  /// Draws a page whole. Safe to call from several threads.
  public func render(_ page: PlannedPage) -> SiteFile {
    SiteFile(route: page.route, bytes: page.draw(self).html(in: self))
  }

  /// Files that are no pages, the search index among them.
  public var files: [SiteFile] {
    concurrentMap(filesBesidePages) { make($0) } + concurrentMap(Language.allCases) { searchFiles($0) }.flatMap { $0 }
  }

  /// Files that are no pages and that pages or programs are led to: styles, scripts, posters, calendars, data, sitemap.
  public var filesBesidePages: [PlannedFile] {
    dataFiles + posterFiles + calendarFiles
      + templates.assets.map { asset in PlannedFile(route: asset.route) { _ in asset.bytes } } + [sitemap, robots].compactMap { $0 }
  }

  /// Makes a file. Safe to call from several threads.
  public func make(_ file: PlannedFile) -> SiteFile { SiteFile(route: file.route, bytes: file.bytes(self)) }
}
