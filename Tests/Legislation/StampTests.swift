import Testing

@testable import Legislation

@Suite struct StampTests {
  private let stamp = Stamp(of: "1a2b3c4d5e6f", review: .draft, line: 0)
  private let source = """
    # Regulation\r

    (Adopted on
    1 January 2020)

    ## Chapter I Walking
    <!-- of: 000000000000; review: checked -->

    ### Article 1

    Walk.

    ## I. Aims
    <!-- id: general -->

    Go far.
    """

  @Test func insertsUnderHeadingsAndReplacesOldStamps() {
    let stamps: [StampTarget: Stamp] = [
      .title: stamp, .adoption: stamp, .part(["Chapter I"]): stamp, .provision("1"): stamp, .provision("general"): stamp,
      .provision("9"): stamp,
    ]
    let line = "<!-- of: 1a2b3c4d5e6f; review: draft -->"
    #expect(
      writeStamps(stamps, into: source, language: .en) == """
        # Regulation\r
        \(line)\r

        (Adopted on
        1 January 2020)
        \(line)

        ## Chapter I Walking
        \(line)

        ### Article 1
        \(line)

        Walk.

        ## I. Aims
        <!-- id: general -->
        \(line)

        Go far.
        """)
  }

  @Test func stampingTwiceChangesNothing() {
    let stamps: [StampTarget: Stamp] = [.title: stamp, .adoption: stamp, .provision("general"): stamp]
    let once = writeStamps(stamps, into: source, language: .en)
    #expect(writeStamps(stamps, into: once, language: .en) == once)
    #expect(writeStamps([:], into: source, language: .en) == source)
  }

  @Test func stampsTheLastLineOfAFile() {
    #expect(
      writeStamps([.title: stamp], into: "# Regulation", language: .en)
        == "# Regulation\n<!-- of: 1a2b3c4d5e6f; review: draft -->")
  }

  @Test func digestsCoverLabelsParagraphsAndItems() {
    func provision(_ text: String) -> Provision { readEdition("# 例\n\n" + text, file: "f", language: .zh).text.provisions[0] }
    let base = provision("## 第一条【甲】\n\n做：\n\n（一）乙。").digest
    #expect(provision("## 第一条【甲】\n\n做： \n\n(一) 乙。").digest == base)
    #expect(provision("## 第一条【丙】\n\n做：\n\n（一）乙。").digest != base)
    #expect(provision("## 第二条【甲】\n\n做：\n\n（一）乙。").digest != base)
    #expect(provision("## 第一条【甲】\n\n做：\n\n（二）乙。").digest != base)
    #expect(provision("## 第一条【甲】\n\n做：\n\n（一）乙。").sourceText == "第一条 甲\n做：\n（一）乙。")
  }
}
