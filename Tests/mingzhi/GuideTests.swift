import Foundation
import Testing

/// The guide in docs/guide, held against the program.
@Suite struct GuideTests {
  /// The page is run from top to bottom: its files are written, its commands run, what it shows is looked for in what they print.
  @Test(arguments: ["en", "zh"])
  func addingARegulationWorksAsWritten(_ language: String) throws {
    let site = try SmallSite.empty()
    let last = try follow("adding-a-regulation", language, site)
    #expect(last.command == "mingzhi build\n")
    #expect(last.outcome.errors == "")
    #expect(site.exists("public/en/pingan/2.html"))
    #expect(try site.text(of: "public/zh/pingan/2.html").contains("id=\"p1-i3\""))
    #expect(try site.text(of: "content/regulations/pingan/regulation.yml").contains("editing: complete"))
  }

  /// The page on school goes on with the same site.
  @Test func schoolMaterialsPassTheChecker() throws {
    let site = try SmallSite.empty()
    _ = try follow("adding-a-regulation", "en", site)
    let files = try GuidePage("school.en.md").blocks.filter { $0.path != nil }
    #expect(files.count == 4)
    for file in files { try site.write(file.text, to: file.path ?? "") }
    #expect(try site.mingzhi("stamp", "school").status == 0)
    let outcome = try site.mingzhi("check")
    #expect(outcome.output == "0 errors, 0 warnings\n", "\(outcome.errors)")
  }

  /// Runs a page; gives its last command and what that printed.
  private func follow(_ page: String, _ language: String, _ site: SmallSite) throws -> (command: String, outcome: Outcome) {
    let locale = ["LANG": language == "zh" ? "zh_CN.UTF-8" : "en_US.UTF-8"]
    var last = (command: "", outcome: Outcome(status: 0, output: "", errors: ""))
    for block in try GuidePage("\(page).\(language).md").blocks {
      switch block.info {
      case "sh":
        last = (block.text, try site.shell(block.text, environment: locale))
        #expect(last.outcome.status == 0, "\(block.text)\n\(last.outcome.errors)")
      case "console":
        let printed = (last.outcome.output + last.outcome.errors).split(separator: "\n")
        for line in block.text.split(separator: "\n") {
          #expect(printed.contains { $0.isShown(as: line) }, "not printed by \(last.command): \(line)")
        }
      default:
        if let path = block.path { try site.write(block.text, to: path) }
      }
    }
    return last
  }

  @Test func bothLanguagesShowTheSameFilesAndCommands() throws {
    for name in try Self.names() {
      let blocks = try ["en", "zh"].map { language in
        try GuidePage("\(name).\(language).md").blocks.filter { $0.info == "sh" || $0.path != nil }
      }
      #expect(blocks[0] == blocks[1], "\(name)")
    }
  }

  @Test func everyLinkBetweenPagesLeadsToAFile() throws {
    let pages = try Self.names().flatMap { ["\($0).en.md", "\($0).zh.md"] } + ["README.md"]
    #expect(pages.count >= 19)
    let contents = try GuidePage("README.md").text
    for page in pages {
      for link in try GuidePage(page).links {
        #expect(FileManager.default.fileExists(atPath: GuidePage.folder.appendingPathComponent(link).path), "\(page): \(link)")
      }
      #expect(page == "README.md" || contents.contains("(\(page))"), "README.md does not name \(page)")
    }
  }

  /// The pages' names without language.
  private static func names() throws -> [String] {
    let files = try FileManager.default.contentsOfDirectory(atPath: GuidePage.folder.path)
    let names = Set(files.filter { $0 != "README.md" }.map { String($0.prefix { $0 != "." }) })
    #expect(Set(files) == Set(names.flatMap { ["\($0).en.md", "\($0).zh.md"] } + ["README.md"]))
    return names.sorted()
  }
}

/// A page of docs/guide as a program reads it.
struct GuidePage {
  /// A fenced block.
  struct Block: Equatable {
    /// What stands behind the fence: `sh`, `console`, `text law.txt`.
    let info: String
    let text: String

    /// The file that the reader writes.
    var path: String? {
      let words = info.split(separator: " ")
      return words.count == 2 ? String(words[1]) : nil
    }
  }

  static let folder = SmallSite.project.appendingPathComponent("docs/guide")
  let text: String

  init(_ name: String) throws {
    text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
  }

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  var blocks: [Block] {
    var blocks: [Block] = []
    var open: (info: String, lines: [Substring])?
    for line in lines {
      if let (info, inside) = open {
        if line == "```" {
          blocks.append(Block(info: info, text: inside.map { $0 + "\n" }.joined()))
          open = nil
        } else {
          open = (info, inside + [line])
        }
      } else if line.hasPrefix("```") {
        open = (String(line.dropFirst(3)), [])
      }
    }
    return blocks
  }

  /// Destinations of links to files, without anchors.
  var links: [String] {
    text.components(separatedBy: "](").dropFirst().compactMap { rest in
      let destination = rest.prefix { $0 != ")" && $0 != "#" }
      return destination.hasSuffix(".md") ? String(destination) : nil
    }
  }
}

extension Substring {
  /// Whether a printed line is what a page shows, where `…` stands for anything.
  fileprivate func isShown(as line: Substring) -> Bool {
    var rest = self
    for (number, piece) in line.components(separatedBy: "…").enumerated() {
      let words = piece.trimmingCharacters(in: .whitespaces)
      if words.isEmpty { continue }
      guard let range = rest.range(of: words) else { return false }
      if number == 0, !rest[..<range.lowerBound].allSatisfy({ $0 == " " }) { return false }
      rest = rest[range.upperBound...]
    }
    return line.hasSuffix("…") || rest.allSatisfy { $0 == " " }
  }
}
