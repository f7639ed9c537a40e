import Diagnostics
import Foundation
import Testing

@testable import Preview

@Suite(.timeLimit(.minutes(1))) struct FileWatcherTests {
  let folder = WatchedFolder()

  /// Does `work` and waits until all of `paths`, relative to the folder, have been told. Returns what else was.
  private func told(_ paths: Set<String>, after work: (FileWatcher) -> Void) async throws -> Set<String> {
    let watcher = try FileWatcher([folder.path + "/content"])
    work(watcher)
    var found: Set<String> = []
    for await burst in watcher.changes {
      found.formUnion(burst.map { String($0.dropFirst(folder.path.count + 1)) })
      if found.isSuperset(of: paths) { break }
    }
    watcher.stop()
    return found.subtracting(paths)
  }

  @Test func aSavedFile() async throws {
    folder.put("old", at: "content/a.md")
    #expect(try await told(["content/a.md"]) { _ in folder.put("new", at: "content/a.md") } == [])
  }

  @Test func aFileSavedBesideAndMovedOver() async throws {
    folder.put("old", at: "content/a.md")
    let others = try await told(["content/a.md"]) { _ in
      folder.put("new", at: "content/.a.md.swp")
      folder.move("content/.a.md.swp", to: "content/a.md")
    }
    #expect(others == [])
  }

  @Test func aFileThatGoes() async throws {
    folder.put("old", at: "content/a.md")
    #expect(try await told(["content/a.md"]) { _ in folder.remove("content/a.md") } == [])
  }

  @Test func aRenamedFileIsTwoChanges() async throws {
    folder.put("old", at: "content/a.md")
    #expect(try await told(["content/a.md", "content/b.md"]) { _ in folder.move("content/a.md", to: "content/b.md") } == [])
  }

  @Test func foldersMadeLaterAreWatched() async throws {
    let watcher = try FileWatcher([folder.path + "/content"])
    var changes = watcher.changes.makeAsyncIterator()
    folder.makeFolder("content/new/deep")
    folder.put("1", at: "content/new/deep/a.md")
    var found: Set<String> = []
    while !found.contains(folder.path + "/content/new/deep/a.md") { found.formUnion(await changes.next() ?? []) }
    folder.put("2", at: "content/new/deep/b.md")
    // On a busy machine the end of the first write may be told once more; the second file is what counts.
    let first: Set = [folder.path + "/content/new/deep/a.md"]
    found = []
    while found.subtracting(first).isEmpty { found.formUnion(await changes.next() ?? []) }
    #expect(found.subtracting(first) == [folder.path + "/content/new/deep/b.md"])
  }

  @Test func aFolderMovedInIsToldWithItsFiles() async throws {
    folder.makeFolder("elsewhere/sub")
    folder.put("1", at: "elsewhere/sub/a.md")
    let others = try await told(["content/in", "content/in/sub/a.md"]) { _ in folder.move("elsewhere", to: "content/in") }
    #expect(others == [])
  }

  @Test func aFolderMovedAwayIsForgotten() async throws {
    folder.makeFolder("content/out")
    let watcher = try FileWatcher([folder.path + "/content"])
    var changes = watcher.changes.makeAsyncIterator()
    folder.move("content/out", to: "out")
    #expect(await changes.next() == [folder.path + "/content/out"])
    folder.put("x", at: "out/a.md")
    folder.put("x", at: "content/b.md")
    #expect(await changes.next() == [folder.path + "/content/b.md"])
  }

  @Test func aWatchedFolderThatComesBackIsWatchedAgain() async throws {
    let watcher = try FileWatcher([folder.path + "/content"])
    var changes = watcher.changes.makeAsyncIterator()
    folder.move("content", to: "aside")
    #expect(await changes.next() == [folder.path + "/content"])
    folder.makeFolder("content")
    #expect(await changes.next() == [folder.path + "/content"])
    folder.put("x", at: "content/a.md")
    #expect(await changes.next() == [folder.path + "/content/a.md"])
  }

  @Test func aBurstIsToldTogether() async throws {
    let watcher = try FileWatcher([folder.path + "/content"])
    let names = (0..<2000).map { "content/\($0).md" }
    for name in names { folder.put("x", at: name) }
    var found: Set<String> = []
    var bursts = 0
    for await burst in watcher.changes {
      found.formUnion(burst)
      bursts += 1
      if found.count == names.count { break }
    }
    #expect(found == Set(names.map { "\(folder.path)/\($0)" }))
    #expect(bursts < names.count / 2)
  }

  @Test func stoppingEndsTheChanges() async throws {
    let watcher = try FileWatcher([folder.path + "/content"])
    watcher.stop()
    watcher.stop()
    for await _ in watcher.changes {}
  }

  @Test func aMissingFolderIsNamed() {
    do {
      _ = try FileWatcher([folder.path + "/nowhere"])
      Issue.record("watched a folder that is not there")
    } catch {
      guard case .machine(let message) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(
        message.en
          == "cannot watch \(folder.path)/nowhere: No such file or directory; see that the folders are there")
    }
  }

  @Test func lookingFindsTheSameAsBeingTold() throws {
    folder.makeFolder("content/sub")
    folder.put("1", at: "content/sub/a.md")
    folder.put("1", at: "content/b.md")
    var observer = try #require(PollingObserver([folder.path + "/content"]))
    #expect(observer.read() == [])
    folder.put("22", at: "content/sub/a.md")
    folder.remove("content/b.md")
    folder.put("1", at: "content/c.md")
    folder.put("1", at: "content/.hidden")
    #expect(observer.read() == Set(["sub/a.md", "b.md", "c.md"].map { "\(folder.path)/content/\($0)" }))
    #expect(observer.read() == [])
    #expect(PollingObserver([folder.path + "/nowhere"]) == nil)
  }
}
