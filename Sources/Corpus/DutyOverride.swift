import Diagnostics
import Legislation

/// What an editor says of a statement that the rules misread.
///
/// In the front matter of the Chinese note: `duties: [{ at: p1-i2, statement: 1, force: declared, actors: [enterprise] }]`.
public struct DutyOverride: Hashable, Sendable {
  /// The paragraph, item or sub-item.
  public let anchor: Anchor
  /// Which of its statements, from 1.
  public let statement: Int
  /// Nil leaves what the rules say.
  public let force: Force?
  /// Nil leaves what the rules say; an empty list says that the text names nobody.
  public let actors: [Actor]?
  public let range: SourceRange
}

extension DutyOverride {
  static func load(_ object: YAMLObject, _ diagnostics: inout [Diagnostic]) -> DutyOverride? {
    var object = object
    let place = object.string("at", required: true, &diagnostics)
    let statement = object.integer("statement", &diagnostics) ?? 1
    let force = object.choice("force", as: Force.self, &diagnostics)
    let names = object.has("actors") ? object.strings("actors", &diagnostics) : nil
    object.finish(&diagnostics)
    guard let place else { return nil }
    guard let anchor = Anchor(place) else {
      diagnostics.append(
        Diagnostic(
          .unknownValue, at: object.range("at"), Bilingual(zh: "\(place) 不是条文里的位置", en: "'\(place)' is no place in a provision"),
          help: Bilingual(zh: "第一款是 p1，第一款第三项是 p1-i3", en: "p1 is the first paragraph, p1-i3 its third item")))
      return nil
    }
    return DutyOverride(
      anchor: anchor, statement: statement, force: force, actors: names?.compactMap { actor($0, &diagnostics) },
      range: object.range())
  }

  private static func actor(_ name: Located<String>, _ diagnostics: inout [Diagnostic]) -> Actor? {
    if let actor = Actor(rawValue: name.value) { return actor }
    let all = Actor.allCases.map(\.rawValue)
    let near = nearestNames(to: name.value, among: all, limit: 1).first
    diagnostics.append(
      Diagnostic(
        .unknownValue, at: name.range, Bilingual(zh: "没有主体 \(name.value)", en: "no actor '\(name.value)'"),
        help: near.map { Bilingual(zh: "是不是 \($0)？", en: "did you mean '\($0)'?") }
          ?? Bilingual(zh: "可以是：" + all.joined(separator: "、"), en: "one of: " + all.joined(separator: ", ")),
        fix: near.map { Diagnostic.Fix(name.range, $0) }))
    return nil
  }
}
