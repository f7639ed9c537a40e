import Foundation
import Testing

@testable import Publishing

@Suite struct ZipFileTests {
  private func archive(_ entries: [ZipEntry], in folder: TemporaryFolder) throws -> [UInt8] {
    var zip = try ZipFile(folder + "a.zip")
    for entry in entries { try zip.add(entry) }
    try zip.finish()
    return Array(try Data(contentsOf: URL(fileURLWithPath: folder + "a.zip")))
  }

  /// A file too short to shrink is stored; every field after PKWARE APPNOTE 4.3.
  @Test func writesTheFieldsOfTheFormat() throws {
    let bytes = try archive([ZipEntry(path: "法", contents: Array("hi".utf8))], in: TemporaryFolder())
    let name = Array("法".utf8)
    // Version 2.0, UTF-8 names, stored, 1980-01-01, CRC-32 d8932aac, sizes, name length, no extra field.
    let common: [UInt8] = [
      20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0, 0xac, 0x2a, 0x93, 0xd8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0,
    ]
    let file = [0x50, 0x4b, 3, 4] + common + name + Array("hi".utf8)
    let directory = [0x50, 0x4b, 1, 2, 20, 3] + common + [0, 0, 0, 0, 0, 0, 0, 0, 0xa4, 0x81, 0, 0, 0, 0] + name
    let end: [UInt8] = [0x50, 0x4b, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, 49, 0, 0, 0, 35, 0, 0, 0, 0, 0]
    #expect(bytes == file + directory + end)
  }

  @Test func shrinksWhatRepeatsAndGivesTheSameBytesAgain() throws {
    let entries = [ZipEntry(path: "a.html", contents: [UInt8](repeating: 0x61, count: 100_000))]
    let bytes = try archive(entries, in: TemporaryFolder())
    #expect(bytes.count < 500)
    #expect(try archive(entries, in: TemporaryFolder()) == bytes)
  }

  @Test func anEmptyFileIsAFile() throws {
    let bytes = try archive([ZipEntry(path: "empty", contents: [])], in: TemporaryFolder())
    #expect(bytes.count == 35 + 51 + 22)
  }

  @Test func readsWhatItWrites() throws {
    let files: [(String, [UInt8])] = [("a.xml", [UInt8](repeating: 0x61, count: 100_000)), ("法.xml", Array("hi".utf8)), ("empty", [])]
    let bytes = try archive(files.map { ZipEntry(path: $0, contents: $1) }, in: TemporaryFolder())
    let read = try #require(zipContents(bytes))
    #expect(read.map { $0.path } == files.map { $0.0 })
    #expect(read.map { $0.contents } == files.map { $0.1 })
  }

  @Test func brokenArchivesAreNotRead() throws {
    let bytes = try archive([ZipEntry(path: "a", contents: [UInt8](repeating: 0x61, count: 1000))], in: TemporaryFolder())
    #expect(zipContents([]) == nil)
    for length in 1..<bytes.count { #expect(zipContents(Array(bytes[..<length])) == nil) }
    // Any one byte may lie: nothing crashes.
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 0xff
      _ = zipContents(changed)
    }
  }

  @Test func leavesNothingBehindWhenItIsNotFinished() throws {
    let folder = TemporaryFolder()
    do {
      var zip = try ZipFile(folder + "a.zip")
      try zip.add(ZipEntry(path: "a", contents: [1]))
    }
    #expect(folder.names() == [])
  }
}
