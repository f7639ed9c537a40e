/// Which files a mistake may be made in.
private func originals(_ path: String) -> Bool { path.hasSuffix("/text.zh.md") }
private func translations(_ path: String) -> Bool { path.hasSuffix("/text.en.md") }
private func notesZh(_ path: String) -> Bool { path.contains("/notes/") && path.hasSuffix(".zh.md") }
private func notesEn(_ path: String) -> Bool { path.contains("/notes/") && path.hasSuffix(".en.md") }
private func topicsZh(_ path: String) -> Bool { path.hasPrefix("topics/") && path.hasSuffix(".zh.md") }
private func pagesZh(_ path: String) -> Bool { notesZh(path) || path.hasPrefix("situations/") && path.hasSuffix(".zh.md") }
private func pagesEn(_ path: String) -> Bool { notesEn(path) || path.hasPrefix("situations/") && path.hasSuffix(".en.md") }

private func isParagraph(_ line: String) -> Bool {
  !line.isEmpty && !line.hasPrefix("#") && !line.hasPrefix("<!--") && !line.hasPrefix("（") && !line.hasPrefix("(") && !line.hasPrefix("-")
}

extension String {
  /// The text with the first occurrence replaced; nil where there is none.
  func replacingFirst(_ old: String, by new: String) -> String? {
    guard let range = firstRange(of: old) else { return nil }
    return self[..<range.lowerBound] + new + self[range.upperBound...]
  }
}

extension Book {
  /// Every mistake that could be made, by kind. Each kind is sampled.
  func allMistakes() -> [[Mistake]] { law() + translation() + notes() + facts() + links() + typography() + data() + school() }

  private func law() -> [[Mistake]] {
    let numbers = ["三": "四", "七": "六", "九": "十", "五": "二"]
    return [
      mistakes("law: text differs", "LW110", in: originals) { isParagraph($0) ? $0.replacingFirst("质量", by: "质里") : nil },
      mistakes("law: figure differs", "LW110", in: originals) { isParagraph($0) ? $0.replacingFirst("5%", by: "6%") ?? $0.replacingFirst("年", by: "月") : nil },
      mistakes("law: numbering", "LW113", in: originals) { line in
        guard line.hasPrefix("#"), line.contains("条") else { return nil }
        return numbers.lazy.compactMap { line.replacingFirst("第\($0)条", by: "第\($1)条") }.first
      },
      mistakes("law: number repeated", "LW113", in: originals) { $0.hasPrefix("#") ? $0.replacingFirst("第四条", by: "第三条") ?? $0.replacingFirst("第八条", by: "第七条") : nil },
      // Without the last number nothing is missing in between.
      losses("law: number left out", "LW113", in: originals, slack: 30) { $0.hasPrefix("#") && $0.contains("第") && $0.contains("条") && !$0.contains("第一条") }
        .filter { $0.lines.upperBound < lines($0.file).count },
      additions("law: part without provisions", "LW118", in: { $0.contains("nantong/text.zh") || $0.contains("hubei/text.zh") }, "## 第八章 空章")
        + additions("law: part without provisions", "LW118", in: { $0.contains("nanjing/text.zh") }, "## 十一、空的部分"),
      losses("law: paragraph lost", "LW110", in: originals, slack: 3, isParagraph),
      losses("law: item lost", "LW110", in: originals, slack: 3) { $0.hasPrefix("（") && $0.hasSuffix("；") },
      mistakes("law: status against dates", "LW121", in: { $0 == "regulations/hubei/regulation.yml" }) { $0 == "status: draft" ? "status: in-force" : nil }
        + mistakes("law: status against dates", "LW121", in: { $0.hasSuffix("/regulation.yml") }) {
          $0.hasPrefix("approved: ") ? "approved: 2001-01-01" : nil
        }
        + mistakes("law: status against dates", "LW121", in: { $0.hasSuffix("zhuhai/regulation.yml") }) {
          $0.hasPrefix("effective: ") ? "effective: 2001-01-01" : nil
        },
      ["effective", "adopted", "approved"].flatMap { appended("law: draft with dates", "LW121", "regulations/hubei/regulation.yml", "\($0): 2024-01-01") },
      mistakes("law: in force before adopted", "LW121", in: { $0.hasSuffix("/regulation.yml") }) { $0.hasPrefix("effective: ") ? "effective: 2001-01-01" : nil },
      mistakes("law: approval before adoption", "LW121", in: { $0.hasSuffix("/regulation.yml") }) { $0.hasPrefix("approved: ") ? "approved: 2001-01-01" : nil }
        + mistakes("law: approval before adoption", "LW121", in: { $0.hasSuffix("/regulation.yml") && (files[$0] ?? "").contains("\napproved: ") }, slack: 3) { $0.hasPrefix("adopted: ") ? "adopted: 2030-01-01" : nil },
      mistakes("law: succeeds goes round", "LW122", in: { $0.hasSuffix("/regulation.yml") }) { _ in nil }
        + ["nantong", "xuzhou", "zhuhai"].flatMap { id in
          appended("law: succeeds goes round", "LW122", "regulations/\(id)/regulation.yml", "succeeds: \(id)")
        },
      ["nantong", "xuzhou", "zhuhai"].flatMap { id in
        appended("law: succeeds leads nowhere", "LK501", "regulations/\(id)/regulation.yml", "succeeds: \(id)-2001")
      },
      mistakes("law: citation of nothing", "LW123", in: { originals($0) && !$0.contains("nanjing") }) {
        isParagraph($0) ? $0 + "依照本条例第九十九条处理。" : nil
      },
      mistakes("law: chapter of nothing", "LW123", in: { originals($0) && !$0.contains("nanjing") }) {
        isParagraph($0) ? $0 + "依照本条例第九十章处理。" : nil
      },
    ]
  }

