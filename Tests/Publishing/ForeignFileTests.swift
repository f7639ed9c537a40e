import CSystem
import Diagnostics
import Foundation
import Testing

@testable import Publishing

@Suite struct ForeignFileTests {
  let folder = TemporaryFolder()

  @Test func filesOfOthersStay() throws {
    try build(["index.html": "a", "zh/1.html": "1"], in: folder)
    try folder.put("*\n", at: "public/.gitignore")
    try folder.put("mine", at: "public/zh/own.txt")
    try folder.put("deep", at: "public/own/deep/er.txt")
    try FileManager.default.createDirectory(atPath: folder + "public/empty", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: folder + "public/nowhere", withDestinationPath: "no/such/file")
    #expect(mkfifo(folder + "public/pipe", 0o600) == 0)
    #expect(chmod(folder + "public/own", 0o750) == 0)
    let watched = [".gitignore", "zh/own.txt", "own/deep/er.txt", "nowhere", "pipe"].map { "public/" + $0 }
    let before = watched.map(folder.identity)
    #expect(try build(["index.html": "b"], in: folder) == PublishSummary(written: 1, removed: 1, foreign: 5, bytesWritten: 1))
    #expect(watched.map(folder.identity) == before)
    #expect(
      folder.names(in: "public")
        == [".gitignore", ".mingzhi-manifest", "empty", "index.html", "nowhere", "own", "pipe", "zh"])
    #expect(folder.names(in: "public/zh") == ["own.txt"])
    let rights = try FileManager.default.attributesOfItem(atPath: folder + "public/own")[.posixPermissions] as? Int
    #expect(rights == 0o750)
    #expect(folder.names() == ["public"])
  }

  /// A name in GB 18030, as an old archive unpacks it.
  @Test func namesThatAreNotUTF8Stay() throws {
    try build(["index.html": "a"], in: folder)
    let name = Array((folder + "public/").utf8CString.dropLast()) + [0xd6, 0xca].map { CChar(bitPattern: $0) } + [0]
    let file = open(name, O_WRONLY | O_CREAT, 0o644)
    // Some disks refuse such names altogether (APFS).
    guard file >= 0 else { return }
    close(file)
    #expect(try build(["index.html": "b"], in: folder).foreign == 1)
    #expect(access(name, F_OK) == 0)
  }

  @Test func aReadOnlyFolderOfOthersStaysSo() throws {
    try build(["index.html": "a"], in: folder)
    try folder.put("x", at: "public/own/deep/x")
    let names = ["public/own/deep", "public/own"]
    for name in names { #expect(chmod(folder + name, 0o555) == 0) }
    try build(["index.html": "b"], in: folder)
    #expect(folder.files() == ["index.html": "b", "own/deep/x": "x"])
    for name in names {
      let rights = try FileManager.default.attributesOfItem(atPath: folder + name)[.posixPermissions] as? Int
      #expect(rights == 0o555)
    }
    // So that the folder can be removed by others than root.
    for name in names.reversed() { _ = chmod(folder + name, 0o755) }
    #expect(folder.names() == ["public"])
  }

  @Test(arguments: [("index.html", "index.html"), ("zh", "zh"), ("index.html/x", "index.html")])
  func aPageDoesNotOverwriteThem(foreign: String, obstacle: String) throws {
    try folder.put("mine", at: "public/\(foreign)")
    let writer = try SiteWriter(output: folder + "public")
    let message = failure {
      try writer.write([65], to: "zh/1.html")
      try writer.write([65], to: "index.html")
    }
    #expect(
      message == """
        usage: \(folder + "public/\(obstacle)") was not made by a build but stands where a page goes; move it away, \
        or choose another folder with --output
        """)
    writer.discard()
    #expect(folder.files() == [foreign: "mine"])
    #expect(folder.names() == ["public"])
  }

  @Test func aPageIsNotWrittenThroughALink() throws {
    try folder.put("1", at: "elsewhere/1.html")
    try folder.put("", at: "public/.gitignore")
    try FileManager.default.createSymbolicLink(atPath: folder + "public/zh", withDestinationPath: "../elsewhere")
    #expect(failure { try build(["zh/1.html": "1"], in: folder) }?.hasPrefix("usage: \(folder + "public/zh") ") == true)
    #expect(folder.files(in: "elsewhere") == ["1.html": "1"])
  }

  @Test func aFileWithAPagesVeryBytesBecomesOurs() throws {
    try folder.put("a", at: "public/index.html")
    try folder.put("b", at: "public/b.html")
    let before = folder.identity(of: "public/index.html")
    #expect(try build(["index.html": "a", "b.html": "b"], in: folder) == PublishSummary(unchanged: 2))
    #expect(folder.identity(of: "public/index.html") == before)
    #expect(try build(["index.html": "a"], in: folder) == PublishSummary(unchanged: 1, removed: 1))
    #expect(folder.files() == ["index.html": "a"])
  }

  @Test func aManifestChangedByHandLeadsNowhere() throws {
    try folder.put("secret", at: "secret")
    try folder.put("mine", at: "public/own/x")
    try folder.put("mingzhi 1: the files that `mingzhi build` made here\n../secret\n/etc/passwd\nown\n", at: "public/.mingzhi-manifest")
    #expect(try build(["index.html": "a"], in: folder) == PublishSummary(written: 1, foreign: 1, bytesWritten: 1))
    #expect(folder.files() == ["index.html": "a", "own/x": "mine"])
    #expect(folder.names() == ["public", "secret"])
  }

  @Test func aFileThatComesAtTheLastMomentStays() throws {
    try build(["index.html": "a"], in: folder)
    try folder.put("old", at: "public/own/replaced")
    let writer = try SiteWriter(output: folder + "public") { [folder] directory, first, second in
      try? folder.put("late", at: "public/own/late")
      try? FileManager.default.removeItem(atPath: folder + "public/own/replaced")
      try? folder.put("new", at: "public/own/replaced")
      return csystem_exchange(directory, first, second)
    }
    try writer.write([66], to: "index.html")
    _ = try writer.publish()
    #expect(folder.files() == ["index.html": "B", "own/late": "late", "own/replaced": "new"])
    #expect(folder.names() == ["public"])
  }

  @Test func aDiskThatCannotExchangeRenames() throws {
    try build(["index.html": "a", "same.html": "s"], in: folder)
    try folder.put("mine", at: "public/own")
    let writer = try SiteWriter(output: folder + "public") { _, _, _ in
      errno = EINVAL
      return -1
    }
    try writer.write([66], to: "index.html")
    try writer.write(Array("s".utf8), to: "same.html")
    #expect(try writer.publish() == PublishSummary(written: 1, unchanged: 1, foreign: 1, bytesWritten: 1))
    #expect(folder.files() == ["index.html": "B", "same.html": "s", "own": "mine"])
    #expect(folder.names() == ["public"])
  }

  @Test func aRefusedExchangeLeavesTheOldSite() throws {
    try build(["index.html": "a"], in: folder)
    let writer = try SiteWriter(output: folder + "public") { _, _, _ in
      errno = EBUSY
      return -1
    }
    try writer.write([66], to: "index.html")
    #expect(
      failure { _ = try writer.publish() } == """
        machine: cannot write \(folder + "public"): Device or resource busy; check the disk and try again. \
        The site there is unchanged.
        """)
    #expect(folder.files() == ["index.html": "a"])
    #expect(folder.names() == ["public"])
  }
}
