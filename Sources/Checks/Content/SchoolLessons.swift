import CommonMark
import Corpus
import Diagnostics

extension Rule {
  public static let lessonSections = Rule(
    "SC103", .error, title: Bilingual(zh: "教案的各部分齐全，次序固定，都有内容", en: "A lesson has all its sections, in order, each with content"),
    explanation: Bilingual(
      zh: "中文：" + headings(.zh) + "。英文：" + headings(.en) + "。不用学习单的教案（worksheet: false）可以没有“学习单”。",
      en: "In Chinese: " + headings(.zh) + ". In English: " + headings(.en) + ". A lesson with `worksheet: false` may leave the worksheet out."),
    bad: "## 目标", good: "## 学习目标\n\n- 说得出……")
  public static let lessonMinutes = Rule(
    "SC104", .error, title: Bilingual(zh: "各步骤的分钟数加起来等于一节课", en: "The minutes of a lesson's steps add up"),
    explanation: Bilingual(
      zh: "每一步的标题写明分钟：### 1. 导入（5分钟）；总和等于文件头的 minutes。",
      en: "Each step names its minutes: `### 1. Opening (5 minutes)`; together they make `minutes` of the front matter."),
    bad: "### 1. 导入", good: "### 1. 导入（5分钟）")
  public static let lessonStep = Rule(
    "SC105", .error, title: Bilingual(zh: "每一步都说做什么", en: "Every step says what happens"),
    explanation: Bilingual(
      zh: "步骤、学习单的任务和幻灯片在标题下面要有内容。", en: "A step, a task of the worksheet and a slide have text below their heading."),
    bad: "### 2. 分组测试（15分钟）\n### 3. 汇报（10分钟）", good: "### 2. 分组测试（15分钟）\n\n每组领两种纸巾……")
  public static let lessonStepParts = Rule(
    "SC110", .error, title: Bilingual(zh: "每一步都写明材料和答案", en: "Every step names its materials and its answer"),
    explanation: Bilingual(
      zh: "步骤里有一句以“材料：”开头，一句以“答案：”开头；没有标准答案也写明（答案：没有唯一答案）。老师拿起教案就能上课。",
      en: "A step has a sentence that begins with “Materials:” and one that begins with “Answer:” or “Answers:”; where there is no single answer it says so. A teacher can start from the plan alone."),
    bad: "### 2. 测试（15分钟）\n\n每组领两种纸巾……", good: "### 2. 测试（15分钟）\n\n材料：两种纸巾。\n\n每组领……\n\n答案：见“答案”第2步。")
  public static let lessonLanguages = Rule(
    "SC106", .warning, title: Bilingual(zh: "教学材料两种语言对应", en: "School materials match in both languages"),
    explanation: Bilingual(
      zh: "教案、教师页面和口袋指南都有英文；两种语言的步骤、任务和幻灯片一样多。", en: "Lessons, guides and pocket guides exist in English; steps, tasks and slides are as many in both languages."),
    bad: "zh: 5 × ###, en: 4 × ###", good: "zh: 5 × ###, en: 5 × ###")
  public static let lessonWords = Rule(
    "SC107", .warning, title: Bilingual(zh: "双语学习单有十二个词", en: "A bilingual worksheet has twelve words"),
    explanation: Bilingual(
      zh: "有学习单的教案在 words 里列出术语表里的十二个词。", en: "A lesson with a worksheet lists twelve terms of the glossary under `words:`."),
    bad: "words: [recall]", good: "words: [recall, standard, …]")

  private static func headings(_ language: Language) -> String {
    LessonPlan.Part.allCases.map { $0.heading[language] }.joined(separator: language == .zh ? "、" : ", ")
  }
}

extension ContentCheck {
  static let schoolLessons = ContentCheck(
    .lessonSections, .lessonMinutes, .lessonStep, .lessonStepParts, .lessonLanguages, .lessonWords
  ) { corpus, _ in
    var found: [Diagnostic] = []
    for lesson in corpus.school.lessons {
      let plans = Language.allCases.compactMap { lesson.plan(in: $0) }
      for plan in plans {
        found += sectionFindings(plan, lesson)
        found += minuteFindings(plan, lesson, other: plans.first { $0.document.language != plan.document.language })
        found += emptyFindings(plan)
        found += partFindings(plan)
      }
      found += languageFindings(plans)
      found += wordFindings(lesson)
    }
    for pair in corpus.school.documents where pair.en == nil && !corpus.faultyFiles.contains(pair.zh.file.dropLast(5) + "en.md") {
      found.append(
        Diagnostic(
          .lessonLanguages, at: pair.zh.place, Bilingual(zh: "\(pair.slug) 没有英文", en: "\(pair.slug) has no English"),
          help: Bilingual(zh: "写 \(pair.slug).en.md", en: "write \(pair.slug).en.md")))
    }
    return found
  }
}

