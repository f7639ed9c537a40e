import Foundation
import Testing

/// Review in Word, with pandoc in both directions; the reviewer's hand is a change in the Word file's own XML.
@Suite(.enabled(if: hasPandoc)) struct ReviewTests {
  @Test func aRoundTripWithoutChangeIsWithoutDifference() throws {
    let site = try SmallSite()
    try site.mingzhi("stamp", "all")
    let before = site.snapshot(of: "content")
    let exported = try site.mingzhi("review", "export", "pingan")
    #expect(exported.status == 0, "\(exported.errors)")
    let imported = try site.mingzhi("review", "import", "pingan-review.docx")
    #expect(imported.status == 0, "\(imported.errors)")
    #expect(imported.output == "nothing was changed\n")
    #expect(site.snapshot(of: "content") == before)
  }

  @Test func changedEnglishAndNotesComeBack() throws {
    let site = try SmallSite()
    try site.mingzhi("review", "export", "pingan", "--output", "r.docx")
    try site.reviewed("r.docx") {
      $0.replacingOccurrences(of: "keep records.", with: "keep full records.")
        .replacingOccurrences(of: "留下记录", with: "留下完整的记录")
    }
    let imported = try site.mingzhi("review", "import", "r.docx", "--templates", SmallSite.templates)
    #expect(imported.status == 0, "\(imported.errors)")
    let translation = try site.text(of: "content/regulations/pingan/text.en.md")
    #expect(translation == SmallSite.sound["regulations/pingan/text.en.md"]!.replacingOccurrences(of: "keep records", with: "keep full records"))
    let note = try site.text(of: "content/regulations/pingan/notes/2.zh.md")
    #expect(note.hasPrefix("---\ntopics: [records]\n---\n"))
    #expect(note.contains("企业**应当**留下完整的记录，见[](pingan/2#p1-i2)。"))
    #expect(imported.output.contains("wrote content/regulations/pingan/text.en.md"))
  }

  @Test func aChangeOfTheLawIsRefusedWhole() throws {
    let site = try SmallSite()
    let before = site.snapshot(of: "content")
    try site.mingzhi("review", "export", "pingan", "--output", "r.docx")
    try site.reviewed("r.docx") {
      $0.replacingOccurrences(of: "提高质量", with: "提高数量").replacingOccurrences(of: "keep records.", with: "keep full records.")
    }
    let imported = try site.mingzhi("review", "import", "r.docx", "--templates", SmallSite.templates)
    #expect(imported.status == 1)
    #expect(imported.errors.contains("error[IM107]: r.docx: the law of pingan/1#p1 was changed: -质 +数"))
    #expect(site.snapshot(of: "content") == before)
  }

  @Test func whatIsNoReviewIsRefused() throws {
    let site = try SmallSite()
    try site.write("x", to: "r.docx")
    #expect(try site.mingzhi("review", "import", "r.docx", "--templates", SmallSite.templates).status == 2)
    #expect(try site.mingzhi("review", "export", "pingann").errors.contains("did you mean 'pingan'?"))
  }
}

private let hasPandoc = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
  FileManager.default.isExecutableFile(atPath: $0 + "/pandoc")
}

extension SmallSite {
  /// Changes the words of a Word file: unpacks it, edits its document, packs it again.
  fileprivate func reviewed(_ name: String, _ change: (String) -> String) throws {
    let script = """
      import sys, zipfile
      path, new = sys.argv[1:3]
      parts = {n: zipfile.ZipFile(path).read(n) for n in zipfile.ZipFile(path).namelist()}
      if new == "-":
          sys.stdout.buffer.write(parts["word/document.xml"])
      else:
          parts["word/document.xml"] = open(new, "rb").read()
          with zipfile.ZipFile(path, "w") as z:
              for n, data in parts.items():
                  z.writestr(n, data)
      """
    try write(script, to: ".word.py")
    let document = try run("python3", ".word.py", name, "-")
    // Pandoc may cut a sentence into runs at spaces: joined, the words can be found.
    let joined = document.replacingOccurrences(
      of: "</w:t></w:r><w:r><w:t xml:space=\"preserve\">", with: "")
    try write(change(joined), to: ".document.xml")
    _ = try run("python3", ".word.py", name, ".document.xml")
  }

  private func run(_ words: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = folder
    let file = folder.appendingPathComponent(".result")
    try Data().write(to: file)
    process.standardOutput = try FileHandle(forWritingTo: file)
    try process.run()
    process.waitUntilExit()
    return try String(contentsOf: file, encoding: .utf8)
  }
}
