import Diagnostics
import Testing

@testable import Legislation

@Suite struct StatementTests {
  static func statements(_ text: String) -> [Statement] {
    var text = text
    text = "# 某条例\n\n## 第一条\n\n" + text + "\n"
    return readEdition(text, file: "f", language: .zh).text.provisions[0].statements
  }

  private struct Count {
    var right = 0
    var found = 0
    var wanted = 0
    var precision: Double { Double(right) / Double(max(1, found)) }
    var recall: Double { Double(right) / Double(max(1, wanted)) }

    mutating func add(found: Set<String>, wanted: Set<String>) {
      right += found.intersection(wanted).count
      self.found += found.count
      self.wanted += wanted.count
    }
  }

  /// Every third labelled sentence was kept aside while the rules were written.
  @Test(arguments: [true, false]) func labelledSentences(keptAside: Bool) throws {
    let rows = try Fixture.read("Tests/Legislation/Fixtures/sentences.tsv").split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t").map(String.init) }
    #expect(rows.count >= 150)
    var laws: [String: [ProvisionID: Provision]] = [:]
    var force = Count()
    var actor = Count()
    var seen = 0
    for (number, row) in rows.enumerated() where (number % 3 == 2) == keptAside {
      let reference = try #require(Reference(row[0]))
      let law = reference.regulation
      if laws[law] == nil {
        let text = readEdition(try Fixture.read("content/regulations/\(law)/text.zh.md"), file: law, language: .zh).text
        laws[law] = Dictionary(uniqueKeysWithValues: text.provisions.map { ($0.id, $0) })
      }
      let id = try #require(reference.provision)
      let provision = try #require(laws[law]?[id])
      let sentence = try #require(
        provision.sentences.first { $0.text == row[3] && $0.anchor == reference.anchor }, "\(row[0]) \(row[3])")
      let statements = provision.statements.filter { $0.anchor == sentence.anchor && sentence.range.overlaps($0.range) }
      let forces = Set(statements.map(\.force.rawValue))
      let actors = Set(statements.flatMap(\.actors).map(\.rawValue))
      let wantedActors = Set(row[2] == "-" ? [] : row[2].split(separator: "+").map(String.init))
      force.add(found: forces, wanted: Set(row[1].split(separator: "+").map(String.init)))
      // Naming nobody is an answer as well.
      actor.add(found: actors.isEmpty ? ["-"] : actors, wanted: wantedActors.isEmpty ? ["-"] : wantedActors)
      seen += 1
      if !keptAside, forces != Set(row[1].split(separator: "+").map(String.init)) || actors != wantedActors {
        print("MISS", row[0], forces.sorted(), actors.sorted(), "wanted", row[1], row[2], row[3])
      }
    }
    print("labelled", keptAside, seen, "force", force.precision, force.recall, "actor", actor.precision, actor.recall)
    #expect(force.precision >= 0.9 && force.recall >= 0.9)
    #expect(actor.precision >= 0.85 && actor.recall >= 0.85)
  }
}
