/// One mistake that an editor could make: a file as it would be after it, and where the checker must see it.
struct Mistake {
  /// The kind as the issue lists it: "figure differs".
  let kind: String
  /// The rule that must report it.
  let code: String
  /// Path below content/; the file that is changed, added or taken away.
  let file: String
  /// Nil when the file is taken away.
  let text: String?
  /// The file in which it is reported.
  let reportedIn: String
  /// Lines on which it may be reported.
  let lines: ClosedRange<Int>

  init(_ kind: String, _ code: String, _ file: String, _ text: String?, reportedIn: String? = nil, lines: ClosedRange<Int>) {
    (self.kind, self.code, self.file, self.text, self.lines) = (kind, code, file, text, lines)
    self.reportedIn = reportedIn ?? file
  }

  /// Mistakes with the same key would disturb each other: those in a regulation's own files stand for all of it.
  var region: String {
    let steps = file.split(separator: "/")
    return steps.first == "regulations" && steps.count == 3 ? String(steps[1]) : file
  }

  /// Whether data cannot be read after it: what follows from that is not told, a link to a fact in it for example.
  private var hides: Bool { code.hasPrefix("FM") && file.hasSuffix(".yml") }

  func disturbs(_ other: Mistake) -> Bool {
    hides != other.hides || region == other.region || file == other.file || reportedIn == other.reportedIn
      || file.hasPrefix("regulations/\(other.region)/") || other.file.hasPrefix("regulations/\(region)/")
  }
}

/// The content as it is, to make mistakes in.
struct Book {
  /// Texts by path below content/.
  let files: [String: String]
  var paths: [String] { files.keys.sorted() }

  func lines(_ path: String) -> [String] {
    (files[path] ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// A mistake for every line of the chosen files that `change` makes another of.
  func mistakes(
    _ kind: String, _ code: String, in chosen: (String) -> Bool, slack: Int = 0, _ change: (String) -> String?
  ) -> [Mistake] {
    paths.filter(chosen).flatMap { path -> [Mistake] in
      let lines = lines(path)
      let body = path.hasSuffix(".md") ? bodyStart(lines) : 0
      return lines.indices.dropFirst(body).compactMap { index in
        guard let changed = change(lines[index]), changed != lines[index] else { return nil }
        var new = lines
        new[index] = changed
        return Mistake(kind, code, path, new.joined(separator: "\n"), lines: max(1, index + 1 - slack)...index + 1 + slack)
      }
    }
  }

  /// A mistake for every line that is taken out with the blank line after it.
  func losses(_ kind: String, _ code: String, in chosen: (String) -> Bool, slack: Int, _ isLost: (String) -> Bool) -> [Mistake] {
    paths.filter(chosen).flatMap { path -> [Mistake] in
      let lines = lines(path)
      return lines.indices.filter { isLost(lines[$0]) }.map { index in
        var new = lines
        new.removeSubrange(index...min(index + 1, lines.count - 1))
        return Mistake(kind, code, path, new.joined(separator: "\n"), lines: max(1, index + 1 - slack)...index + 1 + slack)
      }
    }
  }

  /// A mistake for every chosen file, to which `words` are added as a last paragraph.
  func additions(_ kind: String, _ code: String, in chosen: (String) -> Bool, _ words: String) -> [Mistake] {
    paths.filter(chosen).map { path in
      let text = files[path] ?? ""
      let line = text.split(separator: "\n", omittingEmptySubsequences: false).count + 1
      return Mistake(kind, code, path, text + "\n" + words + "\n", lines: line...line + words.split(separator: "\n").count - 1)
    }
  }

  /// Index of the first line after the front matter.
  private func bodyStart(_ lines: [String]) -> Int {
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else { return 0 }
    return end + 1
  }
}

/// Pseudo-random numbers that are the same everywhere (SplitMix64).
struct Dice: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
