import Corpus
import Legislation

/// The `regulation.yml` of a newly imported text: what the head of the text tells, and blanks with a note for the rest.
func regulationFile(_ publication: Publication, _ facts: HeadFacts, title: String, succeeding earlier: Regulation?) -> String {
  var lines = [
    "title: { zh: \(quoted(title)), en: \(quoted(earlier?.facts.title.zh == title ? earlier?.facts.title.en ?? "" : "")) }" + (title.isEmpty ? "  # fill in: the publication has no title" : ""),
    "kind: \(facts.kind)  # check: local-regulation, sez-regulation or plan",
    facts.status.map { "status: \($0)" + ($0 == "adopted" ? "  # change to in-force once it is" : "") }
      ?? "status:  # fill in: in-force, adopted, draft, plan, superseded or repealed",
  ]
  if let earlier { lines.append("succeeds: \(earlier.id)") }
  for role in ["adopted", "approved", "issued"] {
    if let date = facts.date(of: role) { lines.append("\(role): \(date)") }
  }
  if let effective = facts.effective { lines.append("effective: \(effective)") }
  if facts.acts.isEmpty, facts.effective == nil {
    lines.append("# adopted, approved, issued, effective: the text gives no date; fill in what is known, as YYYY-MM-DD")
  }
  let bodies = facts.acts.filter { !$0.body.isEmpty }
  if !bodies.isEmpty { lines.append("bodies:") }
  for act in bodies { lines.append("  - { role: \(act.role), zh: \(quoted(act.body)), en: \"\" }") }
  lines.append("# source: { zh: …, en: … }  where the publication comes from")
  lines.append("editing: in-progress")
  lines += changes(publication, title: title)
  return lines.joined(separator: "\n") + "\n"
}

/// What our text adds to and drops from the publication.
private func changes(_ publication: Publication, title: String) -> [String] {
  var lines: [String] = []
  if publication.text.title == nil, !title.isEmpty {
    lines.append("  - { added: \(quoted(title)), at: title, reason: { zh: 公布文本没有名称, en: The publication has no title } }")
  }
  for paragraph in publication.announcement {
    let reason = "{ zh: 名称之上的公告，移到名称之下, en: \"The announcement above the title, moved below it\" }"
    lines.append("  - { added: \(quoted(paragraph)), at: adoption, reason: \(reason) }")
  }
  for remark in publication.report where remark.kind == .dropped || remark.kind == .moved {
    let reason = "{ zh: \(quoted(remark.message.zh)), en: \(quoted(remark.message.en)) }"
    lines.append("  - { dropped: \(quoted(remark.words)), line: \(remark.line), reason: \(reason) }")
  }
  return lines.isEmpty ? [] : ["edition:"] + lines
}

/// `text` as a double-quoted YAML scalar.
func quoted(_ text: String) -> String {
  var output = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": output += "\\\""
    case "\\": output += "\\\\"
    case "\n": output += "\\n"
    case "\t": output += "\\t"
    case _ where scalar.value < 0x20: continue
    default: output.unicodeScalars.append(scalar)
    }
  }
  return output + "\""
}
