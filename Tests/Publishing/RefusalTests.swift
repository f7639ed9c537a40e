import Diagnostics
import Foundation
import Testing

@testable import Publishing

@Suite struct RefusalTests {
  let folder = TemporaryFolder()

  @Test(arguments: [
    "", "/index.html", "../index.html", "zh/../../x", "zh/./x", "zh//x", "zh/", ".", "..", "a\\b", "a\u{0}b", "a\nb", "con:",
    "what?.html", ".mingzhi-manifest", String(repeating: "a", count: 256), String(repeating: "a/", count: 600) + "b",
  ])
  func onlyPlainPaths(path: String) throws {
    let writer = try SiteWriter(output: folder + "public")
    #expect(failure { try writer.write([1], to: path) } == "content: PB101 \"\(path)\" cannot be a page's address")
  }

  @Test(arguments: ["...", "zh/nantong/12-1.html", "zh/质量.html", ".nojekyll", String(repeating: "a", count: 255)])
  func plainPathsOfManyKinds(path: String) throws {
    #expect(try build([path: "x"], in: folder).written == 1)
    #expect(folder.files() == [path: "x"])
  }

  @Test(arguments: [
    (["a.html", "a.html"], "two pages are written to a.html"),
    (["zh/a.html", "zh/A.html"], "zh/A.html and zh/a.html are one name on many disks"),
    (["zh/a.html", "ZH/b.html"], "ZH and zh are one name on many disks"),
    (["a", "a/b"], "a is both a page and a folder of pages"),
    (["a/b", "a"], "a is both a page and a folder of pages"),
    (["caf\u{e9}", "cafe\u{301}"], "two pages are written to cafe\u{301}"),
  ])
  func everyPageHasAPlaceOfItsOwn(paths: [String], message: String) throws {
    let writer = try SiteWriter(output: folder + "public")
    try writer.write([1], to: paths[0])
    #expect(failure { try writer.write([1], to: paths[1]) } == "content: PB102 \(message)")
  }

  @Test(arguments: ["", ".", "..", "/", "x/.."])
  func theOutputNeedsAName(output: String) {
    #expect(
      failure { _ = try SiteWriter(output: output) }
        == "usage: --output takes the name of a folder, such as public, not \"\(output)\"")
  }

  @Test func aSlashAtTheEndDoesNoHarm() throws {
    try build(["index.html": "x"], in: folder, output: "public//")
    #expect(folder.files() == ["index.html": "x"])
  }

  @Test func aSymbolicLinkIsNotReplaced() throws {
    try folder.put("kept", at: "elsewhere/index.html")
    try FileManager.default.createSymbolicLink(atPath: folder + "public", withDestinationPath: "elsewhere")
    #expect(
      failure { try build(["index.html": "x"], in: folder) }
        == "usage: \(folder + "public") is a symbolic link; give the folder it points to with --output")
    #expect(folder.names() == ["elsewhere", "public"])
    #expect(folder.files(in: "elsewhere") == ["index.html": "kept"])
  }

  @Test func aFileIsNotReplaced() throws {
    try folder.put("kept", at: "public")
    #expect(
      failure { try build(["index.html": "x"], in: folder) }
        == "usage: \(folder + "public") is a file, not a folder; move it away, or choose another folder with --output")
    #expect(folder.names() == ["public"])
  }

  @Test func aFileAmongTheFoldersAboveIsNamed() throws {
    try folder.put("", at: "a")
    #expect(
      failure { try build(["index.html": "x"], in: folder, output: "a/b/public") } == """
        machine: cannot write \(folder + "a/b"): part of the path is not a folder; choose another folder with --output. \
        The site there is unchanged.
        """)
  }

  @Test func aFolderThatIsNotOurs() throws {
    try build(["index.html": "old"], in: folder)
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
    let (status, said) = try Probe(folder + "public", "new", "3", "--unprivileged").finish()
    #expect(status == 3)
    #expect(
      said == """
        cannot write \(folder + "public"): permission denied; make it writable, or choose another folder with --output. \
        The site there is unchanged.

        """)
    #expect(folder.files() == ["index.html": "old"])
  }

  @Test(.enabled(if: SmallDisk.isPossible, "needs the right to mount a small disk (root on Linux)"))
  func aFullDisk() throws {
    let disk = try #require(SmallDisk(kilobytes: 200))
    try build(["index.html": "old"], in: disk.folder)
    let before = disk.folder.identity(of: "public")
    let (status, said) = try Probe(disk.folder + "public", "new", "1000").finish()
    #expect(status == 3)
    #expect(said.hasPrefix("cannot write \(disk.folder + "public/zh/")"))
    #expect(said.hasSuffix(": the disk is full; free some space and try again. The site there is unchanged.\n"))
    #expect(disk.folder.names() == ["public"])
    #expect(disk.folder.files() == ["index.html": "old"])
    #expect(disk.folder.identity(of: "public") == before)
  }

  @Test(.enabled(if: SmallDisk.isPossible, "needs the right to mount a small disk (root on Linux)"))
  func aReadOnlyDisk() throws {
    let disk = try #require(SmallDisk(kilobytes: 200))
    try build(["index.html": "old"], in: disk.folder)
    #expect(disk.makeReadOnly())
    #expect(
      failure { try build(["index.html": "new"], in: disk.folder) } == """
        machine: cannot write \(disk.folder + "public"): the disk is read-only; choose another folder with --output. \
        The site there is unchanged.
        """)
    #expect(disk.folder.files() == ["index.html": "old"])
  }
}