  /// A line at the end of a file that has a line feed there.
  private func appended(_ kind: String, _ code: String, _ file: String, _ words: String) -> [Mistake] {
    let text = files[file] ?? ""
    let line = text.split(separator: "\n", omittingEmptySubsequences: false).count
    return [Mistake(kind, code, file, text + words + "\n", lines: line...line)]
  }

  private func translation() -> [[Mistake]] {
    func single(_ line: String, _ word: String) -> Bool { line.components(of: word) == 1 }
    return [
      losses("translation: paragraph lost", "TR203", in: translations, slack: 4, isParagraph),
      losses("translation: item lost", "TR203", in: translations, slack: 4) { $0.hasPrefix("(") && $0.hasSuffix(";") },
      mistakes("translation: stale stamp", "TR204", in: translations, slack: 3) {
        $0.hasPrefix("<!-- of: ") ? $0.replacingFirst("of: ", by: "of: 000000")?.replacingSlice(15, 21) : nil
      },
      mistakes("translation: figure", "TR206", in: { $0.contains("nanjing/text.en") }) { !isParagraph($0) ? nil : $0.replacingFirst("98.5%", by: "95.8%") ?? $0.replacingFirst("50", by: "15") },
      mistakes("translation: percentage", "TR206", in: { $0.contains("nanjing/text.en") }) { $0.replacingFirst("75%", by: "57%") ?? $0.replacingFirst("60%", by: "90%") },
      mistakes("translation: 每万人", "TR206", in: translations) { $0.replacingFirst("per 10,000", by: "per 1,000") }
        + mistakes("translation: 每万人", "TR206", in: translations) { $0.replacingFirst("104", by: "401") }
        + mistakes("translation: 每万人", "TR206", in: translations) { $0.replacingFirst("three-year", by: "five-year") },
      mistakes("translation: date", "TR206", in: translations) {
        $0.hasPrefix("#") || $0.hasPrefix("<") ? nil : $0.replacingFirst("September 20", by: "October 20") ?? $0.replacingFirst("November 2018", by: "November 2019") ?? $0.replacingFirst("1 January", by: "2 January")
      },
      mistakes("translation: bound lost", "TR207", in: translations) { single($0, " or more") ? $0.replacingFirst(" or more", by: "") : nil }
        + mistakes("translation: bound lost", "TR207", in: translations) { $0.replacingFirst("around 4%", by: "4%") }
        + mistakes("translation: bound lost", "TR207", in: translations) { $0.replacingFirst("no lower than 50%", by: "50%") ?? $0.replacingFirst("not be lower than 50%", by: "be 50%") ?? $0.replacingFirst("at least 50%", by: "50%") },
      mistakes("translation: shall lost", "TR210", in: translations) { single($0, " shall ") ? $0.replacingFirst(" shall ", by: " will ") : nil },
      mistakes("translation: shall added", "TR211", in: translations) { !$0.contains("shall") ? $0.replacingFirst(" is to be ", by: " shall be ") : nil },
      mistakes("translation: encouragement made a duty", "TR211", in: translations) {
        !$0.contains("shall") ? $0.replacingFirst(" are encouraged to ", by: " shall ") : nil
      },
      mistakes("translation: encouragement made “have to”", "TR211", in: translations) {
        !$0.contains("shall") ? $0.replacingFirst(" are encouraged to ", by: " have to ") : nil
      },
      mistakes("translation: period", "TR206", in: translations) { $0.replacingFirst("quarterly", by: "monthly") ?? $0.replacingFirst(" annual ", by: " weekly ") },
      mistakes("translation: prohibition lost", "TR210", in: translations) { $0.replacingFirst("prohibited", by: "discouraged") }
        + mistakes("translation: permission lost", "TR210", in: translations) { single($0, " may ") ? $0.replacingFirst(" may ", by: " do ") : nil },
      mistakes("translation: term", "TR220", in: translations) {
        let names = [("chief quality officer", "boss for goods"), ("geographical indication", "name of a place"), ("time-honoured brand", "old shop")]
        guard isParagraph($0), let (name, other) = names.first(where: { [line = $0] in single(line, $0.0) }) else { return nil }
        return $0.replacingFirst(name, by: other)
      },
      mistakes("translation: body named two ways", "TR221", in: translations) { $0.hasPrefix("(") ? $0.replacingFirst("Standing Committee", by: "Permanent Board")?.replacing("Standing Committee", with: "Permanent Board") : nil },
      mistakes("translation: law named two ways", "TR221", in: translations) { $0.hasPrefix("# ") ? $0.replacingFirst(" on ", by: " about ") : nil }
        + mistakes("translation: law named two ways", "TR220", in: translations) { $0.replacingFirst("Product Quality Law", by: "Law on the Quality of Products") },
      mistakes("translation: word that decides lost", "TR212", in: translations) {
        isParagraph($0) ? $0.replacingFirst("without authorization", by: "at will") ?? $0.replacingFirst("lifelong", by: "long") ?? $0.replacingFirst("promptly", by: "duly") ?? $0.replacingFirst("truthful", by: "good") : nil
      },
      mistakes("translation: end lost", "TR213", in: translations) { isParagraph($0) && $0.hasSuffix(".") ? String($0.dropLast()) : nil },
      lostProvisions(),
      mistakes("translation: citation of nothing", "LW123", in: { translations($0) && !$0.contains("nanjing") }) { isParagraph($0) ? $0 + " Article 99 of this Regulation applies." : nil },
      mistakes("translation: two renderings", "TR221", in: { $0 == "glossary.yml" }) { _ in nil }
        + ["召回", "首席质量官", "地理标志"].flatMap { term in
          appended(
            "translation: two renderings", "TR221", "glossary.yml",
            "\n- id: another-\(term == "召回" ? "a" : term == "地理标志" ? "b" : "c")\n  zh: \(term)\n  en: another name\n  definition: { zh: 又一个名字。, en: Another name. }")
        }.map { Mistake($0.kind, $0.code, $0.file, $0.text, lines: 1...20_000) },
      mistakes("translation: Chinese left", "TR230", in: translations) { isParagraph($0) ? $0.replacingFirst("quality", by: "质量") : nil },
      mistakes("notes: Latin in Chinese", "TR231", in: pagesZh) { isParagraph($0) ? $0 + "This says what the law is about here。" : nil },
    ]
  }

