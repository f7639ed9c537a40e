import Diagnostics
import Foundation

/// The failure of `work` as "kind: message" in English, or nil when there is none.
func failure(of work: () throws -> Void) -> String? {
  do {
    try work()
    return nil
  } catch Failure.usage(let message) {
    return "usage: \(message.en)"
  } catch Failure.machine(let message) {
    return "machine: \(message.en)"
  } catch Failure.content(let findings) {
    return "content: " + findings.map { "\($0.rule.code) \($0.message.en)" }.joined(separator: "; ")
  } catch {
    return "unexpected: \(error)"
  }
}
