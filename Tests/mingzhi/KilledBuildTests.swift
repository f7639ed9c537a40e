import Foundation
import Testing

@Suite struct KilledBuildTests {
  /// A build killed at any moment leaves a whole site: the old one or the new one, never a mixture.
  @Test func fiftyKilledBuildsLeaveAWholeSite() throws {
    let site = try SmallSite()
    try site.mingzhi("build")
    let old = site.snapshot(of: "public")
    let page = "---\ntitle: 关于\n---\n\n这是改过的小站。\n"
    try site.write(page, to: "content/pages/about.zh.md")
    try site.mingzhi("build", "--output", "fresh")
    let new = site.snapshot(of: "fresh")
    #expect(old != new)

    var generator = SeededGenerator(state: 20_261_121)
    var seen = ["old": 0, "new": 0]
    for round in 0..<50 {
      // Put the old site back, so that every round has something to publish.
      try? FileManager.default.removeItem(at: site.folder.appendingPathComponent("public"))
      try FileManager.default.copyItem(at: site.folder.appendingPathComponent("fresh"), to: site.folder.appendingPathComponent("public"))
      for (name, data) in old { try data.write(to: site.folder.appendingPathComponent("public/" + name)) }
      try killBuild(of: site, afterMicroseconds: UInt32.random(in: 0..<60_000, using: &generator))
      let found = site.snapshot(of: "public")
      #expect(found == old || found == new, "round \(round)")
      seen[found == new ? "new" : "old", default: 0] += 1
    }
    #expect(seen["old"]! + seen["new"]! == 50)
    // The next build cleans up and publishes.
    #expect(try site.mingzhi("build").status == 0)
    #expect(site.snapshot(of: "public") == new)
  }

  private func killBuild(of site: SmallSite, afterMicroseconds delay: UInt32) throws {
    let process = Process()
    process.executableURL = SmallSite.program
    process.arguments = ["build", "--quiet", "--templates", SmallSite.templates]
    process.currentDirectoryURL = site.folder
    process.standardError = FileHandle.nullDevice
    try process.run()
    usleep(delay)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}

/// SplitMix64: the same numbers at every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
