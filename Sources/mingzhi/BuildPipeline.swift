import Checks
import Corpus
import Diagnostics
import Insights
import Publishing
import Site

/// content/ ─load▶ Corpus ─derive▶ Insights ─check content▶ ─render▶ pages ─check pages▶ ─publish▶ public/
struct BuildPipeline: Sendable {
  let content: String
  let templates: String
  let baseURL: String?
  /// Told of every page drawn, from several threads.
  var progress: Progress?

  /// Seconds that a stage took.
  typealias Timing = (stage: Bilingual, seconds: Double)

  struct Report {
    var diagnostics: [Diagnostic] = []
    var timings: [Timing] = []
    var pages = 0
    /// Nil when the site was only checked.
    var published: PublishSummary?
  }

  /// Builds the site into `output`, or only checks it when there is none.
  ///
  /// Throws `Failure.content` with every finding when one of them is an error; the output is then as it was.
  func run(into output: String?) throws(Failure) -> Report {
    var report = Report()
    var stopwatch = Stopwatch()
    func lap(_ zh: String, _ en: String) { report.timings.append((Bilingual(zh: zh, en: en), stopwatch.lap())) }

    let sources = try load()
    lap("读取", "load")
    report.diagnostics = sources.diagnostics
    guard let corpus = sources.corpus else { throw .content(report.diagnostics.sortedForReading()) }

    let insights = Insights.derive(from: corpus)
    lap("推导", "derive")

    var exemptions = ExemptionList(corpus, rules: Set(Rule.all.map(\.code)))
    report.diagnostics = exemptions.excuse(report.diagnostics + corpus.check(with: insights, today: .today))
    lap("检查内容", "check content")
    guard let templates = sources.templates, !report.diagnostics.hasErrors else {
      throw .content((report.diagnostics + exemptions.diagnostics).sortedForReading())
    }

    let context = SiteContext(corpus: corpus, insights: insights, templates: templates, baseURL: baseURL)
    let writer = try output.map { path throws(Failure) in try SiteWriter(output: path) }
    do throws(Failure) {
      let rendered = try render(context, for: writer)
      report.pages = rendered.inspections.count
      lap("渲染", "render")
      report.diagnostics += exemptions.excuse(Checks.check(rendered.inspections, addresses: rendered.addresses, files: templates.assets))
      report.diagnostics += exemptions.findings()
      lap("检查页面", "check pages")
      report.diagnostics = report.diagnostics.sortedForReading()
      if report.diagnostics.hasErrors { throw Failure.content(report.diagnostics) }
      if let writer { try writeLessonPacks(context, drawn: rendered.packed, to: writer) }
      report.published = try writer?.publish()
      lap("发布", "publish")
    } catch {
      writer?.discard()
      throw error
    }
    return report
  }

  /// What a build is made from.
  private struct Sources {
    /// Nil when `site.yml` cannot be used.
    let corpus: Corpus?
    /// Nil when the templates leave nothing to draw with.
    let templates: TemplateLibrary?
    let diagnostics: [Diagnostic]
  }

  private func load() throws(Failure) -> Sources {
    let (content, templates) = (content, templates)
    let (corpus, library) = concurrently(
      { Result { () throws(Failure) in try Corpus.load(from: content) } },
      { Result { () throws(Failure) in try TemplateLibrary.load(from: templates, declarations: PageKind.declarations) } })
    let loaded = try corpus.get()
    let read = try library.get()
    return Sources(corpus: loaded.corpus, templates: read.library, diagnostics: loaded.diagnostics + read.diagnostics)
  }

  /// What is made side by side: the search of a language takes as long as many pages.
  private enum Work {
    case search(Language)
    case file(PlannedFile)
    case page(PlannedPage)
  }

  private enum Made {
    /// Addresses of the search, to which no page leads.
    case search([String])
    case file
    case page(PageInspection, SiteFile?)
  }

  private struct Rendered {
    /// Those of the pages and of the files that they lead to come first.
    var addresses: [String]
    var inspections: [PageInspection] = []
    /// Pages that go into zips.
    var packed: [SiteFile] = []
  }

  /// Draws every page on every core, inspects it and writes it; only the inspection stays in memory, and the pages that go
  /// into zips. Without a writer nothing is made that no rule looks at: no search, no data, no pictures.
  private func render(
    _ context: SiteContext, for writer: SiteWriter?
  ) throws(Failure) -> Rendered {
    let kept = writer == nil ? [] : context.lessonPackPages
    let (pages, files) = (context.plannedPages, context.filesBesidePages)
    let linked = pages.map(\.route.path) + files.map(\.route.path) + context.lessonPackRoutes.map(\.path)
    let inspector = PageInspector(addresses: linked, root: context.rootOnServer, files: context.templates.assets)
    let besidePages = writer == nil ? [] : Language.allCases.map(Work.search) + files.map(Work.file)
    progress?.begin(pages.count)
    let results = concurrentMap(besidePages + pages.map(Work.page)) { work -> Result<Made, Failure> in
      Result { () throws(Failure) in
        func write(_ file: SiteFile) throws(Failure) { try writer?.write(file.bytes, to: file.route.path) }
        switch work {
        case .search(let language):
          let files = context.searchFiles(language)
          for file in files { try write(file) }
          return .search(files.map(\.route.path))
        case .file(let file):
          try write(context.make(file))
          return .file
        case .page(let page):
          let file = context.render(page)
          try write(file)
          progress?.step()
          return .page(inspector.inspect(file), kept.contains(page.route) ? file : nil)
        }
      }
    }
    progress?.end()
    var rendered = Rendered(addresses: linked)
    rendered.inspections.reserveCapacity(pages.count)
    for result in results {
      switch try result.get() {
      case .search(let addresses): rendered.addresses += addresses
      case .file: break
      case .page(let inspection, let file):
        rendered.inspections.append(inspection)
        if let file { rendered.packed.append(file) }
      }
    }
    return rendered
  }
}

/// Seconds from one lap to the next.
struct Stopwatch {
  private var start = ContinuousClock.now

  mutating func lap() -> Double {
    let now = ContinuousClock.now
    defer { start = now }
    return (now - start).seconds
  }
}

private func writeLessonPacks(_ context: SiteContext, drawn: [SiteFile], to writer: SiteWriter) throws(Failure) {
  for (route, archive) in lessonPackArchives(context, drawn: drawn) {
    guard let archive else {
      throw .machine(Bilingual(zh: "\(route.path) 超过 zip 的上限", en: "\(route.path) passes the limits of zip"))
    }
    try writer.write(archive, to: route.path)
  }
}

extension Duration {
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
