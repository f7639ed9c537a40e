import Foundation
import Testing

/// The guide's reference names every command, option and key that there is, and no other.
extension GuideTests {
  @Test(arguments: ["en", "zh"])
  func theReferenceNamesEveryCommandAndOption(_ language: String) throws {
    let sections = try Reference(language).commands
    let site = try SmallSite.empty()
    let common = try #require(sections[""])
    let commands = try Self.commands(of: site, [])
    #expect(Set(commands.map { $0.joined(separator: " ") }) == Set(sections.keys.filter { !$0.isEmpty }))
    for command in commands {
      let name = command.joined(separator: " ")
      let listed = Self.options(try site.run(command + ["--help"], templates: "").output)
      #expect(listed.isSuperset(of: common), "mingzhi \(name) lacks \(common.subtracting(listed).sorted())")
      #expect(listed.subtracting(common) == sections[name], "mingzhi \(name)")
    }
  }

  @Test(arguments: ["en", "zh"])
  func theReferenceNamesEveryKeyAndWhetherItIsRequired(_ language: String) throws {
    let reference = try Reference(language).keys
    let taken = try Self.keysTaken()
    #expect(Set(taken.map { $0.key.kind }) == Set(reference.keys))
    for (file, keys) in taken {
      let rows = try #require(reference[file.kind]).filter { file.language.isEmpty || $0.value.languages.contains(file.language) }
      #expect(Set(keys) == Set(rows.keys), "\(file)")
    }
    let required = try Self.keysRequired()
    for (kind, rows) in reference {
      for (key, row) in rows {
        // A key that the sample has, because it holds others, is not missing there.
        if rows.keys.contains(where: { $0.hasPrefix(key + ".") }) { continue }
        #expect(row.isBold == required[kind, default: []].contains(key), "\(kind): \(key)")
      }
    }
  }

  @Test(arguments: ["en", "zh"])
  func theReferenceNamesEveryValueOfAChoice(_ language: String) throws {
    let reference = try Reference(language).keys
    let findings = try Self.findings(in: Self.wrongChoices).filter { $0.code == "FM707" }
    #expect(findings.count == 13)
    for finding in findings {
      let key = try #require(Self.wrongChoices[finding.path]?.key(at: finding.line))
      let values = try #require(finding.help.components(separatedBy: "one of: ").last)
      let row = try #require(reference[GuideFile(finding.path).kind]?[key], "\(finding.path): \(key)")
      #expect(row.values == Set(values.components(separatedBy: ", ")), "\(finding.path): \(key)")
    }
  }

  /// A kind of file that the samples below do not have would go unseen: every key that the sources ask for is in the reference.
  @Test func theReferenceHasEveryKeyThatTheSourcesAskFor() throws {
    let reference = try Reference("en").keys.values.flatMap(\.keys).map { $0.components(separatedBy: ".").last ?? "" }
    let folder = SmallSite.project.appendingPathComponent("Sources/Corpus")
    var asked: Set<String> = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let source = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      for pattern in [#"\b(?:object|item|lists|self)\??\.\w+\(\s*"([a-z-]+)""#, #"\b(?:string|located|choice)\(\s*"([a-z-]+)""#, #"for key in \[(.*?)\]"#] {
        for match in source.matches(of: try Regex(pattern)) {
          let words = String(match.output[1].substring ?? "")
          asked.formUnion(words.components(separatedBy: ", ").map { $0.trimmingCharacters(in: ["\""]) })
        }
      }
    }
    #expect(asked.count > 60)
    #expect(asked.subtracting(["zh", "en"]) == Set(reference).subtracting(["zh", "en"]))
  }
}

// MARK: What the program says

extension GuideTests {
  /// Every command that does something, as its words: `["review", "export"]`.
  private static func commands(of site: SmallSite, _ parents: [String]) throws -> [[String]] {
    let help = try site.run(parents + ["--help"], templates: "").output
    guard let list = help.components(separatedBy: "SUBCOMMANDS:").dropFirst().first else { return [parents] }
    let names = list.split(separator: "\n").compactMap { line in
      line.hasPrefix("  ") && line.dropFirst(2).first?.isLetter == true && !line.hasPrefix("  See ")
        ? String(line.dropFirst(2).prefix { $0 != " " }) : nil
    }
    return try names.flatMap { try commands(of: site, parents + [$0]) }
  }

  /// The options and arguments of a help text: `--format`, `-q`, `<file>`.
  private static func options(_ help: String) -> Set<String> {
    let lists = help.components(separatedBy: "USAGE:").last?.split(separator: "\n") ?? []
    return Set(
      lists.filter { $0.hasPrefix("  -") || $0.hasPrefix("  <") }.flatMap { line in
        line.dropFirst(2).components(separatedBy: "  ")[0].split { " ,/".contains($0) }.map(String.init)
          .filter { $0.hasPrefix("-") || $0.hasPrefix("<") }
      }.reduce(into: [String]()) { words, word in
        // `--port <port>`: the value has the option's name.
        if word.hasPrefix("<"), words.last?.hasPrefix("--") == true, words.last == "--" + word.dropFirst().dropLast() { return }
        words.append(word)
      })
  }

