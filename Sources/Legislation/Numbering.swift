import Diagnostics

/// Watches one run of numbers (the articles of a text, the items of a paragraph) for gaps, repeats and disorder.
struct NumberSequence {
  enum Problem: Hashable {
    /// The number that should have come instead.
    case gap(expected: [Int])
    case repetition
    /// Smaller than the one before, and not seen yet.
    case disorder(after: [Int])
    /// Counting begins again at 1.
    case restart
  }

  private(set) var last: [Int] = []
  private var seen: Set<[Int]> = []
  private var mayRestart = true

  /// A new outer part begins: the next number may go on or begin again at 1 (chapters do either in a new 编).
  mutating func allowRestart() { mayRestart = true }

  mutating func take(_ number: [Int]) -> Problem? {
    if mayRestart, number == [1] { (last, seen) = ([], []) }
    mayRestart = false
    if follows(number) {
      advance(to: number)
      return nil
    }
    if seen.contains(number) {
      guard number == [1] else { return .repetition }
      (last, seen) = ([], [])
      advance(to: number)
      return .restart
    }
    if last.lexicographicallyPrecedes(number) {
      let expected = number.count > 1 && last.first == number.first ? successor(at: number.count - 1) : [(last.first ?? 0) + 1]
      advance(to: number)
      return .gap(expected: expected)
    }
    seen.insert(number)
    return .disorder(after: last)
  }

  private mutating func advance(to number: [Int]) {
    last = number
    seen.insert(number)
  }

  /// Whether `number` was taken before.
  func contains(_ number: [Int]) -> Bool { seen.contains(number) }

  /// 第十三条 and 第十二条之一 may both follow 第十二条; a gap in 之 numbers counts like any other.
  func follows(_ number: [Int]) -> Bool {
    let outer = number.dropLast()
    if outer.elementsEqual(last) { return number.last == 1 }
    return last.count > outer.count && last.starts(with: outer) && number.last == last[outer.count] + 1
  }

  private func successor(at depth: Int) -> [Int] {
    Array(last.prefix(depth)) + [(depth < last.count ? last[depth] : 0) + 1]
  }
}

extension NumberSequence.Problem {
  /// The finding in words; `kind` writes the labels.
  func diagnostic(
    _ printed: String, kind: Label.Kind, language: Language, at range: SourceRange, severity: Severity? = nil
  ) -> Diagnostic {
    func label(_ numbers: [Int]) -> String { Label(kind, numbers).text(in: language) }
    switch self {
    case .gap(let expected):
      return Diagnostic(
        .numbering, at: range,
        Bilingual(zh: "\(printed)之前缺少\(label(expected))", en: "\(label(expected)) is missing before \(printed)"),
        severity: severity)
    case .repetition:
      return Diagnostic(
        .numbering, at: range, Bilingual(zh: "\(printed)重复出现", en: "\(printed) occurs a second time"),
        severity: severity)
    case .disorder(let before):
      return Diagnostic(
        .numbering, at: range,
        Bilingual(zh: "\(printed)排在\(label(before))之后", en: "\(printed) stands after \(label(before))"),
        severity: severity)
    case .restart:
      return Diagnostic(
        .numbering, at: range, Bilingual(zh: "编号从\(printed)重新开始", en: "the numbering begins again at \(printed)"),
        severity: severity)
    }
  }
}