  private func notes() -> [[Mistake]] {
    [
      paths.filter(notesEn).map { path in
        Mistake("notes: missing", "NT301", path, nil, reportedIn: regulation(of: path) + "/text.zh.md", lines: 1...2000)
      },
      paths.filter(notesZh).compactMap { path in
        guard let end = files[path]?.firstRange(of: "\n---\n")?.upperBound, let text = files[path] else { return nil }
        return Mistake("notes: empty", "NT302", path, String(text[..<end]) + "\n## 白话\n\n略。\n", lines: 1...20)
      },
      paths.filter { notesZh($0) && !hasDuty($0) }.flatMap { path in
        mistakes("notes: duty invented", "NT303", in: { $0 == path }) { isParagraph($0) ? $0 + "企业应当马上去办。" : nil }
      }
        + paths.filter { notesEn($0) && !hasDuty($0) }.flatMap { path in
          mistakes("notes: duty invented", "NT303", in: { $0 == path }) { isParagraph($0) ? $0 + " Firms must do so at once." : nil }
        },
      mistakes("notes: right invented", "NT308", in: { notesZh($0) && $0.contains("zhuhai/notes/2") }) { $0.hasPrefix("没有") ? nil : isParagraph($0) ? $0 + "违者会被吊销执照。" : nil },
      mistakes("notes: target as result", "NT309", in: { notesZh($0) && $0.contains("nanjing") }) { isParagraph($0) ? $0 + "2025年已经达到98.5%。" : nil },
      mistakes("notes: section renamed", "NT310", in: notesZh) { $0 == "## 谁来做" ? "## 随便" : nil },
      mistakes("notes: draft as law elsewhere", "NT307", in: { notesZh($0) && $0.contains("nantong") }) { isParagraph($0) ? $0 + "湖北条例也这样写。" : nil },
      mistakes("notes: law without title marks", "NT305", in: { notesZh($0) && $0.contains("zhuhai") }) { isParagraph($0) ? $0 + "反垄断法第三条也这样说。" : nil },
      mistakes("notes: citation without link", "NT304", in: { notesZh($0) && !$0.contains("xuzhou") }) { isParagraph($0) ? $0 + "徐州条例第八条也这样写。" : nil },
      mistakes("notes: foreign figure", "NT305", in: notesZh) { $0.hasPrefix("没有") && isParagraph($0) ? $0 + "违者罚款5000元。" : nil },
      mistakes("notes: foreign date", "NT305", in: notesZh) { $0.hasPrefix("没有") && isParagraph($0) ? $0 + "2030年5月3日以后才算。" : nil },
      mistakes("notes: foreign law", "NT305", in: notesZh) { $0.hasPrefix("没有") && isParagraph($0) ? $0 + "见《中华人民共和国反食品浪费法》。" : nil },
      mistakes("notes: repeated paragraph", "NT306", in: notesZh) { line in
        isParagraph(line) && line.count > 30 && line != copied ? copied : nil
      },
      mistakes("notes: article of nothing", "LW123", in: { notesZh($0) && !$0.contains("nanjing") }) { isParagraph($0) ? $0 + "另见第九十九条。" : nil },
      mistakes("notes: left over from editing", "ED402", in: notesZh) { isParagraph($0) ? $0 + "（待核实）" : nil },
      mistakes("notes: draft as law", "NT307", in: { notesZh($0) && $0.contains("hubei") }) { isParagraph($0) ? $0 + "本条例写得很清楚。" : nil },
    ]
  }

