import Checks
import Corpus
import Diagnostics
import Insights
import Preview
import Site

/// A build for the preview: the same stages, with the pages kept in memory, shown before they are checked.
struct PreviewPipeline: Sendable {
  let pipeline: BuildPipeline
  let terminal: Terminal

  /// Pages only when the content could be read whole, else the last good ones stay; the findings in any case.
  func build(_ changed: [String]) -> PreviewBuild {
    var stopwatch = Stopwatch()
    func lap(_ zh: String, _ en: String) {
      let milliseconds = Int((stopwatch.lap() * 1000).rounded())
      terminal.detail(Bilingual(zh: "\(zh) \(milliseconds) 毫秒", en: "\(en) \(milliseconds) ms"))
    }
    let sources: BuildPipeline.Sources
    do throws(Failure) {
      sources = try pipeline.load()
    } catch {
      return PreviewBuild(site: nil) { [error] in [diagnostic(of: error)] }
    }
    lap("读取", "load")
    guard let corpus = sources.corpus, let templates = sources.templates, !sources.diagnostics.hasErrors else {
      return PreviewBuild(site: nil) { sources.diagnostics.sortedForReading() }
    }
    let insights = Insights.derive(from: corpus)
    lap("推导", "derive")
    let context = SiteContext(corpus: corpus, insights: insights, templates: templates, baseURL: pipeline.baseURL)
    let pages = concurrentMap(context.plannedPages) { context.render($0) }
    lap("渲染", "render")
    let files = context.files
    lap("文件", "files")
    let all = pages + files
    let site = PreviewSite(
      files: Dictionary(zip(all.map(\.route.path), concurrentMap(all) { PreviewSite.File($0.bytes) })) { first, _ in first })
    lap("收齐", "gather")
    return PreviewBuild(site: site) {
      var exemptions = ExemptionList(corpus)
      var found = exemptions.excuse(sources.diagnostics + corpus.check(with: insights, today: .today))
      guard !Task.isCancelled else { return [] }
      let inspector = PageInspector(addresses: all.map(\.route.path), root: context.rootOnServer, files: files)
      let inspections = concurrentMap(pages) { inspector.inspect($0) }
      found += exemptions.excuse(Checks.check(inspections, addresses: all.map(\.route.path)))
      return (found + exemptions.findings()).sortedForReading()
    }
  }
}

extension Rule {
  /// A failure of the machine, or a folder that has gone, while the preview runs.
  static let unbuildable = Rule(
    "PV101", .error, title: Bilingual(zh: "网站可以构建", en: "The site can be built"),
    explanation: Bilingual(zh: "文件夹或者磁盘出了问题，预览仍显示最后一次成功的页面。", en: "A folder or the disk is in trouble; the preview keeps the last good pages."),
    bad: "content/ renamed while `mingzhi serve` runs", good: "content/ in its place")
}

/// A failure as a finding, for the overlay.
private func diagnostic(of failure: Failure) -> Diagnostic {
  switch failure {
  case .usage(let message), .machine(let message): Diagnostic(.unbuildable, at: nil, message)
  case .content(let found):
    found.first ?? Diagnostic(.unbuildable, at: nil, Bilingual(zh: "内容无法读取", en: "the content cannot be read"))
  }
}