/// Sections that are missing, empty, unknown or out of order.
private func sectionFindings(_ plan: LessonPlan, _ lesson: Lesson) -> [Diagnostic] {
  let language = plan.document.language
  var found: [Diagnostic] = []
  func report(_ place: SourceRange?, _ message: Bilingual, help: Bilingual? = nil) {
    found.append(Diagnostic(.lessonSections, at: place ?? plan.document.place, message, help: help))
  }
  var last = -1
  for section in plan.sections {
    guard let heading = section.heading else {
      report(nil, Bilingual(zh: "第一个 ## 之前有文字", en: "there is text before the first '##'"))
      continue
    }
    guard let part = plan.part(of: section) else {
      let near = nearestNames(to: heading.text, among: LessonPlan.Part.allCases.map { $0.heading[language] }, limit: 1).first
      report(
        heading.range, Bilingual(zh: "教案里没有“\(heading.text)”这一部分", en: "a lesson has no section “\(heading.text)”"),
        help: near.map { Bilingual(zh: "是不是“\($0)”？", en: "did you mean “\($0)”?") })
      continue
    }
    if part.rawValue <= last {
      report(
        heading.range, Bilingual(zh: "“\(heading.text)”重复或次序不对", en: "“\(heading.text)” is repeated or out of order"))
    }
    last = max(last, part.rawValue)
    if section.isEmpty {
      report(heading.range, Bilingual(zh: "“\(heading.text)”是空的", en: "“\(heading.text)” is empty"))
    }
  }
  for part in LessonPlan.Part.allCases where plan[part] == nil && (part != .worksheet || lesson.hasWorksheet) {
    report(
      nil, Bilingual(zh: "缺少“\(part.heading[language])”", en: "the section “\(part.heading[language])” is missing"),
      help: Bilingual(zh: "写 ## \(part.heading[language])", en: "write '## \(part.heading[language])'"))
  }
  return found
}

private func minuteFindings(_ plan: LessonPlan, _ lesson: Lesson, other: LessonPlan?) -> [Diagnostic] {
  guard let section = plan[.steps] else { return [] }
  let steps = plan.steps
  var found = steps.filter { $0.minutes == nil }.map { step in
    Diagnostic(
      .lessonMinutes, at: step.section.heading?.range,
      Bilingual(zh: "这一步没有写分钟：\(step.title)", en: "this step names no minutes: \(step.title)"),
      help: Bilingual(zh: "写成 ### 1. 导入（5分钟）", en: "write it as in '### 1. Opening (5 minutes)'"))
  }
  let sum = steps.compactMap(\.minutes).reduce(0, +)
  if steps.isEmpty || found.isEmpty && sum != lesson.minutes.value {
    // Where the other language adds up, the step that differs is the wrong one.
    let pairs = zip(steps, other?.steps ?? []).filter { $0.minutes != $1.minutes }
    let isOtherSound = other?.steps.compactMap(\.minutes).reduce(0, +) == lesson.minutes.value
    let wrong = isOtherSound ? pairs.first?.0.section.heading?.range : nil
    found.append(
      Diagnostic(
        .lessonMinutes, at: wrong ?? section.heading?.range,
        steps.isEmpty
          ? Bilingual(zh: "过程里没有步骤", en: "there are no steps")
          : Bilingual(
            zh: "各步共 \(sum) 分钟，一节课是 \(lesson.minutes.value) 分钟",
            en: "the steps take \(sum) minutes, the lesson \(lesson.minutes.value)"),
        notes: [Diagnostic.Note(Bilingual(zh: "一节课的长度在这里", en: "the lesson's length is here"), at: lesson.minutes.range)],
        help: Bilingual(zh: "改步骤的分钟，或改 minutes", en: "change the steps' minutes, or `minutes`")))
  } else if plan.document.language == .en, let pair = zip(steps, other?.steps ?? []).first(where: { $0.minutes != $1.minutes }) {
    found.append(
      Diagnostic(
        .lessonMinutes, at: pair.0.section.heading?.range,
        Bilingual(zh: "这一步英文是 \(pair.0.minutes ?? 0) 分钟，中文是 \(pair.1.minutes ?? 0) 分钟", en: "this step takes \(pair.0.minutes ?? 0) minutes here and \(pair.1.minutes ?? 0) in Chinese"),
        notes: [Diagnostic.Note(Bilingual(zh: "中文在这里", en: "the Chinese is here"), at: pair.1.section.heading?.range)],
        help: Bilingual(zh: "两种语言写一样的分钟", en: "give both languages the same minutes")))
  }
  return found
}

