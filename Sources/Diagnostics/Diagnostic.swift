/// Something wrong, where it is, and how to mend it.
public struct Diagnostic: Hashable, Sendable {
  /// The rule that was broken.
  public var rule: Rule
  /// The rule's severity, or a milder one (a missing note in a regulation still in progress).
  public var severity: Severity
  /// Where: the smallest stretch of source that is wrong. Nil only when no file exists to point into.
  public var range: SourceRange?
  /// One sentence that a person can act on, naming the specific thing: "no provision zhuhai/31".
  public var message: Bilingual
  /// Other places that explain the finding: "the Chinese says 98.5% here".
  public var notes: [Note]
  /// What to do about it.
  public var help: Bilingual?
  /// The exact replacement, where there is only one.
  public var fix: Fix?

  /// A remark that points to another place.
  public struct Note: Hashable, Sendable {
    public var range: SourceRange?
    public var message: Bilingual
    public init(_ message: Bilingual, at range: SourceRange? = nil) {
      self.range = range
      self.message = message
    }
  }

  /// Text that replaces the stretch `range`.
  public struct Fix: Hashable, Sendable {
    public var range: SourceRange
    public var replacement: String
    /// Whether `mingzhi check --fix` may write it without asking: it cannot change what a sentence says.
    public var isSafe: Bool
    public init(_ range: SourceRange, _ replacement: String, isSafe: Bool = false) {
      self.range = range
      self.replacement = replacement
      self.isSafe = isSafe
    }
  }

  public init(
    _ rule: Rule, at range: SourceRange?, _ message: Bilingual, severity: Severity? = nil,
    notes: [Note] = [], help: Bilingual? = nil, fix: Fix? = nil
  ) {
    self.rule = rule
    self.severity = severity ?? rule.severity
    self.range = range
    self.message = message
    self.notes = notes
    self.help = help
    self.fix = fix
  }
}

extension [Diagnostic] {
  /// By file, position, code and wording: the same findings always in the same order.
  public func sortedForReading() -> [Diagnostic] {
    sorted { a, b in
      if let x = a.range, let y = b.range {
        if x.file != y.file { return x.file < y.file }
        if x.start != y.start { return x.start < y.start }
      } else if (a.range == nil) != (b.range == nil) {
        return a.range == nil
      }
      return (a.rule.code, a.message.en) < (b.rule.code, b.message.en)
    }
  }

  /// Whether any finding stops the build.
  public var hasErrors: Bool { contains { $0.severity == .error } }
}
