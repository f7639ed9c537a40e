/// Who is asked, allowed or encouraged to act.
public enum Actor: String, CaseIterable, Hashable, Sendable {
  /// 省人民政府
  case province
  /// 市、设区的市、自治州人民政府
  case city
  /// 县、区人民政府
  case county
  /// 人民代表大会常务委员会
  case legislature
  /// 市场监督管理部门
  case marketRegulator = "market-regulator"
  /// 其他部门和公共机构
  case department
  /// 企业、经营者、市场主体
  case enterprise
  /// 食品和农产品的生产经营者
  case foodProducer = "food-producer"
  /// 工程参建单位
  case builder
  /// 行业协会和其他组织
  case association
  /// 学校和科研机构
  case school
  /// 银行、保险等金融机构
  case finance
  /// 检验检测、认证等专业服务机构
  case serviceBody = "service-body"
  case media
  /// 公民和社会公众
  case citizen
}

extension Actor {
  /// Names that texts use, with the actors they stand for; an empty list is a word that only looks like one.
  private static let names: [(String, [Actor])] = [
    ("人民代表大会常务委员会", [.legislature]), ("人大常委会", [.legislature]),
    ("市场监督管理部门", [.marketRegulator]), ("市场监管部门", [.marketRegulator]), ("市场监督管理局", [.marketRegulator]),
    ("市场监管局", [.marketRegulator]), ("市场监督管理", [.marketRegulator]), ("市场监管", [.marketRegulator]),
    ("部门", [.department]), ("管理机构", [.department]), ("合作区", [.department]), ("有关单位", [.department]),
    ("各区", [.county]), ("政府投资", []), ("政府采购", []), ("政府部门", [.department]),
    ("企业事业单位", [.enterprise]), ("企事业单位", [.enterprise]), ("企业", [.enterprise]), ("个体工商户", [.enterprise]),
    ("市场主体", [.enterprise]), ("经营者", [.enterprise]), ("提供服务的组织", [.enterprise]), ("首席质量官", [.enterprise]),
    ("法人", [.enterprise]), ("旅行社", [.enterprise]), ("产业质量合作社", [.enterprise]), ("企业家", []), ("用人单位", [.enterprise]),
    ("食品生产经营者", [.foodProducer]), ("食品生产企业", [.foodProducer]), ("食品经营者", [.foodProducer]),
    ("食品生产者", [.foodProducer]), ("食品小作坊", [.foodProducer]), ("餐饮生产、服务企业", [.foodProducer]), ("餐饮服务提供者", [.foodProducer]),
    ("农产品生产者", [.foodProducer]), ("农业规模生产经营主体", [.foodProducer]), ("农产品批发市场", [.foodProducer]),
    ("零售市场", [.foodProducer]), ("粮食企业", [.foodProducer]), ("规模主体", [.foodProducer]),
    ("建设单位", [.builder]), ("勘察单位", [.builder]), ("设计单位", [.builder]), ("施工单位", [.builder]),
    ("监理单位", [.builder]), ("参建单位", [.builder]), ("参建各方", [.builder]),
    ("行业协会", [.association]), ("协会", [.association]), ("学会", [.association]), ("商会", [.association]),
    ("联合会", [.association]), ("社会团体", [.association]), ("社会组织", [.association]), ("消费者组织", [.association]),
    ("群团组织", [.association]), ("民委员会", [.association]), ("其他组织", [.association]), ("联盟", [.association]),
    ("高等院校", [.school]), ("大中专院校", [.school]), ("院校", [.school]), ("高等学校", [.school]), ("职业学校", [.school]),
    ("学校", [.school]), ("高校", [.school]), ("幼儿园", [.school]), ("教育机构", [.school]), ("科研机构", [.school]),
    ("科研院所", [.school]), ("研发机构", [.school]),
    ("银行业金融机构", [.finance]), ("金融机构", [.finance]), ("保险机构", [.finance]), ("银行", [.finance]), ("保险公司", [.finance]),
    ("第三方机构", [.serviceBody]), ("检验检测机构", [.serviceBody]), ("认证机构", [.serviceBody]), ("专业机构", [.serviceBody]),
    ("服务机构", [.serviceBody]), ("医疗机构", [.serviceBody]),
    ("媒体", [.media]), ("公民", [.citizen]), ("公众", [.citizen]), ("个人", [.citizen]), ("社会力量", [.citizen]),
    ("社会各方", [.citizen]), ("消费者", [.citizen]),
  ]

  /// By first scalar, longest first.
  private static let lexicon: [Unicode.Scalar: [(word: [Unicode.Scalar], actors: [Actor])]] = {
    let all = names.map { (word: Array($0.0.unicodeScalars), actors: $0.1) }
    return Dictionary(grouping: all, by: { $0.word[0] }).mapValues { $0.sorted { $0.word.count > $1.word.count } }
  }()

