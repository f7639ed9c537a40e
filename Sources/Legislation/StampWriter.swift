import Diagnostics

/// What a stamp in an edition belongs to.
public enum StampTarget: Hashable, Sendable {
  case title
  /// The adoption notes as a whole.
  case adoption
  /// A part, by the printed labels from the outermost part down to it: `["Part I", "Chapter II"]`.
  case part([String])
  case provision(ProvisionID)
}

/// The edition `source` with the given stamps put in or replaced; every other byte stays as it is.
/// A target that the edition does not have is passed over.
public func writeStamps(_ stamps: [StampTarget: Stamp], into source: String, language: Language) -> String {
  let text = readEdition(source, file: "", language: language).text
  let places = stampPlaces(in: text)
  let ends = blockEnds(of: source)
  var replaced: [Int: Stamp] = [:]
  var inserted: [Int: Stamp] = [:]
  for (target, stamp) in stamps {
    guard let place = places[target] else { continue }
    if let old = place.stamp { replaced[old] = stamp } else { inserted[ends[place.line] ?? place.line] = stamp }
  }
  var output = ""
  var number = 0
  let all = source.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  for bytes in all {
    number += 1
    let isLast = number == all.count
    let ending = bytes.last == UInt8(ascii: "\r") ? "\r\n" : "\n"
    if let stamp = replaced[number] {
      output += stamp.comment + (isLast ? "" : ending)
      continue
    }
    output += Substring(bytes) + (isLast ? "" : "\n")
    if let stamp = inserted[number] { output += (isLast ? "\n" : "") + stamp.comment + (isLast ? "" : ending) }
  }
  return output
}

/// Where each target begins, and the line of the stamp it has already.
private func stampPlaces(in text: LegalText) -> [StampTarget: (line: Int, stamp: Int?)] {
  var places: [StampTarget: (line: Int, stamp: Int?)] = [:]
  if let title = text.title { places[.title] = (title.line, title.stamp?.line) }
  if let last = text.adoption.last { places[.adoption] = (last.line, text.adoptionStamp?.line) }
  text.walk { division, path in
    switch division {
    case .part(let part):
      places[.part(path.map(\.heading.label) + [part.heading.label])] = (part.heading.line, part.heading.stamp?.line)
    case .provision(let provision): places[.provision(provision.id)] = (provision.line, provision.stamp?.line)
    }
  }
  return places
}

/// For a line that begins a block, the line after which its stamp goes: a heading or an id comment with the id comment
/// under it, a paragraph to the end of its soft-wrapped lines.
private func blockEnds(of source: String) -> [Int: Int] {
  var ends: [Int: Int] = [:]
  var start: Int?
  func isComment(_ line: Substring) -> Bool { line.utf8.starts(with: "<!--".utf8) }
  var isOpeningHeading = false
  for line in lines(of: source) {
    let content = line.trimmed
    if content.isEmpty {
      start = nil
    } else if let first = start {
      let isID = isComment(content) && content.utf8.dropFirst(4).drop { $0 == UInt8(ascii: " ") }.starts(with: "id:".utf8)
      if isOpeningHeading ? isID : !isComment(content) { ends[first] = line.number }
    } else {
      start = line.number
      isOpeningHeading = content.utf8.first == UInt8(ascii: "#") || isComment(content)
      ends[line.number] = line.number
    }
  }
  return ends
}
