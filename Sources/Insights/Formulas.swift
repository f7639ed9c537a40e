/// Set phrases of law-making. Every text has them, so sharing them says nothing: their characters do not count towards
/// the length of a shared run.
struct Formulas: Sendable {
  static let shared = Formulas([
    // Opening and closing articles.
    "根据有关法律法规", "根据有关法律行政法规", "根据有关法律", "等法律法规", "结合本市实际", "结合本省实际", "结合实际", "制定本条例", "制定本办法", "本条例适用于",
    "适用本条例", "本市行政区域内", "本省行政区域内", "行政区域内", "本条例自", "日起施行", "法律法规", "另有规定的从其规定", "促进经济社会高质量发展",
    "推动经济社会高质量发展",
    // Who acts.
    "县级以上人民政府", "县级以上地方人民政府", "市县级人民政府", "市县市区人民政府", "市区人民政府", "省人民政府", "市人民政府", "人民政府", "政府应当", "及其有关主管部门",
    "及其有关部门", "及其他相关部门", "有关主管部门", "相关主管部门", "市场监督管理部门", "市场监管部门", "有关部门", "等部门", "会同有关部门", "应当", "各自职责范围内", "按照各自职责",
    "按照职责分工", "根据职责",
    // What every regulation asks for.
    "按照有关规定", "按照国家有关规定", "根据国家和省有关规定", "国民经济和社会发展规划", "纳入本级国民经济和社会发展规划", "纳入国民经济和社会发展规划", "依法开展其他", "开展下列", "履行下列",
    "给予奖励", "予以奖励", "做出突出贡献的单位和个人", "作出突出贡献的单位和个人", "具体办法由", "建立健全", "建立和完善",
    // Names of departments in their lists.
    "发展改革", "发展和改革", "市场监管", "工业和信息化", "住房和城乡建设", "住房城乡建设", "农业农村", "商务", "文化和旅游", "文化广电和旅游", "文化广电旅游体育", "卫生健康", "生态环境",
    "交通运输", "财政", "教育", "科学技术", "科技创新", "知识产权",
  ])

  /// By first symbol, longest first.
  private let formulas: [UInt32: [[UInt32]]]

  init(_ texts: [String]) {
    let all = texts.map { $0.unicodeScalars.compactMap(comparableSymbol) }.filter { !$0.isEmpty }
    formulas = Dictionary(grouping: all, by: { $0[0] }).mapValues { $0.sorted { $0.count > $1.count } }
  }

  /// The length of the longest formula that begins at `index`; 0 for none.
  func length(in symbols: [UInt32], at index: Int) -> Int {
    guard let candidates = formulas[symbols[index]] else { return 0 }
    for formula in candidates
    where index + formula.count <= symbols.count && formula.indices.allSatisfy({ symbols[index + $0] == formula[$0] }) {
      return formula.count
    }
    return 0
  }
}
