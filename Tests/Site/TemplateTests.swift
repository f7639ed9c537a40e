import Diagnostics
import Mustache
import Testing

@testable import Site

/// Our templates draw what the swift-mustache library draws, only faster.
@Suite struct TemplateTests {
  private func view() -> View {
    var inner = View()
    inner.html("name", "inner")
    var other = View()
    other.html("name", "other")
    other.flag("yes", false)
    var view = View()
    view.html("name", "outer")
    view.html("empty", "")
    view.flag("yes", true)
    view.flag("no", false)
    view.section("some", [inner, other])
    view.section("none", [View]())
    return view
  }

  /// The same for the library.
  private let values: [String: Any] = [
    "name": "outer", "empty": "", "yes": true, "no": false, "none": [[String: Any]](),
    "some": [["name": "inner"], ["name": "other", "yes": false]] as [[String: Any]],
  ]
  private let partials = ["part": "<b>{{{name}}}</b>\n", "lines": "{{#yes}}\nline\n{{/yes}}\n"]

  private func ours(_ source: String) -> String {
    func nodes(_ source: String) -> [Template.Node] {
      var diagnostics: [Diagnostic] = []
      let bytes = Array(source.utf8)
      let tags = TemplateTag.all(in: bytes, file: "t.mustache", &diagnostics)
      #expect(diagnostics.isEmpty)
      return TemplateReader(source: bytes, constant: { _ in nil }, partial: { nodes(partials[$0] ?? "") }).nodes(tags)
    }
    var html: [UInt8] = []
    Template(nodes: nodes(source)).write(view(), to: &html)
    return String(decoding: html, as: UTF8.self)
  }

  private func theirs(_ source: String) throws -> String {
    var templates = try partials.mapValues { try MustacheTemplate(string: $0) }
    templates["page"] = try MustacheTemplate(string: source)
    return MustacheLibrary(templates: templates).render(values, withTemplate: "page") ?? ""
  }

  @Test(arguments: [
    ("<p>{{{name}}}</p>", "<p>outer</p>"),
    ("{{#some}}[{{{name}}}]{{/some}}{{#none}}x{{/none}}{{^none}}nothing{{/none}}", "[inner][other]nothing"),
    ("a\n  {{#yes}}\n  b\n  {{/yes}}\nc\n", "a\n  b\nc\n"),
    ("{{#some}}{{#yes}}yes {{/yes}}{{^yes}}no {{/yes}}{{/some}}", "yes no "),
    ("x\n{{! a remark }}\ny {{! another }}\n", "x\ny \n"),
    ("{{> part}}\n|{{> part}}|", "<b>outer</b>\n|<b>outer</b>\n|"),
  ])
  func tagsDrawWhatMustacheSays(source: String, expected: String) throws {
    #expect(ours(source) == expected)
    #expect(try theirs(source) == expected)
  }

  /// White space aside: at the end of a template and around nested sections the library keeps or drops a blank that the
  /// specification of Mustache treats otherwise.
  @Test func generatedTemplatesAreDrawnLikeTheLibrarys() throws {
    var state: UInt64 = 20261128
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let words = ["text", "\n", "\n", "  ", "<p>", "{{{name}}}", "{{{empty}}}", "{{> part}}", "{{> lines}}", "\n{{! r }}\n", "文"]
    func body(_ depth: Int) -> String {
      (0...random(5)).map { _ in
        guard depth < 3, random(3) == 0 else {
          let word = words[random(words.count)]
          // White space before a partial that stands alone is dropped here, repeated there.
          return word.hasPrefix("{{>") ? "\n" + word : word
        }
        let name = ["some", "none", "yes", "no"][random(4)]
        return "{{\(["#", "^"][random(2)])\(name)}}\(body(depth + 1)){{/\(name)}}"
      }.joined()
    }
    for _ in 0..<500 {
      let source = body(0)
      let (drawn, expected) = (ours(source).filter { !$0.isWhitespace }, try theirs(source).filter { !$0.isWhitespace })
      #expect(drawn == expected, "\(source.debugDescription)")
    }
  }

  @Test func textIsEscapedAndMarkupIsNot() {
    var view = View()
    view.text("title", "R&D <50% \"new\"")
    view.html("content", "<b>x</b>")
    var html: [UInt8] = []
    Template(nodes: [.value("title"), .markup(Array(" ".utf8)), .value("content")]).write(view, to: &html)
    #expect(String(decoding: html, as: UTF8.self) == "R&amp;D &lt;50% &quot;new&quot; <b>x</b>")
  }
}