  private func regulation(of path: String) -> String { path.split(separator: "/").prefix(2).joined(separator: "/") }

  /// Whether the provision that a note explains imposes a duty.
  private func hasDuty(_ path: String) -> Bool {
    let lines = lines(regulation(of: path) + "/text.zh.md")
    let name = path.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
    guard let number = Int(name), !path.contains("nanjing") else { return true }
    let labels = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    let tens = number / 10
    let label = number <= 10 ? labels[number] : (tens > 1 ? labels[tens] : "") + "十" + (number % 10 > 0 ? labels[number % 10] : "")
    guard let start = lines.firstIndex(where: { $0.hasPrefix("#") && $0.contains("第\(label)条") }) else { return true }
    let text = lines[(start + 1)...].prefix { !$0.hasPrefix("#") }.joined()
    return ["应当", "必须", "不得", "禁止"].contains { text.contains($0) }
  }

  /// A paragraph of the very first note.
  private var copied: String? {
    lines("regulations/nantong/notes/1.zh.md").last { isParagraph($0) && $0.count > 30 }
  }

  private func facts() -> [[Mistake]] {
    [
      losses("facts: without date", "FM704", in: { $0 == "facts.yml" }, slack: 12) { $0.hasPrefix("  as-of:") }.map {
        Mistake($0.kind, $0.code, $0.file, $0.text, lines: 1...20_000)
      },
      mistakes("facts: without source", "FM703", in: { $0 == "facts.yml" }) { $0 == "  source:" ? "  sauce:" : nil },
      ["a", "b", "c"].flatMap { id in
        appended(
          "facts: source names nothing", "FT403", "facts.yml",
          "\n- id: vague-\(id)\n  title: { zh: 含糊的事实, en: A vague fact }\n  statement: { zh: 没有用。, en: Of no use. }\n  source: { zh: 网上, en: web }\n  as-of: 2024-01-01")
      }.map { Mistake($0.kind, $0.code, $0.file, $0.text, lines: $0.lines.lowerBound + 4...$0.lines.lowerBound + 4) },
      ["a", "b", "c"].flatMap { id in
        appended(
          "facts: used nowhere", "FT401", "facts.yml",
          "\n- id: idle-\(id)\n  title: { zh: 没用的事实, en: An idle fact }\n  statement: { zh: 没有用。, en: Of no use. }\n  source: { zh: 国务院令第1号，2000年, en: \"State Council Decree No. 1, 2000\" }\n  as-of: 2024-01-01")
      }.map { Mistake($0.kind, $0.code, $0.file, $0.text, lines: $0.lines.lowerBound...$0.lines.lowerBound + 2) },
      mistakes("facts: review overdue", "FT402", in: { $0 == "facts.yml" }, slack: 16) { $0.hasPrefix("  review-by:") ? "  review-by: 2025-01-31" : nil },
    ]
  }