private func emptyFindings(_ plan: LessonPlan) -> [Diagnostic] {
  (plan.steps.map(\.section) + plan.tasks + plan.slides).filter(\.isEmpty).map { section in
    let title = section.heading?.text ?? ""
    return Diagnostic(
      .lessonStep, at: section.heading?.range,
      Bilingual(zh: "“\(title)”下面没有内容", en: "there is nothing below “\(title)”"),
      help: Bilingual(zh: "写明老师和学生做什么", en: "say what teacher and pupils do"))
  }
}

/// Steps that do not say what is needed, or what comes out.
private func partFindings(_ plan: LessonPlan) -> [Diagnostic] {
  let language = plan.document.language
  let labels: [(words: [String], name: Bilingual)] = [
    (language == .zh ? ["材料："] : ["Materials:", "Material:"], Bilingual(zh: "材料", en: "materials")),
    (language == .zh ? ["答案："] : ["Answer:", "Answers:"], Bilingual(zh: "答案", en: "answer")),
  ]
  let lines = plan.document.bodyLines
  return plan.steps.filter { !$0.section.isEmpty }.flatMap { step -> [Diagnostic] in
    guard let heading = step.section.heading else { return [] }
    let body = lines.drop { $0.number <= heading.range.start.line }.prefix { $0.scalars.first != "#" }.map(\.text)
    return labels.compactMap { words, name in
      guard !body.contains(where: { line in words.contains { beginsSentence($0, in: line) } }) else { return nil }
      return Diagnostic(
        .lessonStepParts, at: heading.range,
        Bilingual(zh: "“\(step.title)”没有写\(name.zh)", en: "“\(step.title)” names no \(name.en)"),
        help: Bilingual(zh: "写一句 \(words[0])……", en: "write a sentence: \(words[0]) …"))
    }
  }
}

/// Whether a line or one of its sentences begins with these words.
private func beginsSentence(_ words: String, in line: String) -> Bool {
  line.hasPrefix(words) || ["。", ". "].contains { line.has($0 + words) }
}

/// The English plan goes step by step with the Chinese one.
private func languageFindings(_ plans: [LessonPlan]) -> [Diagnostic] {
  guard plans.count == 2 else { return [] }
  let (zh, en) = (plans[0], plans[1])
  let counts: [(LessonPlan.Part, Int, Int)] = [
    (.steps, zh.steps.count, en.steps.count), (.worksheet, zh.tasks.count, en.tasks.count),
    (.slides, zh.slides.count, en.slides.count),
  ]
  return counts.filter { $0.1 != $0.2 }.map { part, original, translated in
    Diagnostic(
      .lessonLanguages, at: en[part]?.heading?.range ?? en.document.place,
      Bilingual(
        zh: "“\(part.heading.zh)”中文有 \(original) 段，英文有 \(translated) 段",
        en: "“\(part.heading.en)” has \(translated) parts here and \(original) in Chinese"),
      notes: [Diagnostic.Note(Bilingual(zh: "中文在这里", en: "the Chinese is here"), at: zh[part]?.heading?.range)],
      help: Bilingual(zh: "让两种语言一段对一段", en: "make them correspond one by one"))
  }
}

private func wordFindings(_ lesson: Lesson) -> [Diagnostic] {
  guard lesson.hasWorksheet, lesson.words.count != 12 else { return [] }
  return [
    Diagnostic(
      .lessonWords, at: lesson.wordsRange,
      Bilingual(zh: "words 里有 \(lesson.words.count) 个词", en: "`words` lists \(lesson.words.count) terms"),
      help: Bilingual(zh: "列出十二个", en: "list twelve"))
  ]
}
