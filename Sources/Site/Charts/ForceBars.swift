import Insights
import Legislation

/// For each regulation a bar of how many of its statements speak with each force, and the same as a table.
struct ForceBars {
  let id: String
  let title: String
  let description: String
  /// Label, address, counts.
  let rows: [(label: String, href: String, counts: [Force: Int])]
  let words: Wording

  private static let width = 360.0

  func write(to html: inout HTML) {
    html.raw("<figure class=\"figure\">\n")
    drawing.write(to: &html)
    html.raw("<figcaption><ul class=\"force-legend\">")
    for force in Force.allCases where rows.contains(where: { $0.counts[force] ?? 0 > 0 }) {
      html.raw("<li><span class=\"swatch force-fill-\(force.rawValue)\"></span>")
      html.text(words[force.word])
      html.raw("</li>")
    }
    html.raw("</ul></figcaption>\n</figure>\n")
    table.write(to: &html)
  }

  private var drawing: Drawing {
    var drawing = Drawing(id: id, title: title, description: description, width: 360, height: rows.count * 44 + 4)
    for (number, row) in rows.enumerated() {
      let top = Double(number) * 44
      let total = Double(max(1, row.counts.values.reduce(0, +)))
      drawing.text(row.label, x: 0, y: top + 13)
      var left = 0.0
      for force in Force.allCases {
        guard let count = row.counts[force], count > 0 else { continue }
        let width = Double(count) / total * Self.width
        drawing.rectangle(x: left, y: top + 18, width: width, height: 20, "force-fill-\(force.rawValue)")
        if width > 20 { drawing.text(String(count), x: left + width / 2, y: top + 32, "count count-\(force.rawValue)", anchor: "middle") }
        left += width
      }
    }
    return drawing
  }

  private var table: DataTable {
    DataTable(
      caption: title, columns: [words[.regulation]] + Force.allCases.map { words[$0.word] } + [words[.total]],
      rows: rows.map { row in
        let total = row.counts.values.reduce(0, +)
        let cells = Force.allCases.map { force -> String in
          let count = row.counts[force] ?? 0
          return count == 0 ? "0" : "\(count) (\(percent(count, of: total)))"
        }
        return [anchor(row.href, row.label)] + cells + [String(total)]
      })
  }
}

/// `34%`, rounded.
func percent(_ part: Int, of whole: Int) -> String {
  guard whole > 0 else { return "0%" }
  return "\((part * 200 + whole) / (2 * whole))%"
}