  private func links() -> [[Mistake]] {
    [
      mistakes("links: unknown provision", "LK501", in: pagesZh) { $0.replacingFirst("](nantong/", by: "](nantong/9") },
      mistakes("links: unknown term", "LK501", in: pagesZh) { $0.replacingFirst("](term:", by: "](term:x") },
      mistakes("links: own site by its address", "LK504", in: pagesZh) { isParagraph($0) ? $0 + "见[第五条](https://mingzhi.example/zh/nantong/5.html)。" : nil },
      mistakes("links: another place than in Chinese", "TR232", in: pagesEn) { $0.replacingFirst("[](nantong/", by: "[](zhuhai/") },
      mistakes("links: unknown fact", "LK501", in: pagesZh) { $0.replacingFirst("](fact:", by: "](fact:x") },
      mistakes("links: unknown anchor", "LK501", in: { $0.hasSuffix(".zh.md") }) { $0.replacingFirst("#p1-i", by: "#p1-i9") },
      mistakes("links: wrong language", "LK503", in: pagesZh) { $0.replacingFirst("[](nantong/", by: "[](en/nantong/") },
      mistakes("links: label in the other language", "LK503", in: pagesEn) { $0.replacingFirst("[](nantong/", by: "[南通条例](nantong/") },
      mistakes("links: label of another provision", "LK505", in: { $0.hasSuffix(".zh.md") }) { $0.replacingFirst("[第六条](", by: "[第七条](") ?? $0.replacingFirst("[第八条](", by: "[第九条](") },
      mistakes("links: label says nothing", "LK502", in: pagesZh) { $0.replacingFirst("[](nantong/", by: "[这里](nantong/") },
      mistakes("links: external form", "LK504", in: pagesZh) { isParagraph($0) ? $0 + "见[总局网站](http://www.samr.gov.cn)。" : nil },
      mistakes("links: unknown topic", "LK501", in: { _ in false }) { _ in nil }
        + frontMatter("links: unknown topic", "LK501") { $0.hasPrefix("topics: [") ? $0.replacingFirst("topics: [", by: "topics: [nonsense, ") : nil },
      frontMatter("links: blank not signed", "LK510", in: topicsZh) { $0.hasPrefix("  - { regulation:") ? "" : nil }.map {
        Mistake($0.kind, $0.code, $0.file, $0.text, lines: 1...20_000)
      },
      signedAndFilled(),
      frontMatter("links: blank signed twice", "FM723", in: topicsZh) { $0.hasPrefix("  - { regulation:") ? $0 + "\n" + $0 : nil }.map {
        Mistake($0.kind, $0.code, $0.file, $0.text, lines: $0.lines.lowerBound + 1...$0.lines.lowerBound + 1)
      },
      frontMatter("links: blank signed for another text", "LK512", in: topicsZh) { $0.hasPrefix("  - { regulation:") ? $0.replacingFirst("of: \"", by: "of: \"000000")?.cutting(after: "of: \"", length: 12) : nil },
    ]
  }

  /// Mistakes in front matter, which `mistakes` leaves out.
  private func frontMatter(_ kind: String, _ code: String, in chosen: (String) -> Bool = notesZh, _ change: (String) -> String?) -> [Mistake] {
    paths.filter(chosen).flatMap { path -> [Mistake] in
      let lines = lines(path)
      guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else { return [] }
      return (1..<max(1, end)).compactMap { index in
        guard let changed = change(lines[index]), changed != lines[index] else { return nil }
        var new = lines
        new[index] = changed
        return Mistake(kind, code, path, new.joined(separator: "\n"), lines: index + 1...index + 1)
      }
    }
  }

