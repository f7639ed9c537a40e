import Diagnostics

/// A kind of content that `mingzhi new` begins. One file a kind; `all` lists them.
public struct NewKind: Sendable {
  /// The word on the command line.
  public let name: String
  /// The files of a new entry; throws `Failure.usage` when its name is none, is taken or leads nowhere.
  let files: @Sendable (NewEntry) throws(Failure) -> [FileChange]

  public static let all: [NewKind] = [
    .note, .topic, .situation, .page, .term, .fact, .lesson, .quiz, .poster, .pocket, .guide, .calendar,
  ]
}
