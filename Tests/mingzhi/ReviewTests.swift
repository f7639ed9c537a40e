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

  /// What a colleague sees in Word: the page lies across, cells have lines, the head of the table is on every page, no stars.
  @Test func theTableIsMadeForReading() throws {
    let site = try SmallSite()
    try site.mingzhi("review", "export", "pingan", "--output", "r.docx")
    let document = try site.part("word/document.xml", of: "r.docx")
    #expect(document.contains("w:orient=\"landscape\""))
    #expect(document.contains("<w:tblHeader"))
    #expect(document.contains("<w:b"))
    #expect(!document.contains("**"))
    #expect(try site.part("word/styles.xml", of: "r.docx").contains("<w:insideH "))
    #expect(!site.exists("r.docx.look"))
    #expect(!site.exists("r.docx.html"))
  }

  @Test func titlesOfPartsAndCaptionsAreReviewedToo() throws {
    let site = try SmallSite([
      "regulations/pingan/published.txt": "平安市质量条例\n第一章　总则\n第一条【目的】　为了提高质量，制定本条例。\n",
      "regulations/pingan/text.zh.md": "# 平安市质量条例\n\n## 第一章 总则\n\n### 第一条 【目的】\n\n为了提高质量，制定本条例。\n",
      "regulations/pingan/text.en.md":
        "# Regulation of Ping’an City on Quality\n\n## Chapter I General\n\n### Article 1 [Aim]\n\nThis Regulation is made in order to improve quality.\n",
      "regulations/pingan/notes/2.zh.md": nil, "regulations/pingan/notes/2.en.md": nil,
      "topics/records.zh.md": nil, "topics/records.en.md": nil,
    ])
    let exported = try site.mingzhi("review", "export", "pingan", "--output", "r.docx")
    #expect(exported.status == 0, "\(exported.errors)")
    #expect(try site.mingzhi("review", "import", "r.docx").output == "nothing was changed\n")
    try site.reviewed("r.docx") { $0.replacingOccurrences(of: ">General<", with: ">General provisions<").replacingOccurrences(of: ">Aim<", with: ">Purpose<") }
    try site.mingzhi("review", "import", "r.docx", "--templates", SmallSite.templates)
    let lines = try site.text(of: "content/regulations/pingan/text.en.md").split(separator: "\n")
    #expect(lines.contains("## Chapter I General provisions"))
    #expect(lines.contains("### Article 1 [Purpose]"))
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
    let document = try part("word/document.xml", of: name)
    // Pandoc may cut a sentence into runs at spaces: plain runs joined, the words can be found.
    var joined = document
    var before = ""
    while joined != before {
      before = joined
      joined = joined.replacing(#/(<w:r><w:t xml:space="preserve">[^<]*)</w:t></w:r><w:r><w:t xml:space="preserve">/#) { $0.1 }
    }
    try write(change(joined), to: ".document.xml")
    _ = try run("python3", ".word.py", name, ".document.xml")
  }

  /// A file inside a Word file.
  fileprivate func part(_ part: String, of name: String) throws -> String {
    let script = """
      import sys, zipfile
      path, new = sys.argv[1:3]
      parts = {n: zipfile.ZipFile(path).read(n) for n in zipfile.ZipFile(path).namelist()}
      if new in parts:
          sys.stdout.buffer.write(parts[new])
      else:
          parts["word/document.xml"] = open(new, "rb").read()
          with zipfile.ZipFile(path, "w") as z:
              for n, data in parts.items():
                  z.writestr(n, data)
      """
    try write(script, to: ".word.py")
    return try run("python3", ".word.py", name, part)
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
