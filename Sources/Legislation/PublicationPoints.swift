import Diagnostics

/// Plans and decisions: texts whose provisions are 一、 or （一）, or that have no numbers at all.
extension PublicationReader {
  mutating func readPoints() {
    let starts = lines.indices.filter { $0 >= index && isDivision(lines[$0]) }
    let plan = PlanOutline(lines, starts)
    var divisions = NumberSequence()
    for (order, start) in starts.enumerated() {
      let end = order + 1 < starts.count ? starts[order + 1] : lines.count
      guard let label = lines[start].label, builder.text.annexes.isEmpty else { continue }
      if let problem = divisions.take(label.label.numbers) {
        warn(problem, label.printed, label.label.kind, lines[start].number)
      }
      close()
      openQuotes = 0
      index = start
      readDivision(label, end, plan)
    }
    while index < lines.count {
      takeText(lines[index])
      index += 1
    }
  }

  private func isDivision(_ line: PublishedLine) -> Bool {
    line.label?.label.kind == .part(.division) && !line.text.hasPrefix("“")
  }

  private mutating func readDivision(_ label: PublishedLabel, _ end: Int, _ plan: PlanOutline) {
    let line = lines[index]
    let hasTitle = line.isPartHeading && !line.isFinished
    let heading = Heading(label: label.printed, text: hasTitle ? titleText(label.rest) : "", line: line.number)
    let number = label.label.number
    let hasMeasures = plan.hasMeasures(in: index..<end)
    let takesMeasures = hasTitle && hasMeasures
    if takesMeasures {
      builder.begin(Part(kind: .division, heading: heading))
    } else {
      let id = heading.text == "总体要求" ? "general" : plan.hasMeasures ? "part-\(number)" : number
      builder.closeParts(downTo: 0)
      builder.begin(Provision(id: ProvisionID(rawValue: id), heading: heading, line: line.number))
      if !hasTitle { beginText(Substring(label.rest), line) }
    }
    index += 1
    while index < end {
      let line = lines[index]
      if isAnnexTitle(line) { return readAnnexes() }
      if isSignature(at: index) { return readSignature() }
      if takesMeasures, let label = line.label, label.label.kind == .item(1), !isInsideQuotation {
        beginMeasure(label, line, id: plan.restarts ? number + "-" + label.label.number : label.label.number)
      } else {
        if takesMeasures, builder.provision == nil {
          builder.begin(Provision(id: ProvisionID(rawValue: "part-\(number)"), heading: nil, line: line.number))
        }
        takeText(line)
      }
      index += 1
    }
  }

  /// A measure: number, title up to the first full stop or alone on its line, and body.
  private mutating func beginMeasure(_ label: PublishedLabel, _ line: PublishedLine, id: String) {
    close()
    openQuotes = 0
    if parts[.item(1)] == nil || label.label.numbers == [1] { parts[.item(1), default: NumberSequence()].allowRestart() }
    if let problem = parts[.item(1), default: NumberSequence()].take(label.label.numbers) {
      warn(problem, label.printed, .item(1), line.number)
    }
    var heading = Heading(label: label.printed, text: "", line: line.number)
    var body = Substring(label.rest)
    let hasMore = index + 1 < lines.count && lines[index + 1].label.map { $0.label.kind == .item(2) } ?? true
    if let title = measureTitle(label.rest), hasMore || title.endIndex < label.rest.endIndex {
      heading.text = String(title)
      body = trimming(body[title.endIndex...])
    }
    builder.begin(Provision(id: ProvisionID(rawValue: id), heading: heading, line: line.number))
    beginText(body, line)
  }

  private func measureTitle(_ text: String) -> Substring? {
    let scalars = text.unicodeScalars
    let limit = scalars.index(scalars.startIndex, offsetBy: 41, limitedBy: scalars.endIndex) ?? scalars.endIndex
    if let stop = scalars[..<limit].firstIndex(of: "。") { return text[...stop] }
    return limit == scalars.endIndex && !endsSentence(text) ? text[...] : nil
  }
}

/// Where the measures of a plan are.
struct PlanOutline {
  private let lines: [PublishedLine]
  /// Whether any division has measures.
  private(set) var hasMeasures = false
  /// Whether each division counts its measures from （一）.
  private(set) var restarts = false

  init(_ lines: [PublishedLine], _ starts: [Int]) {
    self.lines = lines
    var firsts = 0
    for (order, start) in starts.enumerated() {
      let range = start..<(order + 1 < starts.count ? starts[order + 1] : lines.count)
      guard lines[start].isPartHeading, hasMeasures(in: range) else { continue }
      hasMeasures = true
      if lines[range].contains(where: { $0.label?.label == Label(.item(1), [1]) }) { firsts += 1 }
    }
    restarts = firsts > 1
  }

  /// Whether the （一） of a division are measures and not items of a list, whose entries end in `；`.
  func hasMeasures(in range: Range<Int>) -> Bool {
    var (measures, items) = (0, 0)
    for line in lines[range].dropFirst() where line.label?.label.kind == .item(1) {
      if line.text.hasSuffix("；") || line.text.hasSuffix(";") { items += 1 } else { measures += 1 }
    }
    return measures > items
  }
}
