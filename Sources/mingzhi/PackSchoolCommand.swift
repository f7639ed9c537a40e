import ArgumentParser
import Checks
import Corpus
import Diagnostics
import Insights
import Publishing
import Site

/// `mingzhi pack school`
struct PackSchoolCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "school", abstract: "Pack lessons with all that goes with them. 打包教案和配套材料。",
    discussion: """
      Makes one folder and one zip: a start page, lessons, slides, worksheets, quizzes with keys, posters, the calendar.
      All pages open offline. With Chromium on PATH there are PDFs as well, with pandoc slides for PowerPoint (.pptx) and
      worksheets for Word (.docx); without them the pages are there all the same.

      Examples:
        mingzhi pack school
        mingzhi pack school --regulation xuzhou --level junior
        mingzhi pack school --level primary-upper --output /media/usb/quality-month --no-documents
      """)

  @Option(help: "Only lessons built on this regulation. 只要用到这部法规的教案。")
  var regulation: String?
  @Option(help: "Only lessons for this level: primary-lower, primary-upper, junior, senior, vocational, community. 只要这个学段的教案。")
  var level: SchoolLevel?
  @Option(help: "Folder to make; the zip stands beside it. 输出文件夹，zip 在它旁边。")
  var output: String?
  @Flag(inversion: .prefixedNo, help: "Make PDF, PPTX and DOCX where the programs are there. 生成 PDF、PPTX 和 DOCX。")
  var documents = true
  @Option(name: .customLong("base-url"), help: "Address of the site, instead of url: in site.yml. 网站的网址。")
  var baseURL: String?
  @OptionGroup var sources: SourceOptions
  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let terminal = Terminal(talk: talk)
    do throws(Failure) {
      let context = try checkedContext()
      if let regulation, context.corpus.regulation(regulation) == nil {
        let problem = LinkTarget(regulation).flatMap { context.corpus.problem(with: $0) }
        throw .usage(problem?.message ?? Bilingual(zh: "没有法规 \(regulation)", en: "no regulation '\(regulation)'"))
      }
      guard let pack = context.schoolPack(regulation: regulation, level: level) else {
        throw .usage(Bilingual(zh: "没有符合条件的教案", en: "there is no lesson of that kind"))
      }
      let folder = output ?? (["mingzhi-school", regulation, level?.rawValue] as [String?]).compactMap(\.self).joined(separator: "-")
      try publish(pack.files, [], into: folder)
      var made: [DocumentMaker.Document] = []
      if documents {
        let maker = try DocumentMaker(folder: folder, terminal: terminal)
        made = try maker.documents(of: pack, in: context)
        maker.tidy()
        try publish(pack.files, made, into: folder)
      }
      let count = try zip(pack.files, made, into: folder + ".zip")
      terminal.say(
        Bilingual(
          zh: "\(folder) 和 \(folder).zip：\(count) 个文件；打开 开始.html", en: "\(folder) and \(folder).zip: \(count) files; open start.html"))
    } catch {
      throw ExitCode(terminal.status(of: error))
    }
  }

  /// The site to take pages from; content with errors is not packed.
  private func checkedContext() throws(Failure) -> SiteContext {
    let loaded = try Corpus.load(from: sources.content)
    let library = try TemplateLibrary.load(from: sources.templates, declarations: PageKind.declarations)
    var diagnostics = loaded.diagnostics + library.diagnostics
    guard let corpus = loaded.corpus, let templates = library.library else { throw .content(diagnostics.sortedForReading()) }
    let insights = Insights.derive(from: corpus)
    var exemptions = ExemptionList(corpus, rules: Set(Rule.all.map(\.code)))
    diagnostics = exemptions.excuse(diagnostics + corpus.check(with: insights, today: nil))
    if diagnostics.hasErrors { throw .content(diagnostics.filter { $0.severity == .error }.sortedForReading()) }
    return SiteContext(corpus: corpus, insights: insights, templates: templates, baseURL: baseURL)
  }

  private func publish(
    _ files: [SiteFile], _ documents: [DocumentMaker.Document], into folder: String
  ) throws(Failure) {
    let writer = try SiteWriter(output: folder)
    do throws(Failure) {
      for file in files { try writer.write(file.bytes, to: file.route.path) }
      for document in documents { try writer.write(document.bytes, to: document.path) }
      _ = try writer.publish()
    } catch {
      writer.discard()
      throw error
    }
  }

  private func zip(
    _ files: [SiteFile], _ documents: [DocumentMaker.Document], into path: String
  ) throws(Failure) -> Int {
    let contents = files.map { ($0.route.path, $0.bytes) } + documents.map { ($0.path, $0.bytes) }
    let entries = concurrentMap(contents) { ZipEntry(path: $0, contents: $1) }
    var archive = try ZipFile(path)
    for entry in entries { try archive.add(entry) }
    try archive.finish()
    return entries.count
  }
}

extension SchoolLevel: ExpressibleByArgument {}