  /// A finding of `check --format json`.
  private struct Finding: Decodable {
    let code: String
    let file: String
    let line: Int
    let message: String
    let help: String

    var path: String { String(file.dropFirst("content/".count)) }
  }

  private struct Findings: Decodable { let diagnostics: [Finding] }

  private static func findings(in files: [String: Sample]) throws -> [Finding] {
    let site = try SmallSite(files.mapValues { $0.text })
    let json = Data(try site.mingzhi("check", "--format", "json").output.utf8)
    // Some findings have no place or no help; those asked for here have both.
    let all = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    let placed = (all["diagnostics"] as? [[String: Any]] ?? []).filter { $0["line"] != nil && $0["help"] != nil && $0["file"] != nil }
    return try placed.map { try JSONDecoder().decode(Finding.self, from: JSONSerialization.data(withJSONObject: $0)) }
  }

  /// The keys that the program takes, by file; it lists them when it meets one that it does not know.
  private static func keysTaken() throws -> [GuideFile: [String]] {
    var taken: [GuideFile: [String]] = [:]
    for finding in try findings(in: unknownKeys) where finding.code == "FM703" {
      let place = try #require(unknownKeys[finding.path]?.place(at: finding.line))
      let names = finding.help.replacingOccurrences(of: "the keys here are: ", with: "").components(separatedBy: ", ")
      taken[GuideFile(finding.path), default: []] += names.map { place + $0 }
    }
    #expect(taken.count == unknownKeys.count)
    return taken
  }

  /// The keys that the program misses, by kind of file.
  private static func keysRequired() throws -> [String: Set<String>] {
    var required: [String: Set<String>] = [:]
    for finding in try findings(in: unknownKeys) where finding.code == "FM704" {
      let place = try #require(unknownKeys[finding.path]?.place(at: finding.line), "\(finding)")
      // "'title' is missing", or "'from' names no word under 'en'".
      let name = try #require(finding.message.components(separatedBy: "'").dropLast().last)
      required[GuideFile(finding.path).kind, default: []].insert(place + name)
    }
    return required
  }
}

// MARK: Samples

/// A file with something wrong in it.
private struct Sample {
  let text: String

  /// Where the mapping stands that begins on a line: `bodies.`; a sample says so as the value of its unknown key.
  func place(at line: Int) -> String? {
    let words = text.components(separatedBy: "\n")[line - 1].components(separatedBy: "unknown-to-all: ")
    return words.count == 2 ? (words[1] == "." ? "" : words[1] + ".") : nil
  }

  /// The key on a line, in its mapping: `bodies.role`.
  func key(at line: Int) -> String? {
    let lines = text.components(separatedBy: "\n")
    let name = lines[line - 1].trimmingCharacters(in: [" ", "-"]).components(separatedBy: ":")[0]
    guard lines[line - 1].hasPrefix(" ") else { return name }
    let parent = lines[..<(line - 1)].last { !$0.hasPrefix(" ") && $0.hasSuffix(":") }
    return parent.map { $0.dropLast() + "." + name }
  }
}

extension GuideTests {
  private static let document = Sample(text: "---\nunknown-to-all: .\n---\n\nText.\n")

  /// One file of each kind; every mapping begins with a key that nobody knows.
  private static let unknownKeys: [String: Sample] = [
    "site.yml": "unknown-to-all: .",
    // Its own folder: a regulation whose facts are wrong has no notes.
    "regulations/other/regulation.yml": """
      unknown-to-all: .
      bodies:
        - unknown-to-all: bodies
      departments:
        - unknown-to-all: departments
      replaced-by:
        unknown-to-all: replaced-by
      edition:
        - unknown-to-all: edition
          added: x
          at: title
      """,
    "regulations/pingan/targets.yml": "- unknown-to-all: .",
    "regulations/pingan/notes/2.zh.md": """
      ---
      unknown-to-all: .
      duties:
        - unknown-to-all: duties
          actors: []
      ---

      Text.
      """,
    "topics/records.zh.md": "---\nunknown-to-all: .\nabsent:\n  - unknown-to-all: absent\n---\n\nText.\n",
    "glossary.yml": "- unknown-to-all: .\n  variants:\n    unknown-to-all: variants",
    "facts.yml": "- unknown-to-all: .",
    "exceptions.yml": "- unknown-to-all: .",
    "search-synonyms.yml": """
      unknown-to-all: .
      ignore:
        unknown-to-all: ignore
      leads:
        - unknown-to-all: leads
          from:
            unknown-to-all: leads.from
          to:
            unknown-to-all: leads.to
      """,
    "school/quizzes/one.yml": """
      unknown-to-all: .
      questions:
        - unknown-to-all: questions
          options:
            - unknown-to-all: questions.options
          pairs:
            - unknown-to-all: questions.pairs
          sequence:
            - unknown-to-all: questions.sequence
      """,
    "school/posters/one.yml": "unknown-to-all: .\nlines:\n  - unknown-to-all: lines",
    "school/calendar.yml": """
      unknown-to-all: .
      theme:
        unknown-to-all: theme
      weeks:
        - unknown-to-all: weeks
          days:
            - unknown-to-all: weeks.days
      days:
        - unknown-to-all: days
      """,
  ].mapValues(Sample.init).merging(
    [
      "regulations/pingan/notes/2.en.md", "topics/records.en.md", "situations/one.zh.md", "situations/one.en.md", "pages/about.zh.md",
      "pages/about.en.md", "school/lessons/one.zh.md", "school/lessons/one.en.md", "school/guide/one.zh.md", "school/guide/one.en.md",
      "school/pocket/pingan.zh.md", "school/pocket/pingan.en.md",
    ].map { ($0, document) }) { $1 }

