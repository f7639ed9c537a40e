import Diagnostics

/// What templates can have wrong.
extension Rule {
  public static let templateSyntax = Rule(
    "TP801", .error, title: Bilingual(zh: "模板的标签成对、可识别", en: "A template's tags are closed and known"),
    explanation: Bilingual(
      zh: "模板只用变量、章节、片段和注释；改变分隔符等标签会让检查失去依据。",
      en: "Templates use variables, sections, partials and comments; tags that change delimiters would defeat the checker."),
    bad: "{{#neighbours}}<a>{{title}}</a>", good: "{{#neighbours}}<a>{{title}}</a>{{/neighbours}}")
  public static let templateVariable = Rule(
    "TP802", .error, title: Bilingual(zh: "模板只用声明过的变量", en: "A template names only declared variables"),
    explanation: Bilingual(
      zh: "Mustache 会把写错的变量当作空白，页面就悄悄少了一块。", en: "Mustache renders a mistyped variable as nothing, and a page would silently lack something."),
    bad: "{{titel}}", good: "{{title}}")
  public static let missingPartial = Rule(
    "TP803", .error, title: Bilingual(zh: "引用的片段和资源都在", en: "Partials and assets that are named exist"),
    explanation: Bilingual(zh: "片段在 templates/ 里，资源在 templates/assets/ 里。", en: "Partials are in templates/, assets in templates/assets/."),
    bad: "{{> haed}}", good: "{{> head}}")
  public static let missingWord = Rule(
    "TP804", .error, title: Bilingual(zh: "界面文字两种语言都有", en: "Interface words exist in both languages"),
    explanation: Bilingual(
      zh: "templates/strings/zh.yml 和 en.yml 的键要一样，{count} 这样由引擎填写的地方也一样；里面没有标记，英文里没有汉字。",
      en: "templates/strings/zh.yml and en.yml have the same keys and the same places that the engine fills in, such as {count}; no mark-up, and no Chinese in English."),
    bad: "zh.yml: next: 下一条 (en.yml has no next)", good: "en.yml: next: Next")
  public static let unusedWord = Rule(
    "TP805", .warning, title: Bilingual(zh: "界面文字都有用处", en: "Interface words are used"),
    explanation: Bilingual(zh: "没有模板或页面用到的键可以删去。", en: "A key that no template and no page uses can go."),
    bad: "old_label: …", good: "")
  public static let missingTemplate = Rule(
    "TP806", .error, title: Bilingual(zh: "每种页面都有模板", en: "Every kind of page has its template"),
    explanation: Bilingual(zh: "引擎需要的模板文件不在。", en: "A template file that the engine needs is missing."),
    bad: "templates/ (without provision.mustache)", good: "templates/provision.mustache")
}
