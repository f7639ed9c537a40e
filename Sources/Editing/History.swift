/// Earlier states of a file, newest first, as git keeps them.
struct History {
  private let folder: String
  private let name: String
  private let commits: [String]

  /// Nil when git is missing or the file is in no repository.
  init?(of path: String) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    folder = slash.map { String(path[..<$0]) } ?? "."
    name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    guard let log = output(of: ["git", "-C", folder, "log", "--format=%H", "--", "./" + name]), log.status == 0 else { return nil }
    commits = String(decoding: log.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// The newest state that the predicate accepts, with its commit.
  func newest<Value>(_ accept: (String) -> Value?) -> (value: Value, commit: String)? {
    for commit in commits {
      guard let shown = output(of: ["git", "-C", folder, "show", "\(commit):./\(name)"]), shown.status == 0 else { continue }
      if let value = accept(String(decoding: shown.bytes, as: UTF8.self)) { return (value, commit) }
    }
    return nil
  }
}
