import Foundation
import Testing

/// Every mistake gives one line that says what to do, the right exit status, and leaves the published site as it was.
@Suite struct BadInputTests {
  /// Builds a sound site, spoils it, builds again.
  private func spoil(
    _ expectedStatus: Int32, _ expected: String, _ arguments: [String] = ["build"], by spoil: (SmallSite) throws -> Void
  ) throws {
    let site = try SmallSite()
    #expect(try site.mingzhi("build").status == 0)
    let before = site.snapshot(of: "public")
    try spoil(site)
    let outcome = try site.run(arguments)
    #expect(outcome.status == expectedStatus, "\(outcome.errors)")
    #expect(outcome.errors.contains(expected), "\(outcome.errors)")
    #expect(site.snapshot(of: "public") == before)
  }

  @Test func noContentFolder() throws {
    try spoil(2, "there is no folder nowhere", ["build", "--content", "nowhere"]) { _ in }
  }

  @Test func aFileForAFolder() throws {
    try spoil(2, "content/site.yml is not a folder", ["build", "--content", "content/site.yml"]) { _ in }
  }

  @Test func anOutputAmongTheSources() throws {
    try spoil(2, "it overlaps content", ["build", "--output", "content/out"]) { _ in }
    try spoil(2, "it overlaps content", ["build", "--output", "content"]) { _ in }
  }

  @Test func anEmptyContentFolder() throws {
    try spoil(1, "cannot read empty/site.yml", ["build", "--content", "empty"]) {
      try FileManager.default.createDirectory(at: $0.folder.appendingPathComponent("empty"), withIntermediateDirectories: true)
    }
  }

  @Test func bytesThatAreNotUTF8() throws {
    try spoil(1, "notes/2.zh.md is not valid UTF-8") {
      try Data([0x2d, 0xff, 0xfe]).write(to: $0.folder.appendingPathComponent("content/regulations/pingan/notes/2.zh.md"))
    }
  }

  @Test func aFolderWhereAFileShouldBe() throws {
    try spoil(1, "about.en.md is a folder") {
      let path = $0.folder.appendingPathComponent("content/pages/about.en.md")
      try FileManager.default.removeItem(at: path)
      try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
    }
  }

  @Test func aLinkOutOfTheContentFolder() throws {
    try spoil(1, "leads out of its folder") {
      let path = $0.folder.appendingPathComponent("content/pages/about.en.md")
      try FileManager.default.removeItem(at: path)
      try FileManager.default.createSymbolicLink(at: path, withDestinationURL: URL(fileURLWithPath: "/etc/hostname"))
    }
  }

  @Test func aFileOverTheLimit() throws {
    try spoil(1, "the limit is 4 MB") {
      try $0.write(String(repeating: "质量。\n\n", count: 400_000), to: "content/pages/about.zh.md")
    }
  }

  @Test func anUnknownProvision() throws {
    try spoil(1, "no provision 'pingan/3'") {
      try $0.write("---\ntitle: 关于\n---\n\n见[](pingan/3)。\n", to: "content/pages/about.zh.md")
    }
  }

  @Test func aChangedCharacterOfTheLaw() throws {
    try spoil(1, "pingan/1 differs from the publication") {
      let law = try $0.text(of: "content/regulations/pingan/text.zh.md")
      try $0.write(law.replacingOccurrences(of: "提高质量", with: "提高数量"), to: "content/regulations/pingan/text.zh.md")
    }
  }

  @Test func aMistypedKey() throws {
    try spoil(1, "did you mean 'topics'?") {
      try $0.write("---\ntopcis: [records]\n---\n\n记录。\n", to: "content/regulations/pingan/notes/2.zh.md")
    }
  }

  @Test func rawHTML() throws {
    try spoil(1, "about.zh.md:5:3") {
      try $0.write("---\ntitle: 关于\n---\n\n小站<script>alert(1)</script>\n", to: "content/pages/about.zh.md")
    }
  }

  @Test func anOutputThatIsAFile() throws {
    try spoil(2, "taken", ["build", "--output", "taken"]) { try $0.write("mine", to: "taken") }
  }

  @Test func anUnknownOption() throws {
    let outcome = try SmallSite().mingzhi("build", "--colour")
    #expect(outcome.status == 2)
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func noPermission() throws {
    try spoil(3, "about.zh.md") {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0], ofItemAtPath: $0.folder.appendingPathComponent("content/pages/about.zh.md").path)
    }
  }
}
