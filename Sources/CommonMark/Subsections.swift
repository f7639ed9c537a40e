extension Fragment.Section {
  /// The section split at its level-3 headings; what stands before the first one comes first, without a heading, if
  /// there is anything.
  public var subsections: [Fragment.Section] {
    var found: [Fragment.Section] = []
    var heading: Heading?
    var start = body.lowerBound
    func close(at end: Int) {
      if heading != nil || end > start {
        found.append(Fragment.Section(heading: heading, fragment: fragment, body: start..<end))
      }
    }
    for next in fragment.headings where next.level == 3 && next.isTopLevel && body.contains(next.element.lowerBound) {
      close(at: next.element.lowerBound)
      heading = next
      start = next.element.upperBound
    }
    close(at: body.upperBound)
    return found
  }

  /// The references in the section, in the order of the source; links that leave the site are not among them.
  public var references: [Link] {
    fragment.holes.compactMap { hole in
      hole.kind == .attributes && body.contains(hole.offset) ? fragment.links[hole.link] : nil
    }
  }
}

extension Fragment {
  /// The pieces that begin with a level-3 heading, in a text without level-2 ones: panels of a folded sheet.
  public var panels: [Section] {
    sections.flatMap(\.subsections).filter { $0.heading?.level == 3 }
  }
}
