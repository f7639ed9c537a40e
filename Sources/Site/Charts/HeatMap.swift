import Insights

/// How much of each regulation's text stands in each other one as well: darker is more.
struct HeatMap {
  let id: String
  let title: String
  let description: String
  let labels: [String]
  /// Percent of the row's text that the column has too; nil on the diagonal.
  let shares: [[Double?]]

  private static let side = 360.0

  func write(to html: inout HTML) {
    let left = 104.0
    let cell = (Self.side - left) / Double(max(1, labels.count))
    let height = 22 + cell * Double(labels.count)
    var drawing = Drawing(id: id, title: title, description: description, width: 360, height: Int(height.rounded(.up)))
    for (row, label) in labels.enumerated() {
      let top = 22 + cell * Double(row)
      drawing.text(label, x: 0, y: top + cell / 2 + 4, "label small")
      drawing.text(String(row + 1), x: left + cell * (Double(row) + 0.5), y: 14, anchor: "middle")
      for (column, share) in shares[row].enumerated() {
        let x = left + cell * Double(column)
        guard let share else {
          drawing.rectangle(x: x + 1, y: top + 1, width: cell - 2, height: cell - 2, "heat heat-self")
          continue
        }
        let level = Self.level(share)
        drawing.rectangle(x: x + 1, y: top + 1, width: cell - 2, height: cell - 2, "heat heat-\(level)")
        if cell >= 26 { drawing.text(Self.text(share), x: x + cell / 2, y: top + cell / 2 + 4, "count heat-text-\(level)", anchor: "middle") }
      }
    }
    drawing.write(to: &html)
  }

  /// From 0 for nothing to 5 for a tenth and more.
  private static func level(_ share: Double) -> Int {
    share <= 0 ? 0 : share < 1 ? 1 : share < 2.5 ? 2 : share < 5 ? 3 : share < 10 ? 4 : 5
  }

  /// `4.3%`
  static func text(_ share: Double) -> String {
    let tenths = Int((share * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)%"
  }
}
