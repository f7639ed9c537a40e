import Foundation
import Testing

@testable import Publishing

@Suite(.serialized) struct KilledBuildTests {
  let folder = TemporaryFolder()

  /// The generation that all pages of the folder belong to; nil when it is not one whole site.
  private func generation(pages: Int) -> String? {
    let files = folder.files()
    guard files.count == pages + 1, files[".gitignore"] == "*" else { return nil }
    var found: Set<String> = []
    for number in 0..<pages {
      guard let text = files["zh/\(number % 10)/\(number).html"] else { return nil }
      let lines = text.split(separator: "\n")
      guard lines.count == 100, Set(lines).count == 1 else { return nil }
      if number % 3 != 0 { found.insert(String(lines[0].dropFirst("page \(number) of ".count))) }
    }
    return found.count == 1 ? found.first : nil
  }

  @Test func aBuildKilledAtAnyMomentLeavesAWholeSite() throws {
    let pages = 200
    #expect(try Probe(folder + "public", "g0", "\(pages)").finish().status == 0)
    try folder.put("*", at: "public/.gitignore")
    let first = try Probe(folder + "public", "g1", "\(pages)")
    let began = DispatchTime.now().uptimeNanoseconds
    #expect(first.waitForOutputToEnd() == "")
    let wholeBuild = DispatchTime.now().uptimeNanoseconds - began
    #expect(first.finish().status == 0)
    var last = "g1"
    var random = SplitMix64(state: 2026)
    for round in 2..<52 {
      // Longer than a build by half: it has what the killed one left to clear away.
      let probe = try Probe(folder + "public", "g\(round)", "\(pages)")
      usleep(UInt32(random.next() % (wholeBuild * 3 / 2) / 1000))
      probe.kill()
      let found = try #require(generation(pages: pages), "round \(round) left a broken site")
      #expect(found == last || found == "g\(round)")
      last = found
    }
    #expect(try Probe(folder + "public", "end", "\(pages)").finish().status == 0)
    #expect(generation(pages: pages) == "end")
    #expect(folder.names() == ["public"])
  }

  @Test func whatAKilledBuildLeftIsClearedAway() throws {
    try build(["index.html": "old"], in: folder)
    try folder.put("half", at: ".public.new/zh/index.html")
    try folder.put("", at: ".public.lock")
    #expect(try build(["index.html": "old"], in: folder) == PublishSummary(unchanged: 1))
    #expect(folder.names() == ["public"])
  }

  @Test func aSiteLeftStandingAsideComesBack() throws {
    try build(["index.html": "old"], in: folder)
    try FileManager.default.moveItem(atPath: folder + "public", toPath: folder + ".public.old")
    try folder.put("new", at: ".public.new/index.html")
    try SiteWriter(output: folder + "public").discard()
    #expect(folder.names() == ["public"])
    #expect(folder.files() == ["index.html": "old"])
  }
}

/// Sebastiano Vigna's generator: the same delays in every run.
private struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
