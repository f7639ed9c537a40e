import Diagnostics
import Site

extension Rule {
  public static let deadLink = Rule(
    "RS901", .error, title: Bilingual(zh: "页面里的链接都有去处", en: "Every link of a page leads somewhere"),
    explanation: Bilingual(
      zh: "目标要在网站里，从磁盘打开时也一样，所以链接都是相对的；只有 404.html 从服务器的根写起。",
      en: "The target must be in the site, also when it is opened from disk; so links are relative. Only 404.html begins at the server's root."),
    bad: "<a href=\"../topics/brand.html\">", good: "<a href=\"../topics/brands.html\">")
  public static let uniqueID = Rule(
    "RS902", .error, title: Bilingual(zh: "页面里的 id 不重复", en: "Ids of a page are unique"),
    explanation: Bilingual(zh: "重复的 id 让链接到不了准确的位置。", en: "A repeated id sends links to the wrong place."),
    bad: "<p id=\"p1\">…<p id=\"p1\">", good: "<p id=\"p1\">…<p id=\"p2\">")
  public static let deadAnchor = Rule(
    "RS903", .error, title: Bilingual(zh: "链接的锚点存在", en: "The anchor of a link exists"),
    explanation: Bilingual(zh: "# 后面的 id 要在目标页面里。", en: "The id after # must be on the target page."),
    bad: "facts.html#12315", good: "facts.html#hotline-12315")
  public static let foreignAsset = Rule(
    "RS904", .error, title: Bilingual(zh: "页面不从别处取东西", en: "A page fetches nothing from elsewhere"),
    explanation: Bilingual(
      zh: "样式、脚本和图片都由网站自己提供。样式表里的 @import 和 url(https://…)、脚本里的网址也查。",
      en: "Styles, scripts and pictures come from the site itself. `@import` and `url(https://…)` in a style sheet and addresses in scripts count too."),
    bad: "<script src=\"https://…\">", good: "<script src=\"../assets/site.js\">")
  public static let inlineStyle = Rule(
    "RS905", .error, title: Bilingual(zh: "页面没有 style 属性", en: "A page has no style attributes"),
    explanation: Bilingual(zh: "内容安全策略会挡住它们。", en: "The Content-Security-Policy blocks them."),
    bad: "<p style=\"color:red\">", good: "<p class=\"warning\">")
  public static let uniqueTitle = Rule(
    "RS906", .error, title: Bilingual(zh: "页面标题不重复", en: "Page titles are unique"),
    explanation: Bilingual(zh: "同名的页面在标签页和搜索结果里分不清。", en: "Pages of one name cannot be told apart in tabs and search results."),
    bad: "<title>第一条</title> (twice)", good: "<title>第一条 · 南通市质量促进条例</title>")
  public static let languagePair = Rule(
    "RS907", .error, title: Bilingual(zh: "两种语言的页面一样多", en: "Both languages have the same pages"),
    explanation: Bilingual(zh: "每个中文页面都有同名的英文页面，反之亦然。", en: "Every Chinese page has an English page of the same name, and the reverse."),
    bad: "zh/about.html", good: "zh/about.html, en/about.html")
  public static let orphanPage = Rule(
    "RS908", .warning, title: Bilingual(zh: "每个页面都有别的页面链接过去", en: "Some page links to every page"),
    explanation: Bilingual(
      zh: "只有自己的另一种语言链接它，读者就走不到那里。首页和 404 不算。", en: "A page that only its other language links is one that no reader reaches. The start page and 404 are excepted."),
    bad: "zh/report-an-error.html", good: "[](page:report-an-error) in pages/about.zh.md")
  public static let sameAddress = Rule(
    "RS909", .error, title: Bilingual(zh: "两个文件不占一个地址", en: "Two files do not share an address"),
    explanation: Bilingual(zh: "后写的会盖掉先写的；只差大小写，在许多磁盘上也是一个文件。", en: "The later would overwrite the earlier; on many disks so would one that differs in case alone."),
    bad: "zh/about.html, zh/About.html", good: "zh/about.html")
  public static let headingOrder = Rule(
    "RS910", .error, title: Bilingual(zh: "标题逐级", en: "Headings go down one level at a time"),
    explanation: Bilingual(
      zh: "一页有一个 h1，往下每次只深一级；读屏软件靠它浏览。", en: "A page has one h1 and goes down one level at a time; screen readers navigate by it."),
    bad: "<h1>…<h3>", good: "<h1>…<h2>…<h3>")
  public static let pageLanguage = Rule(
    "RS911", .error, title: Bilingual(zh: "页面写明语言", en: "A page says its language"),
    explanation: Bilingual(zh: "html 的 lang 与所在文件夹一致，读音和断行靠它。", en: "`lang` of html agrees with the folder; pronunciation and line breaks depend on it."),
    bad: "<html lang=\"en\"> (zh/about.html)", good: "<html lang=\"zh-Hans\">")
  public static let alternativeText = Rule(
    "RS912", .error, title: Bilingual(zh: "图片有替代文字", en: "Pictures have alternative texts"),
    explanation: Bilingual(zh: "看不到图的人靠 alt 知道图里是什么；纯装饰的写 alt=\"\"。", en: "`alt` tells those who do not see a picture what it shows; decoration has alt=\"\"."),
    bad: "<img src=\"map.svg\">", good: "<img src=\"map.svg\" alt=\"五个地方的位置\">")
  public static let controlLabel = Rule(
    "RS913", .error, title: Bilingual(zh: "输入框有标签", en: "Controls have labels"),
    explanation: Bilingual(zh: "用 label for、aria-label 或 aria-labelledby。", en: "By label for, aria-label or aria-labelledby."),
    bad: "<input id=\"q\">", good: "<label for=\"q\">搜索</label><input id=\"q\">")
  public static let securityPolicy = Rule(
    "RS914", .error, title: Bilingual(zh: "内容安全策略在，也遵守", en: "The Content-Security-Policy is there and obeyed"),
    explanation: Bilingual(
      zh: "每页有 CSP，不放行 unsafe-inline；没有行内脚本、on… 属性和 style 元素。", en: "Every page has a policy without unsafe-inline, and no inline script, no on… attribute and no style element."),
    bad: "<button onclick=\"…\">", good: "<button data-action=\"print\">")
  public static let pageWeight = Rule(
    "RS915", .warning, title: Bilingual(zh: "页面不超重", en: "A page keeps within its weight"),
    explanation: Bilingual(
      zh: "条文页连同样式和脚本不超过 160 KB（压缩后约 40 KB），别的页面不超过 2 MB，便宜的手机也打得开。",
      en: "A provision page with its styles and scripts has at most 160 KB (about 40 KB compressed), other pages 2 MB, so that cheap phones open them."),
    bad: "zh/nantong/5.html (600 KB)", good: "zh/nantong/5.html (30 KB)")
}

