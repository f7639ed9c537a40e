import Diagnostics
import Testing

@testable import Legislation

@Suite struct PropertyTests {
  /// A small generator with a fixed seed (SplitMix64).
  struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var z = state
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      return z ^ (z >> 31)
    }
  }

  private func words(_ random: inout Seeded) -> String {
    let pieces = ["走", "停。", "看；", "行人", "一、", "（三）", "12", "第四条", "# ", "<!-- ", "\\", "Walk", " ", "“红灯”", "1. "]
    let text = (0..<Int.random(in: 1...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    let trimmed = trimming(Substring(text))
    return trimmed.isEmpty ? "文" : String(trimmed)
  }

  private func randomText(_ random: inout Seeded) -> LegalText {
    var builder = LegalTextBuilder()
    builder.text.title = Heading(label: "", text: "例" + words(&random), line: 0)
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      builder.text.adoption.append(Paragraph(text: Bool.random(using: &random) ? "（通过）" : words(&random), line: 0))
    }
    var article = 0
    for chapter in 1...Int.random(in: 1...3, using: &random) {
      if Bool.random(using: &random) {
        let stamp = Bool.random(using: &random) ? Stamp(of: "1a2b3c4d5e6f", review: .draft, line: 0) : nil
        builder.begin(Part(kind: .chapter, heading: Heading(label: "第\(chinese(chapter))章", text: "章", line: 0, stamp: stamp)))
      }
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        article += 1
        let caption = Bool.random(using: &random) ? "目的" : ""
        builder.begin(
          Provision(
            id: ProvisionID(rawValue: "\(article)"), heading: Heading(label: "第\(chinese(article))条", text: caption, line: 0), line: 0))
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          builder.add(paragraph: words(&random), line: 0)
          for item in 0..<Int.random(in: 0...3, using: &random) {
            builder.add(
              FlatItem(label: Label(.item(1), [item + 1]), printed: "（\(chinese(item + 1))）", text: "项" + words(&random), line: 0))
          }
        }
      }
    }
    if Bool.random(using: &random) { builder.text.annexes = [Paragraph(text: words(&random), line: 0)] }
    return builder.finish()
  }

  @Test func readingWhatWasWrittenGivesTheSameText() {
    var random = Seeded(state: 20_240_901)
    for _ in 0..<400 {
      let text = randomText(&random)
      let source = writeEdition(text, language: .zh)
      #expect(readEdition(source, file: "f", language: .zh).text.withoutLines == text.withoutLines)
    }
  }

  @Test func noInputCrashesAnyReader() {
    var random = Seeded(state: 7)
    let pieces = [
      "第", "一", "条", "章", "之", "（", "）", "(", ")", "#", "##", " ", "\n", "\n\n", "<!--", "-->", " id: a ", " of: ", "“", "”", "【", "】", "目录", "附件",
      "1.", "、", "。", "\r\n", "\u{feff}", "\u{3000}", "*", "**", "&#x110000;", "责任部门：", "Article 1", "(i)", "\u{0}", "e\u{301}",
    ]
    for _ in 0..<3000 {
      let source = (0..<Int.random(in: 0...40, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let publication = readPublication(source, file: "f")
      for language in Language.allCases {
        let text = readEdition(source, file: "f", language: language).text
        _ = writeEdition(text, language: language)
        _ = compareSkeletons(publication.text, text)
        _ = compareFidelity(text, source)
        _ = writeStamps([.title: Stamp(of: "1a2b3c4d5e6f", review: .draft, line: 0)], into: source, language: language)
        for provision in text.provisions { _ = Citation(provision, at: Anchor(paragraph: 3, items: [2, 2])).text(in: language) }
      }
    }
  }
}

extension LegalText {
  /// The text with every line number zero, for comparing.
  fileprivate var withoutLines: LegalText {
    var copy = self
    copy.title?.line = 0
    copy.title?.stamp?.line = 0
    copy.adoptionStamp?.line = 0
    copy.adoption = adoption.map(\.withoutLines)
    copy.annexes = annexes.map(\.withoutLines)
    copy.divisions = divisions.map(\.withoutLines)
    return copy
  }
}

extension Division {
  fileprivate var withoutLines: Division {
    switch self {
    case .part(var part):
      part.heading.line = 0
      part.heading.stamp?.line = 0
      part.divisions = part.divisions.map(\.withoutLines)
      return .part(part)
    case .provision(var provision):
      provision.line = 0
      provision.heading?.line = 0
      provision.stamp?.line = 0
      provision.paragraphs = provision.paragraphs.map(\.withoutLines)
      return .provision(provision)
    }
  }
}

extension Paragraph {
  fileprivate var withoutLines: Paragraph { Paragraph(text: text, items: items.map(\.withoutLines), line: 0) }
}

extension Item {
  fileprivate var withoutLines: Item { Item(label: label, text: text, items: items.map(\.withoutLines), line: 0) }
}
