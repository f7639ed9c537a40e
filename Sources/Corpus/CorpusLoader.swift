import Diagnostics
import Legislation

extension Corpus {
  /// Reads `content/` whole. Every mistake of the content is among the findings; the corpus is nil only when
  /// `site.yml` itself cannot be used.
  ///
  /// Throws `Failure.usage` when there is no such folder and `Failure.machine` when the disk or a permission stands
  /// in the way, since then nothing that follows would be true.
  public static func load(
    from folder: String, cache: ReadingCache? = nil
  ) throws(Failure) -> (corpus: Corpus?, diagnostics: [Diagnostic]) {
    let content = try SourceFolder(folder, option: "--content")
    var shelf = Shelf(content, cache: cache)
    guard let settings = shelf.read("site.yml", required: true).flatMap({ SiteSettings.load($0, &shelf.diagnostics) }) else {
      try shelf.throwMachineFailure()
      return (nil, shelf.diagnostics)
    }
    let (regulations, school, terms, facts, topics, situations, pages, exemptions, searchWords) = shelf.readTogether(
      { $0.loadRegulations(order: settings.order) },
      { $0.loadSchool(order: settings.order.map(\.value)) },
      { $0.readOnce("glossary.yml", Term.loadAll) ?? [] },
      { $0.readOnce("facts.yml", Fact.loadAll) ?? [] },
      { $0.loadTopics() },
      { $0.loadSituations() },
      { $0.loadDocuments(in: "pages") { _, _, _ in }.map(\.document) },
      { $0.readOnce("exceptions.yml", Exemption.loadAll) ?? [] },
      { $0.readOnce("search-synonyms.yml", SearchWords.load) ?? .none })
    shelf.reportRepeated(terms.map { ($0.id, $0.range) } )
    shelf.reportRepeated(facts.map { ($0.id, $0.range) })
    try shelf.throwMachineFailure()
    let errors = shelf.diagnostics.filter { $0.severity == .error }
    let faultyFiles = Set(errors.compactMap { $0.range?.file })
    let isWhole = !faultyFiles.contains(content.shown("glossary.yml")) && !errors.contains { $0.rule.code.hasPrefix("FS") }
      && !shelf.hasLostRegulation
    let corpus = Corpus(
      folder: content.path, settings: settings, regulations: regulations,
      topics: topics.sorted { ($0.order, $0.slug) < ($1.order, $1.slug) },
      terms: terms.sorted { ($0.name.en.lowercased(), $0.id) < ($1.name.en.lowercased(), $1.id) }, facts: facts,
      situations: situations.sorted { ($0.order, $0.slug) < ($1.order, $1.slug) }, pages: pages, school: school,
      exemptions: exemptions, searchWords: searchWords, dataFiles: shelf.dataFiles, faultyFiles: faultyFiles, isWhole: isWhole, fingerprint: shelf.fingerprint)
    return (corpus, shelf.diagnostics)
  }
}

/// Reads files of one content folder and gathers what is wrong with them.
struct Shelf {
  let folder: SourceFolder
  let cache: ReadingCache?
  /// Of all that was read, in whatever order.
  private(set) var fingerprint: UInt64 = 0
  var diagnostics: [Diagnostic] = []
  /// The YAML files among what was read.
  private(set) var dataFiles: [SourceFile] = []
  /// Whether a folder below `regulations/` could not be read as one.
  var hasLostRegulation = false
  /// The first error of the machine; it makes everything else moot.
  private var machineFailure: SourceFileError?

  init(_ folder: SourceFolder, cache: ReadingCache?) {
    self.folder = folder
    self.cache = cache
  }

  /// The file, or nil. A missing file is a finding only when it is required.
  mutating func read(_ file: String, required: Bool = false) -> SourceFile? {
    if !required && !folder.exists(file) { return nil }
    switch folder.read(file) {
    case .success(let source):
      if file.hasSuffix(".yml") { dataFiles.append(source) }
      fingerprint &+= source.fingerprint
      return source
    case .failure(let error):
      if error.isMachineFailure, machineFailure == nil { machineFailure = error }
      diagnostics.append(error.diagnostic)
      return nil
    }
  }

  /// Names in a folder. One that may not be read is a failure of the machine: what it holds would be missed in silence.
  mutating func names(in home: String) -> [String] {
    if let error = folder.linkOut(home) {
      diagnostics.append(error.diagnostic)
      return []
    }
    if machineFailure == nil { machineFailure = folder.obstacle(in: home) }
    return folder.names(in: home)
  }

  func throwMachineFailure() throws(Failure) {
    if let error = machineFailure { throw Failure.machine(error.diagnostic.message) }
  }

  /// Reads files on every core, each with a shelf of its own; what they found comes together in the order of the files.
  mutating func readConcurrently<Value: Sendable>(
    _ files: [String], _ read: @escaping @Sendable (inout Shelf, String) -> Value
  ) -> [Value] {
    let (content, cache) = (folder, cache)
    let all = concurrentMap(files) { file in
      var shelf = Shelf(content, cache: cache)
      let value = read(&shelf, file)
      return (value, shelf)
    }
    for (_, shelf) in all { merge(shelf) }
    return all.map(\.0)
  }

  /// Reads different things on every core, each with a shelf of its own.
  mutating func readTogether<each Value: Sendable>(
    _ reads: repeat @escaping @Sendable (inout Shelf) -> each Value
  ) -> (repeat each Value) {
    let (content, cache) = (folder, cache)
    func onOwnShelf<V: Sendable>(_ read: @escaping @Sendable (inout Shelf) -> V) -> @Sendable () -> (V, Shelf) {
      {
        var shelf = Shelf(content, cache: cache)
        let value = read(&shelf)
        return (value, shelf)
      }
    }
    let all = concurrently(repeat onOwnShelf(each reads))
    for (_, shelf) in repeat each all { merge(shelf) }
    return (repeat (each all).0)
  }

  mutating func merge(_ other: Shelf) {
    diagnostics += other.diagnostics
    dataFiles += other.dataFiles
    fingerprint &+= other.fingerprint
    hasLostRegulation = hasLostRegulation || other.hasLostRegulation
    if machineFailure == nil { machineFailure = other.machineFailure }
  }

  mutating func reportRepeated(_ names: [(String, SourceRange)]) {
    var first: [String: SourceRange] = [:]
    for (name, range) in names {
      if let earlier = first[name] {
        diagnostics.append(
          Diagnostic(
            .repeatedName, at: range, Bilingual(zh: "\(name) 出现两次", en: "'\(name)' is defined twice"),
            notes: [Diagnostic.Note(Bilingual(zh: "第一次在这里", en: "it is first defined here"), at: earlier)],
            help: Bilingual(zh: "改名或合并", en: "rename one or merge the two")))
      } else {
        first[name] = range
      }
    }
  }

  /// A file or folder that nothing reads: probably a mistyped name.
  mutating func reportUnknown(_ file: String, _ expected: Bilingual) {
    if let error = folder.linkOut(file) { return diagnostics.append(error.diagnostic) }
    diagnostics.append(
      Diagnostic(
        .unknownFile, at: SourceRange(file: folder.shown(file), line: 1),
        Bilingual(zh: "没有用到文件 \(file)", en: "nothing reads the file \(file)"), help: expected))
  }
}
