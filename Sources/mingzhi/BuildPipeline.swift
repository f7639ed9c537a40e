import Checks
import Corpus
import Diagnostics
import Insights
import Publishing
import Site

/// content/ ─load▶ Corpus ─derive▶ Insights ─check content▶ ─render▶ pages ─check pages▶ ─publish▶ public/
struct BuildPipeline {
  let content: String
  let templates: String
  let baseURL: String?

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
    let clock = ContinuousClock()
    var start = clock.now
    func lap(_ zh: String, _ en: String) {
      let now = clock.now
      report.timings.append((Bilingual(zh: zh, en: en), (now - start).seconds))
      start = now
    }

    let loaded = try Corpus.load(from: content)
    let library = try TemplateLibrary.load(from: templates, declarations: PageKind.declarations)
    report.diagnostics = loaded.diagnostics + library.diagnostics
    guard let corpus = loaded.corpus else { throw .content(report.diagnostics.sortedForReading()) }
    lap("读取", "load")

    let insights = Insights.derive(from: corpus)
    lap("推导", "derive")

    var exemptions = ExemptionList(corpus)
    report.diagnostics = exemptions.excuse(report.diagnostics + corpus.check(with: insights, today: .today))
    lap("检查内容", "check content")
    guard let templates = library.library, !report.diagnostics.hasErrors else {
      throw .content(report.diagnostics.sortedForReading())
    }

    let context = SiteContext(corpus: corpus, insights: insights, templates: templates, baseURL: baseURL)
    let writer = try output.map { path throws(Failure) in try SiteWriter(output: path) }
    do throws(Failure) {
      let rendered = try render(context, to: writer)
      report.pages = rendered.pages.count
      lap("渲染", "render")
      report.diagnostics += exemptions.excuse(Checks.check(rendered.pages, addresses: rendered.addresses))
      report.diagnostics += exemptions.findings()
      lap("检查页面", "check pages")
      report.diagnostics = report.diagnostics.sortedForReading()
      if report.diagnostics.hasErrors { throw Failure.content(report.diagnostics) }
      report.published = try writer?.publish()
      lap("发布", "publish")
    } catch {
      writer?.discard()
      throw error
    }
    return report
  }

  /// Draws every page on every core, inspects it and hands it on to the disk; only the inspection stays in memory.
  private func render(
    _ context: SiteContext, to writer: SiteWriter?
  ) throws(Failure) -> (pages: [PageInspection], addresses: [String]) {
    let planned = context.plannedPages
    let files = context.files
    let addresses = planned.map(\.route.path) + files.map(\.route.path) + context.lessonPackRoutes.map(\.path)
    let inspector = PageInspector(addresses: addresses, root: context.rootOnServer, files: files)
    let results = concurrentMap(planned) { page -> Result<PageInspection, Failure> in
      let file = context.render(page)
      do throws(Failure) {
        try writer?.write(file.bytes, to: file.route.path)
      } catch {
        return .failure(error)
      }
      return .success(inspector.inspect(file))
    }
    var pages: [PageInspection] = []
    pages.reserveCapacity(results.count)
    for result in results { pages.append(try result.get()) }
    for file in files { try writer?.write(file.bytes, to: file.route.path) }
    if let writer { try writeLessonPacks(context, to: writer) }
    return (pages, addresses)
  }
}

/// The zip of each lesson, for teachers who take it away from the site.
private func writeLessonPacks(_ context: SiteContext, to writer: SiteWriter) throws(Failure) {
  let packs = context.lessonPacks()
  // Styles, scripts and pictures are the same in every pack: compressed once. Pages differ by where their links lead.
  var shared: [Route: SiteFile] = [:]
  for file in packs.flatMap(\.files) where !file.route.path.hasSuffix(".html") { shared[file.route] = file }
  let compressed = concurrentMap(shared.values.sorted { $0.route.path < $1.route.path }) { file in
    (file.route, ZipEntry(path: file.route.path, contents: file.bytes))
  }
  let entries = Dictionary(uniqueKeysWithValues: compressed)
  let archives = concurrentMap(packs) { pack in
    zipArchive(pack.files.map { entries[$0.route] ?? ZipEntry(path: $0.route.path, contents: $0.bytes) })
  }
  for (route, archive) in zip(context.lessonPackRoutes, archives) {
    guard let archive else {
      throw .machine(Bilingual(zh: "\(route.path) 超过 zip 的上限", en: "\(route.path) passes the limits of zip"))
    }
    try writer.write(archive, to: route.path)
  }
}

extension Duration {
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
