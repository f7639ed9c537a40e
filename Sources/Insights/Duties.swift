import Corpus
import Legislation

/// What every provision asks, of whom and how strongly: read by rules, mended by editors.
public struct Duties: Sendable {
  private let statements: [[[Statement]]]

  public init(_ corpus: Corpus) {
    statements = corpus.regulations.map { regulation in
      concurrentMap(regulation.provisions) { $0.statements }
    }
  }

  /// The statements of a provision in reading order.
  public func statements(of position: ProvisionPosition) -> [Statement] {
    statements[position.regulation][position.provision]
  }

  /// All statements of a regulation for an actor, or those that name nobody.
  public func statements(
    of regulation: Int, for actor: Actor?
  ) -> [(position: ProvisionPosition, statement: Statement)] {
    statements[regulation].enumerated().flatMap { p, statements in
      statements.filter { actor.map($0.actors.contains) ?? $0.actors.isEmpty }
        .map { (ProvisionPosition(regulation: regulation, provision: p), $0) }
    }
  }

  /// How many statements of a regulation speak with each force.
  public func counts(of regulation: Int) -> [Force: Int] {
    statements[regulation].reduce(into: [:]) { counts, statements in
      for statement in statements { counts[statement.force, default: 0] += 1 }
    }
  }

  /// The strongest force of a provision; nil when it says nothing.
  public func strongest(of position: ProvisionPosition) -> Force? {
    let forces = Set(statements(of: position).map(\.force))
    return Force.allCases.first(where: forces.contains)
  }
}

extension AnnotatedProvision {
  /// The statements as the rules read them, with the note's corrections.
  fileprivate var statements: [Statement] {
    var statements = original.statements
    for override in noteZh?.duties ?? [] {
      let places = statements.indices.filter { statements[$0].anchor == override.anchor }
      guard places.indices.contains(override.statement - 1) else { continue }
      let place = places[override.statement - 1]
      if let force = override.force { statements[place].force = force }
      if let actors = override.actors { statements[place].actors = actors }
    }
    return statements
  }
}
