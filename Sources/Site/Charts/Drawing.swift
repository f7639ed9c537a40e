/// A picture drawn into the page: SVG with a title and a description for those who do not see it. All looks come from
/// the style sheet by class; the Content-Security-Policy forbids style attributes.
struct Drawing {
  /// Names the picture on its page.
  let id: String
  let title: String
  let description: String
  /// In units of about a pixel on a phone.
  let width: Int
  let height: Int
  private var shapes = HTML()

  init(id: String, title: String, description: String, width: Int, height: Int) {
    (self.id, self.title, self.description, self.width, self.height) = (id, title, description, width, height)
  }

  mutating func rectangle(x: Double, y: Double, width: Double, height: Double, _ className: String, rounded: Bool = false) {
    shapes.raw(
      "<rect class=\"\(className)\" x=\"\(short(x))\" y=\"\(short(y))\" width=\"\(short(width))\" height=\"\(short(height))\"\(rounded ? " rx=\"3\"" : "")/>\n")
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ className: String) {
    shapes.raw("<path class=\"\(className)\" d=\"M\(short(x1)) \(short(y1))L\(short(x2)) \(short(y2))\"/>\n")
  }

  /// A mark of five to eight units: circle, diamond, square or triangle.
  mutating func mark(_ shape: Shape, x: Double, y: Double, _ className: String) {
    let r = 5.0
    switch shape {
    case .circle: shapes.raw("<circle class=\"\(className)\" cx=\"\(short(x))\" cy=\"\(short(y))\" r=\"\(short(r))\"/>\n")
    case .diamond: polygon([(x, y - r - 1), (x + r + 1, y), (x, y + r + 1), (x - r - 1, y)], className)
    case .square: polygon([(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)], className)
    case .triangle: polygon([(x - r, y - r - 1), (x + r + 1, y), (x - r, y + r + 1)], className)
    }
  }

  enum Shape { case circle, diamond, square, triangle }

  private mutating func polygon(_ points: [(Double, Double)], _ className: String) {
    let path = points.map { "\(short($0.0)) \(short($0.1))" }.joined(separator: "L")
    shapes.raw("<path class=\"\(className)\" d=\"M\(path)Z\"/>\n")
  }

  mutating func text(_ text: String, x: Double, y: Double, _ className: String = "label", anchor: String = "start") {
    shapes.raw("<text class=\"\(className)\" x=\"\(short(x))\" y=\"\(short(y))\" text-anchor=\"\(anchor)\">")
    shapes.text(text)
    shapes.raw("</text>\n")
  }

  func write(to html: inout HTML) {
    html.raw(
      "<svg class=\"chart\" viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-labelledby=\"\(id)-title \(id)-description\">\n<title id=\"\(id)-title\">")
    html.text(title)
    html.raw("</title>\n<desc id=\"\(id)-description\">")
    html.text(description)
    html.raw("</desc>\n")
    html.raw(shapes.bytes)
    html.raw("</svg>\n")
  }
}

/// A number with one decimal at most: the same text everywhere.
private func short(_ number: Double) -> String {
  let tenths = Int((number * 10).rounded())
  return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
}

/// The figures of a picture as a table.
struct DataTable {
  let caption: String
  let columns: [String]
  /// Cells are markup; the first of a row is its heading.
  let rows: [[String]]

  func write(to html: inout HTML) {
    html.raw("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
    html.text(caption)
    html.raw("\">\n<table class=\"data\">\n<caption>")
    html.text(caption)
    html.raw("</caption>\n<thead><tr>")
    for column in columns {
      html.raw("<th scope=\"col\">")
      html.text(column)
      html.raw("</th>")
    }
    html.raw("</tr></thead>\n<tbody>\n")
    for row in rows {
      html.raw("<tr>")
      for (place, cell) in row.enumerated() {
        html.raw(place == 0 ? "<th scope=\"row\">" : "<td>")
        html.raw(cell)
        html.raw(place == 0 ? "</th>" : "</td>")
      }
      html.raw("</tr>\n")
    }
    html.raw("</tbody>\n</table>\n</div>\n")
  }
}

/// Markup of a link.
func anchor(_ href: String, _ label: String) -> String {
  var html = HTML()
  html.link(href, label)
  return html.string
}
