import Testing

@testable import Site

/// Linked data stands inside a `<script>`, so no text may end it.
@Suite struct LinkedDataTests {
  @Test func membersKeepTheirOrderAndEmptyOnesAreLeftOut() {
    let data = LinkedData.object([("@type", .text("Legislation")), ("legislationDate", nil), ("inLanguage", .list([.text("en")]))])
    #expect(
      data.element()
        == "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"Legislation\",\"inLanguage\":[\"en\"]}</script>\n")
  }

  @Test func noTextEndsTheElement() {
    let element = LinkedData.object([("name", .text("a</script><b>"))]).element()
    #expect(element.contains("\"a\\u003c/script>\\u003cb>\""))
  }

  @Test func quotesBackslashesAndControlCharactersAreEscaped() {
    let element = LinkedData.object([("name", .text("\"\\\u{1}\n\u{2028}"))]).element()
    #expect(element.contains("\"\\\"\\\\\\u0001\\u000a\\u2028\""))
  }
}
