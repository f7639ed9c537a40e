/// Findings as JSON, the form that `mingzhi check --format json` promises.
public enum JSONWriter {
  public static func write(_ diagnostics: [Diagnostic], language: Language) -> String {
    var json = "{\"diagnostics\":["
    for (index, diagnostic) in diagnostics.enumerated() {
      if index > 0 { json += "," }
      let start = diagnostic.range?.start ?? SourcePosition(line: 1)
      json += "\n{\"code\":\(quoted(diagnostic.rule.code)),\"severity\":\(quoted(diagnostic.severity.rawValue))"
      json += ",\"file\":\(quoted(diagnostic.range?.file ?? "")),\"line\":\(start.line),\"column\":\(start.column)"
      json += ",\"message\":\(quoted(diagnostic.message[language]))"
      json += ",\"help\":\(quoted(diagnostic.help?[language] ?? ""))}"
    }
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count { $0.severity == .warning }
    return json + "],\n\"summary\":{\"errors\":\(errors),\"warnings\":\(warnings)}}\n"
  }
}

/// A JSON string (RFC 8259, section 7).
func quoted(_ text: String) -> String {
  var json = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": json += "\\\""
    case "\\": json += "\\\\"
    case "\n": json += "\\n"
    case "\r": json += "\\r"
    case "\t": json += "\\t"
    case _ where scalar.value < 0x20:
      let digits = String(scalar.value, radix: 16)
      json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: json.unicodeScalars.append(scalar)
    }
  }
  return json + "\""
}
