import Diagnostics
import Testing

@testable import Legislation

@Suite struct StatementTests {
  static func statements(_ text: String) -> [Statement] {
    var text = text
    text = "# 某条例\n\n## 第一条\n\n" + text + "\n"
    return readEdition(text, file: "f", language: .zh).text.provisions[0].statements
  }

  @Test func aDutyKeepsWhatItConsistsOf() {
    let found = Self.statements("市、县级人民政府应当建立机制，鼓励企业加大投入。")
    #expect(found.map(\.force) == [.shall])
    #expect(found.map(\.actors) == [[.city, .county]])
  }

  @Test func encouragementAfterADirectiveStandsForItself() {
    let found = Self.statements("建立健全质量融资增信制度，鼓励银行业金融机构给予优惠。")
    #expect(found.map(\.force) == [.directed, .encouraged])
    #expect(found.map(\.text) == ["建立健全质量融资增信制度，", "鼓励银行业金融机构给予优惠。"])
    #expect(found.map(\.actors) == [[], [.finance]])
  }

  @Test func itemsSpeakWithTheForceOfTheirLead() {
    let found = Self.statements("企业不得有下列行为：\n\n（一）掺杂掺假；\n\n（二）以次充好。")
    #expect(found.map(\.force) == [.shallNot, .shallNot, .shallNot])
    #expect(found.map(\.actors) == [[.enterprise], [.enterprise], [.enterprise]])
    #expect(found.map(\.anchor.description) == ["p1", "p1-i1", "p1-i2"])
  }

  @Test(arguments: [
    ("县级以上人民政府应当做好工作。", [Actor.province, .city, .county]), ("省和设区的市、自治州人民政府应当做好工作。", [.province, .city]),
    ("市、县（市）、区人民政府应当做好工作。", [.city, .county]), ("县级以上人民政府市场监督管理部门应当做好工作。", [.marketRegulator]),
    ("县级以上人民政府及其知识产权部门应当做好工作。", [.province, .city, .county, .department]),
    ("县级以上人民政府发展改革、市场监督管理等部门应当做好工作。", [.department, .marketRegulator]),
    ("学校、幼儿园以及有条件的餐饮生产、服务企业应当做好工作。", [.school, .foodProducer]), ("质量促进应当坚持质量第一。", []),
    ("具体办法由市人民政府制定。", [.city]), ("对成绩突出的企业应当给予奖励。", []),
  ])
  func whoIsNamed(text: String, actors: [Actor]) {
    #expect(Set(Self.statements(text).flatMap(\.actors)) == Set(actors))
  }

  @Test(arguments: [
    ("为了做好工作，制定本条例。", Force.declared), ("本条例自2021年9月1日起施行。", .declared), ("禁止擅自变动建筑主体结构。", .shallNot),
    ("企业可以设置质量安全员。", .may), ("推行首席质量官制度。", .directed), ("围绕重点产业，支持企业申报项目。", .encouraged),
    ("持续整治禁限用药物违法使用问题。", .directed), ("市场监管部门负责组织工作。", .declared),
  ])
  func howStrongly(text: String, force: Force) {
    #expect(Self.statements(text).map(\.force) == [force])
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

  /// Every third of the first set was kept aside while the rules were written; the fresh set was labelled afterwards.
  @Test(arguments: [("sentences", false), ("sentences", true), ("sentences-fresh", true)])
  func labelledSentences(set: String, keptAside: Bool) throws {
    let rows = try Fixture.read("Tests/Legislation/Fixtures/\(set).tsv").split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t").map(String.init) }
    #expect(rows.count >= (set == "sentences" ? 150 : 90))
    var laws: [String: [ProvisionID: Provision]] = [:]
    var force = Count()
    var actor = Count()
    for (number, row) in rows.enumerated() where set != "sentences" || (number % 3 == 2) == keptAside {
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
    }
    print(
      "\(set)\(keptAside ? ", kept aside" : ""), precision and recall: force \(force.precision) \(force.recall), actor \(actor.precision) \(actor.recall)")
    #expect(force.precision >= 0.9 && force.recall >= 0.9)
    #expect(actor.precision >= 0.85 && actor.recall >= 0.85)
  }
}