  /// Values that no choice has.
  private static let wrongChoices: [String: Sample] = [
    "regulations/other/regulation.yml": """
      kind: unknown-to-all
      status: unknown-to-all
      editing: unknown-to-all
      bodies:
        - role: unknown-to-all
      """,
    "regulations/pingan/notes/2.zh.md": """
      ---
      review: unknown-to-all
      duties:
        - at: p1
          force: unknown-to-all
          actors: [unknown-to-all]
      ---

      Text.
      """,
    "school/lessons/one.zh.md": "---\nlevel: unknown-to-all\nsubjects: [unknown-to-all]\n---\n\nText.\n",
    "school/quizzes/one.yml": "level: [unknown-to-all]\nquestions:\n  - kind: unknown-to-all\n",
    "school/posters/one.yml": "motif: unknown-to-all\ncolour: unknown-to-all\n",
  ].mapValues(Sample.init)
}

// MARK: What the page says

/// A file of content as the reference names it.
private struct GuideFile: Hashable {
  /// `content/regulations/<id>/notes/<n>.md`
  let kind: String
  /// Empty where a file holds both languages.
  let language: String

  init(_ path: String) {
    var parts = path.components(separatedBy: "/")
    let name = parts.removeLast().components(separatedBy: ".")
    language = name.count == 3 ? name[1] : ""
    if parts.first == "regulations" { parts[1] = "<id>" }
    let slug = parts.last == "notes" ? "<n>" : parts.last == "pocket" ? "<id>" : "<slug>"
    let isNamed = ["notes", "topics", "situations", "pages", "lessons", "guide", "pocket", "quizzes", "posters"].contains(parts.last ?? "")
    kind = (["content"] + parts + [(isNamed ? slug : name[0]) + "." + name[name.count - 1]]).joined(separator: "/")
  }
}

/// The tables of the reference.
private struct Reference {
  struct Row {
    let isBold: Bool
    /// `zh`, `en`; empty where the file holds both.
    let languages: [String]
    /// What the meaning has in code.
    let values: Set<String>
  }

  /// The first words in code of every row, by command; under "" what every command has.
  private(set) var commands: [String: Set<String>] = [:]
  /// The keys, by kind of file.
  private(set) var keys: [String: [String: Row]] = [:]

  init(_ language: String) throws {
    var heading: String?
    for line in try GuidePage("reference.\(language).md").lines {
      if line.hasPrefix("### ") {
        heading = Self.code(line).first ?? "mingzhi"
        if let command = heading, command.hasPrefix("mingzhi") { commands[String(command.dropFirst("mingzhi ".count))] = [] }
      } else if line.hasPrefix("## ") {
        heading = nil
      } else if let heading, line.hasPrefix("| "), line.contains("`") {
        let cells = line.components(separatedBy: " | ")
        if heading.hasPrefix("mingzhi") {
          let names = Self.code(cells[0][...]).flatMap { $0.split(separator: " ").prefix(1).map(String.init) }
          commands[String(heading.dropFirst("mingzhi ".count)), default: []].formUnion(names)
        } else {
          for (number, words) in cells[0].components(separatedBy: "`").enumerated() where !number.isMultiple(of: 2) {
            let before = cells[0].components(separatedBy: "`")[number - 1]
            keys[heading, default: [:]][words] = Row(
              isBold: before.hasSuffix("**"), languages: heading.hasSuffix(".md") ? cells[1].components(separatedBy: " ") : [],
              values: Set(Self.code(cells[cells.count - 1][...])))
          }
        }
      }
    }
  }

  /// What stands between back-ticks.
  private static func code(_ text: Substring) -> [String] {
    text.components(separatedBy: "`").enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
  }
}
