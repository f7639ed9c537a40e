import Testing

@testable import Site

/// Linked data stands inside a `<script>`, so no text may end it.
@Suite struct LinkedDataTests {
  private func text(_ data: LinkedData) -> String { String(decoding: data.element(), as: UTF8.self) }

  @Test func membersKeepTheirOrderAndEmptyOnesAreLeftOut() {
    let data = LinkedData.object([("@type", .text("Legislation")), ("legislationDate", nil), ("inLanguage", .list([.text("en")]))])
    #expect(
      text(data)
        == "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"Legislation\",\"inLanguage\":[\"en\"]}</script>\n")
  }

  @Test func noTextEndsTheElement() {
    let element = text(.object([("name", .text("a</script><b>"))]))
    #expect(element.contains("\"a\\u003c/script>\\u003cb>\""))
  }

  @Test func quotesBackslashesAndControlCharactersAreEscaped() {
    let element = text(.object([("name", .text("\"\\\u{1}\n字"))]))
    #expect(element.contains("\"\\\"\\\\\\u0001\\n字\""))
  }
}
