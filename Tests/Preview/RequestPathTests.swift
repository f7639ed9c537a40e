import Testing

@testable import Preview

@Suite struct RequestPathTests {
  @Test(arguments: [
    ("/", "index.html"), ("/zh/", "zh/index.html"), ("/zh/nantong/1.html", "zh/nantong/1.html"),
    ("/%E8%B4%A8%E9%87%8F.html", "质量.html"), ("/a%20b.html", "a b.html"), ("/...", "..."),
  ])
  func leadsToAFile(raw: String, file: String) {
    #expect(RequestPath(raw) == .file(file))
  }

  @Test(arguments: [
    "", "zh", "*", "http://localhost/", "/..", "/../etc/passwd", "/zh/../../etc/passwd", "/zh/./1.html", "//", "//evil.example/",
    "/zh//1.html", "/%2e%2e/etc/passwd", "/zh/%2E%2E/1.html", "/..%2fetc/passwd", "/..%5cwindows", "/a\\b", "/%00", "/a%0d%0aSet-Cookie:x",
    "/%ff", "/%c0%ae%c0%ae/", "/%", "/%4", "/%zz",
  ])
  func isRefused(raw: String) {
    #expect(RequestPath(raw) == .refused)
  }

  @Test func absurdLengthIsTold() {
    #expect(RequestPath("/" + String(repeating: "a", count: 3072)) == .file(String(repeating: "a", count: 3072)))
    #expect(RequestPath("/" + String(repeating: "a", count: 3073)) == .tooLong)
  }

  @Test func pathsAreEscaped() {
    #expect(urlPath("zh/质 量/a-b_c~1.html") == "/zh/%E8%B4%A8%20%E9%87%8F/a-b_c~1.html")
  }
}