  private func typography() -> [[Mistake]] {
    [
      mistakes("type: private-use character", "TY608", in: pagesZh) { isParagraph($0) ? $0.replacingFirst("的", by: "的\u{e001}") : nil },
      mistakes("type: control character", "TY608", in: pagesEn) { isParagraph($0) ? $0.replacingFirst(" the ", by: " the \u{7}") : nil },
      mistakes("type: tab", "TY605", in: pagesZh) { isParagraph($0) ? $0.replacingFirst("，", by: "，\t") : nil },
      mistakes("type: no-break space", "TY605", in: pagesEn) { isParagraph($0) ? $0.replacingFirst(" the ", by: " the\u{a0}") : nil },
      mistakes("type: ligature", "TY609", in: pagesEn) { isParagraph($0) && !$0.contains("](") ? $0.replacingFirst("fi", by: "\u{fb01}") : nil },
      mistakes("type: underscores left literal", "TY606", in: pagesZh) { isParagraph($0) ? $0 + "它__很重__要。" : nil },
      mistakes("type: square bracket", "TY601", in: pagesZh) { isParagraph($0) ? $0 + "[另说]。" : nil },
      mistakes("type: range with a tilde", "TY604", in: pagesZh) { isParagraph($0) ? $0 + "等三~五天。" : nil },
      mistakes("type: range with a hyphen", "TY604", in: pagesEn) { isParagraph($0) ? $0 + " Wait 3-5 days." : nil },
      mistakes("type: spaced em dash", "TY604", in: pagesEn) { isParagraph($0) ? $0.replacingFirst(", ", by: " — ") : nil },
      mistakes("type: dash for a hyphen", "TY604", in: pagesEn) { line in
        guard isParagraph(line), !line.contains("]("), let place = line.firstMatch(of: /[a-z]-[a-z]/)?.range else { return nil }
        return String(line[..<place.lowerBound]) + line[place].replacing("-", with: "–") + String(line[place.upperBound...])
      },
      mistakes("type: apostrophe reversed", "TY603", in: pagesEn) { isParagraph($0) ? $0.replacingFirst("’s ", by: "‘s ") : nil },
      mistakes("type: bracket left open", "TY611", in: pagesZh) { isParagraph($0) ? $0 + "（另说。" : nil },
      mistakes("type: mark repeated", "TY612", in: pagesZh) { isParagraph($0) ? $0.replacingFirst("，", by: "，，") : nil },
      mistakes("type: word repeated", "TY613", in: pagesEn) { isParagraph($0) ? $0.replacingFirst(" the ", by: " the the ") : nil },
      mistakes("type: traditional character", "TY614", in: pagesZh) { isParagraph($0) ? $0.replacingFirst("这", by: "這") : nil },
      mistakes("type: half-width in Chinese", "TY601", in: pagesZh) { isParagraph($0) ? $0.replacingFirst("，", by: ",") : nil },
      mistakes("type: half-width bracket", "TY601", in: pagesZh) { isParagraph($0) ? $0 + "(另说)" : nil },
      mistakes("type: full-width in English", "TY602", in: pagesEn) { isParagraph($0) ? $0.replacingFirst(", ", by: "， ") : nil },
      mistakes("type: straight quotes", "TY603", in: pagesEn) { isParagraph($0) ? $0.replacingFirst("’", by: "'") : nil },
      mistakes("type: straight quotes in Chinese", "TY603", in: pagesZh) { isParagraph($0) ? $0.replacingFirst("“", by: "\"") : nil },
      mistakes("type: dash in Chinese", "TY604", in: pagesZh) { isParagraph($0) ? $0 + "两种写法--都行。" : nil },
      mistakes("type: dash in English", "TY604", in: pagesEn) { isParagraph($0) ? $0.replacingFirst(", ", by: " - ") : nil },
      mistakes("type: space in Chinese", "TY605", in: pagesZh) { isParagraph($0) && !$0.hasPrefix("条") ? $0.replacingFirst("条", by: " 条") : nil },
      mistakes("type: doubled space", "TY605", in: pagesEn) { isParagraph($0) ? $0.replacingFirst(" the ", by: "  the ") : nil },
      mistakes("type: missing space", "TY605", in: pagesEn) { isParagraph($0) ? $0.replacingFirst(", ", by: ",") : nil },
      mistakes("type: emphasis left literal", "TY606", in: pagesZh) { isParagraph($0) ? $0.replacingFirst("**应当**", by: "**应当") ?? $0.replacingFirst("**可以**", by: "**可以 **") : nil },
      mistakes("type: trailing space", "TY607", in: pagesZh) { isParagraph($0) ? $0 + " " : nil },
      mistakes("type: lost character", "TY608", in: pagesZh) { isParagraph($0) ? $0.replacingFirst("的", by: "\u{fffd}") : nil },
      mistakes("type: invisible character", "TY608", in: pagesEn) { isParagraph($0) ? $0.replacingFirst(" ", by: " \u{200b}") : nil },
      mistakes("type: normalization", "TY609", in: pagesEn) { isParagraph($0) ? $0.replacingFirst("e ", by: "e\u{301} ") : nil },
      mistakes("type: look-alike", "TY610", in: pagesEn) { isParagraph($0) ? $0.replacingFirst("a", by: "\u{430}") : nil },
      mistakes("type: look-alike in Chinese", "TY610", in: pagesZh) { isParagraph($0) ? $0.replacingFirst("一", by: "\u{2f00}") : nil },
    ]
  }

