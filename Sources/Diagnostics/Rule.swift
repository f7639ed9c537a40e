/// What the checker looks for: a stable code and its explanation, printed by
/// `mingzhi check --explain CODE` and kept in docs/checks/.
public struct Rule: Hashable, Sendable {
  /// Two letters for the family, three digits: `TR204`. Never reused.
  public let code: String
  /// How bad a finding is unless the place says otherwise.
  public let severity: Severity
  /// The rule as one short statement: "A translation keeps every figure".
  public let title: Bilingual
  /// What it finds, why that matters and how to mend it; Markdown.
  public let explanation: Bilingual
  /// Source that breaks the rule.
  public let bad: String
  /// The same source, mended.
  public let good: String

  public init(
    _ code: String, _ severity: Severity, title: Bilingual, explanation: Bilingual, bad: String, good: String
  ) {
    self.code = code
    self.severity = severity
    self.title = title
    self.explanation = explanation
    self.bad = bad
    self.good = good
  }

  public static func == (a: Rule, b: Rule) -> Bool { a.code == b.code }
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

/// How bad a finding is.
public enum Severity: String, Hashable, Comparable, Sendable {
  case error, warning, note

  /// Errors first.
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
  private var rank: Int { self == .error ? 0 : self == .warning ? 1 : 2 }
}
