import Diagnostics
import Testing

@Suite struct ScalarTextTests {
  @Test func aStretchOfScalarsIsItsText() {
    let scalars = Array("第5条：质量𠀀é".unicodeScalars)
    #expect(String(String.UnicodeScalarView(scalars[0..<3])) == "第5条")
    #expect(String(String.UnicodeScalarView(scalars[4...])) == "质量𠀀é")
    #expect(String(String.UnicodeScalarView(scalars[2..<2])) == "")
  }
}
