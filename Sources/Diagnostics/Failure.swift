/// Why a command stopped before its result.
public enum Failure: Error, Sendable {
  /// The content has errors (exit status 1).
  case content([Diagnostic])
  /// The command was used wrongly (exit status 2).
  case usage(Bilingual)
  /// The machine failed us: disk, permission, memory (exit status 3).
  case machine(Bilingual)
}
