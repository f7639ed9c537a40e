/// Findings as SARIF 2.1.0 (OASIS Standard, 27 March 2020), for code hosts and editors.
public enum SARIFWriter {
  /// `rules` are all that the tool knows, in a stable order, whether or not they were broken (SARIF 3.19.23).
  public static func write(_ diagnostics: [Diagnostic], rules: [Rule], version: String, language: Language) -> String {
    let index = Dictionary(zip(rules.map(\.code), rules.indices), uniquingKeysWith: { first, _ in first })
    var json = """
      {
      "$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "version":"2.1.0",
      "runs":[{
      "tool":{"driver":{"name":"mingzhi","version":\(quoted(version)),"language":\(quoted(language == .zh ? "zh-CN" : "en-US")),"rules":[

      """
    json += rules.map { declaration($0, language) }.joined(separator: ",\n")
    json += "\n]}},\n\"columnKind\":\"unicodeCodePoints\",\n\"results\":[\n"
    json += diagnostics.map { result($0, index[$0.rule.code], language) }.joined(separator: ",\n")
    return json + "\n]}]}\n"
  }

  /// reportingDescriptor (3.49).
  private static func declaration(_ rule: Rule, _ language: Language) -> String {
    let markdown = rule.explanation[language] + "\n\n" + (language == .zh ? "错误：" : "Bad: ") + "`\(rule.bad)`\n\n" + (language == .zh ? "正确：" : "Good: ") + "`\(rule.good)`"
    return "{\"id\":\(quoted(rule.code)),\"shortDescription\":\(text(rule.title[language]))"
      + ",\"fullDescription\":\(text(rule.explanation[language]))"
      + ",\"help\":{\"text\":\(quoted(rule.explanation[language])),\"markdown\":\(quoted(markdown))}"
      + ",\"defaultConfiguration\":{\"level\":\(quoted(rule.severity.rawValue))}}"
  }

  /// result (3.27).
  private static func result(_ diagnostic: Diagnostic, _ index: Int?, _ language: Language) -> String {
    var json = "{\"ruleId\":\(quoted(diagnostic.rule.code))"
    if let index { json += ",\"ruleIndex\":\(index)" }
    json += ",\"level\":\(quoted(diagnostic.severity.rawValue))"
    let help = diagnostic.help.map { "\n" + $0[language] } ?? ""
    json += ",\"message\":\(text(diagnostic.message[language] + help))"
    if let range = diagnostic.range { json += ",\"locations\":[{\"physicalLocation\":\(place(range))}]" }
    let related = diagnostic.notes.filter { $0.range != nil }
    if !related.isEmpty {
      json += ",\"relatedLocations\":["
      json += related.enumerated().map { number, note in
        "{\"id\":\(number + 1),\"message\":\(text(note.message[language]))" + (note.range.map { ",\"physicalLocation\":\(place($0))" } ?? "") + "}"
      }.joined(separator: ",")
      json += "]"
    }
    if let fix = diagnostic.fix {
      json += ",\"fixes\":[{\"artifactChanges\":[{\"artifactLocation\":{\"uri\":\(quoted(uri(fix.range.file)))}"
      json += ",\"replacements\":[{\"deletedRegion\":\(region(fix.range)),\"insertedContent\":\(text(fix.replacement))}]}]}]"
    }
    return json + "}"
  }

  private static func text(_ text: String) -> String { "{\"text\":\(quoted(text))}" }

  private static func place(_ range: SourceRange) -> String {
    "{\"artifactLocation\":{\"uri\":\(quoted(uri(range.file)))},\"region\":\(region(range))}"
  }

  /// region (3.30): both ends from 1, the end exclusive in columns.
  private static func region(_ range: SourceRange) -> String {
    "{\"startLine\":\(max(1, range.start.line)),\"startColumn\":\(max(1, range.start.column))"
      + ",\"endLine\":\(max(1, range.end.line)),\"endColumn\":\(max(1, range.end.column))}"
  }

  /// A path as a URI reference (RFC 3986): what is no unreserved character or slash is percent-encoded.
  private static func uri(_ path: String) -> String {
    var uri = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return uri
  }
}
