import Testing

@testable import Legislation

@Suite struct FoldingTests {
  @Test func dropsWhiteSpaceBoldMarksAndBracketWidth() {
    #expect(folded("到 2025 年，\u{a0}（**责任部门**：市科技局)\u{3000}") == "到2025年，（责任部门：市科技局）")
  }

  @Test func keepsEveryOtherCharacter() {
    #expect(folded("a*b 责任:") == "a*b责任:")
    #expect(folded("责任：") != folded("责任:"))
  }

  @Test(arguments: [("***", "*"), ("**a** *b*", "a*b*"), ("* *", "**"), ("a*", "a*"), ("****", "")])
  func asterisksGoInPairs(text: String, expected: String) {
    #expect(folded(text) == expected)
    #expect(folded(Substring("（" + text).dropFirst()) == expected)
  }

  @Test func digestIsTwelveHexadecimalDigits() {
    #expect(digest(of: "") == "9ce48422e8d7")
    #expect(digest(of: "第 一 条") == digest(of: "第一条"))
    #expect(digest(of: "第一条") != digest(of: "第二条"))
  }
}

extension FoldingTests {
  @Test func dropsExactlyWhatUnicodeCallsWhiteSpace() {
    for value in UInt32(0)...0x10ffff {
      guard let scalar = Unicode.Scalar(value), !"*()".unicodeScalars.contains(scalar) else { continue }
      let isDropped = folded(String(scalar)).isEmpty
      if isDropped != scalar.properties.isWhitespace { Issue.record("U+\(String(value, radix: 16))") }
    }
  }
}
