import Diagnostics
import Testing

@testable import Corpus

@Suite struct YAMLTests {
  /// Findings of reading one object as a regulation's `bodies` entry would be read.
  private func read(_ yaml: String, _ body: (inout YAMLObject, inout [Diagnostic]) -> Void) -> [Diagnostic] {
    let source = YAMLSource(file: "x.yml", firstLine: 1, text: yaml)
    var diagnostics: [Diagnostic] = []
    guard let node = source.parse(&diagnostics), var object = YAMLObject(node, in: source, &diagnostics) else { return diagnostics }
    body(&object, &diagnostics)
    object.finish(&diagnostics)
    return diagnostics
  }

  private func place(_ diagnostic: Diagnostic?) -> String {
    diagnostic.flatMap(\.range).map { "\($0.file):\($0.start.line):\($0.start.column)" } ?? "nowhere"
  }

  @Test func anUnknownKeyIsNamedWithItsNearestNeighbour() {
    let found = read("title: 质量\ntopcis: [a]") { object, d in
      _ = object.string("title", &d)
      _ = object.strings("topics", &d)
    }
    #expect(found.map(\.rule.code) == ["FM703"])
    #expect(place(found.first) == "x.yml:2:1")
    #expect(found.first?.help?.en == "did you mean 'topics'?")
    #expect(found.first?.fix == Diagnostic.Fix(SourceRange(file: "x.yml", line: 2, length: 6), "topics"))
  }

  @Test func aMissingRequiredKeyIsReported() {
    let found = read("order: 1") { object, d in
      _ = object.string("title", required: true, &d)
      _ = object.integer("order", &d)
    }
    #expect(found.map(\.message.en) == ["'title' is missing"])
  }

  @Test func aKeyGivenTwiceIsAnError() {
    let found = read("order: 1\norder: 2") { _, _ in }
    #expect(found.map(\.rule.code) == ["FM702"])
  }

  @Test func aWrongTypeIsAnErrorWithItsPlace() {
    let found = read("order: first") { object, d in _ = object.integer("order", &d) }
    #expect(found.map(\.message.en) == ["this must be a whole number"])
    #expect(place(found.first) == "x.yml:1:8")
  }

  @Test func aDateMustExist() {
    let found = read("on: 2021-02-29") { object, d in _ = object.date("on", &d) }
    #expect(found.map(\.message.en) == ["'2021-02-29' is not a date"])
  }

  @Test func brokenYAMLIsAFindingWithLineAndColumn() {
    let found = read("title: 质量: 是什么") { _, _ in }
    #expect(found.map(\.rule.code) == ["FM701"])
    #expect(place(found.first) == "x.yml:1:10")
  }

  @Test func anchorsAreRefusedBeforeTheyMultiply() {
    let bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]"
    #expect(read(bomb) { _, _ in }.map(\.rule.code) == ["FM701"])
    #expect(place(read("title: 质量\n标题: 召回 &召 x") { _, _ in }.first) == "x.yml:2:8")
    #expect(read("title: R & D, AT&T") { object, d in _ = object.string("title", &d) }.isEmpty)
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func deepNestingIsRefused(_ opening: String) {
    let found = read(String(repeating: opening, count: 10_000)) { _, _ in }
    #expect(found.map(\.message.en) == ["this YAML is nested too deeply"])
  }
}