  /// The name that begins at a place.
  private static func name(_ text: ArraySlice<Unicode.Scalar>, at index: Int) -> (end: Int, actors: [Actor])? {
    if let government = government(text, at: index) { return government }
    let found = lexicon[text[index]]?.first { text[index...].starts(with: $0.word) }
    return found.map { (index + $0.word.count, $0.actors) }
  }

  /// A government with the words before it that name its level: 县级以上人民政府, 省和设区的市、自治州人民政府, 市、区政府.
  ///
  /// Followed at once by the name of its department, it is only that department's owner.
  private static func government(_ text: ArraySlice<Unicode.Scalar>, at index: Int) -> (end: Int, actors: [Actor])? {
    var end = index
    while end < text.endIndex, levelScalars.contains(text[end]) { end += 1 }
    let level = text[index..<end]
    guard let word = ["人民政府", "政府"].first(where: { text[end...].begins(with: $0) }) else { return nil }
    end += word.unicodeScalars.count
    let rest = text[end...]
    if ["投资", "采购", "大数据"].contains(where: rest.begins(with:)) { return nil }
    let owns = rest.firstIndex(of: "部门").map { place in
      !rest.begins(with: "及") && !rest.begins(with: "、") && !rest.begins(with: "和") && !rest.begins(with: "以及")
        && !text[end..<place].contains { $0 == "，" }
    } ?? false
    return (end, owns ? [] : governments(level))
  }

  private static let levelScalars: Set<Unicode.Scalar> = Set("省市县区级以上地方设的和、及州自治旗（）各乡镇本同".unicodeScalars)

  private static func governments(_ level: ArraySlice<Unicode.Scalar>) -> [Actor] {
    if level.firstIndex(of: "县级以上") != nil || level.isEmpty { return [.province, .city, .county] }
    var found: [Actor] = []
    if level.contains("省") { found.append(.province) }
    if level.contains("市") || level.contains("州") { found.append(.city) }
    let isDistrict = level.indices.contains { level[$0] == "区" && !(($0 > level.startIndex) && level[$0 - 1] == "设") }
    if isDistrict || level.contains("县") || level.contains("镇") { found.append(.county) }
    return found.isEmpty ? [.province, .city, .county] : found
  }

  /// Whether a stretch is nothing but the names of actors: a subject.
  static func isSubject(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard !text.isEmpty, let last = lastNameEnd(text) else { return false }
    return last == text.endIndex
  }

  private static func lastNameEnd(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
    var last: Int?
    var index = text.startIndex
    while index < text.endIndex {
      if let found = name(text, at: index), !found.actors.isEmpty {
        last = found.end
        index = found.end
      } else {
        index += 1
      }
    }
    return last
  }

  /// Every actor that a subject names. Nothing in a phrase that says to or for whom something is done.
  static func named(in subject: ArraySlice<Unicode.Scalar>) -> [Actor] {
    if ["对", "向", "为", "在", "从"].contains(where: subject.begins(with:)) { return [] }
    return scan(subject)
  }

  private static func scan(_ text: ArraySlice<Unicode.Scalar>) -> [Actor] {
    var found: [Actor] = []
    var index = text.startIndex
    while index < text.endIndex {
      guard let name = name(text, at: index) else {
        index += 1
        continue
      }
      for actor in name.actors where !found.contains(actor) { found.append(actor) }
      index = name.end
    }
    return found
  }

  /// The actors named right at the head of a stretch: those whom a verb before it addresses, or a subject without a
  /// modal word after it. A name may follow a few words that describe it; names go on after 、 和 及 与 或者.
  static func heading(_ text: ArraySlice<Unicode.Scalar>, reach: Int) -> (actors: [Actor], end: Int) {
    var found: [Actor] = []
    var index = text.startIndex
    var end = index
    while let name = next(text, from: index, reach: found.isEmpty ? reach : 10) {
      for actor in name.actors where !found.contains(actor) { found.append(actor) }
      end = name.end
      guard let joint = ["、", "以及", "及其", "及", "和", "或者", "或", "与"].first(where: { text[end...].begins(with: $0) }) else { break }
      index = end + joint.unicodeScalars.count
    }
    return (found, end)
  }

  /// What an encouraged one does; a name after such a word is no longer who is encouraged.
  private static let verbs = [
    "发展", "开展", "申请", "申报", "创建", "争创", "采用", "在", "利用", "参与", "参加", "建设", "建立", "获得", "探索", "组建", "向", "将", "对", "联合", "会同",
    "注册", "实施", "加强", "制定", "推广", "推行", "完善", "健全", "实行", "提高", "作为", "按照", "负责", "履行", "，", "。", "；",
  ]

  private static func next(_ text: ArraySlice<Unicode.Scalar>, from start: Int, reach: Int) -> (end: Int, actors: [Actor])? {
    var index = start
    while index < text.endIndex, index - start <= reach {
      if let name = name(text, at: index) {
        if !name.actors.isEmpty { return name }
        index = name.end
        continue
      }
      if verbs.contains(where: { text[index...].begins(with: $0) }) { return nil }
      index += 1
    }
    return nil
  }
}
