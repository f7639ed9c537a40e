import Diagnostics
import Legislation

extension Shelf {
  /// Names of files become parts of addresses.
  mutating func reportUnusableAddress(_ slug: String, reserved: Set<String>, at place: SourceRange) {
    let usable = slug.utf8.allSatisfy {
      (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
    }
    guard !usable || reserved.contains(slug) else { return }
    diagnostics.append(
      Diagnostic(
        .reservedName, at: place, Bilingual(zh: "\(slug) 不能作为地址", en: "'\(slug)' cannot be part of an address"),
        help: Bilingual(zh: "文件名用小写字母、数字和连字符", en: "name the file with lower-case letters, digits and hyphens")))
  }

  /// The pairs `<slug>.zh.md`, `<slug>.en.md` of a folder, by slug. `more` reads the keys that only this kind has.
  mutating func loadDocuments<Extra: Sendable>(
    in home: String, more: @escaping @Sendable (inout YAMLObject, Language, inout [Diagnostic]) -> Extra
  ) -> [(document: BilingualDocument, extra: [Language: Extra])] {
    var slugs: [String] = []
    var files: [String: [Language: Document]] = [:]
    var extras: [String: [Language: Extra]] = [:]
    let read = readConcurrently(names(in: home)) { shelf, name -> (slug: String, Document, Extra?)? in
      guard let (slug, language) = splitDocumentName(name) else {
        shelf.reportUnknown(
          "\(home)/\(name)",
          Bilingual(zh: "文件名要以 .zh.md 或 .en.md 结尾", en: "file names here end in .zh.md or .en.md"))
        return nil
      }
      guard let source = shelf.read("\(home)/\(name)", required: true) else { return nil }
      let (document, extra) = shelf.once(source) { diagnostics in
        var extra: Extra?
        let document = Document.load(source, language: language, titled: true, &diagnostics) { object, diagnostics in
          extra = more(&object, language, &diagnostics)
        }
        return (document, extra)
      }
      return (slug, document, extra)
    }
    for case (let slug, let document, let extra)? in read {
      let language = document.language
      if files[slug] == nil { slugs.append(slug) }
      files[slug, default: [:]][language] = document
      if let extra { extras[slug, default: [:]][language] = extra }
    }
    for slug in slugs {
      guard let place = (files[slug]?[.zh] ?? files[slug]?[.en])?.place else { continue }
      reportUnusableAddress(slug, reserved: home == "pages" ? [] : ["index"], at: place)
    }
    return slugs.compactMap { slug in
      guard let zh = files[slug]?[.zh] else {
        // One that is there and could not be read has been told.
        if folder.exists("\(home)/\(slug).zh.md") { return nil }
        diagnostics.append(
          Diagnostic(
            .originalMissing, at: files[slug]?[.en]?.place,
            Bilingual(zh: "\(home)/\(slug) 没有中文文件", en: "\(home)/\(slug) has no Chinese file"),
            help: Bilingual(zh: "先写 \(slug).zh.md", en: "write \(slug).zh.md first")))
        return nil
      }
      return (BilingualDocument(slug: slug, zh: zh, en: files[slug]?[.en]), extras[slug] ?? [:])
    }
  }

  mutating func loadTopics() -> [Topic] {
    struct Keys: Sendable {
      var order = 0
      var criterion = ""
      var absent: [Topic.Absence] = []
    }
    let loaded = loadDocuments(in: "topics") { object, language, diagnostics in
      var keys = Keys()
      keys.criterion = object.string("criterion", required: true, &diagnostics) ?? ""
      guard language == .zh else { return keys }
      keys.order = object.integer("order", required: true, &diagnostics) ?? 0
      keys.absent = object.objects("absent", &diagnostics).compactMap { Topic.Absence.load($0, &diagnostics) }
      return keys
    }
    return loaded.map { document, extra in
      Topic(
        document: document, order: extra[.zh]?.order ?? 0,
        criterion: Bilingual(zh: extra[.zh]?.criterion ?? "", en: extra[.en]?.criterion ?? ""),
        absent: extra[.zh]?.absent ?? [])
    }
  }

  mutating func loadSituations() -> [Situation] {
    let loaded = loadDocuments(in: "situations") { object, language, diagnostics in
      guard language == .zh else { return (order: 0, topics: [Located<String>]()) }
      return (
        order: object.integer("order", required: true, &diagnostics) ?? 0,
        topics: object.strings("topics", &diagnostics)
      )
    }
    return loaded.map { document, extra in
      Situation(document: document, order: extra[.zh]?.order ?? 0, topics: extra[.zh]?.topics ?? [])
    }
  }
}

extension Topic.Absence {
  fileprivate static func load(_ object: YAMLObject, _ diagnostics: inout [Diagnostic]) -> Self? {
    var object = object
    let id = object.string("regulation", required: true, &diagnostics)
    let on = object.date("on", required: true, &diagnostics)
    let of = object.string("of", required: true, &diagnostics)
    object.finish(&diagnostics)
    guard let id, let on, let of else { return nil }
    return Self(regulation: Located(id, object.range("regulation")), on: on, of: of, range: object.range())
  }
}