  private func school() -> [[Mistake]] {
    func quizzes(_ path: String) -> Bool { path.hasPrefix("school/quizzes/") }
    func lessons(_ path: String) -> Bool { path.hasPrefix("school/lessons/") && path.hasSuffix(".zh.md") }
    // A finding stands at its question or at the head of its lesson.
    func anywhere(_ mistakes: [Mistake]) -> [Mistake] {
      mistakes.map { Mistake($0.kind, $0.code, $0.file, $0.text, lines: 1...20_000) }
    }
    return [
      wrongQuestions("school: no right answer", ", right: true", by: ""),
      wrongQuestions("school: two right answers", ", why:", by: ", right: true, why:"),
      mistakes("school: true or false without answer", "SC101", in: quizzes, slack: 3) { $0.hasPrefix("    answer: ") ? "" : nil },
      mistakes("school: step without minutes", "SC104", in: lessons) { $0.hasPrefix("### ") && $0.hasSuffix("分钟）") ? $0.replacingFirst("分钟）", by: "）") : nil },
      anywhere(losses("school: step without materials", "SC110", in: lessons, slack: 0) { $0.hasPrefix("材料：") }),
      anywhere(losses("school: step without answer", "SC110", in: lessons, slack: 0) { $0.hasPrefix("答案：") }),
      mistakes("school: quotation", "SC102", in: quizzes, slack: 1) { $0.hasPrefix("    quote: '") ? $0.replacingFirst("质量", by: "质里") : nil },
      frontMatter("school: lesson without minutes", "FM704", in: lessons) { $0.hasPrefix("minutes:") ? "" : nil }.map {
        Mistake($0.kind, $0.code, $0.file, $0.text, lines: 1...20_000)
      },
      frontMatter("school: lesson without level", "FM704", in: lessons) { $0.hasPrefix("level:") ? "" : nil }.map {
        Mistake($0.kind, $0.code, $0.file, $0.text, lines: 1...20_000)
      },
      anywhere(mistakes("school: lesson without aims", "SC103", in: lessons) { $0 == "## 学习目标" ? "## 目的" : nil }),
      anywhere(mistakes("school: minutes do not add up", "SC104", in: lessons) { $0.hasPrefix("### 1.") ? $0.replacingFirst("（5分钟）", by: "（7分钟）") : nil }),
    ]
  }

  /// Blanks signed for a text that has provisions under the topic.
  private func signedAndFilled() -> [Mistake] {
    frontMatter("links: signed and filled", "LK511", in: { topicsZh($0) && !(files[$0] ?? "").contains("regulation: nantong") }) {
      $0 == "absent:" ? $0 + "\n  - { regulation: nantong, on: 2026-11-21, of: \"000000000000\" }" : nil
    }.map { Mistake($0.kind, $0.code, $0.file, $0.text, lines: $0.lines.lowerBound + 1...$0.lines.lowerBound + 1) }
  }

  /// The last article of a translation, taken out.
  private func lostProvisions() -> [Mistake] {
    paths.filter { translations($0) && !$0.contains("nanjing") }.compactMap { path in
      let lines = lines(path)
      guard let last = lines.lastIndex(where: { $0.hasPrefix("#") && $0.contains("Article ") }) else { return nil }
      return Mistake(
        "translation: provision lost", "TR201", path, lines[..<last].joined(separator: "\n") + "\n",
        reportedIn: path.replacingFirst("text.en.md", by: "text.zh.md"), lines: 1...2000)
    }
  }

