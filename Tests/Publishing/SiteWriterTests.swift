import Diagnostics
import Foundation
import Testing

@testable import Publishing

/// Builds a whole site out of paths and texts.
@discardableResult
func build(_ pages: [String: String], in folder: TemporaryFolder, output: String = "public") throws -> PublishSummary {
  let writer = try SiteWriter(output: folder + output)
  for (path, text) in pages.sorted(by: { $0.key < $1.key }) { try writer.write(Array(text.utf8), to: path) }
  return try writer.publish()
}

@Suite struct SiteWriterTests {
  let folder = TemporaryFolder()

  @Test func aFirstBuildMakesTheFolder() throws {
    let summary = try build(["index.html": "hello", "zh/nantong/1.html": "第一条"], in: folder, output: "a/b/public")
    #expect(summary == PublishSummary(written: 2, bytesWritten: 14))
    #expect(folder.files(in: "a/b/public") == ["index.html": "hello", "zh/nantong/1.html": "第一条"])
    #expect(folder.names(in: "a/b") == ["public"])
  }

  @Test func nothingChangedTouchesNothing() throws {
    let pages = ["index.html": "hello", "zh/1.html": "一", "empty.txt": ""]
    try build(pages, in: folder)
    let watched = ["public", "public/zh", "public/index.html", "public/zh/1.html", "public/.mingzhi-manifest"]
    let before = watched.map(folder.identity)
    #expect(try build(pages, in: folder) == PublishSummary(unchanged: 3))
    #expect(watched.map(folder.identity) == before)
    #expect(folder.names() == ["public"])
  }

  @Test func onlyWhatChangedIsWritten() throws {
    try build(["index.html": "hello", "zh/1.html": "一", "zh/2.html": "二"], in: folder)
    let before = folder.identity(of: "public/zh/1.html")
    let summary = try build(["index.html": "hello!", "zh/1.html": "一", "zh/3.html": "三"], in: folder)
    #expect(summary == PublishSummary(written: 2, unchanged: 1, removed: 1, bytesWritten: 9))
    #expect(folder.files() == ["index.html": "hello!", "zh/1.html": "一", "zh/3.html": "三"])
    #expect(folder.identity(of: "public/zh/1.html") == before)
    #expect(folder.names() == ["public"])
  }

  @Test func aFolderWithoutPagesGoes() throws {
    try build(["index.html": "hello", "en/old/1.html": "1"], in: folder)
    #expect(try build(["index.html": "hello"], in: folder) == PublishSummary(unchanged: 1, removed: 1))
    #expect(folder.names(in: "public") == [".mingzhi-manifest", "index.html"])
  }

  @Test func aPageMayBecomeAFolderAndBack() throws {
    try build(["a": "file"], in: folder)
    try build(["a/b": "below"], in: folder)
    #expect(folder.files() == ["a/b": "below"])
    try build(["a": "file"], in: folder)
    #expect(folder.files() == ["a": "file"])
  }

  @Test func aPageRemovedByHandComesBack() throws {
    try build(["index.html": "hello", "a.html": "a"], in: folder)
    try #require(unlink(folder + "public/a.html") == 0)
    #expect(try build(["index.html": "hello", "a.html": "a"], in: folder).written == 1)
    #expect(folder.files() == ["index.html": "hello", "a.html": "a"])
  }

  @Test func givingUpLeavesTheOldSite() throws {
    try build(["index.html": "old"], in: folder)
    let before = folder.identity(of: "public")
    let writer = try SiteWriter(output: folder + "public")
    try writer.write(Array("new".utf8), to: "index.html")
    #expect(folder.names() == [".public.lock", ".public.new", "public"])
    writer.discard()
    #expect(folder.names() == ["public"])
    #expect(folder.files() == ["index.html": "old"])
    #expect(folder.identity(of: "public") == before)
  }

  @Test func aForgottenWriterGivesUp() throws {
    do { try SiteWriter(output: folder + "public").write([1], to: "index.html") }
    #expect(folder.names() == [])
  }

  @Test func twoBuildsDoNotMeet() throws {
    let first = try SiteWriter(output: folder + "public")
    let message = failure { _ = try SiteWriter(output: folder + "public") }
    #expect(message == "usage: another build is writing \(folder + "public"); try again when it is done")
    try first.write([65], to: "index.html")
    _ = try first.publish()
    #expect(try build(["index.html": "A"], in: folder) == PublishSummary(unchanged: 1))
  }

  @Test func manyThreadsWriteOneSite() async throws {
    let writer = try SiteWriter(output: folder + "public")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for chapter in 0..<8 {
        group.addTask {
          for page in 0..<100 { try writer.write(Array("\(chapter)-\(page)".utf8), to: "zh/\(page % 7)/\(chapter)/\(page)") }
        }
      }
      try await group.waitForAll()
    }
    #expect(try writer.publish().written == 800)
    #expect(folder.files().count == 800)
    #expect(folder.files()["zh/1/3/15"] == "3-15")
  }

  @Test func theManifestIsTheSameForEveryOrder() throws {
    for order in [["b", "a", "c"], ["c", "b", "a"]] {
      let folder = TemporaryFolder()
      let writer = try SiteWriter(output: folder + "public")
      for path in order { try writer.write([], to: path) }
      _ = try writer.publish()
      #expect(
        try String(contentsOfFile: folder + "public/.mingzhi-manifest", encoding: .utf8)
          == "mingzhi 1: the files that `mingzhi build` made here\na\nb\nc\n")
    }
  }
}
