import Foundation
import Testing

@testable import CommonMark

@Suite("With our extensions off")
struct DifferentialTests {
  static let documents: [String] = {
    var generator = DocumentGenerator(seed: 2_025)
    return regressions + (0..<3_000).map { _ in generator.document() }
  }()

  /// Documents that once went wrong: an entity as long as its decoded text, lazy lines that keep their indentation,
  /// definitions before an underline that is none.
  static let regressions = [
    "&ngE;x", "- a\\\n b", "1. - \\\n\t[", "1. >[f]:u\n''\n\t斜", ">[f]:'\n>-\n>=", ">[考]:u\n\t[f]:'\n", ">a\n=\n>=",
    "[bad]:\n===\n\n",
    "# \n[r ef]:'\n[][r\nef]", "[a](/u \"a\\\")", "[a](<u\\\nv>)", "", "\n",
  ]

  @Test("the HTML is byte for byte what the cmark program gives", arguments: [false, true])
  func agreesWithProgram(unsafe: Bool) throws {
    let documents = Self.documents + ["\u{FEFF}- a", "a\0b"]
    let expected = try cmark(documents, unsafe ? "--unsafe" : "")
    #expect(expected.count == documents.count)
    for (source, expected) in zip(documents, expected) {
      let found = MarkdownDocument(parsing: Array(source.utf8)).html(unsafe ? .unsafe : [])
      try #require(String(decoding: found, as: UTF8.self) == expected, "\(source.debugDescription)")
    }
  }

  /// Runs the program on each document from one shell.
  private func cmark(_ documents: [String], _ option: String) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, document) in documents.enumerated() {
      try Data(document.utf8).write(to: folder.appendingPathComponent("\(index)"))
    }
    let script =
      "i=0; while [ $i -lt \(documents.count) ]; do cmark \(option) $i || exit 1; printf '\\0'; i=$((i+1)); done >html"
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", script]
    shell.currentDirectoryURL = folder
    try shell.run()
    shell.waitUntilExit()
    try #require(shell.terminationStatus == 0, "the cmark program must be installed")
    let html = try Data(contentsOf: folder.appendingPathComponent("html"))
    return html.split(separator: 0, omittingEmptySubsequences: false).dropLast().map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}

@Suite("With our extensions on")
struct GeneratedDocumentTests {
  @Test("text without Chinese renders as libcmark renders it")
  func leavesLatinAlone() throws {
    var generator = DocumentGenerator(seed: 7, words: DocumentGenerator.latin)
    var compared = 0
    while compared < 2_000 {
      let source = generator.document()
      // Destinations are escaped by whoever fills them in; comments of ours vanish.
      guard source.utf8.allSatisfy({ $0 < 0x80 }), !source.contains("<!-- id"), !source.contains("\\") else { continue }
      compared += 1
      try #require(normalized(html(source)) == normalized(plainHTML(source)), "\(source.debugDescription)")
    }
  }

  /// Without destinations, and with blank labels as empty ones.
  private func normalized(_ html: String) -> String {
    html.replacing(/(href|src)="[^"]*"/, with: "").replacing(/(<a [^>]*>)\s+<\/a>/) { "\($0.output.1)</a>" }
  }

  @Test("Chinese text differs from libcmark's rendering in emphasis, line breaks and comments only")
  func changesNothingElse() throws {
    var mended = 0
    for source in DifferentialTests.documents {
      let (found, plain) = (html(source), plainHTML(source))
      if found.split(separator: "<strong>").count != plain.split(separator: "<strong>").count { mended += 1 }
      try #require(withoutEmphasis(found) == withoutEmphasis(plain), "\(source.debugDescription)")
    }
    #expect(mended > 20)
  }

  private func withoutEmphasis(_ html: String) -> String {
    normalized(html).replacing(/<\/?(em|strong)>|<!-- raw HTML omitted -->|[*\s]/, with: "")
  }

  @Test("every inline is found again in the source")
  func findsPlaces() throws {
    for source in DifferentialTests.documents {
      let (text, _) = inspect(Array(source.utf8), file: "a.md", firstLine: 1)
      var builder = FragmentBuilder(text, RenderOptions())
      var document = MarkdownDocument(parsing: text.bytes)
      builder.read(&document)
      try #require(builder.lostBlocks == 0, "\(source.debugDescription)")
    }
  }

  @Test("the range of words holds the words, the range of a link its brackets")
  func rangesAreExact() throws {
    for source in DifferentialTests.documents {
      let fragment = fragment(source)
      let lines = source.replacing("\r\n", with: "\n")
      for prose in fragment.prose {
        let found = slice(lines, prose.range)
        try #require(
          found == prose.text || (found.first == "&" && found.last == ";"), "\(prose) in \(source.debugDescription)")
      }
      for link in fragment.links {
        let found = slice(lines, link.range)
        let isWhole = found.hasPrefix(link.isImage ? "![" : "[") && (found.hasSuffix(")") || found.hasSuffix("]"))
        try #require(
          isWhole || found.hasPrefix("<") && found.hasSuffix(">"),
          "\(found.debugDescription) in \(source.debugDescription)")
      }
    }
  }
}

@Suite("Random bytes")
struct FuzzTests {
  @Test("crash nothing")
  func randomBytes() {
    var seed = Seed(state: 11)
    let marks = Array("*_`[]()<>!\\&#->+=~\"' \n\r\t:;/1.a".utf8)
    let chinese = Array("质。《".utf8)
    for _ in 0..<3_000 {
      var bytes: [UInt8] = []
      for _ in 0..<seed.number(0...120) {
        switch seed.number(0...9) {
        case 0: bytes.append(UInt8(seed.number(0...255)))
        case 1...2: bytes += chinese.dropFirst(3 * seed.number(0...2)).prefix(3)
        default: bytes.append(marks[seed.number(0...marks.count - 1)])
        }
      }
      let (fragment, diagnostics) = render(markdown: bytes, file: "a.md", firstLine: 3)
      #expect(fragment.prose.allSatisfy { $0.range.start.line >= 3 })
      #expect(diagnostics.allSatisfy { ($0.range?.start.line ?? 0) >= 3 })
    }
  }
}
