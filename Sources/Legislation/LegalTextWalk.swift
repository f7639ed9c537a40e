extension LegalText {
  /// Every provision in reading order.
  public var provisions: [Provision] {
    var found: [Provision] = []
    walk { division, _ in if case .provision(let provision) = division { found.append(provision) } }
    return found
  }

  /// Every part in reading order, outer before inner.
  public var parts: [Part] {
    var found: [Part] = []
    walk { division, _ in if case .part(let part) = division { found.append(part) } }
    return found
  }

  /// Visits parts and provisions in reading order; `path` holds the parts around, outermost first.
  public func walk(_ visit: (_ division: Division, _ path: [Part]) -> Void) {
    func walk(_ divisions: [Division], _ path: [Part]) {
      for division in divisions {
        visit(division, path)
        if case .part(let part) = division { walk(part.divisions, path + [part]) }
      }
    }
    walk(divisions, [])
  }
}
