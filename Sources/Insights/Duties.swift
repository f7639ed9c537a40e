import Corpus
import Legislation

/// What every provision asks, of whom and how strongly: read by rules, mended by editors.
public struct Duties: Sendable {
  private let statements: [[[Statement]]]
  /// As the rules read them, before any editor's correction.
  private let read: [[[Statement]]]

  public init(_ corpus: Corpus) {
    let read = corpus.regulations.map { regulation in
      concurrentMap(regulation.provisions) { $0.original.statements }
    }
    self.init(corpus, read: read)
  }

  private init(_ corpus: Corpus, read: [[[Statement]]]) {
    self.read = read
    statements = zip(corpus.regulations, read).map { regulation, read in
      zip(regulation.provisions, read).map { $0.mending($1) }
    }
  }

  /// The duties when the same laws have other notes.
  func mended(for corpus: Corpus) -> Duties { Duties(corpus, read: read) }

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
  fileprivate func mending(_ read: [Statement]) -> [Statement] {
    var statements = read
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
