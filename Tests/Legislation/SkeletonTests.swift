import Testing

@testable import Legislation

@Suite struct SkeletonTests {
  private static let original = """
    # 例

    （通过）

    ## 第一章 总则

    ### 第一条

    甲。

    做：

    （一）乙；

    （二）丙；

    （三）丁。

    ### 第一条之一

    戊。

    ## 第二章 附则

    ### 第二条

    己。
    """
  private static let translation = """
    # Example

    (Adopted)

    ## Chapter I General Provisions

    ### Article 1

    A.

    Do:

    (1) b;

    (2) c;

    (3) d.

    ### Article 1-1

    E.

    ## Chapter II Supplementary Provisions

    ### Article 2

    F.
    """

  private func differences(_ change: (String) -> String) -> [SkeletonDifference] {
    let original = readEdition(Self.original, file: "zh", language: .zh).text
    let translation = readEdition(change(Self.translation), file: "en", language: .en).text
    return compareSkeletons(original, translation)
  }

  private func replacing(_ old: String, _ new: String) -> (String) -> String {
    { source in
      guard let range = source.firstRange(of: old) else { return source }
      return source.replacingCharacters(in: range, with: new)
    }
  }

  @Test func findsNothingInAFaithfulTranslation() {
    #expect(differences { $0 } == [])
  }

  @Test func namesAMissingItemOnce() {
    let found = differences(replacing("(2) c;\n\n", ""))
    #expect(found.map(\.kind) == [.missingItem])
    #expect(found[0].label == "（二）")
    #expect(found[0].provision == "1")
    #expect(found[0].paragraph == 2)
    #expect(found[0].originalLine == 15)
    #expect(found[0].translationLine == 15)
  }

  @Test func namesAnExtraItem() {
    let found = differences(replacing("(3) d.", "(3) d;\n\n(4) e."))
    #expect(found.map(\.kind) == [.extraItem])
    #expect(found[0].label == "(4)")
  }

  @Test func namesAMissingParagraph() {
    let found = differences(replacing("A.\n\n", ""))
    #expect(found.map(\.kind) == [.missingParagraph])
    #expect(found[0].paragraph == 1)
    #expect(found[0].translationLine == 9)
  }

  @Test func namesAnExtraParagraph() {
    #expect(differences(replacing("E.", "E.\n\nE again.")).map(\.kind) == [.extraParagraph])
  }

  @Test func namesWrongLabelsAndMissingParts() {
    let found = differences(replacing("### Article 1-1\n\nE.", "### Article 1-2\n\nE."))
    #expect(found.map(\.kind) == [.wrongLabel(original: "第一条之一")])
    #expect(found.map(\.label) == ["Article 1-2"])
    let parts = differences(replacing("## Chapter II Supplementary Provisions\n\n", ""))
    #expect(parts.map(\.kind) == [.missingPart])
    #expect(parts.map(\.label) == ["第二章"])
  }

  @Test func namesAProvisionOutOfOrderAlone() {
    let found = differences { source in
      let moved = replacing("### Article 1-1\n\nE.\n\n", "")(source)
      return replacing("### Article 1\n", "### Article 1-1\n\nE.\n\n### Article 1\n")(moved)
    }
    #expect(found.map(\.kind) == [.misplacedProvision])
    #expect(["Article 1", "Article 1-1"].contains(found[0].label))
  }

  @Test func namesAProvisionInAnotherPart() {
    let found = differences { source in
      replacing("### Article 2", "### Article 1-1\n\nE.\n\n### Article 2")(replacing("### Article 1-1\n\nE.\n\n", "")(source))
    }
    #expect(found.map(\.kind) == [.misplacedProvision])
    #expect(found[0].label == "Article 1-1")
  }

  @Test func countsAdoptionNotes() {
    #expect(differences(replacing("(Adopted)\n\n", "")).map(\.kind) == [.missingAdoption])
    #expect(differences(replacing("(Adopted)", "(Adopted)\n\n(Approved)")).map(\.kind) == [.extraAdoption])
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with new: String) -> String {
    String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }
}