  /// Single-choice questions with an option changed: its right answer is no longer marked, or a wrong one is marked too.
  private func wrongQuestions(_ mistake: String, _ old: String, by new: String) -> [Mistake] {
    let replacement = new
    return paths.filter { $0.hasPrefix("school/quizzes/") }.flatMap { path -> [Mistake] in
      let lines = lines(path)
      var kind = ""
      return lines.indices.compactMap { index in
        if lines[index].hasPrefix("    kind: ") { kind = lines[index] }
        guard kind.hasSuffix("single"), lines[index].hasPrefix("      - { "), let changed = lines[index].replacingFirst(old, by: replacement) else { return nil }
        var new = lines
        new[index] = changed
        return Mistake(mistake, "SC101", path, new.joined(separator: "\n"), lines: index - 6...index + 7)
      }
    }
  }

  private func data() -> [[Mistake]] {
    let recall = files["topics/recall.zh.md"] ?? ""
    let about = files["pages/about.zh.md"] ?? ""
    return [
      frontMatter("data: unknown key", "FM703") { $0.hasPrefix("topics:") ? $0.replacingFirst("topics", by: "topcis") : nil },
      frontMatter("data: duplicate key", "FM702") { $0.hasPrefix("related:") ? $0 + "\nrelated: []" : nil }.map {
        Mistake($0.kind, $0.code, $0.file, $0.text, lines: 1...6)
      },
      frontMatter("data: wrong type", "FM705") { $0.hasPrefix("topics:") ? "topics: brands" : nil },
      mistakes("data: bad date", "FM706", in: { $0.hasSuffix("/regulation.yml") }) {
        $0.hasPrefix("adopted: ") ? "adopted: 2021-02-30" : $0.hasPrefix("issued: ") ? "issued: 2023-13-01" : nil
      },
      mistakes("data: unknown value", "FM707", in: { $0.hasSuffix("/regulation.yml") }) { $0.hasPrefix("status: ") ? "status: inforce" : nil },
      frontMatter("data: unknown actor", "FM707") { $0.hasPrefix("topics:") ? $0 + "\nduties: [{ at: p1, statement: 1, actors: [martian] }]" : nil }.map {
        Mistake($0.kind, $0.code, $0.file, $0.text, lines: $0.lines.lowerBound + 1...$0.lines.lowerBound + 1)
      },
      frontMatter("data: bad stamp", "FM711", in: notesEn) { $0.hasPrefix("of:") ? "of: yes" : nil }
        + frontMatter("data: bad stamp", "FM711") { $0.hasPrefix("of:") ? "of: 12" : nil },
      ["index", "glossary", "facts"].map { Mistake("data: two files for one page", "FM714", "pages/\($0).zh.md", about, lines: 1...1) },
      ["Recall", "RECALL", "recalL"].map { Mistake("data: differs in case", "FM713", "topics/\($0).zh.md", recall, reportedIn: "topics/recall.zh.md", lines: 1...1) },
      ["topics", "assets", "school"].map { id in
        Mistake("data: reserved id", "FM710", "regulations/\(id)/regulation.yml", files["regulations/zhuhai/regulation.yml"], lines: 1...1)
      },
      frontMatter("data: YAML", "FM701") { $0.hasPrefix("topics:") ? "topics: [brands" : nil }.map {
        Mistake($0.kind, $0.code, $0.file, $0.text, lines: 1...6)
      },
      paths.filter(notesZh).map { path in
        let stray = path.replacingFirst(".zh.md", by: ".md") ?? path
        return Mistake("data: file that nothing reads", "FS105", stray, "略。\n", lines: 1...1)
      },
      mistakes("data: HTML", "MD103", in: pagesZh) { isParagraph($0) ? $0 + "<b>重</b>" : nil },
    ]
  }
}

extension String {
  fileprivate func components(of words: String) -> Int {
    var count = 0
    var rest = Substring(self)
    while let found = rest.firstRange(of: words) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }

  /// Without the characters at these places.
  fileprivate func replacingSlice(_ start: Int, _ end: Int) -> String {
    let characters = Array(self)
    guard end <= characters.count else { return self }
    return String(characters[..<start] + characters[end...])
  }

  /// Keeps only `length` characters of the run after some words, up to the closing quotation mark.
  fileprivate func cutting(after words: String, length: Int) -> String? {
    guard let found = firstRange(of: words) else { return nil }
    let rest: Substring = self[found.upperBound...]
    guard let end = rest.firstIndex(of: "\"") else { return nil }
    return String(self[..<found.upperBound]) + String(rest[..<end].prefix(length)) + String(rest[end...])
  }
}
