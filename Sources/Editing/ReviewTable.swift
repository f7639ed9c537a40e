/// The table that a reviewer gets: a row for each paragraph and item of the law.
struct ReviewTable: Hashable {
  struct Row: Hashable {
    /// `5#p1-i2`; `title`, `adoption-1`, `part-1`, `5#heading`.
    var key: String
    /// The law. Not to be changed.
    var original: String
    var translation: String
    /// The note in Chinese and in English, its Markdown, with the first row of a provision.
    var note: String
    var englishNote: String
    /// The reviewer's own words.
    var remarks = ""
  }
  /// The regulation's id.
  var regulation: String
  var rows: [Row]

  private static let head = ["编号 No.", "中文（不可改） Chinese (fixed)", "英译 English", "注解 Note", "英文注解 English note", "备注 Remarks"]
  private static let widths = [7, 18, 22, 18, 22, 13]

  /// The table as a page that pandoc turns into a Word file.
  var html: String {
    let title = rows.first { $0.key == "title" }?.original ?? regulation
    var html = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>\(title.unicodeScalars.map(escaped).joined())</title></head><body>\n"
    html += "<p>mingzhi-review \(regulation)</p>\n"
    html += "<p>改英译和注解，或写备注；不要改中文原文、编号和行数。注解里的 ## 是小标题，[…](…) 是链接，请照样留着。改完运行 mingzhi review import。</p>\n"
    html += "<p>Change the English and the notes, or write remarks; leave the Chinese, the numbers and the rows. In notes, ## begins a heading and […](…) is a link: keep their form. Then run mingzhi review import.</p>\n"
    html += "<table>\n<colgroup>" + Self.widths.map { "<col style=\"width: \($0)%\">" }.joined() + "</colgroup>\n"
    html += "<thead><tr>" + Self.head.map { "<th>\($0)</th>" }.joined() + "</tr></thead>\n<tbody>\n"
    for row in rows {
      let cells = [row.key, row.original, row.translation, row.note, row.englishNote, row.remarks]
      html += "<tr>" + cells.map { "<td>\(cell($0))</td>" }.joined() + "</tr>\n"
    }
    return html + "</tbody></table>\n</body></html>\n"
  }

  private func cell(_ text: String) -> String {
    blocks(of: text).map { block in
      var html = ""
      var stars = block.ranges(of: "**").map(\.lowerBound)[...]
      // What cannot be paired stays as it is written.
      if stars.count % 2 == 1 { stars = [] }
      var index = block.startIndex
      var isBold = false
      while index < block.endIndex {
        let scalar = block.unicodeScalars[index]
        if index == stars.first {
          stars = stars.dropFirst()
          isBold.toggle()
          html += isBold ? "<strong>" : "</strong>"
          index = block.unicodeScalars.index(index, offsetBy: 2)
          continue
        }
        block.unicodeScalars.formIndex(after: &index)
        html += scalar == "\n" ? "<br>" : escaped(scalar)
      }
      return "<p>\(html)</p>"
    }.joined()
  }
}

private func escaped(_ scalar: Unicode.Scalar) -> String {
  switch scalar {
  case "&": "&amp;"
  case "<": "&lt;"
  case ">": "&gt;"
  default: String(scalar)
  }
}

extension ReviewTable {
  /// Reads what pandoc makes of the Word file; nil when it holds no table of ours.
  init?(html: String) {
    guard let mark = html.firstRange(of: "mingzhi-review ") else { return nil }
    regulation = String(html[mark.upperBound...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
    let table = cells(of: html).dropFirst().filter { $0.count == Self.head.count }
    guard !regulation.isEmpty, !table.isEmpty else { return nil }
    rows = table.map {
      Row(
        key: $0[0].split(separator: " ").joined(), original: $0[1], translation: $0[2], note: $0[3], englishNote: $0[4],
        remarks: $0[5])
    }
  }
}

/// Paragraphs of Markdown: what blank lines set apart.
func blocks(of text: String) -> [String] {
  var blocks: [String] = []
  var isOpen = false
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.allSatisfy(\.isWhitespace) {
      isOpen = false
    } else if isOpen {
      blocks[blocks.count - 1] += "\n" + line
    } else {
      blocks.append(String(line))
      isOpen = true
    }
  }
  return blocks
}

/// The rows of the tables of a page, each cell as paragraphs with a blank line between them. What Word sets bold is bold
/// again in Markdown.
private func cells(of html: String) -> [[String]] {
  let bytes = Array(html.utf8)
  var rows: [[String]] = []
  var text: [UInt8]?
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    if byte == UInt8(ascii: "<") {
      let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
      let name = bytes[(index + 1)..<end].prefix { $0 > 0x20 }
      switch String(decoding: name, as: UTF8.self) {
      case "tr": rows.append([])
      case "td", "th": text = []
      case "/td", "/th":
        if let cell = text, !rows.isEmpty { rows[rows.count - 1].append(trimmed(String(decoding: cell, as: UTF8.self))) }
        text = nil
      case "br", "br/": text?.append(10)
      case "/p", "/li": text?.append(contentsOf: [10, 10])
      case "strong", "/strong", "b", "/b": text?.append(contentsOf: "**".utf8)
      default: break
      }
      index = min(end + 1, bytes.count)
    } else if byte == UInt8(ascii: "&"), let (character, end) = entity(bytes, index) {
      text?.append(contentsOf: character.utf8)
      index = end
    } else {
      // Pandoc's own line breaks are white space.
      text?.append(byte == 10 ? 32 : byte)
      index += 1
    }
  }
  return rows
}

private func trimmed(_ cell: String) -> String {
  blocks(of: cell).map { block in
    block.split(separator: "\n").map { line in
      String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }.joined(separator: "\n\n")
}
