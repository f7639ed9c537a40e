import Checks
import Corpus
import Diagnostics
import Dispatch
import Insights
import Preview
import Site
import Synchronization

/// Builds for the preview: the same stages, but a page is drawn when somebody looks at it, and pages are shown before
/// they are checked. Files and templates that have not changed are not parsed again.
final class PreviewPipeline: Sendable {
  private let content: String
  private let templates: String
  private let terminal: Terminal
  private let cache = ReadingCache()
  private let checker = Checker()
  /// What the content implied last.
  private let insights = Mutex<Insights?>(nil)
  /// The templates as they were read last, and how often they have been read, counted from when the preview began.
  private let library = Mutex<(loaded: TemplateLibrary, version: UInt64)?>(nil)

  init(content: String, templates: String, terminal: Terminal) {
    self.content = content
    self.templates = templates
    self.terminal = terminal
  }

  /// Pages only when the content could be read whole, else the last good ones stay; the findings in any case.
  func build(_ changed: [String]) -> PreviewBuild {
    var stopwatch = Stopwatch()
    func lap(_ zh: String, _ en: String) {
      let milliseconds = Int((stopwatch.lap() * 1000).rounded())
      terminal.detail(Bilingual(zh: "\(zh) \(milliseconds) 毫秒", en: "\(en) \(milliseconds) ms"))
    }
    do throws(Failure) {
      let loaded = try Corpus.load(from: content, cache: cache)
      let (library, version, found) = try loadTemplates(changed)
      let diagnostics = loaded.diagnostics + found
      lap("读取", "load")
      guard let corpus = loaded.corpus, let library, !diagnostics.hasErrors else {
        return PreviewBuild(site: nil) { diagnostics.sortedForReading() }
      }
      let insights = Insights.derive(from: corpus, after: insights.withLock { $0 })
      self.insights.withLock { $0 = insights }
      let context = SiteContext(corpus: corpus, insights: insights, templates: library)
      lap("推导", "derive")
      let pages = context.plannedPages
      var draw: [String: @Sendable () -> [UInt8]] = [:]
      for page in pages { draw[page.route.path] = { context.render(page).bytes } }
      for file in library.assets { draw[file.route.path] = { file.bytes } }
      let packs = OnDemand { Dictionary(lessonPackArchives(context).map { ($0.route.path, $0.bytes ?? []) }) { first, _ in first } }
      for route in context.lessonPackRoutes { draw[route.path] = { packs.value[route.path] ?? [] } }
      let site = PreviewSite(build: String(corpus.fingerprint &+ version, radix: 16), files: draw) {
        Dictionary(context.files.map { ($0.route.path, $0.bytes) }) { first, _ in first }
      }
      lap("排页", "plan")
      return PreviewBuild(site: site) { [checker] in
        await checker.run { isCancelled in
          check(site, of: context, diagnostics, isCancelled)
        }
      }
    } catch {
      return PreviewBuild(site: nil) { [error] in findings(of: error) }
    }
  }

  private func loadTemplates(
    _ changed: [String]
  ) throws(Failure) -> (library: TemplateLibrary?, version: UInt64, found: [Diagnostic]) {
    let last = library.withLock { $0 }
    if let last, !changed.contains(where: { $0 == templates || $0.hasPrefix(templates + "/") }) {
      return (last.loaded, last.version, [])
    }
    let read = try TemplateLibrary.load(from: templates, declarations: PageKind.declarations)
    // A preview that is started again has other versions: its pages may differ from those still open.
    let version = (last?.version ?? .random(in: 0 ... .max)) &+ 1
    library.withLock { $0 = read.library.map { ($0, version) } }
    return (read.library, version, read.diagnostics)
  }
}

/// Everything that is wrong, told after the pages are shown.
private func check(
  _ site: PreviewSite, of context: SiteContext, _ diagnostics: [Diagnostic], _ isCancelled: @escaping @Sendable () -> Bool
) -> [Diagnostic] {
  var exemptions = ExemptionList(context.corpus, rules: Set(Rule.all.map(\.code)))
  var found = exemptions.excuse(diagnostics + context.corpus.check(with: context.insights, today: .today, isCancelled: isCancelled))
  guard !isCancelled() else { return [] }
  let (pages, files) = (context.plannedPages, context.filesBesidePages)
  let addresses = (pages.map(\.route) + files.map(\.route) + context.lessonPackRoutes).map(\.path)
  let inspector = PageInspector(addresses: addresses, root: context.rootOnServer, files: context.templates.assets)
  let inspections = concurrentMap(pages) { page in
    isCancelled() ? nil : inspector.inspect(SiteFile(route: page.route, bytes: site[page.route.path] ?? []))
  }
  guard !isCancelled() else { return [] }
  found += exemptions.excuse(Checks.check(inspections.compactMap(\.self), addresses: addresses, files: context.templates.assets))
  return (found + exemptions.findings()).sortedForReading()
}

/// Runs checks one after another on a thread of their own: they take longer than a build, and the few threads of Swift's
/// pool are needed for building and answering.
private struct Checker: Sendable {
  private let queue = DispatchQueue(label: "mingzhi.preview.check", qos: .utility)

  func run(_ work: @escaping @Sendable (_ isCancelled: @escaping @Sendable () -> Bool) -> [Diagnostic]) async -> [Diagnostic] {
    let cancelled = Cancellation()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        queue.async {
          continuation.resume(returning: cancelled.isAsked ? [] : work { cancelled.isAsked })
        }
      }
    } onCancel: {
      cancelled.ask()
    }
  }
}

private final class Cancellation: Sendable {
  private let asked = Mutex(false)
  var isAsked: Bool { asked.withLock { $0 } }
  func ask() { asked.withLock { $0 = true } }
}

extension Rule {
  /// A failure of the machine, or a folder that has gone, while the preview runs.
  static let unbuildable = Rule(
    "PV101", .error, title: Bilingual(zh: "网站可以构建", en: "The site can be built"),
    explanation: Bilingual(zh: "文件夹或者磁盘出了问题，预览仍显示最后一次成功的页面。", en: "A folder or the disk is in trouble; the preview keeps the last good pages."),
    bad: "content/ renamed while `mingzhi serve` runs", good: "content/ in its place")
}

/// A failure as findings, for the overlay.
private func findings(of failure: Failure) -> [Diagnostic] {
  switch failure {
  case .usage(let message), .machine(let message): [Diagnostic(.unbuildable, at: nil, message)]
  case .content(let found): found
  }
}
