import Diagnostics
import Synchronization
import Testing

@testable import Preview

/// Events as they come, and a build that a test lets go on step by step.
private actor Bench {
  private(set) var told: [PreviewEvent] = []
  private(set) var builds: [[String]] = []
  private var next: [PreviewBuild] = []
  private var gates: [CheckedContinuation<Void, Never>] = []
  private var started: [CheckedContinuation<Void, Never>] = []
  private let isGated: Bool

  init(_ results: [PreviewBuild], gated: Bool = false) {
    next = results
    isGated = gated
  }

  func build(_ paths: [String]) async -> PreviewBuild {
    builds.append(paths)
    let result = next.isEmpty ? PreviewBuild(site: nil, check: { [] }) : next.removeFirst()
    if isGated {
      await withCheckedContinuation {
        gates.append($0)
        for waiting in started { waiting.resume() }
        started = []
      }
    }
    return result
  }

  func tell(_ event: PreviewEvent) { told.append(event) }

  /// Waits until a build runs.
  func buildRuns() async {
    if gates.isEmpty { await withCheckedContinuation { started.append($0) } }
  }

  func letGo() { gates.removeFirst().resume() }
}

private func site(_ pages: [String: String]) -> PreviewSite { PreviewSite(pages.mapValues { Array($0.utf8) }) }
private func good(_ pages: [String: String], _ findings: [Diagnostic] = []) -> PreviewBuild {
  PreviewBuild(site: site(pages), check: { findings })
}
private let finding = Diagnostic(
  Rule(
    "XX001", .error, title: Bilingual(zh: "例", en: "Example"), explanation: Bilingual(zh: "", en: ""), bad: "", good: ""),
  at: nil, Bilingual(zh: "错", en: "wrong"))

@Suite(.timeLimit(.minutes(1))) struct RebuildLoopTests {
  private func loop(_ bench: Bench, pause: Duration = .zero) -> RebuildLoop {
    RebuildLoop(pause: pause, build: { await bench.build($0) }, announce: { await bench.tell($0) })
  }

  @Test func pagesFirstThenFindings() async {
    let bench = Bench([good(["a.html": "1"], [finding])])
    let loop = loop(bench)
    await loop.changed([])
    await loop.settle()
    #expect(await bench.told == [.reload(build: site(["a.html": "1"]).build), .diagnostics([finding])])
    #expect(await loop.findings == [finding])
  }

  /// The check takes every core: the browser that shows the pages goes first, and the next save calls the check off.
  @Test func theCheckWaitsForTheBrowser() async {
    let checked = Mutex<[String]>([])
    func build(_ name: String) -> PreviewBuild {
      PreviewBuild(site: site(["a.html": name])) {
        checked.withLock { $0.append(name) }
        return []
      }
    }
    let bench = Bench([build("1"), build("2"), build("3")])
    let loop = loop(bench, pause: .seconds(2))
    await loop.changed([])
    await loop.settle()
    await loop.changed(["content/a.md"])
    while await bench.told.count < 3 { try? await Task.sleep(for: .milliseconds(5)) }
    #expect(checked.withLock { $0 } == ["1"])
    await loop.changed(["content/a.md"])
    await loop.settle()
    #expect(checked.withLock { $0 } == ["1", "3"])
    #expect(await bench.told.last == .diagnostics([]))
  }

  @Test func aMistakeKeepsTheLastGoodPages() async {
    let bench = Bench([good(["a.html": "1"]), PreviewBuild(site: nil, check: { [finding] })])
    let loop = loop(bench)
    await loop.changed([])
    await loop.settle()
    await loop.changed(["content/a.md"])
    await loop.settle()
    #expect(await loop.site["a.html"] == Array("1".utf8))
    #expect(await bench.told.suffix(1) == [.diagnostics([finding])])
    #expect(await bench.told.count == 3)
  }

  @Test func theSamePagesAreNotLoadedAgain() async {
    let bench = Bench([good(["a.html": "1"]), good(["a.html": "1"])])
    let loop = loop(bench)
    await loop.changed([])
    await loop.settle()
    await loop.changed(["content/a.md"])
    await loop.settle()
    #expect(await bench.told.suffix(2) == [.diagnostics([]), .diagnostics([])])
  }

  /// A style's new digest changes the link in every page; they need not be loaded again for that.
  @Test(arguments: [
    (["a.css": "1", "a.html": "x"], ["a.css": "2", "a.html": "x"], ["templates/a.css"], true),
    (["a.1.css": "1", "a.html": "1"], ["a.2.css": "2", "a.html": "2"], ["templates/a.css"], true),
    (["a.css": "1", "a.html": "1"], ["a.css": "2", "a.html": "2"], ["templates/a.css", "content/x.md"], false),
    (["a.css": "1", "a.html": "1"], ["a.css": "2"], ["content/x.md"], false),
  ])
  func stylesAreSwapped(before: [String: String], after: [String: String], paths: [String], isSwapped: Bool) async {
    let bench = Bench([good(before), good(after)])
    let loop = loop(bench)
    await loop.changed([])
    await loop.settle()
    await loop.changed(paths)
    await loop.settle()
    let build = site(after).build
    #expect(await bench.told[2] == (isSwapped ? .css(build: build) : .reload(build: build)))
  }

  @Test func changesDuringABuildAreJoinedAndNotLost() async {
    let bench = Bench([good(["a.html": "1"], [finding]), good(["a.html": "2"])], gated: true)
    let loop = loop(bench)
    await loop.changed([])
    await bench.buildRuns()
    await loop.changed(["b", "c"])
    await loop.changed(["a", "b"])
    #expect(await bench.builds == [[]])
    await bench.letGo()
    await bench.buildRuns()
    #expect(await bench.builds == [[], ["a", "b", "c"]])
    await bench.letGo()
    await loop.settle()
    // The first build's findings were old before they could be told.
    #expect(
      await bench.told == [
        .reload(build: site(["a.html": "1"]).build), .reload(build: site(["a.html": "2"]).build), .diagnostics([]),
      ])
  }
}
